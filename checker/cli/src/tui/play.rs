//! A program whose scheduler the learner is.

use crossterm::event::KeyCode;
use judge::{ChoiceKind, Position};
use ratatui::Frame;
use ratatui::style::{Color, Style};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::panes::{self, cut};
use super::{FAINT, Flow, HEAD, Look, MARKED, Screen, Sources};
use crate::screen::text::wrap;

const KEYS: &str = "1-9, or ↑↓ and Enter  choose   u undo   r restart   q quit";
const PLAIN_KEYS: &str = "1-9, or arrows and Enter: choose   u: undo   r: restart   q: quit";

/// What is known of the program beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// It breaks with so many switches from one thread to another.
    Breaks { switches: u64 },
    /// No schedule breaks it. Whether that is certain.
    Holds { certain: bool },
    /// Nothing.
    Nothing,
}

/// Runs the choices of a token, and says where the program stands then. In words
/// why not, if it cannot.
pub type Run<'a> = dyn FnMut(&str) -> Result<Position, String> + 'a;

/// A game.
pub struct Game<'a> {
    title: String,
    known: Known,
    sources: Sources<'a>,
    run: Box<Run<'a>>,
    /// Where the program stood, from the beginning until now.
    past: Vec<Position>,
    selected: usize,
    /// Why the last choice led nowhere.
    trouble: Option<String>,
}

impl<'a> Game<'a> {
    pub fn new(
        title: &str,
        known: Known,
        sources: Sources<'a>,
        start: Position,
        run: Box<Run<'a>>,
    ) -> Self {
        let mut game = Self {
            title: title.to_owned(),
            known,
            sources,
            run,
            past: vec![start],
            selected: 0,
            trouble: None,
        };
        game.select();
        game
    }

    /// Where the program stands.
    pub fn now(&self) -> &Position {
        self.past.last().expect("there is always a beginning")
    }

    /// How many choices were made, those taken back not counted.
    pub fn choices(&self) -> usize {
        self.past.len() - 1
    }

    /// Whether the program was broken.
    pub fn is_broken(&self) -> bool {
        self.now().failure.is_some()
    }

    /// Selects what goes on without a switch.
    fn select(&mut self) {
        let now = self.now();
        let last = now.steps.last().map(|step| step.thread);
        let going_on = now.choice.as_ref().and_then(|choice| {
            let mut threads = choice.options.iter().map(|option| option.thread);
            threads.position(|thread| thread.is_some() && thread == last)
        });
        self.selected = going_on.unwrap_or(0);
    }

    fn choose(&mut self, number: usize) {
        let choice = self.now().choice.as_ref();
        let Some(option) = choice.and_then(|choice| choice.options.get(number)) else {
            return;
        };
        let then = option.then.clone();
        match (self.run)(&then) {
            Ok(position) => {
                self.past.push(position);
                self.trouble = None;
                self.select();
            }
            Err(trouble) => self.trouble = Some(trouble),
        }
    }

    fn go_back(&mut self, choices: usize) {
        self.past.truncate(choices + 1);
        self.trouble = None;
        self.select();
    }

    /// What is known beforehand, for the corner.
    fn remark(&self) -> String {
        let now = self.now();
        match self.known {
            Known::Breaks { switches } => {
                format!("{} of {}", now.switches, count(switches, "switch"))
            }
            Known::Holds { .. } | Known::Nothing => count(now.switches, "switch"),
        }
    }

    /// How it ended, once it has.
    pub fn ending(&self) -> Option<Vec<String>> {
        let now = self.now();
        if now.choice.is_some() {
            return None;
        }
        let taken = count(now.switches, "switch");
        Some(match &now.failure {
            Some(failure) => vec![
                format!("You broke it, with {taken}: {}", failure.message),
                match self.known {
                    Known::Breaks { switches } if switches < now.switches => {
                        format!("It can be done with {}.", count(switches, "switch"))
                    }
                    Known::Breaks { .. } => "No shorter way is known.".to_owned(),
                    _ => "The explorer did not know this one.".to_owned(),
                },
            ],
            None => vec![
                format!("The program came through, with {taken}."),
                match self.known {
                    Known::Breaks { switches } => {
                        format!(
                            "It can be broken with {}. u takes a choice back.",
                            count(switches, "switch")
                        )
                    }
                    Known::Holds { certain: true } => {
                        "So it does on every schedule: nobody can break it.".to_owned()
                    }
                    Known::Holds { certain: false } => {
                        "So it did on every schedule that the explorer tried.".to_owned()
                    }
                    Known::Nothing => "u takes a choice back.".to_owned(),
                },
            ],
        })
    }

