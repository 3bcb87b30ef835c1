//! Control groups: limits that the kernel itself keeps, where it lets us set them.
//!
//! What a jailed program takes is watched from outside, a hundred times a second. A
//! control group stands behind that: a program that is quicker than the watch meets a
//! limit all the same. Both say the same of it.
//!
//! Where groups can be made differs from machine to machine: there are two versions of
//! them, each controller may be in either, and a user may or may not have a part of the
//! tree. So the first place that works is taken, for memory and for threads on their own.
//! The kernel's manual is in `Documentation/admin-guide/cgroup-v1` and `cgroup-v2.rst`.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use crate::process::{Excess, Fence, Quota};

/// What a group is called, before the number of the process that made it.
const NAME: &str = "workbook-";
/// Room between what is watched for and where the kernel steps in: what a program has
/// in common with others, and the kernel's own tables, count here as well.
const MEMORY_BEYOND: u64 = 256 << 20;
const THREADS_BEYOND: u32 = 64;
/// How often the dead are waited for, a millisecond each.
const ROUNDS: u32 = 1000;

/// What a group limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Controller {
    /// Memory that is filled.
    Memory,
    /// Processes and threads.
    Threads,
}

impl Controller {
    const ALL: [Self; 2] = [Self::Memory, Self::Threads];

    /// The kernel's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Threads => "pids",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    One,
    Two,
}

/// A folder in which groups can be made that have a controller.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Base {
    controller: Controller,
    version: Version,
    folder: PathBuf,
}

impl Base {
    /// Sets the limit of the group in `folder`.
    fn limit(&self, folder: &Path, quota: &Quota) -> io::Result<()> {
        let set = |file: &str, value: &str| fs::write(folder.join(file), value);
        match (self.controller, self.version) {
            (Controller::Memory, version) => {
                let most = (quota.memory + MEMORY_BEYOND).to_string();
                // What is swapped out is filled as well. Not every kernel counts that.
                match version {
                    Version::One => {
                        // Both together may never be less than memory alone: whether it
                        // goes up or down, one of the two writes does it.
                        let both = "memory.memsw.limit_in_bytes";
                        let _ = set(both, &most);
                        set("memory.limit_in_bytes", &most)?;
                        let _ = set(both, &most);
                    }
                    Version::Two => {
                        set("memory.max", &most)?;
                        let _ = set("memory.swap.max", "0");
                    }
                }
                Ok(())
            }
            (Controller::Threads, _) => {
                set("pids.max", &(quota.threads + THREADS_BEYOND).to_string())
            }
        }
    }

    /// How often the kernel stepped in so far.
    fn events(&self, folder: &Path) -> u64 {
        let (file, word) = match (self.controller, self.version) {
            (Controller::Memory, Version::One) => ("memory.oom_control", "oom_kill "),
            (Controller::Memory, Version::Two) => ("memory.events", "oom_kill "),
            (Controller::Threads, _) => ("pids.events", "max "),
        };
        let text = fs::read_to_string(folder.join(file)).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(word));
        line.and_then(|number| number.trim().parse().ok())
            .unwrap_or_default()
    }
}

/// The groups of one grader: as many as there are programs at a time, each used again
/// and again.
#[derive(Debug)]
pub(super) struct Groups {
    bases: Vec<Base>,
    idle: Mutex<Vec<Group>>,
}

/// One group: a folder for each base, some of which may be the same.
#[derive(Debug)]
struct Group {
    folders: Vec<PathBuf>,
}

impl Groups {
    /// Groups with every controller that can be had here. `works` tells whether a process
    /// gets into a group, told the files by which it does and the group's name.
    pub(super) fn probe(works: impl Fn(&[PathBuf], &str) -> bool) -> Option<Arc<Self>> {
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
        let bases: Vec<_> = Controller::ALL
            .into_iter()
            .filter_map(|controller| {
                let mut places = places(&mounts, &own, controller).into_iter();
                places.find(|base| {
                    let groups = Self::of(vec![base.clone()]);
                    sweep(&base.folder);
                    groups.make().is_ok_and(|group| {
                        let name = group.name();
                        let works = works(&group.doors(), &name);
                        groups.put_back(group);
                        works
                    })
                })
            })
            .collect();
        (!bases.is_empty()).then(|| Arc::new(Self::of(bases)))
    }

