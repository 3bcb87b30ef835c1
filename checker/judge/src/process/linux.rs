//! What Linux can do beyond other systems: find the processes that left their
//! family, and tell what a thread waits for.

use std::fs;
use std::process::Command;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use rustix::process::{
    Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, waitpid,
};

use testkit::MONITOR;

use super::Footprint;
use super::patience::Work;
use super::standstill::Waiting;
use crate::ThreadState;

/// A mark in the environment of a family. Children inherit it, also those that
/// leave the process group.
pub(super) struct Mark(String);

const VARIABLE: &str = "WORKBOOK_RUN";

impl Mark {
    pub(super) fn put_on(command: &mut Command) -> Self {
        static ADOPT: Once = Once::new();
        static NEXT: AtomicU64 = AtomicU64::new(0);
        // Processes that lose their parent come to us instead of to `init`:
        // there we find them. Without it (an old kernel) they get away.
        ADOPT.call_once(|| {
            let _ = set_child_subreaper(Some(getpid()));
        });
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let value = format!("{}-{number}", std::process::id());
        command.env(VARIABLE, &value);
        Self(format!("{VARIABLE}={value}"))
    }

    /// Kills the processes with this mark that have come to us. The children of
    /// those come to us in turn, hence the rounds.
    pub(super) fn sweep(&self) {
        reap_those_from_inside();
        for _ in 0..200 {
            let strays = self.strays();
            if strays.is_empty() {
                return;
            }
            for pid in strays {
                let _ = kill_process(pid, Signal::KILL);
                let _ = waitpid(Some(pid), WaitOptions::NOHANG);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn strays(&self) -> Vec<Pid> {
        let mark = self.0.as_bytes();
        children()
            .into_iter()
            .filter(|pid| {
                // An ended process has an empty environment; it waits to be
                // reaped by whoever started it, or is reaped with us.
                fs::read(format!("/proc/{pid}/environ"))
                    .is_ok_and(|environ| environ.split(|b| *b == 0).any(|entry| entry == mark))
            })
            .filter_map(|pid| Pid::from_raw(pid.cast_signed()))
            .collect()
    }
}

/// Reaps the ended processes that came to us out of a name space of their own: the first
/// one behind a wall ends after the program that put the wall up, which does not always
/// wait. Nobody else waits for them either, and until they are reaped the kernel counts
/// them among the threads of their group.
fn reap_those_from_inside() {
    for pid in children() {
        if is_from_inside(&read(pid, pid, "status"))
            && let Some(pid) = Pid::from_raw(pid.cast_signed())
        {
            let _ = waitpid(Some(pid), WaitOptions::NOHANG);
        }
    }
}

/// Whether a process has ended and has a number of its own in another name space. What we
/// start ourselves has not, so nobody's child is reaped under their hands.
fn is_from_inside(status: &str) -> bool {
    let numbers = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
    state(status) == Some('Z') && numbers.is_some_and(|n| n.split_whitespace().count() > 1)
}

/// The processes whose parent we are.
fn children() -> Vec<u32> {
    let Ok(tasks) = fs::read_dir("/proc/self/task") else {
        return Vec::new();
    };
    tasks
        .filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok())
        .flat_map(|pids| numbers(&pids))
        .collect()
}

/// The threads of a process, oldest first.
fn ids_of_threads(pid: u32) -> Vec<u32> {
    let Ok(tasks) = fs::read_dir(format!("/proc/{pid}/task")) else {
        return Vec::new();
    };
    let mut ids: Vec<u32> = tasks
        .filter_map(|task| task.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    ids.sort_unstable();
    ids
}

/// The program that a family is about. One that runs behind walls is started by the
/// program that puts them up.
pub(super) fn program_of(head: u32) -> u32 {
    let mut pid = head;
    // The one that puts them up, the first process behind them, and no more.
    for _ in 0..2 {
        if read(pid, pid, "comm").trim() != "bwrap" {
            break;
        }
        let Some(child) = children_of(pid).pop() else {
            break;
        };
        pid = child;
    }
    pid
}

fn children_of(pid: u32) -> Vec<u32> {
    ids_of_threads(pid)
        .into_iter()
        .flat_map(|id| numbers(&read(pid, id, "children")))
        .collect()
}

fn numbers(text: &str) -> Vec<u32> {
    text.split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect()
}

/// What a process and all that came of it take just now.
pub(super) fn footprint_of(head: u32) -> Footprint {
    let mut sum = Footprint::default();
    let mut rest = vec![head];
    // More than these is too much of another kind.
    for _ in 0..1000 {
        let Some(pid) = rest.pop() else { break };
        if let Some(one) = fs::read_to_string(format!("/proc/{pid}/stat"))
            .ok()
            .and_then(|stat| footprint(&stat))
        {
            sum.memory += one.memory;
            sum.threads += one.threads;
        }
        rest.extend(children_of(pid));
    }
    sum
}

/// The threads of a process and the memory that it fills, from its line in `stat`.
fn footprint(stat: &str) -> Option<Footprint> {
    let (_, fields) = stat.rsplit_once(") ")?;
    let mut fields = fields.split_whitespace().skip(17);
    let threads = fields.next()?.parse().ok()?;
    let pages: u64 = fields.nth(3)?.parse().ok()?;
    Some(Footprint {
        memory: pages * rustix::param::page_size() as u64,
        threads,
    })
}

/// What a process has done so far.
pub(super) fn work_of(pid: u32) -> Option<Work> {
    let used = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let ticks = processor_ticks(&used)?;
    let runnable = ids_of_threads(pid)
        .into_iter()
        .any(|id| state(&read(pid, id, "status")) == Some('R'));
    Some(Work {
        used: Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second()),
        runnable,
    })
}

/// The time that a process spent in its own code and in the system's, from its
/// line in `stat`. Its name comes second, in brackets, and may hold anything.
fn processor_ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(") ")?;
    let mut fields = fields.split_whitespace().skip(11);
    let own: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(own + system)
}

fn state(status: &str) -> Option<char> {
    status
        .lines()
        .find_map(|line| line.strip_prefix("State:"))
        .and_then(|state| state.trim().chars().next())
}

/// What each thread of a process is doing now.
pub(super) fn threads_of(pid: u32) -> Vec<ThreadState> {
    // A thread without a name of its own has that of its parent: the program's.
    let program = read(pid, pid, "comm");
    ids_of_threads(pid)
        .into_iter()
        .map(|id| {
            let name = read(pid, id, "comm");
            let name = if id == pid {
                ThreadState::OF_THE_TEST.to_owned()
            } else if name == program || name.trim().is_empty() {
                ThreadState::WITHOUT_A_NAME.to_owned()
            } else {
                format!("thread `{}`", name.trim())
            };
            let doing = doing(
                &read(pid, id, "status"),
                &read(pid, id, "wchan"),
                &read(pid, id, "syscall"),
            );
            ThreadState {
                name,
                doing: doing.to_owned(),
            }
        })
        // The watchdog of the test kit is no part of the test.
        .filter(|thread| thread.name != format!("thread `{MONITOR}`"))
        .collect()
}

/// What `/proc` says of a thread.
struct Seen {
    id: u32,
    name: String,
    status: String,
    syscall: String,
}

/// The threads of a process, if each of them waits without a time limit until
/// another one of them lets it go on. `None` if that is not sure.
pub(super) fn all_waiting(pid: u32) -> Option<Vec<Waiting>> {
    let mut all = Vec::new();
    for id in ids_of_threads(pid) {
        // Processes could share memory, and let each other go on.
        if !fs::read_to_string(format!("/proc/{pid}/task/{id}/children"))
            .ok()?
            .is_empty()
        {
            return None;
        }
        all.push(Seen {
            id,
            name: read(pid, id, "comm").trim().to_owned(),
            status: read(pid, id, "status"),
            syscall: read(pid, id, "syscall"),
        });
    }
    all_wait(&all)
}

fn all_wait(all: &[Seen]) -> Option<Vec<Waiting>> {
    let (watchdogs, others): (Vec<_>, Vec<_>) = all.iter().partition(|seen| seen.name == MONITOR);
    let is = |what: &str, seen: &Seen| {
        state(&seen.status) == Some('S') && doing(&seen.status, "", &seen.syscall) == what
    };
    // As long as the test kit's watchdog waits for its deadline it lets nobody go
    // on; but who ends a test waits for its end. If there is a second one, the
    // program has named a thread so.
    let asleep = match watchdogs[..] {
        [] => true,
        [watchdog] => is(LIMITED, watchdog),
        _ => false,
    };
    if !asleep || others.is_empty() {
        return None;
    }
    let waiting = |seen: &Seen| {
        let switches = switches(&seen.status).filter(|_| is(BLOCKED, seen))?;
        Some(Waiting {
            thread: seen.id,
            switches,
        })
    };
    others.into_iter().map(waiting).collect()
}

/// How often a thread gave up its processor, and how often it was taken away.
fn switches(status: &str) -> Option<u64> {
    let number = |name: &str| -> Option<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().parse().ok()
    };
    Some(number("voluntary_ctxt_switches:")? + number("nonvoluntary_ctxt_switches:")?)
}