    /// What can be chosen, and who cannot be.
    fn options(&self, look: Look, width: usize, rows: usize) -> Vec<Line<'static>> {
        let now = self.now();
        let names = panes::names_of(look, &now.threads);
        let mut lines: Vec<(Option<usize>, String)> = Vec::new();
        let choice = now.choice.as_ref();
        let values = choice.filter(|choice| choice.kind == ChoiceKind::Outcome);
        if let Some(choice) = values {
            for (index, option) in choice.options.iter().enumerate() {
                let name = choice.thread.and_then(|thread| names.get(thread));
                let name = name.map_or("", String::as_str);
                lines.push((Some(index), format!("{name:<8} {}", option.text)));
            }
        } else {
            for (thread, standing) in now.threads.iter().enumerate() {
                let mut options = choice.iter().flat_map(|choice| &choice.options);
                let index = options.position(|option| option.thread == Some(thread));
                let mut standing = standing.clone();
                standing.next = standing.next.map(|next| format!("is about to {next}"));
                lines.push((index, panes::standing(&standing, &names[thread])));
            }
        }
        let wanted = lines
            .iter()
            .position(|(index, _)| *index == Some(self.selected));
        let first = wanted.unwrap_or(0).saturating_sub(rows.saturating_sub(1));
        lines
            .into_iter()
            .skip(first)
            .map(|(index, words)| {
                let number = index.map_or("   ".to_owned(), |index| format!("{:>2} ", index + 1));
                let style = match index {
                    Some(index) if index == self.selected => MARKED,
                    Some(_) => Style::new(),
                    None => FAINT,
                };
                let row = cut(look, &format!("{number} {words}"), width);
                Line::styled(row, style)
            })
            .collect()
    }
}

/// `1 switch`, `2 switches`.
pub fn count(number: u64, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}es"),
    }
}

impl Screen for Game<'_> {
    fn draw(&self, frame: &mut Frame<'_>, look: Look) {
        let now = self.now();
        let options = now.choice.as_ref().map_or(0, |choice| choice.options.len());
        let rows = now.threads.len().max(options);
        let Some(parts) = panes::split(frame.area(), rows) else {
            return panes::too_small(frame);
        };
        panes::title(frame, parts.title, look, &self.title, &self.remark());
        let last = now.steps.len().checked_sub(1);
        let spot = last.and_then(|last| panes::spot(&now.steps, last));
        // Where the selected thread is about to go on, if that is known.
        let ahead = now.choice.as_ref().and_then(|choice| {
            if let (Some(file), Some(line)) = (choice.file.as_deref(), choice.line) {
                return Some((file, line));
            }
            let thread = choice.options.get(self.selected)?.thread?;
            let standing = now.threads.get(thread)?;
            Some((standing.file.as_deref()?, standing.line?))
        });
        panes::source(
            frame,
            parts.source,
            look,
            &self.sources,
            ahead.or(spot),
            &now.threads,
        );
        let names = panes::names_of(look, &now.threads);
        panes::lanes(frame, parts.lanes, look, &now.steps, &names, last);
        let width = usize::from(parts.detail.width);
        let mut detail = vec![Line::raw("")];
        let red = look.ink(Color::Red).patch(HEAD);
        if let Some(trouble) = &self.trouble {
            let fitted = wrap(trouble, width);
            detail.extend(
                fitted
                    .lines()
                    .map(|line| Line::styled(line.to_owned(), red)),
            );
        } else if let Some(words) = self.ending() {
            let style = if self.is_broken() { red } else { HEAD };
            detail.extend(
                words
                    .iter()
                    .map(|w| Line::styled(cut(look, w, width), style)),
            );
        } else {
            let words = match now.choice.as_ref().map(|choice| choice.kind) {
                Some(ChoiceKind::Outcome) => "This step can end in more than one way. Which?",
                _ => "Who moves?",
            };
            detail.push(Line::styled(words, HEAD));
        }
        frame.render_widget(Paragraph::new(detail), parts.detail);
        let rows = usize::from(parts.threads.height);
        let width = usize::from(parts.threads.width);
        frame.render_widget(
            Paragraph::new(self.options(look, width, rows)),
            parts.threads,
        );
        let keys = if look.glyphs.lane.is_ascii() {
            PLAIN_KEYS
        } else {
            KEYS
        };
        panes::keys(frame, parts.keys, look, keys);
    }

    fn key(&mut self, key: KeyCode) -> Flow {
        let options = self.now().choice.as_ref().map_or(0, |c| c.options.len());
        match key {
            KeyCode::Char(digit @ '1'..='9') => {
                self.choose(usize::from(u8::try_from(digit).unwrap_or(b'1') - b'1'));
            }
            KeyCode::Enter | KeyCode::Right | KeyCode::Char(' ') => self.choose(self.selected),
            KeyCode::Down => self.selected = (self.selected + 1).min(options.saturating_sub(1)),
            KeyCode::Up => self.selected = self.selected.saturating_sub(1),
            KeyCode::Char('u') | KeyCode::Left | KeyCode::Backspace => {
                self.go_back(self.choices().saturating_sub(1));
            }
            KeyCode::Char('r') => self.go_back(0),
            KeyCode::Char('q') | KeyCode::Esc => return Flow::Quit,
            _ => {}
        }
        Flow::Stay
    }
}
