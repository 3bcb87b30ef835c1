//! The list of all exercises: which are shown, and which one is selected.

use crossterm::event::KeyCode;

use super::book::{Entry, Standing};
use crate::view::State;

/// Which exercises are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    All,
    Open,
    Failing,
    Done,
}

impl Filter {
    pub const ALL: [Self; 4] = [Self::All, Self::Open, Self::Failing, Self::Done];

    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Failing => "failing",
            Self::Done => "done",
        }
    }

    fn next(self) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    fn wants(self, state: State) -> bool {
        match self {
            Self::All => true,
            Self::Open => state == State::Open,
            Self::Failing => state == State::Failing,
            Self::Done => state == State::Passed,
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct List {
    pub filter: Filter,
    pub search: String,
    /// Whether letters go into the search.
    pub is_searching: bool,
    /// The number of an exercise in the book.
    pub selected: usize,
}

/// What a key means for the rest of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    Nothing,
    /// Go to this exercise.
    Jump(usize),
    /// Ask whether to begin this one anew.
    Reset(usize),
    Help,
    Close,
}

impl List {
    /// The exercises that are shown.
    pub fn shown(&self, book: &[Entry], standing: &Standing) -> Vec<usize> {
        let wanted = self.search.to_lowercase();
        let fits = |entry: &Entry| {
            [&entry.name, &entry.topic, &entry.title]
                .iter()
                .any(|text| text.to_lowercase().contains(&wanted))
        };
        let rows = book.iter().zip(&standing.rows).enumerate();
        rows.filter(|(_, (entry, row))| self.filter.wants(row.state) && fits(entry))
            .map(|(index, _)| index)
            .collect()
    }

    pub fn key(&mut self, key: KeyCode, book: &[Entry], standing: &Standing) -> Chosen {
        if self.is_searching && self.type_in(key) {
            self.keep_selection_shown(book, standing);
            return Chosen::Nothing;
        }
        let selected =
            Some(self.selected).filter(|selected| self.shown(book, standing).contains(selected));
        match key {
            KeyCode::Up | KeyCode::Char('k') => self.move_by(-1, book, standing),
            KeyCode::Down | KeyCode::Char('j') => self.move_by(1, book, standing),
            KeyCode::PageUp => self.move_by(-10, book, standing),
            KeyCode::PageDown => self.move_by(10, book, standing),
            KeyCode::Home => self.move_by(isize::MIN, book, standing),
            KeyCode::End => self.move_by(isize::MAX, book, standing),
            KeyCode::Char('/') => self.is_searching = true,
            KeyCode::Char('f') => {
                self.filter = self.filter.next();
                self.keep_selection_shown(book, standing);
            }
            KeyCode::Enter => {
                if let Some(selected) = selected {
                    // What was looked for is found.
                    self.search.clear();
                    return Chosen::Jump(selected);
                }
            }
            KeyCode::Char('x') => return selected.map_or(Chosen::Nothing, Chosen::Reset),
            KeyCode::Char('?') => return Chosen::Help,
            // The first Esc shows everything again.
            KeyCode::Esc if !self.search.is_empty() => {
                self.search.clear();
                self.keep_selection_shown(book, standing);
            }
            KeyCode::Char('q' | 'l') | KeyCode::Esc => return Chosen::Close,
            _ => {}
        }
        Chosen::Nothing
    }

    /// Takes a key for the search. False if it is none.
    fn type_in(&mut self, key: KeyCode) -> bool {
        match key {
            KeyCode::Char(letter) => self.search.push(letter),
            KeyCode::Backspace => {
                if self.search.pop().is_none() {
                    self.is_searching = false;
                }
            }
            KeyCode::Esc => {
                self.search.clear();
                self.is_searching = false;
            }
            KeyCode::Enter => {
                self.is_searching = false;
                // Enter goes to what was found.
                return false;
            }
            _ => return false,
        }
        true
    }

    /// Moves the selection by so many of the exercises that are shown.
    pub fn move_by(&mut self, by: isize, book: &[Entry], standing: &Standing) {
        let shown = self.shown(book, standing);
        let at = shown.iter().position(|index| *index == self.selected);
        let last = shown.len().saturating_sub(1);
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        if let Some(index) = shown.get(to) {
            self.selected = *index;
        }
    }

    /// Selects the next exercise that is shown, if the selected one no longer is.
    fn keep_selection_shown(&mut self, book: &[Entry], standing: &Standing) {
        let shown = self.shown(book, standing);
        let next = shown.iter().find(|index| **index >= self.selected);
        if let Some(index) = next.or(shown.last()) {
            self.selected = *index;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::book::Row;
    use super::*;

    fn book() -> (Vec<Entry>, Standing) {
        let entry = |name: &str, topic: &str, title: &str| Entry {
            name: name.to_owned(),
            topic: topic.to_owned(),
            title: title.to_owned(),
            ..Entry::default()
        };
        let row = |state| Row {
            state,
            attempts: 0,
            spent: Duration::ZERO,
            last: None,
            hints: Vec::new(),
        };
        let book = vec![
            entry("ex01", "spawn", "Spawn and join"),
            entry("ex02", "move", "Move in"),
            entry("ex05", "rc", "Rc is not Send"),
        ];
        let standing = Standing {
            rows: vec![row(State::Passed), row(State::Failing), row(State::Open)],
            damage: None,
        };
        (book, standing)
    }

    fn press(list: &mut List, keys: &[KeyCode]) -> Chosen {
        let (book, standing) = book();
        let mut chosen = Chosen::Nothing;
        for key in keys {
            chosen = list.key(*key, &book, &standing);
        }
        chosen
    }

    fn shown(list: &List) -> Vec<usize> {
        let (book, standing) = book();
        list.shown(&book, &standing)
    }

    #[test]
    fn the_filter_goes_round() {
        let mut list = List::default();
        let mut seen = Vec::new();
        for _ in 0..5 {
            seen.push((list.filter.word(), shown(&list)));
            press(&mut list, &[KeyCode::Char('f')]);
        }
        assert_eq!(
            seen,
            [
                ("all", vec![0, 1, 2]),
                ("open", vec![2]),
                ("failing", vec![1]),
                ("done", vec![0]),
                ("all", vec![0, 1, 2]),
            ]
        );
    }

    #[test]
    fn a_search_narrows_as_letters_come_and_enter_jumps() {
        let mut list = List::default();
        press(&mut list, &[KeyCode::Char('/'), KeyCode::Char('S')]);
        assert_eq!(shown(&list), [0, 2], "titles, whatever the case");
        press(&mut list, &[KeyCode::Char('e')]);
        assert_eq!((shown(&list), list.selected), (vec![2], 2));
        assert_eq!(press(&mut list, &[KeyCode::Enter]), Chosen::Jump(2));
        assert_eq!(shown(&list), [0, 1, 2], "what was looked for is found");
        press(&mut list, &[KeyCode::Char('/'), KeyCode::Char('x')]);
        press(&mut list, &[KeyCode::Char('y'), KeyCode::Esc]);
        assert_eq!(shown(&list), [0, 1, 2]);
    }

    #[test]
    fn letters_of_a_search_are_no_commands() {
        let mut list = List::default();
        let chosen = press(&mut list, &[KeyCode::Char('/'), KeyCode::Char('q')]);
        assert_eq!((chosen, list.search.as_str()), (Chosen::Nothing, "q"));
        assert!(shown(&list).is_empty());
        assert_eq!(press(&mut list, &[KeyCode::Enter]), Chosen::Nothing);
    }

    #[test]
    fn the_selection_stays_among_what_is_shown() {
        let mut list = List::default();
        press(&mut list, &[KeyCode::Up]);
        assert_eq!(list.selected, 0);
        press(&mut list, &[KeyCode::PageDown]);
        assert_eq!(list.selected, 2);
        press(&mut list, &[KeyCode::Home]);
        assert_eq!(list.selected, 0);
        press(
            &mut list,
            &[KeyCode::End, KeyCode::Char('f'), KeyCode::Char('f')],
        );
        assert_eq!(list.selected, 1, "only ex02 fails");
        press(&mut list, &[KeyCode::Char('f')]);
        assert_eq!(press(&mut list, &[KeyCode::Char('x')]), Chosen::Reset(0));
    }
}
