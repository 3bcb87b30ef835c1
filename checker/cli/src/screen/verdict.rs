//! One verdict, the one failing thing, one next step.

use course::VerdictKind;
use judge::Verdict;

use super::style::{CODE, FAIL, HEAD, OPEN, PASS, paint};
use super::text::columns;
use super::{Page, compiler, text};

/// The verdict in a few words that fit `room` columns: `race in schedules::no_click_is_lost`, or
/// `race` if there is no room for more.
pub fn words(verdict: &Verdict, room: usize) -> String {
    let style = match verdict.kind {
        VerdictKind::Passed => PASS,
        VerdictKind::Incomplete => OPEN,
        _ => FAIL,
    };
    let kind = paint(style, verdict.kind);
    match verdict.test() {
        Some(test) if !verdict.is_pass() => {
            let place = format!(" in {test}");
            if verdict.kind.word().len() + columns(&place) <= room {
                kind + &place
            } else {
                kind
            }
        }
        _ => kind,
    }
}

/// The sign that stands before it.
pub fn sign(page: &Page, verdict: &Verdict) -> String {
    match verdict.kind {
        VerdictKind::Passed => paint(PASS, page.glyphs.passed),
        VerdictKind::Incomplete => paint(OPEN, page.glyphs.open),
        _ => paint(FAIL, page.glyphs.failed),
    }
}

/// Whether what a message says stands elsewhere: nobody wants to read it twice.
fn is_told(verdict: &Verdict, message: &str) -> bool {
    let story = verdict.evidence.story.as_deref();
    // The compiler's own words begin with it.
    let compiler = verdict.kind == VerdictKind::CompileError && story.is_some();
    compiler || verdict.cause.contains(message) || story.is_some_and(|s| s.contains(message))
}

/// A story is drawn with care by whoever tells it, and shown as it is. Only what a test's author
/// wrote, its first paragraph, may be wider than the window. The compiler's words never change.
fn fit_story(kind: VerdictKind, story: &str, width: usize) -> String {
    let story = story.trim_matches('\n').trim_end();
    if kind == VerdictKind::CompileError {
        return compiler::colour(story);
    }
    let (message, rest) = story.split_once("\n\n").unwrap_or((story, ""));
    let message = text::wrap(message, width.saturating_sub(2));
    if rest.is_empty() {
        message
    } else {
        format!("{message}\n\n{rest}")
    }
}

/// The verdict on one exercise, in full.
pub fn draw(page: &mut Page, name: &str, title: &str, verdict: &Verdict) {
    page.line(format_args!(
        "{} {}  {}",
        sign(page, verdict),
        paint(HEAD, format_args!("{name} {title}")),
        words(verdict, usize::MAX),
    ));
    page.gap();
    body(page, verdict);
    page.gap();
    steps(page, name, verdict);
}

/// What happened, and what shows it.
pub fn body(page: &mut Page, verdict: &Verdict) {
    page.prose(&verdict.cause);
    let evidence = &verdict.evidence;
    if let Some(message) = evidence.message.as_deref()
        && !is_told(verdict, message.trim())
    {
        page.gap();
        let fitted = text::wrap(message, page.width.saturating_sub(4).max(20));
        page.line(text::indent(&fitted, "    "));
    }
    if let Some(story) = &evidence.story {
        page.gap();
        page.line(text::indent(
            &fit_story(verdict.kind, story, page.width),
            "  ",
        ));
    }
    if !evidence.threads.is_empty() && evidence.story.is_none() {
        page.gap();
        for thread in &evidence.threads {
            page.prose(&format!("- {}: {}", thread.name, thread.doing));
        }
    }
}

