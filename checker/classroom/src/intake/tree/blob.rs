//! A file that is opened again and again: on disk, or in memory.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::sync::Arc;

/// What an archive is read from.
pub(crate) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// A file.
#[derive(Debug)]
pub(crate) enum Blob {
    /// Opened once, so that it stays the same file.
    Disk(File),
    /// In memory.
    Memory(Arc<[u8]>),
}

impl Blob {
    /// A reader at its beginning. Only one is used at a time.
    pub(crate) fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        match self {
            Self::Disk(file) => {
                let mut file = file.try_clone()?;
                file.rewind()?;
                Ok(Box::new(file))
            }
            Self::Memory(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
        }
    }

    /// Its first bytes, at most `most`.
    pub(crate) fn head(&self, most: usize) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.open()?.take(most as u64).read_to_end(&mut head)?;
        Ok(head)
    }
}
