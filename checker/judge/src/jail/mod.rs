//! Walls around code that nobody trusts.
//!
//! A jail is a way to start a program: the program's command is wrapped in another one
//! that shuts the doors and then becomes the program. Compiling and running have cells
//! of their own, each with just the files that it needs (`Cell`).
//!
//! | level | files | network, processes, system calls | memory, threads, time |
//! |---|---|---|---|
//! | [`Level::Bubblewrap`] | what is not needed does not exist | name spaces of its own, and a filter | limits, watched |
//! | [`Level::Landlock`] | what is not needed cannot be opened | a filter | limits, watched |
//!
//! Where the kernel lets us make control groups, they stand behind the watch at either
//! level ([`Jail::controllers`]). Both end in the same launcher, [`enter_if_asked`], which sets the limits and the
//! filter of system calls from within. Under [`Level::Landlock`] it shuts the file
//! system too.
//!
//! Which levels a machine has is found out by trying, see [`Jail::probe`].

mod bubblewrap;
mod calls;
mod enter;
mod groups;

use std::env;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::sync::Arc;

use enter::Order;
pub(crate) use enter::Rights;
pub use enter::enter_if_asked;
pub use groups::Controller;
use groups::{Groups, Lease};

use crate::process::{Bounds, Fence, Quota};

/// How thick the walls are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// Landlock, seccomp and resource limits. Needs Linux 5.19 or newer, and no
    /// program.
    Landlock,
    /// Bubblewrap: name spaces of its own, and all that [`Level::Landlock`] has but
    /// Landlock.
    Bubblewrap,
}

impl Level {
    /// Every level, the strongest first.
    pub const ALL: [Self; 2] = [Self::Bubblewrap, Self::Landlock];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Landlock => "landlock",
            Self::Bubblewrap => "bubblewrap",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A word that names no jail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no jail; there are `bubblewrap` and `landlock`")]
pub struct UnknownLevel(pub String);

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, UnknownLevel> {
        Self::ALL
            .into_iter()
            .find(|level| level.name() == word)
            .ok_or_else(|| UnknownLevel(word.to_owned()))
    }
}

/// Why there is no jail of some level here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no jail `{level}` on this machine: {why}")]
pub struct NoJail {
    /// The level.
    pub level: Level,
    /// What is missing. No whole sentence.
    pub why: String,
}

/// A way to start a program behind walls.
#[derive(Debug, Clone)]
pub struct Jail {
    level: Level,
    /// The program that becomes the jailed one: our own.
    launcher: PathBuf,
    /// The kernel's own limits, where it lets us set them.
    groups: Option<Arc<Groups>>,
}

/// What a jailed program is there for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Files and folders that it may read and run.
    pub read: Vec<PathBuf>,
    /// Files that it may run. What it cannot read either is kept from it by
    /// the file's own mode.
    pub run: Vec<PathBuf>,
    /// Folders that it may write to as well.
    pub write: Vec<PathBuf>,
    /// What else it may do.
    pub rights: Rights,
}

/// Its level, and what control groups limit: `bubblewrap, control groups: memory, pids`.
impl fmt::Display for Jail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let controllers = self.controllers();
        write!(f, "{}", self.level)?;
        for (n, controller) in controllers.iter().enumerate() {
            f.write_str(if n == 0 { ", control groups: " } else { ", " })?;
            f.write_str(controller.name())?;
        }
        Ok(())
    }
}

impl Jail {
    /// The jail of this level, if the machine has it.
    ///
    /// The running program is the launcher: its `main` must call [`enter_if_asked`]
    /// before anything else.
    ///
    /// # Errors
    /// When a trial run shows that there is none.
    pub fn probe(level: Level) -> Result<Self, NoJail> {
        let no = |why: String| NoJail { level, why };
        let launcher = env::current_exe().map_err(|error| no(error.to_string()))?;
        let mut jail = Self {
            level,
            launcher,
            groups: None,
        };
        jail.try_out().map_err(no)?;
        jail.groups = Groups::probe(gets_into);
        Ok(jail)
    }

    /// The strongest jail that the machine has.
    ///
    /// # Errors
    /// When it has none: what is missing for each level, the strongest first.
    pub fn strongest() -> Result<Self, Vec<NoJail>> {
        let mut missing = Vec::new();
        for level in Level::ALL {
            match Self::probe(level) {
                Ok(jail) => return Ok(jail),
                Err(no) => missing.push(no),
            }
        }
        Err(missing)
    }

    /// How thick its walls are.
    pub fn level(&self) -> Level {
        self.level
    }

    /// What the kernel limits by control groups, as far as it lets us.
    pub fn controllers(&self) -> Vec<Controller> {
        let groups = self.groups.iter();
        groups.flat_map(|groups| groups.controllers()).collect()
    }

