//! Families of processes on Unix: process groups.

use std::io;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus};
use std::thread;
use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, WaitOptions, kill_process_group, waitid, waitpgid,
};

use super::linux;

/// A process and all that it started.
pub(super) struct Family {
    head: Child,
    pid: Pid,
    mark: linux::Mark,
    ended: bool,
}

impl Family {
    pub(super) fn spawn(mut command: Command) -> io::Result<Self> {
        let mark = linux::Mark::put_on(&mut command);
        // A group of its own, so that one signal reaches all of it and none of
        // it gets those meant for the checker.
        let head = command.process_group(0).spawn()?;
        let pid = Pid::from_child(&head);
        Ok(Self {
            head,
            pid,
            mark,
            ended: false,
        })
    }

    pub(super) fn id(&self) -> u32 {
        self.head.id()
    }

    pub(super) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
        let stdout = self.head.stdout.take();
        let stderr = self.head.stderr.take();
        stdout
            .zip(stderr)
            .expect("both outputs are piped, and taken once")
    }

    /// Whether the head has ended. It is not reaped yet: its number stays taken,
    /// so that the group can be killed without hitting a stranger.
    pub(super) fn has_ended(&self) -> io::Result<bool> {
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        match waitid(WaitId::Pid(self.pid), look) {
            Ok(status) => Ok(status.is_some()),
            Err(Errno::INTR) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Kills everyone, and says how the head ended.
    pub(super) fn end(mut self) -> io::Result<ExitStatus> {
        self.kill_all()
    }

    fn kill_all(&mut self) -> io::Result<ExitStatus> {
        self.ended = true;
        // There may be no one left to kill; nothing else can go wrong.
        let _ = kill_process_group(self.pid, Signal::KILL);
        let status = self.head.wait()?;
        self.mark.sweep();
        self.reap();
        Ok(status)
    }

    /// Those whose parent ended before them are ours where we are the one that takes
    /// orphans in. As long as nobody asks how they ended, each takes up a number, of which
    /// the system has so many and a control group only a few.
    fn reap(&self) {
        let mut pause = Duration::from_micros(50);
        // They are dead already, or about to be: they were sent a signal.
        while pause < Duration::from_secs(1) {
            match waitpgid(self.pid, WaitOptions::NOHANG) {
                Ok(Some(_)) | Err(Errno::INTR) => {}
                Ok(None) => {
                    thread::sleep(pause);
                    pause *= 2;
                }
                Err(_) => return,
            }
        }
    }
}

impl Drop for Family {
    /// Whatever way we leave, no process stays behind.
    fn drop(&mut self) {
        if !self.ended {
            let _ = self.kill_all();
        }
    }
}

/// The signal that ended a process, with what it means for those who never met
/// one.
pub(super) fn killed(status: ExitStatus) -> Option<String> {
    status.signal().map(meaning)
}

/// The same where the exit code of another program passes the signal on.
pub(super) fn signal_in(code: i32) -> Option<String> {
    (129..=128 + 64)
        .contains(&code)
        .then(|| meaning(code - 128))
}

fn meaning(number: i32) -> String {
    let (name, meaning) = match Signal::from_named_raw(number) {
        Some(Signal::SEGV) => ("SIGSEGV", "it touched memory that is not its own"),
        Some(Signal::BUS) => ("SIGBUS", "it touched memory that is not there"),
        Some(Signal::ABORT) => ("SIGABRT", "it aborted"),
        Some(Signal::KILL) => ("SIGKILL", "the system ended it, perhaps for want of memory"),
        Some(Signal::ILL) => ("SIGILL", "it ran into something that is no instruction"),
        Some(Signal::TRAP) => ("SIGTRAP", "it ran into a trap"),
        Some(Signal::FPE) => ("SIGFPE", "it made an arithmetic error"),
        Some(Signal::SYS) => ("SIGSYS", "it asked the system for what it may not have"),
        Some(Signal::XFSZ) => ("SIGXFSZ", "it wrote to a file"),
        Some(Signal::XCPU) => ("SIGXCPU", "it used up its processor time"),
        _ => return format!("signal {number}: it was stopped from outside"),
    };
    format!("{meaning} ({name})")
}
