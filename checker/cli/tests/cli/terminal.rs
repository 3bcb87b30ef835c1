//! The checker in a terminal of its own: a pseudo-terminal, and an emulator that reads it.

use std::io::{Read as _, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Columns and rows.
type Size = (u16, u16);

/// What would make a difference, and must not.
const UNSET: [&str; 7] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "RUST_BACKTRACE",
    "VISUAL",
    "EDITOR",
    "TERM_PROGRAM",
];
/// What a window is usually given here.
const USUAL: Size = (90, 24);
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
    /// Everything that was written.
    written: Vec<u8>,
    master: Box<dyn MasterPty + Send>,
}

/// A command that starts the checker in `folder`, as a terminal would.
fn checker(folder: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_checker"));
    command.args(arguments);
    command.cwd(folder);
    command.env("LC_ALL", "C.UTF-8");
    command.env("TERM", "xterm-256color");
    // No link, whatever terminal the tests are run in.
    command.env("FORCE_HYPERLINK", "0");
    for variable in UNSET {
        command.env_remove(variable);
    }
    command
}

fn pty_size((cols, rows): Size) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

impl Terminal {
    /// Starts the checker in `folder`.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::open(folder, arguments, USUAL, &[])
    }

    /// Starts the checker in `folder`, in a window of some size, with some variables.
    pub fn open(folder: &Path, arguments: &[&str], size: Size, variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = checker(folder, arguments);
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
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
            screen: vt100::Parser::new(size.1, size.0, 0),
            written: Vec::new(),
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
        self.screen.screen_mut().set_size(rows, columns);
        self.master.resize(pty_size((columns, rows))).unwrap();
    }

    /// What is on the screen once it shows `text`, all of it drawn.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> String {
        self.wait_until(text, |shown| shown.contains(text))
    }

    /// What is on the screen once `is_so`.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + IN_VAIN;
        loop {
            while self.draw() {
                let shown = self.shown();
                if is_so(&shown) {
                    return shown;
                }
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => {
                    self.written.extend_from_slice(&bytes);
                    self.unseen.extend(bytes);
                }
                Err(error) => panic!("{what:?} never came ({error}):\n{}", self.shown()),
            }
        }
    }

    /// Everything that was written so far, with colours and all.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.written).into_owned()
    }

    /// The number of the checker's process.
    pub fn id(&self) -> u32 {
        self.child.process_id().unwrap()
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
        let (_, columns) = self.screen.screen().size();
        let rows = self.screen.screen().rows(0, columns);
        let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n").trim_end().to_owned()
    }

    /// Starts the checker in `folder`, closes its terminal once a screen is drawn, and waits for
    /// the end. False if it does not come.
    pub fn close_at_once(folder: &Path, arguments: &[&str]) -> bool {
        Self::close_once(folder, arguments, || true)
    }

    /// As [`Terminal::close_at_once`], once `is_ready`. Until then something must be moving on the
    /// screen.
    pub fn close_once(folder: &Path, arguments: &[&str], is_ready: impl Fn() -> bool) -> bool {
        let pair = native_pty_system().openpty(pty_size(USUAL)).unwrap();
        let mut child = pair
            .slave
            .spawn_command(checker(folder, arguments))
            .unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
        while !seen.windows(DRAWN.len()).any(|bytes| bytes == DRAWN) || !is_ready() {
            let read = reader.read(&mut buffer).unwrap();
            seen.extend_from_slice(&buffer[..read]);
        }
        drop((reader, pair.master));
        ends(&mut *child)
    }

    /// Waits for the end; says the exit code, and what is on the screen then.
    pub fn end(mut self) -> (u32, String) {
        // The reader ends with the process; whatever was still under way comes first.
        self.screen.process(&std::mem::take(&mut self.unseen));
        while let Ok(bytes) = self.output.recv_timeout(IN_VAIN) {
            self.screen.process(&bytes);
        }
        assert!(ends(&mut *self.child), "it does not end:\n{}", self.shown());
        let status = self.child.wait().unwrap();
        assert!(
            !self.screen.screen().alternate_screen(),
            "the terminal was not given back"
        );
        (status.exit_code(), self.shown())
    }
}

/// Waits for the end of a process. False if it does not come.
fn ends(child: &mut (dyn Child + Send + Sync)) -> bool {
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
