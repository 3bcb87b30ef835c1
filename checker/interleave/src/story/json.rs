//! JSON by hand: learners compile this crate, and it needs so little of it.
//! `REPORT.md` describes what is written.

use super::data::{Access, End, Hold, Overlocked, Quote, Race, Standing, Step, Stretch, Telling};
use crate::source::tidy;
use std::fmt::Write as _;

/// So many steps are reported. A program that goes round and round says no more.
const MOST_STEPS: usize = 1_000;

/// A JSON object that is being written.
pub(crate) struct Object(String);

impl Object {
    pub fn new() -> Object {
        Object("{".to_string())
    }

    /// Adds a field whose value is JSON already.
    pub fn raw(mut self, name: &str, json: &str) -> Object {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        let _ = write!(self.0, "\"{name}\":{json}");
        self
    }

    pub fn text(self, name: &str, text: &str) -> Object {
        self.raw(name, &string(text))
    }

    pub fn number(self, name: &str, number: usize) -> Object {
        self.raw(name, &number.to_string())
    }

    pub fn flag(self, name: &str, flag: bool) -> Object {
        self.raw(name, if flag { "true" } else { "false" })
    }

    /// A text, or no field at all.
    pub fn maybe(self, name: &str, text: Option<&str>) -> Object {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// An array of what `write` makes of the items.
    pub fn list<T>(self, name: &str, items: &[T], write: impl Fn(&T) -> String) -> Object {
        self.raw(name, &list(items, write))
    }

    /// The file, the line and its text.
    pub fn place(self, place: Option<&Quote>) -> Object {
        match place {
            Some(quote) => self
                .text("file", &tidy(&quote.spot.file))
                .number("line", quote.spot.line as usize)
                .maybe("source", quote.source.as_deref()),
            None => self,
        }
    }

    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// An array.
fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(write).collect();
    format!("[{}]", items.join(","))
}

/// A text in quotes.
pub(crate) fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if (c as u32) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

impl Telling {
    /// Adds what happened to a report.
    pub fn add_to(&self, object: Object) -> Object {
        let shown = self.steps.len().min(MOST_STEPS);
        let mut object = object
            .list("threads", &self.threads, |name| string(name))
            .list("steps", &self.steps[..shown], one)
            .number("steps_left_out", self.steps.len() - shown)
            .list("end", &self.end, end)
            .list("why", &self.why, |text| string(text));
        if let Some(found) = &self.race {
            object = object.raw("race", &race(found));
        }
        if let Some(found) = &self.overlocked {
            object = object.raw("overlocked", &overlocked(found));
        }
        object
    }
}

fn one(step: &Step) -> String {
    Object::new()
        .number("number", step.number)
        .number("thread", step.thread)
        .text("act", step.act)
        .place(step.place.as_ref())
        .text("text", &step.text)
        .maybe("object", step.object.as_deref())
        .flag("matters", step.matters)
        .list("locks", &step.locks, hold)
        .list("after", &step.after, standing)
        .end()
}

fn hold(hold: &Hold) -> String {
    Object::new()
        .text("lock", &hold.lock)
        .number("thread", hold.thread)
        .place(Some(&hold.since))
        .end()
}

fn standing(standing: &Standing) -> String {
    Object::new()
        .text("state", standing.state)
        .place(standing.place.as_ref())
        .maybe("waits_for", standing.waits_for.as_deref())
        .end()
}

fn end(end: &End) -> String {
    Object::new()
        .number("thread", end.thread)
        .maybe("waits_for", end.waits_for.as_deref())
        .place(Some(&end.place))
        .list("holds", &end.holds, hold)
        .end()
}

fn race(race: &Race) -> String {
    Object::new()
        .text("cell", &race.cell)
        .raw("earlier", &access(&race.earlier))
        .raw("later", &access(&race.later))
        .text("missing", &race.missing)
        .end()
}

fn access(access: &Access) -> String {
    Object::new()
        .number("thread", access.thread)
        .flag("wrote", access.wrote)
        .place(Some(&access.place))
        .end()
}

fn overlocked(found: &Overlocked) -> String {
    let object = Object::new()
        .number("threads", found.threads)
        .flag("one_by_one", found.one_by_one);
    match &found.longest {
        Some(longest) => object.raw("longest", &stretch(longest)).end(),
        None => object.end(),
    }
}

fn stretch(stretch: &Stretch) -> String {
    let place = |quote: &Quote| Object::new().place(Some(quote)).end();
    Object::new()
        .raw("hold", &hold(&stretch.hold))
        .number("steps", stretch.steps)
        .list("meanwhile", &stretch.meanwhile, place)
        .end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(string("a\"b\\c\nd\u{1b}"), r#""a\"b\\c\nd\u001b""#);
    }

    #[test]
    fn objects_and_lists_nest() {
        let inner = |n: &usize| Object::new().number("n", *n).flag("odd", n % 2 == 1).end();
        let object = Object::new()
            .text("name", "a")
            .maybe("nothing", None)
            .list("items", &[1, 2], inner)
            .list("none", &[], inner);
        assert_eq!(
            object.end(),
            r#"{"name":"a","items":[{"n":1,"odd":true},{"n":2,"odd":false}],"none":[]}"#
        );
        assert_eq!(Object::new().end(), "{}");
    }
}
