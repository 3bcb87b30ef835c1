//! What is seen while a class is judged.

use std::io::IsTerminal as _;
use std::path::Path;

use classroom::export::VerdictLine;
use classroom::grading::{Progress, Tally, Task};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use judge::Report;

use crate::args::Format;

/// Shows progress: a bar for people, one line a verdict for programs.
pub struct Screen {
    format: Format,
    bar: ProgressBar,
    failed: usize,
    faults: usize,
}

const BAR: &str = "{bar:24} {pos}/{len}  {per_sec:.1}  {eta} left  {msg}";

impl Screen {
    pub fn new(format: Format) -> Self {
        let target = if format == Format::Human && std::io::stderr().is_terminal() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template(BAR) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self {
            format,
            bar,
            failed: 0,
            faults: 0,
        }
    }

    pub fn show(&mut self, progress: Progress<'_>) {
        match progress {
            Progress::Begun { rulings, .. } => {
                self.bar
                    .set_length(u64::try_from(rulings).unwrap_or(u64::MAX));
                self.bar.set_message("judging the untouched files first");
            }
            Progress::Ruled {
                task,
                report,
                key,
                judged,
            } => self.ruled(task, report, key, judged),
            _ => {}
        }
    }

    fn ruled(&mut self, task: &Task, report: &Report, key: &str, judged: bool) {
        let kind = report.verdict.kind;
        self.faults += usize::from(kind == course::VerdictKind::GraderError);
        self.failed += usize::from(!kind.is_pass());
        self.bar.inc(1);
        self.bar.set_message(match self.faults {
            0 => format!("{} not passed", self.failed),
            faults => format!("{} not passed, {faults} faults of the grader", self.failed),
        });
        if self.format == Format::Json {
            let line = VerdictLine {
                learner: &task.hand_in.learner.0,
                exercise: &task.hand_in.exercise,
                attempt: task.hand_in.attempt,
                judged,
                key,
                report,
            };
            let mut text = Vec::new();
            // Writing to memory does not fail.
            if line.write_to(&mut text).is_ok() {
                anstream::print!("{}", String::from_utf8_lossy(&text));
            }
        }
    }

    pub fn sum_up(self, tally: &Tally, ledger: &Path, walls: &str) {
        self.bar.finish_and_clear();
        if self.format == Format::Json {
            return;
        }
        let rest = tally.ruled - tally.passed - tally.faults;
        anstream::println!(
            "{} rulings: {} passed, {rest} did not. Judged {} contents in the jail {walls}; \
             {} hand-ins needed nothing new.",
            tally.ruled,
            tally.passed,
            tally.judged,
            tally.settled
        );
        if tally.faults > 0 {
            anstream::println!(
                "{} rulings are faults of the grader's: those marks are withheld. Grade again to \
                 retry them.",
                tally.faults
            );
        }
        if tally.interrupted {
            anstream::println!(
                "Interrupted. What was judged is in {0}; go on with \
                 `checker grade --resume --ledger {0}`.",
                ledger.display()
            );
        } else {
            anstream::println!("Everything is in {}.", ledger.display());
        }
    }
}
