//! What became of an entry that was not taken, and why.

use std::fmt;

use crate::RawName;

/// An entry that was left out because it is not a learner's source. Nothing is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// Where it was found.
    pub path: RawName,
    /// Why it was left out.
    pub why: WhyIgnored,
    /// How many entries this stands for: more than 1 only for a folder of which no part
    /// could ever be taken.
    pub entries: u64,
}

/// An entry that was left out because something is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where it was found. `None` when the whole submission is meant.
    pub path: Option<RawName>,
    /// What is wrong with it.
    pub why: WhyRefused,
}

impl fmt::Display for Ignored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.why)?;
        match self.entries {
            0 | 1 => Ok(()),
            entries => write!(f, " ({entries} entries)"),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{path}: {}", self.why),
            None => write!(f, "{}", self.why),
        }
    }
}

/// Why an entry was left out without anything being wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhyIgnored {
    /// No `.rs` file.
    NotRust,
    /// A `.rs` file that does not stand where an exercise's `src/` stands.
    NotInASource,
    /// It stands where a source would, of an exercise that this workbook does not have.
    NoSuchExercise(String),
    /// A folder that tools make, such as `target` or `.git`.
    MadeByTools,
    /// A part of the workbook that learners do not edit. The judge uses its own.
    OfTheWorkbook,
    /// A test, a manifest or a setting. The judge uses its own.
    NotTheLearners,
    /// The same file stands in a place that comes before this one.
    SameAs(RawName),
    /// Another copy of the exercise stands where the workbook has it.
    OtherCopy(RawName),
    /// An archive that stands too deep to be a hand-in.
    PackedDeep,
    /// Another repository, named by this one but not part of it.
    Submodule,
    /// A text typed into a form, no file.
    TypedText,
    /// Not named as this kind of source names submissions.
    NotASubmission,
}

impl fmt::Display for WhyIgnored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRust => f.write_str("is no Rust source"),
            Self::NotInASource => f.write_str(
                "does not stand where an exercise's source stands \
                 (`exercises/ex05_topic/src/`, `ex05/src/` or `ex05.rs`)",
            ),
            Self::NoSuchExercise(package) => {
                write!(f, "belongs to {package}, which this workbook does not have")
            }
            Self::MadeByTools => f.write_str("was made by tools, not by the learner"),
            Self::OfTheWorkbook => {
                f.write_str("is a part of the workbook that the judge has of its own")
            }
            Self::NotTheLearners => {
                f.write_str("is a test or a setting: the judge uses its own copy")
            }
            Self::SameAs(other) => write!(f, "has the same content as {other}"),
            Self::OtherCopy(other) => write!(
                f,
                "is another copy: {other} stands where the workbook has it, and counts"
            ),
            Self::PackedDeep => {
                f.write_str("is an archive that does not stand at the top of the submission")
            }
            Self::Submodule => f.write_str("is another repository (a submodule)"),
            Self::TypedText => f.write_str("was typed into a form and is no file"),
            Self::NotASubmission => {
                f.write_str("is not named as a submission is in this kind of download")
            }
        }
    }
}

