//! The state of the screen, and what every event does to it.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use course::{Hints, VerdictKind};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use judge::{Replayed, Verdict};

use super::book::{Entry, Standing};
use super::list::{Chosen, List};
use super::sight::{Content, Means};
use crate::failure::Failure;
use crate::judging::Judged;
use crate::tui::step::Walk;
use crate::tui::{Flow, Screen as _, Sources};

/// What happened.
pub enum Event {
    Key(KeyEvent),
    /// The mouse wheel was turned, so many lines down.
    Wheel(isize),
    Resized,
    /// So much time has passed since the screen was opened.
    Clock(Duration),
    /// The file of this exercise holds something else than before.
    Saved(usize, Content),
    /// How saves are noticed from now on.
    Means(Means),
    /// The explorer is being built, which takes a while.
    Building,
    /// The request of this number was carried out, or could not be.
    Judged(u64, Result<Box<Judged>, Failure>),
    /// The schedule that was asked for can be stepped through.
    Schedule(u64, Result<Box<Tape>, String>),
    Hints(Result<Box<Hints>, Failure>),
    /// The comparison with the solution, drawn.
    Compared(Result<String, Failure>),
    /// Something was recorded, perhaps by another checker.
    RecordChanged,
    Standing(Result<Box<Standing>, Failure>),
    /// Something to tell, good or bad.
    Told(Result<String, Failure>),
    /// What a learner should know all the time.
    Note(String),
    /// A thread of the checker panicked.
    Died,
}

/// A schedule to step through, and the files that it goes through.
pub struct Tape {
    pub title: String,
    pub schedule: Replayed,
    pub files: HashMap<String, String>,
}

/// What is to be done. Exercises go by their number in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Watch the file of this exercise, and of no other.
    Watch(usize),
    /// Judge it, and give up whatever was being done. `again`: even if nothing changed. `saved`:
    /// because the learner saved it.
    Judge {
        number: u64,
        exercise: usize,
        again: bool,
        saved: bool,
    },
    /// Run the schedule of this token, to be stepped through.
    Replay {
        number: u64,
        exercise: usize,
        token: String,
    },
    /// Give up whatever is being done.
    GiveUp,
    ReadHints(usize),
    /// Record that a tier of hints was opened.
    OpenedHint(usize, u8),
    Compare(usize),
    Edit {
        exercise: usize,
        line: Option<u32>,
    },
    Reset(usize),
    /// Read again what is recorded.
    ReadRecord,
    /// Draw everything anew.
    Redraw,
    Leave(Leave),
}

/// How the screen is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    Quit,
    Interrupted,
    Died,
}

/// What fills the middle of the screen.
pub enum Pane {
    Verdict,
    Task,
    Hints,
    /// The comparison with the solution, drawn.
    Solution(String),
    Help,
    List,
    Walk(Box<Walk<'static>>),
}

/// Something that is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    pub number: u64,
    pub kind: Kind,
    pub since: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Judging,
    /// The explorer is built first.
    Building,
    /// A schedule is run, to be stepped through.
    Replaying,
}

/// What came of the last judgement.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing yet.
    None,
    Verdict(Box<Judged>),
    /// The checker could not judge.
    Failure(Failure),
}

/// Which hints of the current exercise are open.
#[derive(Debug, Default)]
pub struct Shelf {
    pub hints: Option<Box<Hints>>,
    pub tiers: BTreeSet<u8>,
    /// Those for a verdict.
    pub verdicts: BTreeSet<VerdictKind>,
    /// Whether one is to be opened as soon as they are here.
    is_waiting: bool,
}

/// How far the middle of the screen is scrolled. The view says how far it can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    pub top: usize,
    pub most: usize,
    pub page: usize,
    /// Where the view is to scroll to by itself.
    pub to_newest: bool,
}

/// A line at the foot of the screen. The next key takes it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub is_bad: bool,
}

/// The whole screen.
pub struct Model {
    pub book: Vec<Entry>,
    pub standing: Standing,
    /// The exercise that is open.
    pub at: usize,
    pub pane: Pane,
    pub work: Option<Work>,
    pub outcome: Outcome,
    pub means: Means,
    pub shelf: Shelf,
    pub list: List,
    /// The exercise that may be reset, if the answer is yes.
    pub reset: Option<usize>,
    pub message: Option<Message>,
    pub notes: Vec<String>,
    pub scroll: Scroll,
    pub clock: Duration,
    /// The number of the last request.
    number: u64,
    /// What the file holds, as far as it was looked at.
    seen: Option<Content>,
}

