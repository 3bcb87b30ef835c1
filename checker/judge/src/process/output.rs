//! Keeping the beginning and the end of an output of any length.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Instant;

/// The beginning and the end of what was written.
#[derive(Debug, Default)]
struct Kept {
    first: Vec<u8>,
    last: VecDeque<u8>,
    omitted: u64,
}

impl Kept {
    fn add(&mut self, mut bytes: &[u8], keep: usize) {
        let room = keep.saturating_sub(self.first.len()).min(bytes.len());
        self.first.extend_from_slice(&bytes[..room]);
        bytes = &bytes[room..];
        self.last.extend(bytes);
        let excess = self.last.len().saturating_sub(keep);
        self.last.drain(..excess);
        self.omitted += excess as u64;
    }

    fn written(&self) -> u64 {
        (self.first.len() + self.last.len()) as u64 + self.omitted
    }

    fn text(&self) -> String {
        let (a, b) = self.last.as_slices();
        if self.omitted == 0 {
            let whole = [self.first.as_slice(), a, b].concat();
            return String::from_utf8_lossy(&whole).into_owned();
        }
        let last = [a, b].concat();
        format!(
            "{}\n[... {} bytes left out ...]\n{}",
            String::from_utf8_lossy(&self.first),
            self.omitted,
            String::from_utf8_lossy(&last)
        )
    }
}

/// Reads an output on a thread of its own, to its end, so that the writer never
/// has to wait.
pub(super) struct Collector {
    kept: Arc<Mutex<Kept>>,
    ended: Receiver<()>,
}

impl Collector {
    /// Begins to read. `closed` is dropped when the output ends.
    pub(super) fn start(
        mut output: impl Read + Send + 'static,
        keep: usize,
        closed: Sender<()>,
    ) -> io::Result<Self> {
        let kept = Arc::new(Mutex::new(Kept::default()));
        let (end, ended) = mpsc::channel();
        let shared = Arc::clone(&kept);
        thread::Builder::new()
            .name("output".to_owned())
            .spawn(move || {
                let mut buffer = [0; 8192];
                loop {
                    match output.read(&mut buffer) {
                        Ok(0) => break,
                        Ok(read) => lock(&shared).add(&buffer[..read], keep),
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                        Err(_) => break,
                    }
                }
                drop((closed, end));
            })?;
        Ok(Self { kept, ended })
    }

    /// How many bytes were written so far.
    pub(super) fn written(&self) -> u64 {
        lock(&self.kept).written()
    }

    /// What was written, read to its end or to `deadline`.
    pub(super) fn finish(self, deadline: Instant) -> String {
        // Nothing is ever sent: this returns when the reader is done. One that
        // is not done in time is left behind; it ends with its pipe.
        let _ = self
            .ended
            .recv_timeout(deadline.saturating_duration_since(Instant::now()));
        lock(&self.kept).text()
    }
}

fn lock(kept: &Mutex<Kept>) -> std::sync::MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(pieces: &[&str], keep: usize) -> String {
        let mut kept = Kept::default();
        for piece in pieces {
            kept.add(piece.as_bytes(), keep);
        }
        kept.text()
    }

    #[test]
    fn what_fits_is_kept_whole() {
        assert_eq!(kept(&["abc", "def", "g"], 4), "abcdefg");
        assert_eq!(kept(&[], 4), "");
        assert_eq!(kept(&["abcdefgh"], 4), "abcdefgh");
    }

    #[test]
    fn of_a_flood_the_beginning_and_the_end_are_kept() {
        assert_eq!(
            kept(&["abc", "defgh", "ij"], 4),
            "abcd\n[... 2 bytes left out ...]\nghij"
        );
    }
}