    /// The same program behind the walls of `cell`, with what is around it there. Of the
    /// environment it has only what `command` sets itself.
    ///
    /// # Errors
    /// When there is no control group to be had, although there are some here.
    pub(crate) fn wrap(
        &self,
        command: &Command,
        cell: &Cell,
        quota: Quota,
    ) -> io::Result<(Command, Bounds)> {
        let lease = self.groups.as_ref().map(|groups| groups.take(quota));
        let lease = lease.transpose()?;
        let groups = lease.as_ref().map(Lease::doors).unwrap_or_default();
        let wrapped = self.start(command, cell, &groups);
        let bounds = Bounds {
            quota: Some(quota),
            fence: lease.map(|lease| Box::new(lease) as Box<dyn Fence>),
            gate: Some(enter::GATE),
            relayed: self.level == Level::Bubblewrap,
        };
        Ok((wrapped, bounds))
    }

    /// The same program behind the walls of `cell`, in control groups.
    fn start(&self, command: &Command, cell: &Cell, groups: &[PathBuf]) -> Command {
        let order = Order {
            files: (self.level == Level::Landlock).then(|| cell.files()),
            rights: cell.rights.clone(),
        };
        let outermost = match self.level {
            Level::Landlock => self.launcher.as_os_str(),
            Level::Bubblewrap => bubblewrap::PROGRAM.as_ref(),
        };
        // Behind the walls there are no groups to be seen, so they are joined before.
        let mut wrapped = groups::joining(groups, outermost);
        if self.level == Level::Bubblewrap {
            bubblewrap::add_to(&mut wrapped, &self.launcher, command, cell);
        }
        order.add_to(&mut wrapped);
        wrapped.arg(command.get_program()).args(command.get_args());
        wrapped.env_clear().env("PATH", bubblewrap::PATH);
        for (name, value) in command.get_envs() {
            if let Some(value) = value {
                wrapped.env(name, value);
            }
        }
        if let Some(folder) = command.get_current_dir() {
            wrapped.current_dir(folder);
        }
        wrapped
    }

    /// Runs a program that must work in a jail, and one that must not.
    fn try_out(&self) -> Result<(), String> {
        let said = |command: &Command| -> Result<(bool, String), String> {
            let cell = Cell {
                read: Vec::new(),
                run: Vec::new(),
                write: Vec::new(),
                rights: Rights::to_compile(),
            };
            let mut wrapped = self.start(command, &cell, &[]);
            let output = wrapped
                .stdin(Stdio::null())
                .current_dir("/")
                .output()
                .map_err(|error| error.to_string())?;
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said
                .strip_prefix(enter::GATE)
                .unwrap_or(&said)
                .trim()
                .to_owned();
            Ok((output.status.success(), said))
        };
        if self.level == Level::Bubblewrap && !bubblewrap::is_there() {
            return Err("the program `bwrap` is not installed".to_owned());
        }
        let (works, why) = said(&Command::new("/usr/bin/true"))?;
        if !works {
            return Err(if why.is_empty() {
                "a trial run failed".to_owned()
            } else {
                why
            });
        }
        // A file that is there on every Linux, and in no cell.
        let mut peek = Command::new("/usr/bin/cat");
        peek.arg("/etc/passwd");
        match said(&peek)? {
            (true, _) => Err("a trial run could read `/etc/passwd`".to_owned()),
            (false, _) => Ok(()),
        }
    }
}

/// Whether a process gets into control groups, and all it starts with it.
fn gets_into(doors: &[PathBuf], name: &str) -> bool {
    let mut look = groups::joining(doors, "/usr/bin/cat".as_ref());
    look.arg("/proc/self/cgroup");
    look.stdin(Stdio::null()).stderr(Stdio::null());
    look.output().is_ok_and(|output| {
        output.status.success() && String::from_utf8_lossy(&output.stdout).contains(name)
    })
}

/// What a program needs of the system to run at all.
const LIBRARIES: [&str; 5] = [
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/etc/ld.so.cache",
];
/// What a compiler needs besides.
const PROGRAMS: [&str; 5] = [
    "/bin",
    "/usr/bin",
    "/usr/libexec",
    "/usr/include",
    "/etc/alternatives",
];

impl Cell {
    /// The parts of the system that belong into it, as far as they are there.
    fn system(&self) -> impl Iterator<Item = &'static Path> {
        let programs: &[&str] = if self.rights.starts_programs() {
            &PROGRAMS
        } else {
            &[]
        };
        LIBRARIES
            .iter()
            .chain(programs)
            .map(Path::new)
            .filter(|path| path.exists())
    }

    fn files(&self) -> enter::Files {
        let system = self.system().map(Path::to_path_buf);
        enter::Files {
            read: system.chain(self.read.iter().cloned()).collect(),
            run: self.run.clone(),
            write: self.write.clone(),
        }
    }
}