    fn of(bases: Vec<Base>) -> Self {
        Self {
            bases,
            idle: Mutex::default(),
        }
    }

    /// What they limit.
    pub(super) fn controllers(&self) -> impl Iterator<Item = Controller> {
        self.bases.iter().map(|base| base.controller)
    }

    /// A group for a program that may take `quota`.
    pub(super) fn take(self: &Arc<Self>, quota: Quota) -> io::Result<Lease> {
        let idle = self.idle().pop();
        let group = idle.map_or_else(|| self.make(), Ok)?;
        let mut before = Vec::new();
        for (base, folder) in self.bases.iter().zip(&group.folders) {
            base.limit(folder, &quota)?;
            before.push(base.events(folder));
        }
        Ok(Lease {
            home: Arc::clone(self),
            group: Some(group),
            quota,
            before,
        })
    }

    fn make(&self) -> io::Result<Group> {
        // Two of one process may be at it side by side.
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{NAME}{}-{number}", std::process::id());
        let group = Group {
            folders: self
                .bases
                .iter()
                .map(|base| base.folder.join(&name))
                .collect(),
        };
        for folder in group.folders.iter().collect::<BTreeSet<_>>() {
            fs::create_dir(folder)?;
        }
        Ok(group)
    }

    /// Takes a group back, empty. One that does not get empty is left alone.
    fn put_back(&self, group: Group) {
        if group.clear() {
            self.idle().push(group);
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Group>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Groups {
    fn drop(&mut self) {
        for group in self.idle().drain(..) {
            for folder in &group.folders {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

impl Group {
    /// The files that take a process in: it writes `0` into each.
    fn doors(&self) -> Vec<PathBuf> {
        let folders: BTreeSet<_> = self.folders.iter().collect();
        let doors = folders
            .into_iter()
            .map(|folder| folder.join("cgroup.procs"));
        doors.collect()
    }

    fn name(&self) -> String {
        let name = self.folders.first().and_then(|folder| folder.file_name());
        name.unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Whether the kernel counts nobody in it, not even the dead whom nobody has asked
    /// after. They are in no list, but the next program would have to answer for them.
    fn is_unused(&self) -> bool {
        let counts = self
            .folders
            .iter()
            .map(|folder| folder.join("pids.current"));
        counts
            .filter_map(|file| fs::read_to_string(file).ok())
            .all(|count| count.trim() == "0")
    }

    /// Kills whatever is in it. Whether it is empty now.
    fn clear(&self) -> bool {
        let doors = self.doors();
        let mut killed = BTreeSet::new();
        for _ in 0..ROUNDS {
            // Those that left the family come to us when their parents are dead.
            for pid in killed.iter().copied().filter_map(Pid::from_raw) {
                let _ = waitpid(Some(pid), WaitOptions::NOHANG);
            }
            let members: BTreeSet<i32> = doors
                .iter()
                .filter_map(|door| fs::read_to_string(door).ok())
                .flat_map(|text| numbers(&text))
                .collect();
            if members.is_empty() && self.is_unused() {
                return true;
            }
            for pid in members.iter().copied().filter_map(Pid::from_raw) {
                let _ = kill_process(pid, Signal::KILL);
            }
            killed.extend(members);
            thread::sleep(Duration::from_millis(1));
        }
        false
    }
}

fn numbers(text: &str) -> Vec<i32> {
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

/// A group while a program is in it.
#[derive(Debug)]
pub(super) struct Lease {
    home: Arc<Groups>,
    /// `None` once it was given back.
    group: Option<Group>,
    quota: Quota,
    /// How often the kernel had stepped in before, for each base.
    before: Vec<u64>,
}

impl Lease {
    /// The files that take a process in.
    pub(super) fn doors(&self) -> Vec<PathBuf> {
        self.group.as_ref().map(Group::doors).unwrap_or_default()
    }
}

impl Fence for Lease {
    fn crossed(&self) -> Option<Excess> {
        let group = self.group.as_ref()?;
        let bases = self.home.bases.iter().zip(&group.folders);
        bases
            .zip(&self.before)
            .find(|((base, folder), before)| base.events(folder) > **before)
            .map(|((base, _), _)| match base.controller {
                Controller::Memory => Excess::Memory(self.quota.memory),
                Controller::Threads => Excess::Threads(self.quota.threads),
            })
    }

    fn clear(&self) {
        if let Some(group) = &self.group {
            group.clear();
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let Some(group) = self.group.take() {
            self.home.put_back(group);
        }
    }
}

/// A command that joins the groups of these doors and becomes `program`. Its arguments are
/// to be added. A shell does that in half the time that our own program takes to start.
pub(super) fn joining(doors: &[PathBuf], program: &OsStr) -> Command {
    const JOIN: &str =
        r#"while [ "$1" != -- ]; do echo 0 > "$1" || exit 125; shift; done; shift; exec "$@""#;
    if doors.is_empty() {
        return Command::new(program);
    }
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", JOIN, "sh"])
        .args(doors)
        .arg("--")
        .arg(program);
    shell
}

/// Removes the empty groups that a grader left which was killed.
fn sweep(base: &Path) {
    let Ok(entries) = fs::read_dir(base) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name
            .to_str()
            .and_then(|name| name.strip_prefix(NAME)?.split_once('-'))
            .filter(|(pid, _)| !Path::new("/proc").join(pid).exists());
        if owner.is_some() {
            let _ = fs::remove_dir(entry.path());
        }
    }
}

/// Where groups with a controller may be made, the likeliest first: below the group that
/// this process is in, or beside it, or further up.
fn places(mounts: &str, own: &str, controller: Controller) -> Vec<Base> {
    let mut places = Vec::new();
    for mount in mounts.lines().filter_map(Mount::read) {
        let Some(version) = mount.version(controller) else {
            continue;
        };
        let Some(own) = own_path(own, version, controller) else {
            continue;
        };
        // Seen from a container, its own group may be the top of what is mounted.
        let inside = own.strip_prefix(mount.root).unwrap_or(own);
        let names = inside.split('/').filter(|name| !name.is_empty());
        let mut deepest = mount.folder.clone();
        deepest.extend(names);
        let here = deepest
            .ancestors()
            .take_while(|folder| folder.starts_with(&mount.folder));
        let usable =
            here.filter(|folder| version == Version::One || hands_down(folder, controller));
        places.extend(usable.map(|folder| Base {
            controller,
            version,
            folder: folder.to_path_buf(),
        }));
    }
    places
}

/// Whether groups made in this folder of the second version have a controller. It may
/// have to be asked for, which is refused where processes are in the way.
fn hands_down(folder: &Path, controller: Controller) -> bool {
    let file = folder.join("cgroup.subtree_control");
    let has = || {
        let text = fs::read_to_string(&file).unwrap_or_default();
        text.split_whitespace()
            .any(|name| name == controller.name())
    };
    has() || (fs::write(&file, format!("+{}", controller.name())).is_ok() && has())
}

/// The path of this process's group, from its line in `/proc/self/cgroup`.
fn own_path(own: &str, version: Version, controller: Controller) -> Option<&str> {
    own.lines().find_map(|line| {
        let mut fields = line.splitn(3, ':');
        let (number, controllers, path) = (fields.next()?, fields.next()?, fields.next()?);
        let is_it = match version {
            Version::Two => number == "0",
            Version::One => controllers.split(',').any(|name| name == controller.name()),
        };
        is_it.then_some(path)
    })
}

/// A line of `/proc/self/mountinfo` that is about control groups.
struct Mount<'a> {
    /// What of the tree is mounted.
    root: &'a str,
    /// Where.
    folder: PathBuf,
    kind: &'a str,
    options: &'a str,
}

impl<'a> Mount<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (first, second) = line.split_once(" - ")?;
        let mut first = first.split(' ').skip(3);
        let (root, folder) = (first.next()?, first.next()?);
        let mut second = second.split(' ');
        let kind = second.next()?;
        Some(Self {
            root: root.trim_end_matches('/'),
            folder: PathBuf::from(folder),
            kind,
            options: second.next_back().unwrap_or_default(),
        })
    }

    /// In which version it has a controller, if it may have it.
    fn version(&self, controller: Controller) -> Option<Version> {
        match self.kind {
            "cgroup2" => Some(Version::Two),
            "cgroup"
                if self
                    .options
                    .split(',')
                    .any(|name| name == controller.name()) =>
            {
                Some(Version::One)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use rustix::process::{WaitId, WaitIdOptions, waitid};

    use super::*;
    use crate::Cancel;
    use crate::process::{self, Bounds, End, Limits};

    const MIXED: &str = "\
        31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755\n\
        35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n\
        39 31 0:36 /docker/7 /sys/fs/cgroup/pids rw shared:9 - cgroup cgroup rw,pids\n\
        41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw\n";

    fn found(mounts: &str, own: &str, controller: Controller) -> Vec<String> {
        let places = places(mounts, own, controller);
        let folders = places.iter().map(|base| base.folder.display().to_string());
        folders.collect()
    }

    #[test]
    fn the_first_version_is_looked_for_from_ones_own_group_up() {
        let own = "8:pids:/docker/7\n4:memory:/a/b\n0::/\n";
        let memory = found(MIXED, own, Controller::Memory);
        let expected = ["/a/b", "/a", ""].map(|end| format!("/sys/fs/cgroup/memory{end}"));
        assert_eq!(memory, expected);
        // What is mounted begins at the container's own group.
        assert_eq!(
            found(MIXED, own, Controller::Threads),
            ["/sys/fs/cgroup/pids"]
        );
    }

    #[test]
    fn the_second_version_is_used_where_it_hands_its_controllers_down() {
        let tree = tempfile::tempdir().unwrap();
        let own = tree.path().join("user/app");
        fs::create_dir_all(&own).unwrap();
        for (folder, controllers) in [
            ("", "cpu memory pids"),
            ("user", "memory"),
            ("user/app", ""),
        ] {
            let file = tree.path().join(folder).join("cgroup.subtree_control");
            fs::write(&file, controllers).unwrap();
            // The kernel would refuse to be asked for more.
            fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o444))
                .unwrap();
        }
        let mounts = format!(
            "9 8 0:2 / {} rw - cgroup2 cgroup2 rw\n",
            tree.path().display()
        );
        let below = |end: &str| tree.path().join(end).display().to_string();
        // Whoever may write everything is not refused by a file's mode.
        if fs::write(own.join("cgroup.subtree_control"), "").is_err() {
            let memory = found(&mounts, "0::/user/app\n", Controller::Memory);
            assert_eq!(
                memory,
                [below("user"), below("").trim_end_matches('/').to_owned()]
            );
        }
        let threads = found(&mounts, "0::/user/app\n", Controller::Threads);
        assert_eq!(
            threads.last().map(String::as_str),
            Some(below("").trim_end_matches('/'))
        );
        assert!(found("", "0::/\n", Controller::Memory).is_empty());
        assert!(found(&mounts, "", Controller::Memory).is_empty());
    }

    /// A shell in the groups that does as the script says.
    fn shell(doors: &[PathBuf], script: &str) -> Command {
        let mut command = joining(doors, "/bin/sh".as_ref());
        command.args(["-c", script]);
        command
    }

    /// Groups as this machine has them. `None`, and a word on it, where it has none.
    fn groups() -> Option<Arc<Groups>> {
        let groups = Groups::probe(|doors, name| {
            let output = shell(doors, "cat /proc/self/cgroup").output();
            output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains(name))
        });
        if groups.is_none() {
            eprintln!("skipped: no control groups can be made here");
        }
        groups
    }

    const SMALL: Quota = Quota {
        memory: 16 << 20,
        threads: 8,
        output: 1 << 20,
    };

    /// What the groups alone make of a script, with nobody watching.
    fn run(groups: &Arc<Groups>, script: &str) -> End {
        let lease = groups.take(SMALL).unwrap();
        let command = shell(&lease.doors(), script);
        let bounds = Bounds {
            fence: Some(Box::new(lease)),
            ..Bounds::NONE
        };
        let limits = Limits {
            deadline: Duration::from_mins(2),
            or_standstill: false,
            keep: 1024,
            bounds: &bounds,
        };
        process::run(command, limits, &Cancel::new()).unwrap().end
    }

    #[test]
    fn the_kernel_ends_what_takes_too_much() {
        let Some(groups) = groups() else { return };
        for controller in groups.controllers() {
            let (script, excess) = match controller {
                Controller::Memory => (
                    "a=0123456789abcdef; while :; do a=$a$a; done",
                    Excess::Memory(SMALL.memory),
                ),
                Controller::Threads => (
                    "i=0; while [ $i -lt 100 ]; do sleep 1000 & i=$((i+1)); done; wait",
                    Excess::Threads(SMALL.threads),
                ),
            };
            assert_eq!(run(&groups, script), End::TooMuch(excess));
            // It is as good as new for the next one.
            assert_eq!(run(&groups, "exit 7"), End::Exited(7), "{controller:?}");
        }
        for memory in [1 << 30, 64 << 20, 2 << 30, SMALL.memory] {
            let quota = Quota { memory, ..SMALL };
            let limits = groups.take(quota).map(drop);
            assert!(limits.is_ok(), "{memory}: {limits:?}");
        }
        assert_eq!(groups.idle().len(), 1, "one group did for all");
    }

    /// The kernel counts the dead until somebody asks after them.
    #[test]
    fn a_group_is_not_empty_before_its_dead_are_buried() {
        let Some(groups) = groups() else { return };
        if !groups.controllers().any(|one| one == Controller::Threads) {
            return;
        }
        let group = groups.make().unwrap();
        let mut child = shell(&group.doors(), "exit 0").spawn().unwrap();
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        waitid(WaitId::Pid(Pid::from_child(&child)), look).unwrap();
        assert!(!group.clear());
        child.wait().unwrap();
        assert!(group.clear());
        groups.put_back(group);
    }

    #[test]
    fn nothing_gets_away_and_nothing_is_left() {
        let Some(groups) = groups() else { return };
        let folder = tempfile::tempdir().unwrap();
        let told = folder.path().join("pid");
        // A session and an environment of its own: no other mark finds it.
        let script = format!(
            "setsid env -i sh -c 'echo $$ > {0}; exec sleep 1000' & while [ ! -s {0} ]; do :; done",
            told.display()
        );
        assert_eq!(run(&groups, &script), End::Exited(0));
        let pid = fs::read_to_string(told).unwrap();
        let status = fs::read_to_string(format!("/proc/{}/stat", pid.trim()));
        assert!(status.is_err() || status.unwrap().contains(") Z "));
        let idle = groups
            .idle()
            .iter()
            .flat_map(|group| group.folders.clone())
            .collect::<Vec<_>>();
        assert!(!idle.is_empty() && idle.iter().all(|folder| folder.is_dir()));
        drop(groups);
        assert!(idle.iter().all(|folder| !folder.exists()), "{idle:?}");
    }

    #[test]
    fn what_the_kernel_counted_is_read_in_both_versions() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write(
            "memory.oom_control",
            "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n",
        );
        write(
            "memory.events",
            "low 0\nhigh 0\nmax 9\noom 4\noom_kill 2\noom_group_kill 1\n",
        );
        write("pids.events", "max 5\n");
        let events = |controller, version| {
            let folder = folder.path().to_path_buf();
            let base = Base {
                controller,
                version,
                folder: folder.clone(),
            };
            base.events(&folder)
        };
        assert_eq!(events(Controller::Memory, Version::One), 3);
        assert_eq!(events(Controller::Memory, Version::Two), 2);
        assert_eq!(events(Controller::Threads, Version::Two), 5);
    }
}
