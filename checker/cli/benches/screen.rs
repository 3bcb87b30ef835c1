//! From a save to the verdict on the screen: `cargo bench -p checker --bench screen`.
//!
//! Both programs run in a terminal, a pseudo-terminal that this one reads: our screen in a fresh clone
//! of this repository (what is not committed does not count), and beside it rustlings on its threads
//! exercises, in the same run. A pass and a compile error take turns, so that each verdict can be told
//! from the one before; each text is one that was never judged. The clock starts when the save is
//! done, and stops when the terminal has been told what the verdict is. Nothing else should be running.
//!
//! Rustlings is built once, from crates.io, and kept below `target/`.

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

mod fresh;

use fresh::{ROUNDS, Result, begins_with, cargo, cargos_own, clone_to, here, median};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The exercises of ours that are saved.
const OURS: [&str; 3] = ["ex01", "ex15", "ex18"];
/// Those of rustlings.
const THEIRS: [&str; 3] = ["threads1", "threads2", "threads3"];
/// The version that is measured.
const RUSTLINGS: &str = "6.5.0";
/// Whoever waits so long waits in vain.
const IN_VAIN: Duration = Duration::from_mins(5);
/// Between two rounds, so that none begins while the one before is still being cleared away.
const REST: Duration = Duration::from_millis(400);
/// What no exercise has.
const SLIP: &str = "fn slip() -> u32 { missing }";

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut rows = Vec::new();
    let workbook = folder.path().join("workbook");
    clone_to(&workbook)?;
    succeed(&mut cargo(
        &workbook,
        &["build", "--quiet", "-p", "checker"],
    ))?;
    let checker = workbook.join("target/debug/checker");
    for name in OURS {
        rows.push(ours(&workbook, &checker, name)?);
    }
    let rustlings = rustlings()?;
    succeed(
        Command::new(&rustlings)
            .arg("init")
            .current_dir(folder.path())
            .stdin(Stdio::piped()),
    )?;
    for name in THEIRS {
        rows.push(theirs(&folder.path().join("rustlings"), &rustlings, name)?);
    }
    println!(
        "\n{:<32} {:>10} {:>15}",
        "save to verdict shown", "pass", "compile error"
    );
    for row in &rows {
        println!(
            "{:<32} {:>8} ms {:>12} ms",
            row.what,
            row.pass.as_millis(),
            row.error.as_millis()
        );
    }
    println!("{:<32} {:>8} ms {:>12} ms", "aim", 500, 250);
    let (ours, theirs) = rows.split_at(OURS.len());
    println!(
        "\nours to theirs, means of the medians: a pass {:.2}, a compile error {:.2}",
        mean(ours, |row| row.pass) / mean(theirs, |row| row.pass),
        mean(ours, |row| row.error) / mean(theirs, |row| row.error),
    );
    Ok(())
}

struct Row {
    what: String,
    pass: Duration,
    error: Duration,
}

fn mean(rows: &[Row], time: impl Fn(&Row) -> Duration) -> f64 {
    let total: Duration = rows.iter().map(time).sum();
    total.as_secs_f64() / f64::from(u32::try_from(rows.len()).unwrap_or(1))
}

fn ours(workbook: &Path, checker: &Path, name: &str) -> Result<Row> {
    let source = begins_with(&workbook.join("exercises"), name)?.join("src/lib.rs");
    let right = begins_with(&workbook.join("solutions"), name)?.join("lib.rs");
    let right = fs::read_to_string(right)?;
    let mut screen = Screen::open(workbook, checker, &["watch"])?;
    screen.wait("a verdict", |shown| shown.contains("incomplete"))?;
    screen.press("l")?;
    screen.wait("the list", |shown| shown.contains("All exercises"))?;
    screen.press(&format!("/{name}\r\r"))?;
    let title = format!("{name} ");
    screen.wait("the exercise", |shown| {
        shown.starts_with(&title) && (shown.contains("incomplete") || shown.contains("passed"))
    })?;
    measure(&mut screen, &source, &right, name, |shown| {
        if shown.contains("✓ passed") {
            Some(true)
        } else {
            shown.contains("✗ compile-error").then_some(false)
        }
    })
}

