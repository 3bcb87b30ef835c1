//! Zip archives. Entry by entry as the directory at their end lists them.

use std::io::{self, Read};

use flate2::read::DeflateDecoder;
use rawzip::{CompressionMethod, RECOMMENDED_BUFFER_SIZE, ReaderAt, ZipArchive};

use super::{Blob, Bounds, Content, Kind, Listed, Take, Tree};
use crate::intake::path::Separators;
use crate::{RawName, WhyRefused};

/// A zip archive.
#[derive(Debug)]
pub(crate) struct ZipTree {
    blob: Blob,
    bounds: Bounds,
}

const FILE_TYPE: u32 = 0o170_000;

impl ZipTree {
    pub(crate) fn new(blob: Blob, bounds: Bounds) -> Self {
        Self { blob, bounds }
    }
}

fn damaged(error: impl std::fmt::Display) -> WhyRefused {
    WhyRefused::Damaged(error.to_string())
}

impl Tree for ZipTree {
    fn separators(&self) -> Separators {
        Separators::Both
    }

    fn list(&mut self) -> Result<Vec<Listed>, WhyRefused> {
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let reader = self.blob.open().map_err(damaged)?;
        let archive = ZipArchive::from_seekable(reader, &mut buffer).map_err(damaged)?;
        let mut entries = archive.entries(&mut buffer);
        let mut listed = Vec::new();
        while let Some(entry) = entries.next_entry().map_err(damaged)? {
            if listed.len() as u64 >= self.bounds.entries {
                return Err(WhyRefused::OverLimit {
                    what: "entries",
                    limit: self.bounds.entries,
                });
            }
            let path = entry.file_path();
            listed.push(Listed {
                path: RawName::new(path.as_bytes()),
                kind: kind_of(&entry),
                size: entry.uncompressed_size_hint(),
            });
        }
        let (found, declared) = (listed.len() as u64, archive.entries_hint());
        if found != declared {
            return Err(WhyRefused::Damaged(format!(
                "it declares {declared} entries and has {found}"
            )));
        }
        Ok(listed)
    }

    fn visit(&mut self, wanted: &[usize], take: &mut Take<'_>) -> Result<(), WhyRefused> {
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let reader = self.blob.open().map_err(damaged)?;
        let archive = ZipArchive::from_seekable(reader, &mut buffer).map_err(damaged)?;
        let mut entries = archive.entries(&mut buffer);
        let mut wanted = wanted.iter().copied().peekable();
        let mut at = 0;
        while let Some(next) = wanted.peek().copied() {
            let Some(entry) = entries.next_entry().map_err(damaged)? else {
                return Err(WhyRefused::Changed);
            };
            if at == next {
                wanted.next();
                let name = entry.file_path().as_bytes().to_vec();
                let (way, method) = (entry.wayfinder(), entry.compression_method());
                read_entry(&archive, way, method, &name, &mut |content| {
                    take(at, content);
                });
            }
            at += 1;
        }
        Ok(())
    }
}

fn kind_of(entry: &rawzip::ZipFileHeaderRecord<'_>) -> Kind {
    // Unix tools put a file's type there, others zeros. Whoever claims to be made elsewhere
    // and has a type all the same is taken at that word.
    let mode = entry.external_attributes() >> 16;
    match mode & FILE_TYPE {
        0 | 0o100_000 | 0o040_000 => {}
        0o120_000 => return Kind::Bad(WhyRefused::Symlink),
        0o010_000 => return Kind::Bad(WhyRefused::Fifo),
        0o060_000 | 0o020_000 => return Kind::Bad(WhyRefused::Device),
        0o140_000 => return Kind::Bad(WhyRefused::Socket),
        _ => return Kind::Bad(WhyRefused::OddFile),
    }
    let path = entry.file_path();
    let is_folder = matches!(path.as_bytes().last(), Some(b'/' | b'\\'));
    // A folder has no content. One that claims some is a file in disguise.
    if is_folder && entry.uncompressed_size_hint() == 0 {
        return Kind::Folder;
    }
    if is_folder || mode & FILE_TYPE == 0o040_000 {
        return Kind::Bad(WhyRefused::OddFile);
    }
    if entry.flags().is_encrypted() {
        return Kind::Bad(WhyRefused::Encrypted);
    }
    Kind::File
}

fn read_entry<R: ReaderAt>(
    archive: &ZipArchive<R>,
    way: rawzip::ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    name: &[u8],
    take: &mut dyn FnMut(Result<Content<'_>, WhyRefused>),
) {
    let entry = match archive.get_entry(way) {
        Ok(entry) => entry,
        Err(error) => return take(Err(damaged(error))),
    };
    // Programs that stream an archive go by the header beside the content. An honest
    // archive says the same twice.
    let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
    match entry.local_header(&mut buffer) {
        Ok(local) if local.flags().is_encrypted() => return take(Err(WhyRefused::Encrypted)),
        Ok(local) if local.file_path().as_bytes() != name => {
            return take(Err(WhyRefused::Damaged(
                "it has two different names".to_owned(),
            )));
        }
        Ok(_) => {}
        Err(error) => return take(Err(damaged(error))),
    }
    let packed = way.compressed_size_hint();
    let mut hand_over = |reader: &mut dyn Read| {
        take(Ok(Content {
            reader,
            packed: Some(packed),
        }));
    };
    if method == CompressionMethod::STORE {
        hand_over(&mut entry.verifying_reader(entry.reader()));
    } else if method == CompressionMethod::DEFLATE {
        let inflated = Whole(DeflateDecoder::new(entry.reader()));
        hand_over(&mut entry.verifying_reader(inflated));
    } else {
        take(Err(WhyRefused::UnknownPacking(method.to_string())));
    }
}

/// Turns an end that comes too early into an error of its own kind.
struct Whole<R>(R);

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0
            .read(buffer)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }
}
