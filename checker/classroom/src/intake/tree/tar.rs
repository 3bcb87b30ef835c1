//! Tar archives, plain or compressed with gzip. Read from front to back, twice: once for
//! the names, once for the content that is wanted.

use std::io::{self, Read};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;
use tar::{Archive, EntryType, PaxExtensions};

use super::meter::{Counted, Metered, Stopped};
use super::{Blob, Bounds, Content, Kind, Listed, Take, Tree};
use crate::{RawName, WhyRefused};

/// A tar archive.
#[derive(Debug)]
pub(crate) struct TarTree {
    blob: Blob,
    gzip: bool,
    bounds: Bounds,
}

/// What is called with each entry: its number, what it is, its content.
type Each<'e> = dyn FnMut(usize, Listed, &mut dyn Read) -> Result<(), WhyRefused> + 'e;

/// A name or a set of attributes that is longer than this is nobody's.
const LONGEST_EXTENSION: u64 = 64 * 1024;

impl TarTree {
    pub(crate) fn new(blob: Blob, gzip: bool, bounds: Bounds) -> Self {
        Self { blob, gzip, bounds }
    }

    fn open(&self, bounds: Bounds) -> Result<(Metered<Box<dyn Read>>, Stopped), WhyRefused> {
        let reader = self
            .blob
            .open()
            .map_err(|error| WhyRefused::Unreadable(error.to_string()))?;
        let (counted, count) = Counted::new(reader);
        let inner: Box<dyn Read> = if self.gzip {
            Box::new(MultiGzDecoder::new(counted))
        } else {
            Box::new(counted)
        };
        Ok(Metered::new(inner, count, bounds))
    }

    /// Goes through the archive and calls `each` with every entry's number.
    fn walk(&self, bounds: Bounds, each: &mut Each<'_>) -> Result<(), WhyRefused> {
        let (reader, stopped) = self.open(bounds)?;
        let mut archive = Archive::new(reader);
        let outcome = self.walk_entries(&mut archive, each);
        // The checksum of a compressed archive comes at its end.
        let outcome = outcome.and_then(|()| {
            io::copy(&mut archive.into_inner(), &mut io::sink())
                .map(drop)
                .map_err(|error| WhyRefused::Damaged(error.to_string()))
        });
        outcome.map_err(|why| stopped.borrow_mut().take().unwrap_or(why))
    }

    fn walk_entries(
        &self,
        archive: &mut Archive<Metered<Box<dyn Read>>>,
        each: &mut Each<'_>,
    ) -> Result<(), WhyRefused> {
        let damaged = |error: io::Error| WhyRefused::Damaged(error.to_string());
        let mut number = 0;
        let mut said = Said::default();
        let mut headers = 0;
        // Raw: the library would read names of any length into memory.
        for entry in archive.entries().map_err(damaged)?.raw(true) {
            let mut entry = entry.map_err(damaged)?;
            headers += 1;
            // An entry may come with two headers of its own.
            if number as u64 >= self.bounds.entries
                || headers > self.bounds.entries.saturating_mul(4)
            {
                return Err(WhyRefused::OverLimit {
                    what: "entries",
                    limit: self.bounds.entries,
                });
            }
            let kind = entry.header().entry_type();
            if Said::is_about_the_next(kind) {
                if entry.size() > LONGEST_EXTENSION {
                    return Err(WhyRefused::LongPath);
                }
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).map_err(damaged)?;
                if bytes.len() as u64 != entry.size() {
                    return Err(WhyRefused::Damaged("it ends in a header".to_owned()));
                }
                said.read(kind, bytes)?;
                continue;
            }
            let said = std::mem::take(&mut said);
            if said.size.is_some_and(|size| size != entry.size()) {
                // Programs disagree about where such an entry ends.
                return Err(WhyRefused::Damaged("an entry has two sizes".to_owned()));
            }
            let listed = Listed {
                kind: kind_of(
                    kind,
                    said.sparse,
                    entry.size(),
                    &said.name_or(&entry.path_bytes()),
                ),
                path: RawName::new(said.name_or(&entry.path_bytes())),
                size: entry.size(),
            };
            let size = entry.size();
            let mut content = Exact {
                inner: &mut entry,
                left: size,
            };
            each(number, listed, &mut content)?;
            io::copy(&mut content, &mut io::sink()).map_err(damaged)?;
            number += 1;
        }
        Ok(())
    }
}

