//! Families of processes on Windows: job objects.

use std::io;
use std::process::{ChildStderr, ChildStdout, Command, ExitStatus};

use process_wrap::std::{ChildWrapper, CommandWrap, JobObject};

/// A process and all that it started.
pub(super) struct Family {
    head: Box<dyn ChildWrapper>,
    ended: bool,
}

impl Family {
    pub(super) fn spawn(command: Command) -> io::Result<Self> {
        let head = CommandWrap::from(command).wrap(JobObject).spawn()?;
        Ok(Self { head, ended: false })
    }

    pub(super) fn id(&self) -> u32 {
        self.head.id()
    }

    pub(super) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
        let stdout = self.head.stdout().take();
        let stderr = self.head.stderr().take();
        stdout
            .zip(stderr)
            .expect("both outputs are piped, and taken once")
    }

    /// Whether the head has ended; the job as a whole may go on.
    pub(super) fn has_ended(&mut self) -> io::Result<bool> {
        Ok(self.head.inner_mut().try_wait()?.is_some())
    }

    /// Kills everyone, and says how the head ended.
    pub(super) fn end(mut self) -> io::Result<ExitStatus> {
        self.kill_all()
    }

    fn kill_all(&mut self) -> io::Result<ExitStatus> {
        self.ended = true;
        // A head that ended keeps the code that it ended with.
        let ended = self.head.inner_mut().try_wait()?;
        self.head.start_kill()?;
        match ended {
            Some(status) => Ok(status),
            None => self.head.inner_mut().wait(),
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

/// The error that ended a process. The system reports it as a code of its own.
pub(super) fn killed(status: ExitStatus) -> Option<String> {
    let code = status.code()?.cast_unsigned();
    let meaning = match code {
        0xC000_0005 => "it touched memory that is not its own",
        0xC000_00FD => "a thread used up its stack",
        0xC000_0409 => "it aborted",
        code if code >= 0xC000_0000 => "the system ended it",
        _ => return None,
    };
    Some(format!("{meaning} (code {code:#010X})"))
}

/// No program passes on the end of another here.
pub(super) fn signal_in(_: i32) -> Option<String> {
    None
}
