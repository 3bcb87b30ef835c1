//! What the threads of a test are doing, as far as the system tells.

/// The name of the watchdog's own threads, by which the judge knows them too.
pub const MONITOR: &str = "test watchdog";

/// A thread, in words.
pub struct Thread {
    pub name: String,
    pub doing: String,
}

pub use system::Crowd;

/// Linux tells what every thread waits for, in `/proc`.
#[cfg(target_os = "linux")]
mod system {
    use super::{MONITOR, Thread};
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    /// Several tests share one process. These are the ones in it now: the id and the
    /// short name of each test's own thread.
    static TESTS: Mutex<BTreeMap<u32, String>> = Mutex::new(BTreeMap::new());

    fn tests() -> MutexGuard<'static, BTreeMap<u32, String>> {
        TESTS.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The threads of one test among all those of the process.
    pub struct Crowd {
        own: Option<u32>,
        /// Threads which were there before the test began: none of its own.
        earlier: BTreeSet<u32>,
    }

    impl Crowd {
        /// Notes that a test begins on this thread.
        pub fn enter() -> Self {
            let own = fs::read_link("/proc/thread-self")
                .ok()
                .and_then(|path| path.file_name()?.to_str()?.parse().ok());
            if let Some(id) = own {
                tests().insert(id, read(id, "comm").trim().to_owned());
            }
            Self {
                own,
                earlier: ids().into_iter().collect(),
            }
        }

        /// The test's threads, its own first.
        pub fn look(&self) -> Vec<Thread> {
            let tests = tests().clone();
            let own_name = self.own.and_then(|id| tests.get(&id));
            let mut found: Vec<Thread> = self.own.iter().map(|&id| describe(id, true)).collect();
            for id in ids() {
                let name = read(id, "comm");
                let name = name.trim().to_owned();
                // A thread without a name of its own has its parent's.
                let of_another_test =
                    Some(&name) != own_name && tests.values().any(|test| *test == name);
                let not_ours = Some(id) == self.own
                    || self.earlier.contains(&id)
                    || tests.contains_key(&id)
                    || name == MONITOR
                    || of_another_test;
                if !not_ours {
                    let unnamed = Some(&name) == own_name;
                    found.push(describe(id, false).named(&name, unnamed));
                }
            }
            found
        }
    }

    impl Drop for Crowd {
        fn drop(&mut self) {
            if let Some(id) = self.own {
                tests().remove(&id);
            }
        }
    }

    impl Thread {
        fn named(self, name: &str, unnamed: bool) -> Self {
            let name = if unnamed || name.is_empty() {
                "a thread without a name".to_owned()
            } else {
                format!("thread `{name}`")
            };
            Self { name, ..self }
        }
    }

    fn ids() -> Vec<u32> {
        let Ok(entries) = fs::read_dir("/proc/self/task") else {
            return Vec::new();
        };
        let mut ids: Vec<u32> = entries
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
            .collect();
        ids.sort_unstable();
        ids
    }

    /// What `/proc` says, or nothing: a thread may end while we look.
    fn read(id: u32, what: &str) -> String {
        fs::read_to_string(format!("/proc/self/task/{id}/{what}")).unwrap_or_default()
    }

    fn describe(id: u32, own: bool) -> Thread {
        Thread {
            name: if own {
                "the test's own thread"
            } else {
                "a thread"
            }
            .to_owned(),
            doing: doing(
                &read(id, "status"),
                &read(id, "wchan"),
                &read(id, "syscall"),
            ),
        }
    }

    pub(super) fn doing(status: &str, wchan: &str, syscall: &str) -> String {
        let state = status
            .lines()
            .find_map(|line| line.strip_prefix("State:"))
            .and_then(|state| state.trim().chars().next());
        let mut words = syscall.split_whitespace();
        let call = words.next().and_then(name_of_call);
        // The fourth argument of a wait on a futex is the time it may take.
        let limited = words.nth(3).is_some_and(|limit| limit != "0x0");
        match (state, call) {
            (None, _) => "ended meanwhile",
            (Some('R'), _) => "running: a loop that never ends",
            (_, Some(Call::Futex)) if limited => {
                "waiting with a time limit (recv_timeout, wait_timeout, park_timeout)"
            }
            (_, Some(Call::Futex)) => BLOCKED,
            (_, Some(Call::Sleep)) => "sleeping",
            (_, Some(Call::Read)) => "waiting for input",
            (_, None) if wchan.contains("futex") => BLOCKED,
            (_, None) if wchan.contains("nanosleep") => "sleeping",
            _ => "waiting for the operating system",
        }
        .to_owned()
    }

    const BLOCKED: &str = "waiting for a lock, a channel, a join or a condition (blocked)";

    #[derive(Clone, Copy)]
    enum Call {
        Futex,
        Sleep,
        Read,
    }

    /// The system calls that matter here. Their numbers differ between processors.
    fn name_of_call(number: &str) -> Option<Call> {
        let number: u32 = number.parse().ok()?;
        let [futex, nanosleep, clock_nanosleep, read] = if cfg!(target_arch = "x86_64") {
            [202, 35, 230, 0]
        } else if cfg!(any(target_arch = "aarch64", target_arch = "riscv64")) {
            [98, 101, 115, 63]
        } else {
            return None;
        };
        match number {
            n if n == futex => Some(Call::Futex),
            n if n == nanosleep || n == clock_nanosleep => Some(Call::Sleep),
            n if n == read => Some(Call::Read),
            _ => None,
        }
    }
}

/// Elsewhere we know no way without unsafe code: the report names the test alone.
#[cfg(not(target_os = "linux"))]
mod system {
    use super::Thread;

    pub struct Crowd;

    impl Crowd {
        pub fn enter() -> Self {
            Self
        }

        pub fn look(&self) -> Vec<Thread> {
            Vec::new()
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Crowd;
    use std::sync::Barrier;
    use std::thread;

    /// The system keeps 15 letters of a name. Two tests may share them.
    #[test]
    fn a_test_of_the_same_name_is_another() {
        let here = Crowd::enter();
        let entered = Barrier::new(2);
        let looked = Barrier::new(2);
        thread::scope(|scope| {
            // Without a name it takes its parent's.
            scope.spawn(|| {
                let _there = Crowd::enter();
                entered.wait();
                looked.wait();
            });
            entered.wait();
            let seen = here.look();
            looked.wait();
            assert_eq!(seen[0].name, "the test's own thread");
            let nameless = seen.iter().filter(|thread| thread.name.contains("without"));
            assert_eq!(nameless.count(), 0);
        });
    }
}
