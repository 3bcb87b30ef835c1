//! Where the texts of a class wait for the ledger.
//!
//! A class may be larger than the memory. A small one stays in memory; what is more goes
//! to a file that has no name, which no other program finds and the system clears away.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::SpooledTempFile;

use crate::ContentHash;

/// So many bytes of text stay in memory.
const IN_MEMORY: usize = 16 * 1024 * 1024;

/// Texts, each kept once.
pub(crate) struct Shelf(Mutex<Texts>);

struct Texts {
    file: SpooledTempFile,
    end: u64,
    places: HashMap<ContentHash, Place>,
    /// The first thing that went wrong when a text was put down.
    failure: Option<io::Error>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    start: u64,
    bytes: usize,
}

impl Shelf {
    pub(crate) fn new() -> Self {
        Self::holding(IN_MEMORY)
    }

    fn holding(in_memory: usize) -> Self {
        Self(Mutex::new(Texts {
            file: SpooledTempFile::new(in_memory),
            end: 0,
            places: HashMap::new(),
            failure: None,
        }))
    }

    /// Keeps `text` and says its digest. Whoever reads a source cannot stop halfway for a
    /// full disk, so that is told by [`Shelf::failure`].
    pub(crate) fn keep(&self, text: &str) -> ContentHash {
        let hash = ContentHash::of(text.as_bytes());
        self.texts().keep(hash, text);
        hash
    }

    /// The text of this digest.
    ///
    /// # Errors
    /// When it cannot be read, or is not as it was kept.
    pub(crate) fn text(&self, hash: ContentHash) -> io::Result<String> {
        let mut texts = self.texts();
        let Some(place) = texts.places.get(&hash).copied() else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let mut bytes = vec![0; place.bytes];
        texts.file.seek(SeekFrom::Start(place.start))?;
        texts.file.read_exact(&mut bytes)?;
        drop(texts);
        if ContentHash::of(&bytes) != hash {
            return Err(io::ErrorKind::InvalidData.into());
        }
        String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
    }

    /// Why a text could not be kept, if one could not. Told once.
    pub(crate) fn failure(&self) -> Option<io::Error> {
        self.texts().failure.take()
    }

    fn texts(&self) -> MutexGuard<'_, Texts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Texts {
    fn keep(&mut self, hash: ContentHash, text: &str) {
        if self.failure.is_some() || self.places.contains_key(&hash) {
            return;
        }
        let start = self.end;
        let written = self
            .file
            .seek(SeekFrom::Start(start))
            .and_then(|_| self.file.write_all(text.as_bytes()));
        match written {
            Ok(()) => {
                let bytes = text.len();
                self.end += bytes as u64;
                self.places.insert(hash, Place { start, bytes });
            }
            Err(error) => self.failure = Some(error),
        }
    }
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a shelf of {} texts", self.texts().places.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_from_memory_and_from_the_disk() {
        for in_memory in [0, 5, 1 << 20] {
            let shelf = Shelf::holding(in_memory);
            let texts = ["", "a", "fn main() {}", "ä", "a"];
            let hashes = texts.map(|text| shelf.keep(text));
            for (hash, text) in hashes.into_iter().zip(texts) {
                assert_eq!(shelf.text(hash).unwrap(), text);
            }
            assert_eq!(shelf.texts().end, 15, "equal texts are kept once");
            assert!(shelf.failure().is_none());
            assert!(shelf.text(ContentHash::of(b"other")).is_err());
        }
    }

    #[test]
    fn what_was_changed_is_not_handed_out() {
        let shelf = Shelf::new();
        let hash = shelf.keep("let me = 1;");
        let mut texts = shelf.texts();
        texts.file.rewind().unwrap();
        texts.file.write_all(b"X").unwrap();
        drop(texts);
        let error = shelf.text(hash).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
