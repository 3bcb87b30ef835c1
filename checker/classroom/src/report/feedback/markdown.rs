//! Feedback as Markdown, as `CommonMark` and GitHub read it.

use std::fmt::Write as _;

use super::super::page;
use super::super::text::{self, Piece};
use super::{
    CAUSE_IS_HIDDEN, Feedback, Marked, NEXT_IS_HIDDEN, Pictures, SOME_ARE_WITHHELD, Shown, State,
    Told, Verdict,
};

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
        if let Some(at) = told.submitted() {
            let at = page::date_and_time(at, &feedback.zone);
            times.push(format!("Handed in on {at}."));
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
        let shown = text::block(foreign);
        let fence = "`".repeat(longest_run(&shown).max(2) + 1);
        line!(self, "{fence}text");
        line!(self, "{}", shown.trim_end_matches('\n'));
        line!(self, "{fence}");
    }

    fn finish(mut self) -> String {
        for (label, url) in self.pictures.take().into_iter().flatten() {
            line!(self);
            line!(self, "[{label}]: {url}");
        }
        self.text
    }
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`');
    runs.map(str::len).max().unwrap_or_default()
}

/// A foreign text as code in a line.
fn code(foreign: &str) -> String {
    let shown = text::line(foreign);
    let fence = "`".repeat(longest_run(&shown) + 1);
    let needs_space =
        shown.is_empty() || shown.starts_with(['`', ' ']) || shown.ends_with(['`', ' ']);
    if needs_space {
        format!("{fence} {shown} {fence}")
    } else {
        format!("{fence}{shown}{fence}")
    }
}

/// Code in a cell of a table: there a bar ends the cell even in code.
fn cell(code: &str) -> String {
    code.replace('|', "\\|")
}

/// A foreign sentence in a line, with its code as code.
fn prose(foreign: &str) -> String {
    let shown = text::line(foreign);
    let mut markdown = String::new();
    for piece in text::pieces(shown.trim()) {
        match piece {
            Piece::Words(words) => escape(words, &mut markdown),
            Piece::Code(words) => markdown.push_str(&cell_safe_code(words)),
        }
    }
    markdown
}

/// Sentences stand in cells too. Where code has a bar it becomes words.
fn cell_safe_code(words: &str) -> String {
    if words.contains('|') {
        let mut markdown = String::new();
        escape(words, &mut markdown);
        markdown
    } else {
        code(words)
    }
}

fn escape(words: &str, markdown: &mut String) {
    let begins = markdown.is_empty();
    // `1.` and `1)` begin a list.
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let list = begins && number.len() < words.len() && number.starts_with(['.', ')']);
    let list_at = list.then_some(words.len() - number.len());
    for (at, c) in words.char_indices() {
        let follows = &words[at + c.len_utf8()..];
        match c {
            '&' => markdown.push_str("&amp;"),
            '<' => markdown.push_str("&lt;"),
            '>' => markdown.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => {
                markdown.extend(['\\', c]);
            }
            // Marks of a line that is no paragraph.
            '-' | '+' | '=' if begins && at == 0 => markdown.extend(['\\', c]),
            '.' | ')' if list_at == Some(at) => markdown.extend(['\\', c]),
            // Addresses become links by themselves.
            ':' if follows.starts_with("//") => markdown.push_str("\\:"),
            '.' if words[..at].to_ascii_lowercase().ends_with("www") => markdown.push_str("\\."),
            c => markdown.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_is_markup() {
        for (foreign, markdown) in [
            ("plain, (really): yes.", "plain, (really): yes."),
            ("# no heading", "\\# no heading"),
            ("- no item", "\\- no item"),
            ("1. no item", "1\\. no item"),
            ("in 1. place", "in 1. place"),
            ("=== ", "\\==="),
            ("<img src=x>&lt;", "&lt;img src=x&gt;&amp;lt;"),
            ("![x](http://y)", "!\\[x\\](http\\://y)"),
            ("see www.evil.org", "see www\\.evil.org"),
            ("a|b", "a\\|b"),
            ("*a* _b_ ~c~ $d$", "\\*a\\* \\_b\\_ \\~c\\~ \\$d\\$"),
            ("use `a<b>` now", "use `a<b>` now"),
            ("use `a|b` now", "use a\\|b now"),
            ("lone ` tick", "lone \\` tick"),
            ("a\n\n# b", "a  \\# b"),
            ("\u{202e}x", "\\\\u{202e}x"),
            ("    four", "four"),
        ] {
            assert_eq!(prose(foreign), markdown, "{foreign:?}");
        }
    }

    /// What a reader of Markdown sees in a paragraph that begins with `markdown`: nothing
    /// but text and code.
    fn seen(markdown: &str) -> String {
        use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
        let mut seen = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) | Event::Code(text) => seen.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{other:?} in {markdown:?}"),
            }
        }
        seen
    }

    proptest::proptest! {
        #[test]
        fn a_sentence_is_seen_as_it_is(foreign in "([ -~]|[\n\t\u{202e}é]|```|~~~|<!--|https?://|www[.]|\\[x\\]|:-+:|---){0,12}") {
            // White space at the ends of a paragraph is not seen, and backticks of code are not.
            let shown = text::line(&foreign);
            let words: String = text::pieces(shown.trim())
                .into_iter()
                .map(|piece| match piece { Piece::Words(words) | Piece::Code(words) => words })
                .collect();
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeezed(&seen(&prose(&foreign))), squeezed(&words));
        }

        #[test]
        fn code_is_seen_as_it_is(foreign in "[ -~\n`]{0,20}") {
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeezed(&seen(&code(&foreign))), squeezed(&foreign));
        }
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("``"), "``` `` ```");
        assert_eq!(code(""), "`  `");
        assert_eq!(code("a\nb"), "`a b`");
        assert_eq!(cell(&code("a|b")), "`a\\|b`");
    }

    #[test]
    fn a_block_cannot_be_left() {
        let mut page = Page {
            text: String::new(),
            pictures: None,
        };
        page.fenced("a\n```\n<script>\n````\n");
        assert_eq!(page.text, "`````text\na\n```\n<script>\n````\n`````\n");
    }
}