/// What `/proc` says, or nothing: a thread may end while we look.
fn read(pid: u32, id: u32, what: &str) -> String {
    fs::read_to_string(format!("/proc/{pid}/task/{id}/{what}")).unwrap_or_default()
}

const BLOCKED: &str = "waiting for a lock, a channel, a join or a condition";
const LIMITED: &str = "waiting with a time limit";

fn doing(status: &str, wchan: &str, syscall: &str) -> &'static str {
    let mut words = syscall.split_whitespace();
    let call = words.next().and_then(Call::from_number);
    // The fourth argument of a wait on a futex is the time it may take.
    let limited = words.nth(3).is_some_and(|limit| limit != "0x0");
    match (state(status), call) {
        (None, _) => "ended meanwhile",
        (Some('R'), _) => "running: a loop that never ends",
        (_, Some(Call::Futex)) if limited => LIMITED,
        (_, Some(Call::Futex)) => BLOCKED,
        (_, Some(Call::Sleep)) => "sleeping",
        (_, Some(Call::Read)) => "waiting for input",
        (_, None) if wchan.contains("futex") => BLOCKED,
        (_, None) if wchan.contains("nanosleep") => "sleeping",
        _ => "waiting for the operating system",
    }
}

/// The system calls that matter here.
#[derive(Clone, Copy)]
enum Call {
    Futex,
    Sleep,
    Read,
}

