//! Judges and replays, one thing at a time, on a thread of its own.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use course::{Course, Exercise};
use judge::{Cancel, Mode, NotBuilt, Request, Source};

use super::model::{Event, Tape};
use crate::failure::{Failure, Result};
use crate::judging::{Bench, Judged, Rules};

/// What is to be done. Exercises go by their number.
pub enum Task {
    Judge {
        exercise: usize,
        again: bool,
        saved: bool,
    },
    Replay {
        exercise: usize,
        token: String,
    },
}

struct Job {
    number: u64,
    task: Task,
    cancel: Cancel,
}

/// The thread that works. What it does is given up when this is dropped.
pub struct Worker {
    jobs: Option<Sender<Job>>,
    whole: Cancel,
    current: Cancel,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    pub fn start(course: Course, rules: Rules, interrupted: &Cancel, out: Sender<Event>) -> Self {
        let (jobs, received) = mpsc::channel();
        let whole = interrupted.child();
        let desk = Desk {
            whole: whole.clone(),
            rules,
            out: Alarm(out),
        };
        let thread = thread::spawn(move || desk.work(&course, &received));
        Self {
            jobs: Some(jobs),
            current: whole.child(),
            whole,
            thread: Some(thread),
        }
    }

    /// Does this, and gives up what was being done.
    pub fn ask(&mut self, number: u64, task: Task) {
        self.give_up();
        self.current = self.whole.child();
        let cancel = self.current.clone();
        if let Some(jobs) = &self.jobs {
            // A thread that has died has said so.
            let _ = jobs.send(Job {
                number,
                task,
                cancel,
            });
        }
    }

    /// Gives up what is being done.
    pub fn give_up(&self) {
        self.current.cancel();
    }
}

/// So long the last processes have to end. It takes milliseconds.
const GRACE: Duration = Duration::from_secs(5);

impl Drop for Worker {
    fn drop(&mut self) {
        self.whole.cancel();
        self.jobs = None;
        let Some(thread) = self.thread.take() else {
            return;
        };
        let asked = Instant::now();
        while !thread.is_finished() && asked.elapsed() < GRACE {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

/// Tells the screen if the thread that holds it panics.
struct Alarm(Sender<Event>);

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Event::Died);
        }
    }
}

struct Desk {
    whole: Cancel,
    rules: Rules,
    out: Alarm,
}

impl Desk {
    fn work(&self, course: &Course, jobs: &Receiver<Job>) {
        let mut bench = None;
        while let Ok(job) = jobs.recv() {
            if self.whole.is_cancelled() {
                return;
            }
            if bench.is_none() {
                match self.get_ready(course) {
                    Ok(ready) => bench = Some(ready),
                    Err(failure) => {
                        self.tell(Event::Judged(job.number, Err(failure)));
                        continue;
                    }
                }
            }
            if let Some(bench) = &bench {
                self.carry_out(bench, course, job);
            }
        }
    }

    fn get_ready<'a>(&self, course: &'a Course) -> Result<Bench<'a>> {
        let bench = Bench::ready(course, self.rules, false, &self.whole, &mut || {
            self.tell(Event::Building);
        })?;
        if let Some(difference) = bench.difference() {
            self.tell(Event::Note(difference));
        }
        Ok(bench)
    }

    fn carry_out(&self, bench: &Bench<'_>, course: &Course, job: Job) {
        let Job {
            number,
            task,
            cancel,
        } = job;
        match task {
            Task::Judge {
                exercise,
                again,
                saved,
            } => {
                let exercise = &course.exercises()[exercise];
                let judged = judge(bench, course, exercise, again, &cancel);
                // A save is a sign of work, also when its verdict never came.
                let is_recorded = matches!(&judged, Ok(judged) if !judged.remembered);
                if saved && !is_recorded && !self.whole.is_cancelled() {
                    let now = course::progress::now();
                    // The next verdict is recorded, or says why not.
                    let _ = course.progress().record_save(&exercise.package, now);
                }
                if !cancel.is_cancelled() {
                    self.tell(Event::Judged(number, judged.map(Box::new)));
                }
            }
            Task::Replay { exercise, token } => {
                let exercise = &course.exercises()[exercise];
                let walk = replay(bench, course, exercise, &token, &cancel);
                if !cancel.is_cancelled() {
                    self.tell(Event::Schedule(number, walk.map(Box::new)));
                }
            }
        }
    }

    fn tell(&self, event: Event) {
        // If nobody listens any more, nobody wants to know.
        let _ = self.out.0.send(event);
    }
}

fn judge(
    bench: &Bench<'_>,
    course: &Course,
    exercise: &Exercise,
    again: bool,
    cancel: &Cancel,
) -> Result<Judged> {
    if cancel.is_cancelled() {
        return Err(Failure::interrupted());
    }
    // Another checker may have recorded something since.
    let progress = course.progress().load()?.progress;
    bench.judge_now(exercise, &progress, again, cancel)
}

/// Runs the schedule of a token, and takes a copy of the files that it goes through.
fn replay(
    bench: &Bench<'_>,
    course: &Course,
    exercise: &Exercise,
    token: &str,
    cancel: &Cancel,
) -> std::result::Result<Tape, String> {
    let why = |error: NotBuilt| match error {
        NotBuilt::Verdict(verdict) => verdict.cause,
        NotBuilt::Cancelled => "interrupted".to_owned(),
    };
    let request = Request {
        exercise,
        source: &Source::of(exercise),
        tests: &course.pristine(exercise),
        mode: Mode::FirstFailure,
    };
    let program = bench
        .judge()
        .program(&request, false, cancel)
        .map_err(why)?;
    let found = program.find(token, cancel).map_err(why)?;
    let (test, schedule) = found.ok_or_else(|| {
        "The schedule is not there any more: your file has changed since.".to_owned()
    })?;
    let places = schedule.steps.iter().flat_map(|step| {
        let after = step.after.iter().filter_map(|place| place.file.as_ref());
        step.file.iter().chain(after)
    });
    let mut files = HashMap::new();
    for file in places {
        if !files.contains_key(file) {
            files.insert(file.clone(), program.read(file).unwrap_or_default());
        }
    }
    let title = format!("{} {}  {test}", exercise.package, exercise.title);
    Ok(Tape {
        title,
        schedule,
        files,
    })
}
