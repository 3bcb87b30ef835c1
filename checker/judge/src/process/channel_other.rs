//! A channel where a program can be given none of its own: a file with what it is told,
//! and its standard output.

use std::io::{self, Write as _};
use std::process::Command;
use std::time::Instant;

use tempfile::NamedTempFile;

use super::Channel;

/// The file, removed when this is dropped, if the program did not do so.
pub(super) struct Line(NamedTempFile);

impl Line {
    /// Names the file in the last argument of `command`.
    pub(super) fn open(command: &mut Command, channel: &Channel<'_>) -> io::Result<Self> {
        let mut file = NamedTempFile::new()?;
        writeln!(file, "{}", channel.told)?;
        file.flush()?;
        command.arg(file.path());
        Ok(Self(file))
    }

    /// What was said among everything else.
    pub(super) fn finish(self, _deadline: Instant, stdout: &str) -> String {
        drop(self.0);
        stdout.to_owned()
    }
}