/// Where to look, and what to do.
fn steps(page: &mut Page, name: &str, verdict: &Verdict) {
    let evidence = &verdict.evidence;
    if let Some(file) = &evidence.file {
        match evidence.line {
            Some(line) => page.field("look", format_args!("{file}:{line}")),
            None => page.field("look", file),
        }
    }
    if let Some(token) = &evidence.token {
        let step = format!("cargo checker step {name}");
        page.field("step", paint(CODE, step));
        let replay = format!("cargo checker replay {name} {token}");
        page.field("replay", paint(CODE, replay));
    }
    let fitted = text::wrap(&verdict.next_step, page.width.saturating_sub(11).max(20));
    page.field("next", text::indent(&fitted, "           ").trim_start());
    if !verdict.is_pass() && verdict.kind != VerdictKind::GraderError {
        page.field(
            "stuck?",
            paint(CODE, format_args!("cargo checker hint {name}")),
        );
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use judge::{Evidence, ThreadState};

    use super::super::glyphs;
    use super::*;

    const LONG: &str = "a click was lost, although every thread clicked once and each of them was \
                        joined before the clicks were counted";

    fn screen(kind: VerdictKind, evidence: Evidence) -> String {
        let verdict = Verdict {
            kind,
            cause:
                "What happened, in a sentence that is a little longer than one line of the page \
                    has room for."
                    .to_owned(),
            evidence,
            next_step: "The one thing to do next, which is a sentence of some length as well, so \
                        that it goes on."
                .to_owned(),
        };
        let mut page = Page::new(glyphs::UNICODE, 80);
        draw(&mut page, "ex16", "Lost update", &verdict);
        anstream::adapter::strip_str(&page.into_text()).to_string()
    }

    #[test]
    fn a_pass_has_a_cause_and_a_next_step() {
        assert_snapshot!(screen(VerdictKind::Passed, Evidence::default()));
    }

    #[test]
    fn a_story_is_shown_as_it_is_and_its_message_once() {
        let evidence = Evidence {
            test: "schedules::no_click_is_lost".parse().ok(),
            message: Some(LONG.to_owned()),
            story: Some(format!(
                "\n{LONG}\n    at tests/schedules.rs:30\n\n   1  main      spawns\n   2  thread 1  {LONG}\n\n"
            )),
            file: Some("exercises/ex16_lost_update/src/lib.rs".to_owned()),
            line: Some(31),
            token: Some("040c3v".to_owned()),
            ..Evidence::default()
        };
        assert_snapshot!(screen(VerdictKind::Race, evidence));
    }

    #[test]
    fn a_message_without_a_story_fits_the_page() {
        let evidence = Evidence {
            message: Some(format!("{LONG}\n  left: 1\n right: 2")),
            ..Evidence::default()
        };
        let told = screen(VerdictKind::WrongAnswer, evidence);
        assert!(told.lines().all(|line| columns(line) <= 80), "{told}");
    }

    #[test]
    fn the_compiler_speaks_for_itself() {
        let evidence = Evidence {
            message: Some("E0425: cannot find value `a` in this scope".to_owned()),
            story: Some(
                "error[E0425]: cannot find value `a` in this scope\n --> lib.rs:2:13\n".to_owned(),
            ),
            file: Some("exercises/ex16_lost_update/src/lib.rs".to_owned()),
            line: Some(2),
            errors: Some(3),
            ..Evidence::default()
        };
        assert_snapshot!(screen(VerdictKind::CompileError, evidence));
    }

    #[test]
    fn a_hang_says_what_each_thread_waits_for() {
        let evidence = Evidence {
            test: "behaviour::all_tills_close".parse().ok(),
            message: Some("no end after 10 seconds".to_owned()),
            threads: vec![
                ThreadState {
                    name: "thread `till-1`".to_owned(),
                    doing: "waiting for a lock, a channel, a join or a condition".to_owned(),
                },
                ThreadState {
                    name: "thread `till-2`".to_owned(),
                    doing: "running".to_owned(),
                },
            ],
            ..Evidence::default()
        };
        assert_snapshot!(screen(VerdictKind::TimedOut, evidence));
    }
}
