//! Opening an archive by its content.

use super::tar::TarTree;
use super::zip::ZipTree;
use super::{Blob, Bounds, Tree};
use crate::WhyRefused;
use crate::intake::sniff::{HEAD, Packing, sniff};

/// The archive in `blob`, or `None` when it is no archive.
pub(crate) fn open(blob: Blob, bounds: Bounds) -> Result<Option<Box<dyn Tree>>, WhyRefused> {
    let head = blob
        .head(HEAD)
        .map_err(|error| WhyRefused::Unreadable(error.to_string()))?;
    Ok(match sniff(&head) {
        Packing::Zip => Some(Box::new(ZipTree::new(blob, bounds))),
        Packing::Tar => Some(Box::new(TarTree::new(blob, false, bounds))),
        Packing::TarGz => Some(Box::new(TarTree::new(blob, true, bounds))),
        Packing::Foreign(kind) => return Err(WhyRefused::UnknownArchive(kind)),
        Packing::None => None,
    })
}
