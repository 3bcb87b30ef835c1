//! The checker in a terminal of its own: a pseudo-terminal, and an emulator that reads it.

use std::io::{Read as _, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const ROWS: u16 = 24;
const COLUMNS: u16 = 90;
const SIZE: PtySize = PtySize {
    rows: ROWS,
    cols: COLUMNS,
    pixel_width: 0,
    pixel_height: 0,
};
/// Whoever draws a screen hides the cursor when all of it is drawn.
const DRAWN: &[u8] = b"\x1b[?25l";
/// Nothing takes this long: whoever waits for it waits in vain.
const IN_VAIN: Duration = Duration::from_secs(30);

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// What was written and not yet shown.
    unseen: Vec<u8>,
    screen: vt100::Parser,
    master: Box<dyn MasterPty + Send>,
}

/// A command that starts the checker in `folder`, as a terminal would.
fn checker(folder: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_checker"));
    command.args(arguments);
    command.cwd(folder);
    command.env("LC_ALL", "C.UTF-8");
    command.env("TERM", "xterm-256color");
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(variable);
    }
    command
}

impl Terminal {
    /// Starts the checker in `folder`.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let child = pair
            .slave
            .spawn_command(checker(folder, arguments))
            .unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keys: pair.master.take_writer().unwrap(),
            output,
            unseen: Vec::new(),
            screen: vt100::Parser::new(ROWS, COLUMNS, 0),
            master: pair.master,
        }
    }

    /// Types.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Makes the window larger or smaller.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            ..SIZE
        };
        self.screen.screen_mut().set_size(rows, columns);
        self.master.resize(size).unwrap();
    }

    /// What is on the screen once it shows `text`, all of it drawn.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> String {
        let deadline = Instant::now() + IN_VAIN;
        loop {
            while self.draw() {
                let shown = self.shown();
                if shown.contains(text) {
                    return shown;
                }
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.unseen.extend(bytes),
                Err(error) => panic!("{text:?} never came ({error}):\n{}", self.shown()),
            }
        }
    }

    /// Shows one more screen, if one was drawn to its end.
    fn draw(&mut self) -> bool {
        let mut places = self.unseen.windows(DRAWN.len());
        let Some(at) = places.position(|bytes| bytes == DRAWN) else {
            return false;
        };
        let drawn: Vec<u8> = self.unseen.drain(..at + DRAWN.len()).collect();
        self.screen.process(&drawn);
        true
    }

    fn shown(&self) -> String {
        let rows = self.screen.screen().rows(0, COLUMNS);
        let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n").trim_end().to_owned()
    }

    /// Starts the checker in `folder`, closes its terminal once a screen is drawn, and waits for
    /// the end. False if it does not come.
    pub fn close_at_once(folder: &Path, arguments: &[&str]) -> bool {
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let mut child = pair
            .slave
            .spawn_command(checker(folder, arguments))
            .unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
        while !seen.windows(DRAWN.len()).any(|bytes| bytes == DRAWN) {
            let read = reader.read(&mut buffer).unwrap();
            seen.extend_from_slice(&buffer[..read]);
        }
        drop((reader, pair.master));
        let deadline = Instant::now() + IN_VAIN;
        while child.try_wait().unwrap().is_none() {
            if Instant::now() > deadline {
                child.kill().unwrap();
                return false;
            }
            thread::sleep(Duration::from_millis(20));
        }
        true
    }

    /// Waits for the end; says the exit code, and what is on the screen then.
    pub fn end(mut self) -> (u32, String) {
        // The reader ends with the process; whatever was still under way comes first.
        self.screen.process(&std::mem::take(&mut self.unseen));
        while let Ok(bytes) = self.output.recv_timeout(IN_VAIN) {
            self.screen.process(&bytes);
        }
        let status = self.child.wait().unwrap();
        assert!(
            !self.screen.screen().alternate_screen(),
            "the terminal was not given back"
        );
        (status.exit_code(), self.shown())
    }
}