impl Model {
    /// The screen as it opens, and what is to be done first.
    pub fn open(
        book: Vec<Entry>,
        standing: Standing,
        at: usize,
        means: Means,
    ) -> (Self, Vec<Command>) {
        let mut model = Self {
            book,
            standing,
            at,
            pane: Pane::Verdict,
            work: None,
            outcome: Outcome::None,
            means,
            shelf: Shelf::default(),
            list: List::default(),
            reset: None,
            message: None,
            notes: Vec::new(),
            scroll: Scroll::default(),
            clock: Duration::ZERO,
            number: 0,
            seen: None,
        };
        let commands = model.go(at);
        (model, commands)
    }

    pub fn entry(&self) -> &Entry {
        &self.book[self.at]
    }

    /// The verdict on the screen, be it new or old.
    pub fn verdict(&self) -> Option<&Verdict> {
        match &self.outcome {
            Outcome::Verdict(judged) => Some(&judged.report.verdict),
            _ => None,
        }
    }

    /// Whether the verdict on the screen is about something that is no more.
    pub fn is_old(&self) -> bool {
        self.work.is_some_and(|work| work.kind != Kind::Replaying)
    }

    /// Whether something moves on the screen as time goes by.
    pub fn is_moving(&self) -> bool {
        self.work.is_some()
    }

    /// The schedule that can be stepped through.
    pub fn token(&self) -> Option<&str> {
        self.verdict()?.evidence.token.as_deref()
    }

    /// Whether the current exercise has passed, now or earlier.
    pub fn is_solved(&self) -> bool {
        self.standing.is_passed(self.at) || self.verdict().is_some_and(Verdict::is_pass)
    }

