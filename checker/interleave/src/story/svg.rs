//! Draws a story as one picture that stands alone: no script, no font, nothing
//! to fetch, and readable on light and on dark paper.

use super::data::{Step, Telling};
use super::lanes::{cut, heading, wrap};
use super::rows::{self, Row};
use crate::source::shortest;
use std::fmt::Write as _;

const ROW: usize = 24;
const LANE: usize = 76;
/// So wide is a character of the small type, at most.
const CHARACTER: usize = 8;
const MARGIN: usize = 20;
const NUMBER_WIDTH: usize = 36;
/// Characters of the columns at the right.
const TEXT: usize = 46;
const SOURCE: usize = 44;
/// Names of threads get so many characters.
const NAME: usize = 9;

/// What is the same on all paper.
const SHAPES: &str = "\
text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}\
.title{font-weight:bold;font-size:15px}.alarm,.name{font-weight:bold}.name{text-anchor:middle}.number{text-anchor:end}\
line{stroke-width:2}.blocked{stroke-dasharray:3 4}.holds{stroke-width:8;opacity:.35}.hollow{stroke-width:2}";

/// The colours of one kind of paper.
struct Palette {
    paper: &'static str,
    ink: &'static str,
    soft: &'static str,
    line: &'static str,
    alarm: &'static str,
    threads: [&'static str; COLOURS],
}

/// Each thread has a colour of its own, as far as there are enough.
const COLOURS: usize = 5;

const LIGHT: Palette = Palette {
    paper: "#fff",
    ink: "#1f2328",
    soft: "#59636e",
    line: "#b6bfc9",
    alarm: "#c62828",
    threads: ["#0b6e8f", "#9a6700", "#8250a0", "#1a7f37", "#3056b0"],
};

const DARK: Palette = Palette {
    paper: "#0d1117",
    ink: "#e6edf3",
    soft: "#9198a1",
    line: "#4d555f",
    alarm: "#ff7b72",
    threads: ["#56c8e8", "#e3b341", "#d2a8ff", "#56d364", "#79a8ff"],
};

impl Palette {
    /// Its style sheet. No variables: not every program that shows pictures
    /// knows them.
    fn rules(&self) -> String {
        let Palette {
            paper,
            ink,
            soft,
            line,
            alarm,
            threads,
        } = self;
        let mut rules = format!(
            "text{{fill:{ink}}}.paper,.hollow{{fill:{paper}}}.soft,.number{{fill:{soft}}}\
             .alarm{{fill:{alarm}}}.lane{{stroke:{line}}}.blocked{{stroke:{alarm}}}"
        );
        for (thread, colour) in threads.iter().enumerate() {
            let _ = write!(
                rules,
                ".c{thread}{{fill:{colour}}}.s{thread}{{stroke:{colour}}}"
            );
        }
        rules
    }
}

fn style() -> String {
    let (light, dark) = (LIGHT.rules(), DARK.rules());
    format!("{SHAPES}{light}@media (prefers-color-scheme:dark){{{dark}}}")
}

/// Draws the story, under its first words and above its last ones.
pub(crate) fn svg(telling: &Telling, title: &str, kind: &str) -> String {
    let rows = rows::short(telling);
    Picture::new(telling).draw(&rows, title, kind)
}

struct Picture<'a> {
    telling: &'a Telling,
    place: usize,
    text: usize,
    source: usize,
    width: usize,
    out: String,
    y: usize,
}

impl<'a> Picture<'a> {
    fn new(telling: &'a Telling) -> Picture<'a> {
        let widest = telling.steps.iter().filter_map(|step| step.place.as_ref());
        let widest = widest.map(|quote| shortest(&quote.spot).chars().count());
        let place = MARGIN + NUMBER_WIDTH + LANE * telling.threads.len() + CHARACTER;
        let text = place + CHARACTER * (widest.max().unwrap_or(0) + 2);
        let source = text + CHARACTER * (TEXT + 1);
        Picture {
            telling,
            place,
            text,
            source,
            width: source + CHARACTER * SOURCE + MARGIN,
            out: String::new(),
            y: MARGIN,
        }
    }

    fn draw(mut self, rows: &[Row], title: &str, kind: &str) -> String {
        let letters = (self.width - 2 * MARGIN) / CHARACTER;
        for line in title.lines().flat_map(|line| wrap(line, letters * 13 / 15)) {
            self.line("title", &line);
        }
        self.y += ROW / 2;
        let top = self.y;
        self.names();
        let lanes = self.y;
        let mut dots = String::new();
        let mut heights = Vec::new();
        for row in rows {
            heights.push(self.y);
            match row {
                Row::Step(step, text, _) => self.step(step, text, &mut dots),
                other => {
                    self.text_at(self.place, "soft", &other.words());
                    self.y += ROW;
                }
            }
        }
        self.lanes(rows, &heights, lanes);
        self.out.push_str(&dots);
        self.y += ROW / 2;
        for why in &self.telling.why {
            for line in wrap(why, letters) {
                self.line("", &line);
            }
            self.y += ROW / 4;
        }
        let (width, height) = (self.width, self.y + MARGIN - ROW / 2);
        debug_assert!(top <= height, "the picture grows downwards");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" role=\"img\">\n<title>{}: {}</title>\n<style>{}</style>\n\
             <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
            escape(kind),
            escape(title),
            style(),
            self.out
        )
    }

