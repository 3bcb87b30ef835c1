//! Walls by name spaces, put up by the program `bwrap`.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::Cell;

/// What puts them up.
pub(super) const PROGRAM: &str = "bwrap";

/// The folders in which it is looked for.
pub(super) const PATH: &str = "/usr/bin:/bin";

/// Whether this machine has it.
pub(super) fn is_there() -> bool {
    PATH.split(':')
        .any(|folder| Path::new(folder).join(PROGRAM).is_file())
}

/// Adds the walls, up to where the launcher's options begin. A file system of its own,
/// with nothing in it but what `cell` names; no network, nobody else to see or to signal,
/// no `/proc` for a test, and an end as soon as the judge's own process ends.
pub(super) fn add_to(command: &mut Command, launcher: &Path, inner: &Command, cell: &Cell) {
    // All of it stays in the process group that the judge kills and waits for; terminals,
    // for which one takes a session of its own, are out of reach as it is.
    command.args(["--unshare-all", "--die-with-parent"]);
    // Nobody in particular, and nobody's groups.
    command.args(["--uid", "65534", "--gid", "65534", "--hostname", "cell"]);
    command.args(["--dev-bind", "/dev/null", "/dev/null"]);
    for path in cell.system() {
        match fs::read_link(path) {
            // `/lib` is a link to `usr/lib` on most systems.
            Ok(target) => command.arg("--symlink").arg(target).arg(path),
            Err(_) => bind(command, "--ro-bind", path),
        };
    }
    // What may not be read is kept from it by the file's own mode.
    for path in cell.read.iter().chain(&cell.run) {
        bind(command, "--ro-bind", path);
    }
    for path in &cell.write {
        bind(command, "--bind", path);
    }
    bind(command, "--ro-bind", launcher);
    if cell.rights.starts_programs() {
        // Compilers and linkers look for themselves here. There is nobody else to see.
        command.args(["--proc", "/proc"]);
    }
    command.args(["--remount-ro", "/"]);
    if let Some(folder) = inner.get_current_dir() {
        command.arg("--chdir").arg(folder);
    }
    command.arg("--").arg(launcher);
}

fn bind<'a>(command: &'a mut Command, how: &str, path: &Path) -> &'a mut Command {
    let path: &OsStr = path.as_os_str();
    command.arg(how).arg(path).arg(path)
}