    /// What happened, and what is to be done about it.
    pub fn update(&mut self, event: Event) -> Vec<Command> {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Wheel(lines) => self.scroll_by(lines),
            Event::Clock(now) => self.clock = now,
            Event::Saved(exercise, content) if exercise == self.at => return self.saved(content),
            // That exercise is not open any more, and the new size is known to whoever draws.
            Event::Saved(..) | Event::Resized => {}
            Event::Means(means) => self.means = means,
            Event::Building => {
                if let Some(work) = &mut self.work {
                    work.kind = Kind::Building;
                }
            }
            Event::Judged(number, result) => return self.judged(number, result),
            Event::Schedule(number, result) => self.replayed(number, result),
            Event::Hints(result) => return self.hints_are_here(result),
            Event::Compared(Ok(text)) => self.show(Pane::Solution(text)),
            Event::RecordChanged => return vec![Command::ReadRecord],
            Event::Standing(Ok(standing)) => self.standing = *standing,
            Event::Told(Ok(text)) => self.say(text),
            Event::Compared(Err(failure))
            | Event::Standing(Err(failure))
            | Event::Told(Err(failure)) => self.complain(failure.to_string()),
            Event::Note(note) => {
                if !self.notes.contains(&note) {
                    self.notes.push(note);
                }
            }
            Event::Died => return vec![Command::Leave(Leave::Died)],
        }
        Vec::new()
    }

    // --- Judging -------------------------------------------------------------

    /// Opens an exercise.
    fn go(&mut self, to: usize) -> Vec<Command> {
        self.at = to;
        self.list.selected = to;
        self.outcome = Outcome::None;
        self.seen = None;
        self.shelf = Shelf::default();
        if let Some(row) = self.standing.rows.get(to) {
            self.shelf.tiers.extend(&row.hints);
        }
        self.show(Pane::Verdict);
        vec![Command::Watch(to), self.judge(false, false)]
    }

    fn judge(&mut self, again: bool, saved: bool) -> Command {
        self.number += 1;
        self.work = Some(Work {
            number: self.number,
            kind: Kind::Judging,
            since: self.clock,
        });
        Command::Judge {
            number: self.number,
            exercise: self.at,
            again,
            saved,
        }
    }

    fn saved(&mut self, content: Content) -> Vec<Command> {
        let is_first = self.seen.is_none();
        self.seen = Some(content);
        let judged = match &self.outcome {
            Outcome::Verdict(judged) => judged.content,
            _ => None,
        };
        // The judge was faster than the news of this save.
        if !self.is_old() && content.is_some() && judged == content {
            return Vec::new();
        }
        // The first look comes while the first judgement reads the file. What it read shows when
        // it is done.
        if is_first && self.is_old() {
            return Vec::new();
        }
        if let Pane::Walk(walk) = &mut self.pane {
            walk.remark = Some("your file has changed since");
        }
        vec![self.judge(false, !is_first || judged.is_some())]
    }

    fn judged(&mut self, number: u64, result: Result<Box<Judged>, Failure>) -> Vec<Command> {
        if self.work.is_none_or(|work| work.number != number) {
            return Vec::new();
        }
        if let Ok(judged) = &result {
            let other = |seen: Content| judged.content.is_some() && seen != judged.content;
            if judged.outdated || self.seen.is_some_and(other) {
                return vec![self.judge(false, true)];
            }
        }
        self.work = None;
        self.scroll = Scroll::default();
        self.outcome = match result {
            Ok(judged) => Outcome::Verdict(judged),
            Err(failure) => Outcome::Failure(failure),
        };
        // Below a pass stands what the exercise was about.
        let is_pass = self.verdict().is_some_and(Verdict::is_pass);
        let hints = (is_pass && self.shelf.hints.is_none()).then_some(Command::ReadHints(self.at));
        hints.into_iter().chain([Command::ReadRecord]).collect()
    }

    fn replayed(&mut self, number: u64, result: Result<Box<Tape>, String>) {
        if self.work.is_none_or(|work| work.number != number) {
            return;
        }
        self.work = None;
        match result {
            Ok(tape) => {
                let Tape {
                    title,
                    schedule,
                    files,
                } = *tape;
                let sources = Sources::new(move |file| files.get(file).cloned());
                let walk = Walk::new(&title, schedule, sources);
                self.show(Pane::Walk(Box::new(walk)));
            }
            Err(words) => self.complain(words),
        }
    }

    // --- Hints ---------------------------------------------------------------

    /// The verdict on the screen, if there is a hint for it that is not open yet.
    fn due_hint(&self) -> Option<VerdictKind> {
        let kind = self.verdict()?.kind;
        let hint = self.shelf.hints.as_ref()?.for_verdict(kind);
        (hint.is_some() && !self.shelf.verdicts.contains(&kind)).then_some(kind)
    }

    /// Opens the next hint: the one for this verdict first, then tier by tier.
    fn open_hint(&mut self) -> Vec<Command> {
        let for_verdict = self.due_hint();
        let Some(hints) = &self.shelf.hints else {
            self.shelf.is_waiting = true;
            return vec![Command::ReadHints(self.at)];
        };
        let tiers = 1..=u8::try_from(hints.tiers.len()).unwrap_or(u8::MAX);
        let tier = tiers
            .into_iter()
            .find(|tier| !self.shelf.tiers.contains(tier));
        self.show(Pane::Hints);
        self.scroll.to_newest = true;
        if let Some(kind) = for_verdict {
            self.shelf.verdicts.insert(kind);
            self.scroll.to_newest = false;
        } else if let Some(tier) = tier {
            self.shelf.tiers.insert(tier);
            return vec![Command::OpenedHint(self.at, tier)];
        } else {
            self.say("That was the last hint.");
        }
        Vec::new()
    }

    fn hints_are_here(&mut self, result: Result<Box<Hints>, Failure>) -> Vec<Command> {
        match result {
            Ok(hints) => {
                self.shelf.hints = Some(hints);
                if std::mem::take(&mut self.shelf.is_waiting) {
                    // What was opened another day is shown before more is told.
                    if !self.shelf.tiers.is_empty() {
                        self.show(Pane::Hints);
                        self.scroll.to_newest = true;
                        return Vec::new();
                    }
                    return self.open_hint();
                }
            }
            Err(failure) => self.complain(failure.to_string()),
        }
        Vec::new()
    }

    fn hint_key(&mut self) -> Vec<Command> {
        let is_shown = matches!(self.pane, Pane::Hints);
        let is_any_open = !(self.shelf.tiers.is_empty() && self.shelf.verdicts.is_empty());
        let is_one_due = self.due_hint().is_some();
        if !is_shown && is_any_open && !is_one_due && self.shelf.hints.is_some() {
            self.show(Pane::Hints);
            self.scroll.to_newest = true;
            return Vec::new();
        }
        self.open_hint()
    }

    // --- Keys ----------------------------------------------------------------

    fn key(&mut self, key: KeyEvent) -> Vec<Command> {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return match key.code {
                KeyCode::Char('c') => vec![Command::Leave(Leave::Interrupted)],
                KeyCode::Char('l') => vec![Command::Redraw],
                _ => Vec::new(),
            };
        }
        self.message = None;
        if let Some(exercise) = self.reset.take() {
            if key.code == KeyCode::Char('y') {
                return vec![Command::Reset(exercise)];
            }
            self.say("Nothing was reset.");
            return Vec::new();
        }
        match &mut self.pane {
            Pane::Walk(walk) => {
                if walk.key(key.code) == Flow::Quit {
                    self.show(Pane::Verdict);
                }
                Vec::new()
            }
            Pane::List => self.list_key(key.code),
            _ => self.pane_key(key.code),
        }
    }

    fn list_key(&mut self, key: KeyCode) -> Vec<Command> {
        match self.list.key(key, &self.book, &self.standing) {
            Chosen::Nothing => {}
            Chosen::Jump(to) => return self.go(to),
            Chosen::Reset(exercise) => self.reset = Some(exercise),
            Chosen::Help => self.show(Pane::Help),
            Chosen::Close => self.show(Pane::Verdict),
        }
        Vec::new()
    }

    fn pane_key(&mut self, key: KeyCode) -> Vec<Command> {
        match key {
            KeyCode::Char('n') if self.at + 1 < self.book.len() => return self.go(self.at + 1),
            KeyCode::Char('n') => self.say("This is the last exercise. l lists all of them."),
            KeyCode::Char('p') if self.at > 0 => return self.go(self.at - 1),
            KeyCode::Char('p') => self.say("This is the first exercise."),
            KeyCode::Char('h') => return self.hint_key(),
            KeyCode::Char('l') => self.show(Pane::List),
            KeyCode::Char('s') => return self.step(),
            KeyCode::Char('r') => {
                self.show(Pane::Verdict);
                return vec![self.judge(true, false)];
            }
            KeyCode::Char('e') => return vec![self.edit()],
            KeyCode::Char('d') if matches!(self.pane, Pane::Solution(_)) => {
                self.show(Pane::Verdict);
            }
            KeyCode::Char('d') if self.is_solved() => return vec![Command::Compare(self.at)],
            KeyCode::Char('d') => {
                self.say("Solve it first: then d compares yours with the solution.");
            }
            KeyCode::Char('x') => self.reset = Some(self.at),
            KeyCode::Char('t') => self.toggle(&Pane::Task),
            KeyCode::Char('?') => self.toggle(&Pane::Help),
            KeyCode::Char('q') if matches!(self.pane, Pane::Verdict) => {
                return vec![Command::Leave(Leave::Quit)];
            }
            KeyCode::Char('q') | KeyCode::Esc if !matches!(self.pane, Pane::Verdict) => {
                self.show(Pane::Verdict);
            }
            KeyCode::Esc if self.work.is_some_and(|work| work.kind == Kind::Replaying) => {
                self.work = None;
                return vec![Command::GiveUp];
            }
            KeyCode::Up | KeyCode::Char('k') => self.scroll_by(-1),
            KeyCode::Down | KeyCode::Char('j') => self.scroll_by(1),
            KeyCode::PageUp => self.scroll_by(-self.page()),
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll_by(self.page()),
            KeyCode::Home => self.scroll_by(isize::MIN),
            KeyCode::End => self.scroll_by(isize::MAX),
            _ => {}
        }
        Vec::new()
    }

    fn step(&mut self) -> Vec<Command> {
        if self.is_old() {
            self.say("Wait for the verdict: it may have another schedule.");
            return Vec::new();
        }
        let Some(token) = self.token().map(str::to_owned) else {
            self.say("No single schedule is to blame, so there is none to step through.");
            return Vec::new();
        };
        self.number += 1;
        self.work = Some(Work {
            number: self.number,
            kind: Kind::Replaying,
            since: self.clock,
        });
        vec![Command::Replay {
            number: self.number,
            exercise: self.at,
            token,
        }]
    }

    /// The editor opens where the verdict points to, if that is in the learner's file.
    fn edit(&self) -> Command {
        let evidence = self.verdict().map(|verdict| &verdict.evidence);
        let line = evidence
            .filter(|evidence| evidence.file.as_ref() == Some(&self.entry().file))
            .and_then(|evidence| evidence.line);
        Command::Edit {
            exercise: self.at,
            line,
        }
    }

    // --- What is shown -------------------------------------------------------

    fn show(&mut self, pane: Pane) {
        self.pane = pane;
        self.scroll = Scroll::default();
    }

    fn toggle(&mut self, pane: &Pane) {
        let is_open = std::mem::discriminant(&self.pane) == std::mem::discriminant(pane);
        self.show(match pane {
            _ if is_open => Pane::Verdict,
            Pane::Task => Pane::Task,
            _ => Pane::Help,
        });
    }

    fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: text.into(),
            is_bad: false,
        });
    }

    fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: text.into(),
            is_bad: true,
        });
    }

    fn page(&self) -> isize {
        // One line stays, so that the eye finds its place.
        isize::try_from(self.scroll.page.saturating_sub(1).max(1)).unwrap_or(1)
    }

    fn scroll_by(&mut self, lines: isize) {
        if matches!(self.pane, Pane::List) {
            self.list.move_by(lines, &self.book, &self.standing);
            return;
        }
        let top = self.scroll.top.saturating_add_signed(lines);
        self.scroll.top = top.min(self.scroll.most);
    }
}

#[cfg(test)]
mod tests;
