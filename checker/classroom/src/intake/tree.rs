//! A folder, an archive or a repository, seen as a list of entries that can be read.

mod archive;
mod blob;
mod folder;
mod git;
mod meter;
mod tar;
mod zip;

use std::io::Read;

use crate::intake::path::Separators;
use crate::{RawName, WhyIgnored, WhyRefused};

pub(crate) use archive::open;
pub(crate) use blob::Blob;
pub(crate) use folder::{FolderTree, children, open_ordinary};
pub(crate) use git::{Repository, is_repository};
pub(crate) use meter::{Bounds, too_much};

/// An entry.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    /// Its path in the tree, as it stands there.
    pub path: RawName,
    /// What it is.
    pub kind: Kind,
    /// Its size as declared. Nothing rests on it but an early refusal.
    pub size: u64,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A regular file.
    File,
    /// A folder. It carries nothing, so nobody misses it in a list.
    Folder,
    /// Something that is left out whatever its name.
    Skipped(WhyIgnored),
    /// Something that is refused whatever its name.
    Bad(WhyRefused),
}

/// The content of a file, as it comes.
pub(crate) struct Content<'a> {
    /// What is in it.
    pub reader: &'a mut dyn Read,
    /// How many bytes it took up before it was unpacked, where that is known.
    pub packed: Option<u64>,
}

/// What receives content: the entry's index, and its content or why there is none.
pub(crate) type Take<'t> = dyn FnMut(usize, Result<Content<'_>, WhyRefused>) + 't;

/// Entries that can be listed and read.
pub(crate) trait Tree {
    /// How names are separated in it.
    fn separators(&self) -> Separators {
        Separators::Slash
    }

    /// Every entry, in an order that stays the same.
    ///
    /// # Errors
    /// When the tree cannot be listed to its end, or is over a limit.
    fn list(&mut self) -> Result<Vec<Listed>, WhyRefused>;

    /// Hands the content of each wanted entry to `take`, once. `wanted` are indices
    /// into what [`Tree::list`] gave, rising.
    ///
    /// # Errors
    /// When the tree as a whole cannot be read. Some may have been handed over.
    fn visit(&mut self, wanted: &[usize], take: &mut Take<'_>) -> Result<(), WhyRefused>;
}