impl Tree for TarTree {
    fn list(&mut self) -> Result<Vec<Listed>, WhyRefused> {
        let mut all = Vec::new();
        self.walk(self.bounds.clone(), &mut |_, listed, _| {
            all.push(listed);
            Ok(())
        })?;
        Ok(all)
    }

    fn visit(&mut self, wanted: &[usize], take: &mut Take<'_>) -> Result<(), WhyRefused> {
        if wanted.is_empty() {
            return Ok(());
        }
        // The first time has counted for both.
        let bounds = Bounds {
            spent: Rc::default(),
            ..self.bounds.clone()
        };
        self.walk(bounds, &mut |number, _, reader| {
            if wanted.binary_search(&number).is_ok() {
                // How well it was packed was looked at for the archive as a whole.
                let packed = None;
                take(number, Ok(Content { reader, packed }));
            }
            Ok(())
        })
    }
}

/// What headers said about the entry after them.
#[derive(Debug, Default)]
struct Said {
    name: Option<Vec<u8>>,
    size: Option<u64>,
    sparse: bool,
}

impl Said {
    fn is_about_the_next(kind: EntryType) -> bool {
        kind.is_gnu_longname()
            || kind.is_gnu_longlink()
            || kind.is_pax_local_extensions()
            || kind.is_pax_global_extensions()
    }

    fn read(&mut self, kind: EntryType, mut bytes: Vec<u8>) -> Result<(), WhyRefused> {
        if kind.is_gnu_longname() {
            if let Some(end) = bytes.iter().position(|byte| *byte == 0) {
                bytes.truncate(end);
            }
            self.name = Some(bytes);
        } else if kind.is_pax_local_extensions() {
            for extension in PaxExtensions::new(&bytes) {
                let extension =
                    extension.map_err(|error| WhyRefused::Damaged(error.to_string()))?;
                match extension.key_bytes() {
                    b"path" => self.name = Some(extension.value_bytes().to_vec()),
                    b"size" => {
                        let size = extension.value().ok().and_then(|size| size.parse().ok());
                        self.size = Some(size.ok_or_else(|| {
                            WhyRefused::Damaged("a size is no number".to_owned())
                        })?);
                    }
                    key if key.starts_with(b"GNU.sparse.") => self.sparse = true,
                    _ => {}
                }
            }
        }
        // Where a link leads, and what is said of all entries, matters to nobody here:
        // global headers may not rename anything.
        Ok(())
    }

    fn name_or(&self, header: &[u8]) -> Vec<u8> {
        self.name.clone().unwrap_or_else(|| header.to_vec())
    }
}

fn kind_of(kind: EntryType, sparse: bool, size: u64, name: &[u8]) -> Kind {
    let bad = |why| Kind::Bad(why);
    if sparse || kind.is_gnu_sparse() {
        return bad(WhyRefused::OddFile);
    }
    match kind {
        EntryType::Directory if size == 0 => Kind::Folder,
        // Old archives mark a folder by its name alone.
        EntryType::Regular if name.ends_with(b"/") && size == 0 => Kind::Folder,
        EntryType::Regular | EntryType::Continuous if !name.ends_with(b"/") => Kind::File,
        EntryType::Symlink => bad(WhyRefused::Symlink),
        EntryType::Link => bad(WhyRefused::HardLink),
        EntryType::Char | EntryType::Block => bad(WhyRefused::Device),
        EntryType::Fifo => bad(WhyRefused::Fifo),
        _ => bad(WhyRefused::OddFile),
    }
}

/// Content that must be as long as it said.
struct Exact<'a> {
    inner: &'a mut dyn Read,
    left: u64,
}

impl Read for Exact<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.saturating_sub(read as u64);
        if read == 0 && self.left > 0 && !buffer.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(read)
    }
}
