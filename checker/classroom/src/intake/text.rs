//! The text that was taken, and its digest.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::RawName;
use crate::intake::shelf::Shelf;

/// A digest of content. The same text has the same digest, on every machine, for ever.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// 64 hexadecimal digits.
impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A source file of a learner: UTF-8 text of at most [`crate::Limits::file_bytes`].
///
/// The text is as handed in, to the byte. Files of the same content share it.
#[derive(Debug, Clone)]
pub struct SourceFile {
    shelf: Arc<Shelf>,
    hash: ContentHash,
    found: RawName,
}

impl SourceFile {
    pub(crate) fn new(shelf: Arc<Shelf>, hash: ContentHash, found: RawName) -> Self {
        Self { shelf, hash, found }
    }

    /// The text, from the shelf on which all texts of its class lie.
    ///
    /// # Errors
    /// When it cannot be read from there any more.
    pub fn text(&self) -> std::io::Result<String> {
        self.shelf.text(self.hash)
    }

    /// The digest of the text.
    pub fn hash(&self) -> ContentHash {
        self.hash
    }

    /// Where it was found.
    pub fn found(&self) -> &RawName {
        &self.found
    }
}

/// What a learner handed in for one exercise. It has at least one file.
#[derive(Debug, Clone)]
pub struct Work {
    files: BTreeMap<String, SourceFile>,
}

impl Work {
    /// `None` when there is no file.
    pub(crate) fn new(files: BTreeMap<String, SourceFile>) -> Option<Self> {
        (!files.is_empty()).then_some(Self { files })
    }

    /// The file that is judged, `src/lib.rs`, if it was handed in.
    pub fn lib(&self) -> Option<&SourceFile> {
        self.files.get("lib.rs")
    }

    /// Every file with its path below `src/`, with `/`: `lib.rs`, `inner/mod.rs`.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// A digest of all files, paths and texts.
    pub fn hash(&self) -> ContentHash {
        let mut digest = blake3::Hasher::new();
        for (path, file) in &self.files {
            digest.update(&(path.len() as u64).to_le_bytes());
            digest.update(path.as_bytes());
            digest.update(&file.hash.0);
        }
        ContentHash(*digest.finalize().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_paths_and_texts_apart() {
        let shelf = Arc::new(Shelf::new());
        let work = |files: &[(&str, &str)]| {
            let files = files.iter().map(|(path, text)| {
                let file = SourceFile::new(Arc::clone(&shelf), shelf.keep(text), "x".into());
                ((*path).to_owned(), file)
            });
            Work::new(files.collect()).unwrap().hash()
        };
        let one = work(&[("lib.rs", "a")]);
        assert_eq!(one, work(&[("lib.rs", "a")]));
        assert_ne!(one, work(&[("lib.rs", "b")]));
        assert_ne!(one, work(&[("lab.rs", "a")]));
        assert_ne!(one, work(&[("lib.rs", "a"), ("b.rs", "")]));
        assert_eq!(one.to_string().len(), 64);
        assert!(Work::new(BTreeMap::new()).is_none());
    }
}