    fn line(&mut self, class: &str, text: &str) {
        self.text_at(MARGIN, class, text);
        self.y += ROW * 5 / 6;
    }

    fn text_at(&mut self, x: usize, class: &str, text: &str) {
        put_text(&mut self.out, (x, self.y + ROW / 2 + 4), class, text);
    }

    fn lane(thread: usize) -> usize {
        MARGIN + NUMBER_WIDTH + LANE * thread + LANE / 2
    }

    fn names(&mut self) {
        for thread in 0..self.telling.threads.len() {
            let name = cut(&heading(self.telling, thread), NAME);
            self.text_at(
                Self::lane(thread),
                &format!("name c{}", thread % COLOURS),
                &name,
            );
        }
        self.y += ROW;
    }

    fn step(&mut self, step: &Step, text: &str, dots: &mut String) {
        let (x, y) = (Self::lane(step.thread), self.y + ROW / 2);
        let colour = step.thread % COLOURS;
        let class = if step.is_remark() {
            format!("hollow s{colour}")
        } else {
            self.text_at(
                MARGIN + NUMBER_WIDTH - 12,
                "number",
                &step.number.to_string(),
            );
            format!("c{colour}")
        };
        let _ = writeln!(
            dots,
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"6\"/>"
        );
        if let Some(quote) = &step.place {
            self.text_at(self.place, "soft", &shortest(&quote.spot));
            if let Some(source) = &quote.source {
                self.text_at(self.source, "soft", &cut(source, SOURCE));
            }
        }
        let alarming = step.is_remark() || step.act == "panic";
        for line in wrap(text, TEXT) {
            self.text_at(self.text, if alarming { "alarm" } else { "" }, &line);
            self.y += ROW;
        }
    }

    /// A line for each thread: broad while it holds a lock, broken while it
    /// waits.
    fn lanes(&mut self, rows: &[Row], heights: &[usize], top: usize) {
        let bottom = self.y;
        for thread in 0..self.telling.threads.len() {
            let x = Self::lane(thread);
            let mut from = top;
            let mut now = ("lane".to_string(), false);
            let mut ends = heights.iter().map(|y| y + ROW / 2).zip(rows);
            loop {
                let next = ends.next();
                let (to, class) = match next {
                    Some((y, Row::Step(_, _, last))) => (y, class_after(last, thread)),
                    Some((_, _)) => continue,
                    None => (bottom, now.clone()),
                };
                if class != now || next.is_none() {
                    self.stroke(x, (from, to), thread, &now);
                    from = to;
                    now = class;
                }
                if next.is_none() {
                    break;
                }
            }
        }
    }

    fn stroke(
        &mut self,
        x: usize,
        (from, to): (usize, usize),
        thread: usize,
        how: &(String, bool),
    ) {
        let mut line = |class: &str| {
            let _ = writeln!(
                self.out,
                "<line class=\"{class}\" x1=\"{x}\" y1=\"{from}\" x2=\"{x}\" y2=\"{to}\"/>"
            );
        };
        if how.1 {
            line(&format!("holds s{}", thread % COLOURS));
        }
        line(&how.0);
    }
}

/// How a thread's line goes on after a step, and whether it holds a lock.
fn class_after(step: &Step, thread: usize) -> (String, bool) {
    let standing = step.after.get(thread);
    let blocked = standing.is_some_and(|standing| standing.state == "blocked");
    let holds = step.locks.iter().any(|hold| hold.thread == thread);
    let class = if blocked { "blocked" } else { "lane" };
    (class.to_string(), holds)
}

fn put_text(out: &mut String, (x, y): (usize, usize), class: &str, text: &str) {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let _ = writeln!(
        out,
        "<text{class} x=\"{x}\" y=\"{y}\">{}</text>",
        escape(text)
    );
}

/// Text as XML has it. Characters that XML does not allow are left out.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if (c as u32) < 0x20 || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            escape("if a < b && c[\"x\"] > 1\u{1b}\n"),
            "if a &lt; b &amp;&amp; c[&quot;x&quot;] &gt; 1 "
        );
    }
}
