//! Ways to read what is no business of the program's.

mod attempt;

use std::fs;
use std::io::{self, Read as _};

use attempt::{at_text, call, given, number, program, text};

fn main() {
    attempt::make(&[
        ("passwd", || read("/etc/passwd")),
        ("passwd_by_path", || open_by_path("/etc/passwd")),
        ("passwd_handle", || handle("/etc/passwd")),
        ("own_environ", || read("/proc/self/environ")),
        ("own_maps", || read("/proc/self/maps")),
        ("own_memory", own_memory),
        ("judge_environ", || {
            read(&format!("/proc/{}/environ", number("judge")))
        }),
        ("judge_files", || {
            list(&format!("/proc/{}/fd", number("judge")))
        }),
        ("solution", || read(&given("solution"))),
        ("solution_size", || {
            fs::metadata(given("solution")).map(drop)
        }),
        ("hidden_tests", || read(&given("hidden"))),
        ("neighbour", || read(&given("neighbour"))),
        ("neighbours", || list(&given("neighbours"))),
        ("watch_neighbours", watch),
        ("own_program", || read(&program())),
        ("temporary", || read(&given("temporary"))),
        ("sys", || list("/sys")),
        ("devices", || list("/dev/pts")),
        ("shared_memory", || list("/dev/shm")),
        // Whoever reads it waits for a key, where there is one.
        ("terminal", || open("/dev/tty")),
        ("virtual_machine", || read("/dev/kvm")),
        ("kernel_log", || open("/dev/kmsg")),
        ("memory_of_all", || open("/dev/mem")),
        ("random", || read("/dev/urandom")),
    ]);
}

fn read(path: &str) -> io::Result<()> {
    fs::File::open(path)?.read(&mut [0]).map(drop)
}

fn open(path: &str) -> io::Result<()> {
    fs::File::open(path).map(drop)
}

fn list(path: &str) -> io::Result<()> {
    fs::read_dir(path)?.count();
    Ok(())
}

/// A file that is open for nothing but its path.
fn open_by_path(path: &str) -> io::Result<()> {
    call(257, &[-100, at_text(&text(path)), 0x20_0000]).map(drop)
}

fn handle(path: &str) -> io::Result<()> {
    let mut handle = [0_u32; 34];
    handle[0] = 128;
    let mut mount = 0_i64;
    let (handle, mount) = (&raw mut handle, &raw mut mount);
    call(
        303,
        &[-100, at_text(&text(path)), handle as i64, mount as i64, 0],
    )
    .map(drop)
}

fn own_memory() -> io::Result<()> {
    fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open("/proc/self/mem")
        .map(drop)
}

fn watch() -> io::Result<()> {
    let watcher = call(294, &[0])?;
    // Whatever happens there.
    call(254, &[watcher, at_text(&text(&given("neighbours"))), 0xfff]).map(drop)
}
