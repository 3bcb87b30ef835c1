//! Screens that answer to keys: the terminal taken over, and given back.

pub mod panes;
pub mod play;
pub mod step;
pub mod watch;

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::process;
use std::rc::Rc;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use judge::{Cancel, Program};
use ratatui::Frame;
use ratatui::style::{Color, Modifier, Style};

use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::interrupt;
use crate::screen::glyphs::Glyphs;

/// How often we look whether somebody wants us to end.
const LOOK_UP: Duration = Duration::from_millis(200);
/// So long an interrupted screen has to give the terminal back.
const GRACE: Duration = Duration::from_secs(2);
/// A window smaller than this shows nothing of use.
pub const LEAST: (u16, u16) = (60, 16);

/// How things are drawn here.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub glyphs: Glyphs,
    pub colour: bool,
    /// Whether the terminal opens links.
    pub links: bool,
}

impl Look {
    pub fn of(console: &Console) -> Self {
        Self {
            glyphs: console.glyphs(),
            colour: Console::has_colour(),
            links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        }
    }

    /// In a colour, where colours are wanted.
    pub fn ink(self, colour: Color) -> Style {
        if self.colour {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }
}

/// What is marked stays so without colour.
pub const MARKED: Style = Style::new().add_modifier(Modifier::REVERSED);
pub const HEAD: Style = Style::new().add_modifier(Modifier::BOLD);
pub const FAINT: Style = Style::new().add_modifier(Modifier::DIM);

/// What a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    Stay,
    Quit,
}

/// A screen that answers to keys.
pub trait Screen {
    fn draw(&self, frame: &mut Frame<'_>, look: Look);
    fn key(&mut self, key: KeyCode) -> Flow;
}

type Read<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The files that steps are in, read once each.
pub struct Sources<'a> {
    read: Box<Read<'a>>,
    known: RefCell<HashMap<String, Rc<Vec<String>>>>,
}

impl<'a> Sources<'a> {
    pub fn of(program: &'a Program<'a>) -> Self {
        Self::new(|file| program.read(file))
    }

    pub fn new(read: impl Fn(&str) -> Option<String> + 'a) -> Self {
        Self {
            read: Box::new(read),
            known: RefCell::default(),
        }
    }

    /// The lines of a file; none if it cannot be read.
    pub fn lines(&self, file: &str) -> Rc<Vec<String>> {
        let mut known = self.known.borrow_mut();
        let lines = known.entry(file.to_owned()).or_insert_with(|| {
            let text = (self.read)(file).unwrap_or_default();
            Rc::new(
                text.lines()
                    .map(|line| line.replace('\t', "    "))
                    .collect(),
            )
        });
        Rc::clone(lines)
    }
}

/// Shows a screen until its reader has seen enough. The terminal is given back
/// as it was, also after a panic.
pub fn run(screen: &mut dyn Screen, look: Look, cancel: &Cancel) -> Result<()> {
    let failed = |error: io::Error| {
        Failure::checker("terminal", format!("the terminal does not answer: {error}"))
            .advise("Try another terminal, or add `| cat` to have the story as text.")
    };
    let mut terminal = ratatui::try_init().map_err(failed)?;
    end_with_the_terminal(cancel.clone());
    let shown = (|| {
        hear_of_new_sizes()?;
        loop {
            terminal.draw(|frame| screen.draw(frame, look))?;
            while !event::poll(LOOK_UP)? {
                if cancel.is_cancelled() {
                    return Ok(false);
                }
            }
            let Event::Key(key) = event::read()? else {
                continue;
            };
            if is_interruption(key) {
                return Ok(false);
            }
            if key.kind != KeyEventKind::Release && screen.key(key.code) == Flow::Quit {
                return Ok(true);
            }
        }
    })();
    ratatui::restore();
    match shown {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::interrupted()),
        Err(error) => Err(failed(error)),
    }
}

/// From now on a window that changes its size is an event. Without this, that begins
/// when the first event is waited for, and a change before it would go unheard.
pub fn hear_of_new_sizes() -> io::Result<()> {
    event::poll(Duration::ZERO).map(drop)
}

/// Ends the checker soon after an interruption. A terminal that was closed may
/// never answer again, and reading from it would go on for ever.
pub fn end_with_the_terminal(cancel: Cancel) {
    thread::spawn(move || {
        while !cancel.is_cancelled() {
            thread::sleep(LOOK_UP);
        }
        thread::sleep(GRACE);
        process::exit(i32::from(interrupt::EXIT));
    });
}

/// In a terminal that gives us every key, Ctrl-C is one of them.
fn is_interruption(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}