fn theirs(home: &Path, rustlings: &Path, name: &str) -> Result<Row> {
    let exercise = Path::new("20_threads").join(name).with_extension("rs");
    let source = home.join("exercises").join(&exercise);
    fs::write(
        home.join(".rustlings-state.txt"),
        format!("DON'T EDIT THIS FILE!\n\n{name}\n"),
    )?;
    let mut screen = Screen::open(home, rustlings, &[])?;
    screen.wait("their screen", |shown| shown.contains("Current exercise"))?;
    let is_done = |shown: &str| shown.contains("Exercise done");
    // They hand out the solution of whatever has no error.
    fs::write(&source, "fn main() {}\n")?;
    screen.wait("done", is_done)?;
    let right = fs::read_to_string(home.join("solutions").join(&exercise))?;
    measure(
        &mut screen,
        &source,
        &right,
        &format!("rustlings {name}"),
        |shown| {
            if is_done(shown) {
                Some(true)
            } else {
                shown.contains("cannot find value").then_some(false)
            }
        },
    )
}

/// Saves a text that has an error and one that is right, by turns. `verdict` tells what a screen says:
/// whether the file is right.
fn measure(
    screen: &mut Screen,
    source: &Path,
    right: &str,
    what: &str,
    verdict: impl Fn(&str) -> Option<bool>,
) -> Result<Row> {
    let (mut passes, mut errors) = (Vec::new(), Vec::new());
    // The first round warms up.
    for round in 0..=ROUNDS {
        for (is_right, times) in [(false, &mut errors), (true, &mut passes)] {
            let slip = if is_right { "" } else { SLIP };
            thread::sleep(REST);
            fs::write(source, format!("{right}{slip}// round {round}\n"))?;
            let saved = Instant::now();
            screen.wait("the verdict", |shown| verdict(shown) == Some(is_right))?;
            if round > 0 {
                times.push(saved.elapsed());
            }
        }
    }
    let row = Row {
        what: what.to_owned(),
        pass: median(passes),
        error: median(errors),
    };
    eprintln!("{what}: {:?} {:?}", row.pass, row.error);
    Ok(row)
}

/// A program in a terminal. It is ended when this is dropped.
struct Screen {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    shown: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Screen {
    fn open(folder: &Path, program: &Path, arguments: &[&str]) -> Result<Self> {
        let size = PtySize {
            rows: 60,
            cols: 120,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        for name in cargos_own() {
            command.env_remove(name);
        }
        let child = pair.slave.spawn_command(command)?;
        let mut reader = pair.master.try_clone_reader()?;
        let (send, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            child,
            keys: pair.master.take_writer()?,
            output,
            shown: vt100::Parser::new(size.rows, size.cols, 0),
            _master: pair.master,
        })
    }

    fn press(&mut self, keys: &str) -> Result<()> {
        self.keys.write_all(keys.as_bytes())?;
        Ok(self.keys.flush()?)
    }

    /// Reads until the screen is so.
    fn wait(&mut self, what: &str, is_so: impl Fn(&str) -> bool) -> Result<()> {
        let deadline = Instant::now() + IN_VAIN;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                let shown = self.shown.screen().contents();
                return Err(format!("{what} never came:\n{shown}").into());
            };
            self.shown.process(&bytes);
            if is_so(&self.shown.screen().contents()) {
                return Ok(());
            }
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn succeed(command: &mut Command) -> Result<()> {
    // `rustlings init` wants to be told that it may go on.
    let mut child = command.stdout(Stdio::null()).spawn()?;
    if let Some(mut keys) = child.stdin.take() {
        keys.write_all(b"\n")?;
    }
    if child.wait()?.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed").into())
    }
}

/// The program, built if it is not there yet.
fn rustlings() -> Result<PathBuf> {
    let home = here()?.join("target/rustlings").join(RUSTLINGS);
    let program = home.join("bin/rustlings");
    if !program.is_file() {
        let home = home.to_string_lossy();
        let version = ["--version", RUSTLINGS, "--locked"];
        let arguments = ["install", "rustlings", "--quiet", "--root", &home];
        succeed(&mut cargo(
            &here()?,
            &[&arguments[..], &version[..]].concat(),
        ))?;
    }
    Ok(program)
}
