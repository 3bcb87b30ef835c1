//! The way out: results to standard output, diagnostics to standard error.

use std::cell::RefCell;
use std::io::{self, Write as _};

use console::Term;

use crate::args::{Colour, Format, Look};
use crate::failure::{Exit, Failure};
use crate::json;
use crate::report::Report;
use crate::screen::glyphs::Glyphs;
use crate::screen::style::{FAIL, HEAD, OPEN, paint};
use crate::screen::text::{indent, wrap};
use crate::screen::{self, Page};

/// Where everything is printed, and how.
#[derive(Debug)]
pub struct Console {
    format: Format,
    glyphs: Glyphs,
    width: usize,
    /// Told already, and told again in the JSON document.
    notes: RefCell<Vec<String>>,
}

impl Console {
    pub fn new(look: &Look) -> Self {
        // `anstream` itself looks at NO_COLOR, CLICOLOR, CLICOLOR_FORCE and the terminal.
        match look.color {
            Colour::Auto => {}
            Colour::Always => anstream::ColorChoice::Always.write_global(),
            Colour::Never => anstream::ColorChoice::Never.write_global(),
        }
        Self {
            format: look.format,
            glyphs: Glyphs::choose(look.ascii),
            width: screen::window(&Term::stdout()).unwrap_or(screen::USUAL),
            notes: RefCell::default(),
        }
    }

    /// The signs that can be shown here.
    pub fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    /// Whether one JSON document is to be printed, and nothing else.
    pub fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Whether a person sits there whose keys can be read.
    pub fn is_interactive(&self) -> bool {
        use std::io::IsTerminal as _;
        !self.is_json() && io::stdin().is_terminal() && io::stdout().is_terminal()
    }

    /// Whether colour is wanted on standard output.
    pub fn has_colour() -> bool {
        anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
    }

    /// How many columns a page has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether a person reads along, so that moving things may be drawn.
    pub fn is_live(&self) -> bool {
        use std::io::IsTerminal as _;
        self.format == Format::Human && io::stderr().is_terminal()
    }

    /// Says what is going on.
    pub fn say(text: &str) {
        anstream::eprintln!("{}", fit(text, 0));
    }

    /// Tells of a failure that did not keep the command from its work.
    pub fn warn(&self, failure: &Failure, consequence: &str) {
        let advice = failure.advice.as_deref().unwrap_or_default();
        self.note(format!("{consequence}: {}. {advice}", failure.message));
    }

    /// Tells what a reader should know beside the result, once.
    pub fn note(&self, text: impl Into<String>) {
        let text = text.into();
        let mut notes = self.notes.borrow_mut();
        if notes.contains(&text) {
            return;
        }
        anstream::eprintln!("{} {}", paint(OPEN, "note:"), fit(&text, 6));
        notes.push(text);
    }

    /// Prints what a command found out, and says how the process ends.
    pub fn show(&self, report: &dyn Report) -> Exit {
        let text = match self.format {
            Format::Human => {
                let mut page = Page::new(self.glyphs, self.width);
                report.draw(&mut page);
                page.into_text()
            }
            Format::Json => match json::report(report, &self.notes.borrow()) {
                Ok(document) => document + "\n",
                Err(error) => {
                    let failure = Failure::checker("json", format!("cannot write JSON: {error}"));
                    return self.fail(report.command(), &failure);
                }
            },
        };
        match print(&text) {
            Ok(()) => report.exit(),
            Err(failure) => self.fail(report.command(), &failure),
        }
    }

    /// Prints why a command could not do its work, and says how the process ends.
    pub fn fail(&self, command: &str, failure: &Failure) -> Exit {
        anstream::eprintln!(
            "{} {}",
            paint(FAIL, "error:"),
            paint(HEAD, fit(&failure.message, 7)),
        );
        if let Some(advice) = &failure.advice {
            anstream::eprintln!("       {}", fit(advice, 7));
        }
        if self.format == Format::Json {
            // If even this cannot be printed, the message above has said enough.
            if let Ok(document) = json::failure(command, failure, &self.notes.borrow()) {
                let _ = print(&(document + "\n"));
            }
        }
        failure.exit
    }
}

/// Fits a message to the window, behind a margin that the caller has filled already. Without a
/// window it stays on one line, where programs and searches find it whole.
fn fit(text: &str, margin: usize) -> String {
    let Some(width) = screen::window(&Term::stderr()) else {
        return text.to_owned();
    };
    let text = wrap(text, width.saturating_sub(margin));
    indent(&text, &" ".repeat(margin)).trim_start().to_owned()
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        // Whoever reads has read enough: `checker list | head -1`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            let message = format!("cannot print the result: {error}");
            Err(Failure::checker("output", message)
                .advise("See where the output goes: a full disk takes no more."))
        }
        Ok(()) => Ok(()),
    }
}
