//! Feedback as Markdown, as `CommonMark` and GitHub read it.

use std::fmt::Write as _;

use super::super::page;
use super::{
    CAUSE_IS_HIDDEN, Feedback, Marked, NEXT_IS_HIDDEN, Pictures, SOME_ARE_WITHHELD, Shown, State,
    Told, Verdict,
};
use crate::export::safe::markdown::{cell, code, fenced, prose};

impl Feedback<'_> {
    /// As Markdown.
    ///
    /// Foreign text is no markup in it. Pictures stand in it as data, so that a reader
    /// loads nothing and runs nothing in them.
    pub fn markdown(&self, pictures: Pictures) -> String {
        let mut page = Page {
            text: String::new(),
            pictures: (pictures == Pictures::Embedded).then(Vec::new),
        };
        page.feedback(self);
        page.finish()
    }
}

struct Page {
    text: String,
    /// Labels and data.
    pictures: Option<Vec<(String, String)>>,
}

/// Writes a line. Writing to a string does not fail.
macro_rules! line {
    ($page:expr $(, $($arg:tt)+)?) => {{ let _ = writeln!($page.text $(, $($arg)+)?); }};
}

impl Page {
    fn feedback(&mut self, feedback: &Feedback<'_>) {
        line!(self, "# {}", prose(feedback.class));
        line!(self);
        let name = feedback.addressee();
        if name == feedback.learner.0 {
            line!(self, "{}", code(name));
        } else {
            line!(self, "{}, {}", prose(name), code(&feedback.learner.0));
        }
        line!(self);
        line!(self, "**{} of {} points**", feedback.total, feedback.out_of);
        line!(self);
        if feedback.has_withheld() {
            line!(self, "{SOME_ARE_WITHHELD}");
            line!(self);
        }
        line!(self, "| exercise | points | verdict |");
        line!(self, "|---|---|---|");
        for told in &feedback.exercises {
            let column = told.column;
            line!(
                self,
                "| {} {} | {} | {} |",
                cell(&code(&column.exercise)),
                prose(&column.title),
                told.mark(),
                told.verdict()
            );
        }
        for told in &feedback.exercises {
            self.exercise(told, feedback);
        }
    }

    fn exercise(&mut self, told: &Told<'_>, feedback: &Feedback<'_>) {
        line!(self);
        let column = told.column;
        line!(
            self,
            "## {} {}",
            code(&column.exercise),
            prose(&column.title)
        );
        line!(self);
        line!(self, "**{}**, {}", told.mark(), told.verdict());
        let mut times = Vec::new();
        if let Some(handed_in) = told.handed_in() {
            let at = page::date_and_time(handed_in.at, &feedback.zone);
            times.push(format!("Handed in on {at}{}.", handed_in.by_whom()));
        }
        if let Some(due) = column.due {
            let at = page::date_and_time(due, &feedback.zone);
            let zone = page::zone_name(&feedback.zone, due);
            times.push(format!("Due on {at} ({zone})."));
        }
        if !times.is_empty() {
            line!(self);
            line!(self, "{}", times.join(" "));
        }
        match &told.state {
            State::NothingHandedIn => {}
            State::Withheld { why, steps, .. } => {
                line!(self);
                line!(self, "{}", prose(why));
                self.steps(steps);
            }
            State::Marked(marked) => self.marked(&column.exercise, marked),
        }
    }

    fn marked(&mut self, exercise: &str, marked: &Marked<'_>) {
        line!(self);
        match &marked.verdict {
            Verdict::OfHiddenTest => {
                line!(self, "{CAUSE_IS_HIDDEN}");
                line!(self);
                line!(self, "**Next:** {NEXT_IS_HIDDEN}");
            }
            Verdict::Shown(shown) => self.verdict(exercise, shown),
        }
        for note in &marked.notes {
            line!(self);
            line!(self, "{}", prose(note));
        }
        line!(self);
        line!(self, "| test | outcome | points |");
        line!(self, "|---|---|---|");
        for test in &marked.tests {
            let id = cell(&code(&test.id.to_string()));
            let outcome = test.outcome();
            line!(
                self,
                "| {id} | {outcome} | {} of {} |",
                test.points,
                test.out_of
            );
        }
        if let Some(hidden) = marked.hidden {
            let title = hidden.title();
            line!(
                self,
                "| {title} | | {} of {} |",
                hidden.points,
                hidden.out_of
            );
        }
        self.steps(&marked.steps);
    }

    fn verdict(&mut self, exercise: &str, shown: &Shown<'_>) {
        line!(self, "{}", prose(shown.cause));
        if let Some(message) = shown.message {
            line!(self);
            self.fenced(message);
        }
        if let Some(place) = shown.place {
            line!(self);
            line!(self, "At {}.", code(&place.to_string()));
        }
        if let Some(story) = shown.story {
            line!(self);
            self.fenced(story);
        }
        if let (Some(picture), Some(pictures)) = (shown.picture, &mut self.pictures) {
            let label = format!("picture-{}", pictures.len() + 1);
            line!(self);
            line!(self, "![The failing schedule, drawn][{label}]");
            pictures.push((label, page::data_url(picture)));
        }
        if let Some(token) = shown.token {
            let command = format!("cargo checker replay {exercise} {token}");
            line!(self);
            line!(self, "See it again: {}", code(&command));
        }
        line!(self);
        line!(self, "**Next:** {}", prose(shown.next_step));
    }

    fn steps(&mut self, steps: &[&str]) {
        if steps.is_empty() {
            return;
        }
        line!(self);
        line!(self, "How the mark was reckoned:");
        line!(self);
        for step in steps {
            line!(self, "- {}", prose(step));
        }
    }

    /// A block that nothing in `foreign` can end.
    fn fenced(&mut self, foreign: &str) {
        line!(self, "{}", fenced(foreign));
    }

    fn finish(mut self) -> String {
        for (label, url) in self.pictures.take().into_iter().flatten() {
            line!(self);
            line!(self, "[{label}]: {url}");
        }
        self.text
    }
}
