//! How much a submission may be.

use std::time::Duration;

/// What the intake puts up with. What is over a limit is refused, never cut off.
///
/// The defaults leave an honest learner far from every limit, also one who packs
/// the whole workbook with its `target` folder.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of one source file. Default: 1 MiB, as for the judge.
    pub file_bytes: u64,
    /// Bytes of all source files of a submission together. Default: 16 MiB.
    pub kept_bytes: u64,
    /// Entries of a submission: files, folders, links. Default: 100,000.
    pub entries: u64,
    /// Bytes that come out of one packed submission. Counted as they come, whatever
    /// the archive declares. Default: 2 GiB.
    pub unpacked_bytes: u64,
    /// How many bytes may come out of an archive for each that goes in, once
    /// [`Limits::FREE_BYTES`] have come out. Default: 200. Source text packs about 5 to 1;
    /// a file of zeros 1,000 to 1.
    pub ratio: u64,
    /// How many archives may lie one within the other. Default: 3.
    pub nesting: u32,
    /// Bytes of an archive within an archive, which is held in memory while it is
    /// read. Default: 64 MiB.
    pub nested_bytes: u64,
    /// Bytes of a path. Default: 1,024.
    pub path_bytes: usize,
    /// Bytes of one name in a path. Default: 255, as on most file systems.
    pub name_bytes: usize,
    /// How many folders deep a path may go. Default: 64.
    pub folders: usize,
    /// Entries of an archive that holds a whole class. Default: 1,000,000.
    pub class_entries: u64,
    /// Bytes that come out of an archive that holds a whole class. Default: 16 GiB.
    pub class_unpacked_bytes: u64,
    /// Bytes of a file that the source itself wrote: Gradescope's metadata, a list of
    /// repositories, a roster. Default: 64 MiB.
    pub listing_bytes: u64,
    /// How long git may take over one repository. Default: 60 seconds.
    pub repository_time: Duration,
    /// Memory that git may ask for at once, in MiB. Default: 256.
    pub repository_mebibytes: u64,
}

impl Limits {
    /// Bytes that come out of an archive before [`Limits::ratio`] is looked at: 1 MiB.
    pub const FREE_BYTES: u64 = 1024 * 1024;
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            file_bytes: MIB,
            kept_bytes: 16 * MIB,
            entries: 100_000,
            unpacked_bytes: 2048 * MIB,
            ratio: 200,
            nesting: 3,
            nested_bytes: 64 * MIB,
            path_bytes: 1024,
            name_bytes: 255,
            folders: 64,
            class_entries: 1_000_000,
            class_unpacked_bytes: 16 * 1024 * MIB,
            listing_bytes: 64 * MIB,
            repository_time: Duration::from_mins(1),
            repository_mebibytes: 256,
        }
    }
}