impl Call {
    /// Their numbers differ between processors.
    fn from_number(number: &str) -> Option<Self> {
        let number: u32 = number.parse().ok()?;
        let [futex, nanosleep, clock_nanosleep, read] = if cfg!(target_arch = "x86_64") {
            [202, 35, 230, 0]
        } else if cfg!(any(target_arch = "aarch64", target_arch = "riscv64")) {
            [98, 101, 115, 63]
        } else {
            return None;
        };
        match number {
            n if n == futex => Some(Self::Futex),
            n if n == nanosleep || n == clock_nanosleep => Some(Self::Sleep),
            n if n == read => Some(Self::Read),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_came_out_of_a_name_space_is_reaped() {
        assert!(is_from_inside("State:\tZ (zombie)\nNSpid:\t71\t1\n"));
        for other in [
            "State:\tZ (zombie)\nNSpid:\t71\n",
            "State:\tS (sleeping)\nNSpid:\t71\t1\n",
            "",
        ] {
            assert!(!is_from_inside(other), "{other}");
        }
    }

    #[test]
    fn what_a_thread_does_is_put_in_words() {
        let sleeping = "Name:\tx\nState:\tS (sleeping)\n";
        assert_eq!(doing("", "", ""), "ended meanwhile");
        assert_eq!(
            doing("State:\tR (running)", "0", "running"),
            "running: a loop that never ends"
        );
        assert_eq!(doing(sleeping, "futex_wait_queue", ""), BLOCKED);
        assert_eq!(doing(sleeping, "hrtimer_nanosleep", ""), "sleeping");
        assert_eq!(
            doing(sleeping, "do_poll", ""),
            "waiting for the operating system"
        );
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn all_wait_only_if_nobody_may_let_another_go_on() {
        const WITHOUT: &str = "202 0x7f 0x80 0x1 0x0 0x0 0x0 0x7f 0x7f";
        const WITH: &str = "202 0x7f 0x80 0x1 0x7ffe 0x0 0x0 0x7f 0x7f";
        let seen = |id, name: &str, state: &str, syscall: &str| Seen {
            id,
            name: name.to_owned(),
            status: format!(
                "State:\t{state}\nvoluntary_ctxt_switches:\t4\nnonvoluntary_ctxt_switches:\t1\n"
            ),
            syscall: syscall.to_owned(),
        };
        let main = || seen(1, "behaviour", "S (sleeping)", WITHOUT);
        let baker = |state, syscall| seen(3, "baker", state, syscall);
        let watchdog = |state, syscall| seen(2, MONITOR, state, syscall);
        let threads = |all: &[Seen]| {
            let waiting = all_wait(all)?;
            assert!(waiting.iter().all(|one| one.switches == 5));
            Some(waiting.iter().map(|one| one.thread).collect::<Vec<_>>())
        };
        let asleep = || watchdog("S (sleeping)", WITH);
        let stuck = || baker("S (sleeping)", WITHOUT);
        assert_eq!(threads(&[main()]), Some(vec![1]));
        assert_eq!(threads(&[main(), asleep(), stuck()]), Some(vec![1, 3]));
        for (why, all) in [
            ("none", vec![]),
            (
                "one runs",
                vec![main(), asleep(), baker("R (running)", "running")],
            ),
            (
                "one sleeps",
                vec![main(), asleep(), baker("S (sleeping)", WITH)],
            ),
            (
                "one is stopped",
                vec![main(), asleep(), baker("T (stopped)", WITHOUT)],
            ),
            ("one ended", vec![main(), asleep(), seen(3, "", "", "")]),
            // The test is over, and waits for the end of the watchdog.
            ("it was woken", vec![main(), watchdog("R (running)", WITH)]),
            ("it ends", vec![main(), watchdog("S (sleeping)", "60 0x0")]),
            ("two of them", vec![main(), asleep(), asleep(), stuck()]),
        ] {
            assert_eq!(threads(&all), None, "{why}");
        }
    }

    #[test]
    fn processor_time_is_read_whatever_the_name_of_the_program() {
        let stat = "7 (a) R 1) S 1 7 7 0 -1 4194560 1 2 3 4 50 25 0 0 20 0 1 0 9 8 7";
        assert_eq!(processor_ticks(stat), Some(75));
        assert_eq!(processor_ticks(""), None);
    }

    #[test]
    fn threads_and_memory_are_read_whatever_the_name_of_the_program() {
        let stat = "7 (a) R 1) S 1 7 7 0 -1 4194560 1 2 3 4 50 25 0 0 20 0 3 0 9 8192 5 0";
        let page = rustix::param::page_size() as u64;
        assert_eq!(
            footprint(stat),
            Some(Footprint {
                memory: 5 * page,
                threads: 3
            })
        );
        assert_eq!(footprint(""), None);
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn a_wait_with_a_time_limit_is_told_from_one_without() {
        let sleeping = "State:\tS (sleeping)";
        let without = "202 0x7f 0x80 0x1 0x0 0x0 0x0 0x7f 0x7f";
        let with = "202 0x7f 0x80 0x1 0x7ffe 0x0 0x0 0x7f 0x7f";
        assert_eq!(doing(sleeping, "", without), BLOCKED);
        assert_eq!(doing(sleeping, "", with), "waiting with a time limit");
        assert_eq!(doing(sleeping, "", "230 0x0"), "sleeping");
    }
}
