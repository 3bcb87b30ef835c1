//! Moving things while work is done: drawn on a terminal alone, gone when the work is.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::console::Console;

/// How often something moves, so that nobody thinks it hangs.
const TICK: Duration = Duration::from_millis(120);

/// One thing being done. Ends when it is dropped.
#[derive(Debug)]
pub struct Spinner(ProgressBar);

impl Spinner {
    /// On a terminal something turns; elsewhere the words are printed once.
    pub fn start(console: &Console, words: &str) -> Self {
        if !console.is_live() {
            Console::say(words);
            return Self(ProgressBar::hidden());
        }
        Self::turning(console, words)
    }

    /// As [`Spinner::start`], but elsewhere nothing is printed: the result comes soon.
    pub fn quiet(console: &Console, words: &str) -> Self {
        if console.is_live() {
            Self::turning(console, words)
        } else {
            Self(ProgressBar::hidden())
        }
    }

    fn turning(console: &Console, words: &str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        bar.set_style(style.tick_chars(console.glyphs().spinner));
        bar.set_message(words.to_owned());
        bar.enable_steady_tick(TICK);
        Self(bar)
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// How many of several things are done. Ends when it is dropped.
#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    pub fn start(console: &Console, total: usize) -> Self {
        if !console.is_live() {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("  {bar:24} {pos}/{len}  {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars(console.glyphs().progress));
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// Says what was done last, and counts it.
    pub fn done(&self, words: String) {
        self.0.set_message(words);
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