/// What is wrong with an entry, an archive or a submission. `Display` says what is wrong,
/// to be read after its path; [`WhyRefused::advice`] what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhyRefused {
    /// The path has `..` in it.
    Traversal,
    /// The path begins at the root.
    Absolute,
    /// The path is one of Windows' own: a drive, a share, a stream.
    WindowsPath,
    /// There is a `\` in the path, where it separates nothing.
    Backslash,
    /// The name is empty.
    NoName,
    /// The path or a name in it has too many bytes.
    LongPath,
    /// The path goes through too many folders.
    DeepPath,
    /// The name is not UTF-8.
    NameNotUtf8,
    /// The name has control characters in it, or such as cannot be seen.
    ControlInName,
    /// A symbolic link.
    Symlink,
    /// A hard link.
    HardLink,
    /// A device.
    Device,
    /// A named pipe.
    Fifo,
    /// A socket.
    Socket,
    /// A file with holes, or of a kind that is not known.
    OddFile,
    /// It needs a password.
    Encrypted,
    /// It cannot be read to its end, or its checksum is wrong.
    Damaged(String),
    /// It is packed in a way that is not read here.
    UnknownPacking(String),
    /// It is an archive of a kind that is not read here.
    UnknownArchive(&'static str),
    /// It has more than [`crate::Limits::file_bytes`].
    LargeFile(u64),
    /// The submission or archive is over one of the [`crate::Limits`].
    OverLimit {
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// What comes out of it is out of all proportion to what went in.
    Bomb {
        /// How many times as large it may grow.
        ratio: u64,
    },
    /// Another entry has the same path, or one that differs only in case or in the way
    /// that its letters are composed.
    Duplicate(RawName),
    /// Several different files claim to be the same exercise.
    Ambiguous(Vec<RawName>),
    /// It is not UTF-8 text. The line, from 1.
    TextNotUtf8(usize),
    /// It changed while it was read.
    Changed,
    /// The operating system did not hand it out.
    Unreadable(String),
    /// It belongs to an archive or a submission that was refused whole.
    WithTheRest,
    /// There is nothing at this path.
    NotThere,
    /// There is no git repository at this path.
    NoRepository,
    /// The repository has no commit at `HEAD`.
    NoCommit,
    /// The repository reaches for objects outside itself.
    BorrowedObjects,
    /// The repository is kept in a form that is not read here.
    UnknownRepository(&'static str),
    /// Git did not do what was asked.
    Git(String),
}

impl fmt::Display for WhyRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Traversal => f.write_str("climbs out of its folder with `..`"),
            Self::Absolute => f.write_str("is an absolute path"),
            Self::WindowsPath => f.write_str("is a Windows path with a drive, a share or a stream"),
            Self::Backslash => f.write_str("has a backslash in its name"),
            Self::NoName => f.write_str("has no name"),
            Self::LongPath => f.write_str("has a path that is too long"),
            Self::DeepPath => f.write_str("lies too many folders deep"),
            Self::NameNotUtf8 => f.write_str("has a name that is not UTF-8"),
            Self::ControlInName => {
                f.write_str("has control characters, or such as cannot be seen, in its name")
            }
            Self::Symlink => f.write_str("is a symbolic link"),
            Self::HardLink => f.write_str("is a hard link"),
            Self::Device => f.write_str("is a device"),
            Self::Fifo => f.write_str("is a named pipe"),
            Self::Socket => f.write_str("is a socket"),
            Self::OddFile => f.write_str("is no ordinary file"),
            Self::Encrypted => f.write_str("is encrypted"),
            Self::Damaged(how) => write!(f, "is damaged: {}", safe(how)),
            Self::UnknownPacking(how) => write!(f, "is packed in an unusual way: {}", safe(how)),
            Self::UnknownArchive(kind) => write!(f, "is a {kind} archive"),
            Self::LargeFile(limit) => write!(f, "is larger than {}", size(*limit)),
            Self::OverLimit { what, limit } => {
                let limit = if what.contains("bytes") {
                    size(*limit)
                } else {
                    limit.to_string()
                };
                write!(f, "has too many {what}: more than {limit}")
            }
            Self::Bomb { ratio } => write!(
                f,
                "grows to more than {ratio} times its size when it is unpacked"
            ),
            Self::Duplicate(other) => write!(f, "has the same path as {other}, or nearly so"),
            Self::Ambiguous(all) => {
                f.write_str("is one of several files for the same exercise:")?;
                all.iter().try_for_each(|path| write!(f, " {path}"))
            }
            Self::TextNotUtf8(line) => write!(f, "is not UTF-8 text in line {line}"),
            Self::Changed => f.write_str("changed while it was read"),
            Self::Unreadable(error) => write!(f, "cannot be read: {}", safe(error)),
            Self::WithTheRest => f.write_str("came with something that was refused whole"),
            Self::NotThere => f.write_str("is not there"),
            Self::NoRepository => f.write_str("is no git repository"),
            Self::NoCommit => f.write_str("has no commit at HEAD"),
            Self::BorrowedObjects => {
                f.write_str("is a repository that reaches for files outside itself")
            }
            Self::UnknownRepository(how) => write!(f, "is a repository with {how}"),
            Self::Git(error) => write!(f, "cannot be read by git: {}", safe(error)),
        }
    }
}

impl WhyRefused {
    /// What the instructor, or the learner, can do about it. One sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Traversal | Self::Absolute | Self::WindowsPath | Self::Backslash => {
                "Ask for an archive whose paths begin at the learner's own folder."
            }
            Self::NoName | Self::LongPath | Self::DeepPath => {
                "Ask for the files below `exercises` alone, with their own names."
            }
            Self::NameNotUtf8 | Self::ControlInName => {
                "Rename the file to plain letters and hand it in again."
            }
            Self::Symlink
            | Self::HardLink
            | Self::Device
            | Self::Fifo
            | Self::Socket
            | Self::OddFile => {
                "Ask for the file itself; if the folder is your own, copy it with its contents first."
            }
            Self::Encrypted => "Ask for an archive without a password.",
            Self::Damaged(_) | Self::WithTheRest => {
                "Download it again; if it stays so, ask the learner to hand it in again."
            }
            Self::UnknownPacking(_) | Self::UnknownArchive(_) => {
                "Unpack it in a safe place, or ask for a zip or tar.gz archive."
            }
            Self::LargeFile(_) | Self::OverLimit { .. } | Self::Bomb { .. } => {
                "Ask for the `exercises` folder alone, without `target`."
            }
            Self::Duplicate(_) | Self::Ambiguous(_) => {
                "Ask which one counts, and have only that one handed in."
            }
            Self::TextNotUtf8(_) => "Have the file saved as UTF-8 and handed in again.",
            Self::Changed => "Copy the submissions to a place that only you can write to.",
            Self::Unreadable(_) => "See who may read the file, and read the submissions again.",
            Self::NotThere => "See whether the path is spelt right.",
            Self::NoRepository => "Clone the repository first, and give the clone's folder.",
            Self::NoCommit => "Ask the learner to commit and push.",
            Self::BorrowedObjects => {
                "Clone it with `git clone --no-local --dissociate`, and read the clone."
            }
            Self::UnknownRepository(_) => "Make an ordinary clone of it, and read that.",
            Self::Git(_) => "Clone it again; `git fsck` in the clone says more.",
        }
    }
}

/// Words of a library or a system, which may quote what it read.
fn safe(words: &str) -> RawName {
    RawName::from(words)
}

fn size(bytes: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    if bytes >= MIB && bytes.is_multiple_of(MIB) {
        format!("{} MiB", bytes / MIB)
    } else {
        format!("{bytes} bytes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_library_quotes_is_shown_safely() {
        let evil = "bad name \u{1b}[2J".to_owned();
        for why in [
            WhyRefused::Damaged(evil.clone()),
            WhyRefused::UnknownPacking(evil.clone()),
            WhyRefused::Unreadable(evil.clone()),
            WhyRefused::Git(evil),
        ] {
            assert!(!why.to_string().contains(char::is_control), "{why}");
        }
        let limit = WhyRefused::LargeFile(1024 * 1024);
        assert_eq!(limit.to_string(), "is larger than 1 MiB");
    }
}
