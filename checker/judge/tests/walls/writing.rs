//! Ways to leave something behind, or to change what is there.

mod attempt;

use std::ffi::CString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{PermissionsExt as _, chown, symlink};

use attempt::{at, at_text, call, given, program, text};

fn main() {
    attempt::make(&[
        ("temporary", || write("/tmp/walls-probe")),
        ("current_folder", || write("walls-probe")),
        ("shared_memory", || write("/dev/shm/walls-probe")),
        ("root", || write("/walls-probe")),
        ("neighbour", || append(&given("neighbour"))),
        ("source", || append(&given("source"))),
        ("truncate", truncate),
        ("truncate_by_reading", truncate_by_reading),
        ("nameless", nameless),
        ("own_program", own_program),
        ("change_mode", change_mode),
        ("change_owner", || chown(given("neighbour"), None, None)),
        ("change_time", change_time),
        ("change_attribute", change_attribute),
        ("hard_link", || {
            fs::hard_link(given("neighbour"), out("linked"))
        }),
        ("hard_link_source", || {
            fs::hard_link(given("source"), out("linked"))
        }),
        ("rename", || fs::rename(given("source"), out("renamed"))),
        ("symlink", read_by_symlink),
        ("symlink_write", write_by_symlink),
        ("fifo", || make_node(0o010_600, 0)),
        ("device", || make_node(0o020_600, 0x103)),
        ("memory_file", || {
            call(319, &[at_text(&text("memory")), 0]).map(drop)
        }),
    ]);
}

fn out(name: &str) -> String {
    format!("{}/{name}", given("out"))
}

/// Writes a new file, and takes it away again.
fn write(path: &str) -> io::Result<()> {
    File::create_new(path)?;
    fs::remove_file(path)
}

fn append(path: &str) -> io::Result<()> {
    OpenOptions::new().append(true).open(path).map(drop)
}

fn truncate() -> io::Result<()> {
    let path = given("spoilt");
    call(76, &[at_text(&text(&path)), 0]).map(drop)
}

/// Opened for reading alone, yet the file is empty then.
fn truncate_by_reading() -> io::Result<()> {
    let path = given("source_spoilt");
    call(257, &[-100, at_text(&text(&path)), 0o1000]).map(drop)
}

/// A file without a name in a folder.
fn nameless() -> io::Result<()> {
    call(
        257,
        &[-100, at_text(&text(&given("out"))), 0o2020_0002, 0o600],
    )
    .map(drop)
}

fn own_program() -> io::Result<()> {
    let aside = format!("{}-aside", program());
    fs::rename(program(), &aside)?;
    fs::rename(&aside, program())
}

fn change_mode() -> io::Result<()> {
    fs::set_permissions(given("neighbour"), fs::Permissions::from_mode(0o644))
}

fn change_time() -> io::Result<()> {
    // No times: now.
    call(280, &[-100, at_text(&text(&given("neighbour"))), 0, 0]).map(drop)
}

fn change_attribute() -> io::Result<()> {
    let (path, name): (CString, _) = (text(&given("neighbour")), text("user.walls"));
    let value = 0_u8;
    call(188, &[at_text(&path), at_text(&name), at(&value), 1, 0]).map(drop)
}

fn read_by_symlink() -> io::Result<()> {
    symlink(given("neighbour"), out("pointer"))?;
    fs::read(out("pointer")).map(drop)
}

fn write_by_symlink() -> io::Result<()> {
    symlink(given("neighbour"), out("pointer-to-write"))?;
    append(&out("pointer-to-write"))
}

fn make_node(mode: i64, device: i64) -> io::Result<()> {
    // The older call, which a filter is apt to forget beside `mknodat`.
    call(133, &[at_text(&text(&out("node"))), mode, device]).map(drop)
}
