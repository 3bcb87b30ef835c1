//! From inside: what a process does before it becomes the jailed program.

use std::env;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Command, exit};

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, CompatLevel, Compatible as _, Ruleset, RulesetAttr as _,
    RulesetCreatedAttr as _, RulesetStatus, Scope, path_beneath_rules,
};
use rustix::process::{Resource, Rlimit, setrlimit};
use rustix::thread::{CapabilitySet, CapabilitySets, set_capabilities};
use serde::{Deserialize, Serialize};

use super::calls::{self, Calls};

/// The first argument of a process that is to become a jailed program.
const WORD: &str = "--become-jailed";
/// What it writes to its standard error when the doors are shut.
pub(super) const GATE: &str = "jail: the doors are shut\n";
/// What the launcher exits with when it cannot shut the doors.
const FAILED: i32 = 125;

/// What is to be done before the program begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Order {
    /// The files that Landlock leaves open. `None` where the file system has walls
    /// already.
    pub files: Option<Files>,
    /// What else the program may do.
    pub rights: Rights,
}

/// Files and folders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Files {
    pub read: Vec<PathBuf>,
    pub run: Vec<PathBuf>,
    pub write: Vec<PathBuf>,
}

/// What a jailed program may do besides reading and writing its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rights {
    calls: Calls,
    /// Bytes of memory of its own, written or not. Far above what it may really fill,
    /// which is watched from outside: the stacks of many threads take room that is
    /// never used.
    room: u64,
    /// Bytes of a file that it writes.
    file: u64,
    /// Seconds of processor time. Far above what it may really use, as above.
    seconds: u64,
}

impl Rights {
    /// Those of a compiler: it starts a linker, and writes what it makes.
    pub(crate) fn to_compile() -> Self {
        Self {
            calls: Calls::Compile,
            room: 8 << 30,
            file: 1 << 30,
            seconds: 900,
        }
    }

    /// Those of a test: threads, memory and time; no file, no process, no network.
    pub(crate) fn to_run() -> Self {
        Self {
            calls: Calls::Run,
            room: 4 << 30,
            file: 0,
            seconds: 900,
        }
    }

    /// Whether it may start other programs.
    pub(super) fn starts_programs(&self) -> bool {
        self.calls == Calls::Compile
    }
}

impl Order {
    /// The arguments that make the launcher carry it out. The program and its
    /// arguments come after them.
    pub(super) fn add_to(&self, command: &mut Command) {
        let order = serde_json::to_string(self).unwrap_or_default();
        command.args([WORD, &order]);
    }
}

/// Becomes a jailed program, if that is what this process was started for. Every
/// program that uses a [`Jail`](super::Jail) calls this first in its `main`: it is
/// the launcher of its own jails.
pub fn enter_if_asked() {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != WORD) {
        return;
    }
    let order = arguments.next().unwrap_or_default();
    let order = order.to_str().map(serde_json::from_str::<Order>);
    let (Some(Ok(order)), Some(program)) = (order, arguments.next()) else {
        fail("the order cannot be read");
    };
    if let Err(what) = shut_the_doors(&order) {
        fail(&what);
    }
    eprint!("{GATE}");
    let error = Command::new(program).args(arguments).exec();
    fail(&format!("the program cannot be started: {error}"))
}

fn fail(what: &str) -> ! {
    eprintln!("jail: {what}");
    exit(FAILED)
}

fn shut_the_doors(order: &Order) -> Result<(), String> {
    // Whoever started the judge may have left files open. No wall is in front of an open
    // file.
    close_fds::set_fds_cloexec(3, &[]);
    set_limits(&order.rights).map_err(|error| format!("limits: {error}"))?;
    if let Some(files) = &order.files {
        shut_the_file_system(files).map_err(|error| format!("Landlock: {error}"))?;
    }
    give_up_privileges().map_err(|error| format!("privileges: {error}"))?;
    calls::filter(order.rights.calls).map_err(|error| format!("seccomp: {error}"))
}

/// Root's privileges are no use to anybody here: with them a program that may be run, but
/// not read, can be read.
fn give_up_privileges() -> rustix::io::Result<()> {
    let none = CapabilitySet::empty();
    let none = CapabilitySets {
        effective: none,
        permitted: none,
        inheritable: none,
    };
    set_capabilities(None, none)
}

/// Bytes of addresses that a program may have. What it maps to read it is no memory of
/// its own, but the system keeps a table of it, and nobody counts tables.
const ADDRESSES: u64 = 256 << 30;

fn set_limits(rights: &Rights) -> rustix::io::Result<()> {
    for (what, most) in [
        (Resource::Core, 0),
        (Resource::Data, rights.room),
        (Resource::As, ADDRESSES),
        (Resource::Fsize, rights.file),
        (Resource::Cpu, rights.seconds),
        (Resource::Nofile, 1024),
        // The same on every machine: a recursion must end in the same way.
        (Resource::Stack, 8 << 20),
    ] {
        setrlimit(
            what,
            Rlimit {
                current: Some(most),
                maximum: Some(most),
            },
        )?;
    }
    Ok(())
}

/// Nothing can be opened but `files`; no TCP, no abstract sockets and no signals across
/// the wall, where the kernel knows how.
fn shut_the_file_system(files: &Files) -> Result<(), String> {
    let words = |error: &dyn std::fmt::Display| error.to_string();
    // What version 2 knows must be kept out, or there is no jail; the rest is also kept
    // out by the filter of system calls.
    let must = AccessFs::from_all(ABI::V2);
    let wanted = ABI::V6;
    let mut rules = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(must)
        .map_err(|e| words(&e))?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(wanted))
        .map_err(|e| words(&e))?
        .handle_access(AccessNet::from_all(wanted))
        .map_err(|e| words(&e))?
        .scope(Scope::from_all(wanted))
        .map_err(|e| words(&e))?
        .create()
        .map_err(|e| words(&e))?;
    let read = AccessFs::from_read(wanted);
    let null = [PathBuf::from("/dev/null")];
    for (paths, access) in [
        (&files.read[..], read),
        // To start a program, Landlock wants it to be readable as well.
        (&files.run[..], AccessFs::Execute | AccessFs::ReadFile),
        (&files.write[..], AccessFs::from_all(wanted)),
        (&null[..], AccessFs::ReadFile | AccessFs::WriteFile),
    ] {
        rules = rules
            .add_rules(path_beneath_rules(paths, access))
            .map_err(|e| words(&e))?;
    }
    let status = rules.restrict_self().map_err(|e| words(&e))?;
    if status.ruleset == RulesetStatus::NotEnforced {
        return Err("the kernel does not have it".to_owned());
    }
    Ok(())
}
