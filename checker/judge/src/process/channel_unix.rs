//! A channel of a program's own on Unix: a socket, as its standard input.

use std::io::{self, Write as _};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Instant;

use super::Channel;
use super::output::Collector;

/// Our end.
pub(super) struct Line(Collector);

impl Line {
    /// Gives `command` the other end.
    pub(super) fn open(command: &mut Command, channel: &Channel<'_>) -> io::Result<Self> {
        let (mut ours, theirs) = UnixStream::pair()?;
        // It fits into the socket's buffer: nobody has to read it yet.
        ours.write_all(format!("{}\n", channel.told).as_bytes())?;
        ours.shutdown(Shutdown::Write)?;
        command.stdin(Stdio::from(OwnedFd::from(theirs)));
        let (closed, _) = mpsc::channel();
        Ok(Self(Collector::start(ours, channel.keep, closed)?))
    }

    /// What was said, read to its end or to `deadline`.
    pub(super) fn finish(self, deadline: Instant, _stdout: &str) -> String {
        self.0.finish(deadline)
    }
}
