//! Foreign text that would like to be more than text.

use std::sync::Arc;

use classroom::record::{Cell, Gradebook, LearnerId, WhyWithheld, Withheld};
use classroom::record::{Points, Total};
use classroom::report::{Cluster, Pair, Passage, Side, Similarity};
use course::VerdictKind;
use judge::Evidence;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::feedback::{book_of, pages};
use crate::sample::{self, column, mark};

/// Everything at once: markup, the ends of what it may stand in, quotes, a comment, text
/// that turns round, controls, formulas.
pub const EVIL: &str = "</title></style></script></pre></textarea>--><!--]]>\
    <script>document.title='owned';window.owned=1</script>\
    <img src=x onerror=\"document.title='owned';window.owned=1\">\
    <svg onload=\"document.title='owned'\">\
    \" onmouseover=\"window.owned=1\" x=\"' onfocus='window.owned=1' autofocus='\
    \u{202e}gnp.exe\u{200b}\u{1b}[31m\u{7}\u{0}\r\n\n\
    ```\n~~~\n# heading\n- item\n| a | b |\n![x](http://evil.example/x.png)\
    [y](javascript:alert(1))<http://evil.example> `code` &lt;b&gt; =1+1\n";

/// A picture that would like to run.
const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"document.title='owned'\">\
    <script>parent.document.title='owned'</script>\
    <image href=\"http://evil.example/x.png\"/></svg>";

/// A class whose every text is evil.
pub fn book() -> Gradebook {
    let mut column = column(0);
    column.exercise = EVIL.into();
    column.title = EVIL.into();
    for worth in &mut column.tests {
        worth.test.name.push_str(EVIL);
    }
    let verdict = judge::Verdict {
        kind: VerdictKind::Race,
        cause: EVIL.to_owned(),
        evidence: Evidence {
            test: Some(column.tests[1].test.clone()),
            message: Some(EVIL.to_owned()),
            file: Some(EVIL.to_owned()),
            line: Some(3),
            story: Some(EVIL.to_owned()),
            picture: Some(PICTURE.to_owned()),
            token: Some(EVIL.to_owned()),
            ..Evidence::default()
        },
        next_step: EVIL.to_owned(),
    };
    let mut mark = mark(EVIL, &column, verdict, &[1]);
    mark.steps = vec![EVIL.to_owned()];
    let mut ruling = Arc::unwrap_or_clone(mark.ruling);
    ruling.report.notes = vec![EVIL.to_owned()];
    for basis in [
        &mut ruling.basis.jail,
        &mut ruling.basis.toolchain,
        &mut ruling.basis.course,
    ] {
        *basis = EVIL.into();
    }
    mark.ruling = Arc::new(ruling);
    let withheld = Withheld {
        why: WhyWithheld::TestsNotRun {
            tests: vec![column.tests[0].test.clone()],
        },
        at_least: Points(0),
        steps: vec![EVIL.to_owned()],
        ruling: Arc::clone(&mark.ruling),
    };
    let mut book = book_of(vec![Cell::Mark(mark), Cell::Withheld(withheld)]);
    book.title = EVIL.into();
    book.columns = vec![column.clone(), column];
    book.warnings = vec![EVIL.to_owned()];
    let row = &mut book.rows[0];
    row.learner = LearnerId(EVIL.to_owned());
    row.name = EVIL.into();
    row.total = Total::AtLeast(Points(800));
    book
}

pub fn similarity() -> Similarity {
    let side = || Side {
        learner: LearnerId(EVIL.to_owned()),
        source: EVIL.into(),
    };
    Similarity {
        threshold: f64::NAN,
        pairs: vec![Pair {
            exercise: EVIL.to_owned(),
            score: f64::INFINITY,
            one: side(),
            other: side(),
            passages: vec![Passage {
                one: 1..99,
                other: 0..usize::MAX,
            }],
        }],
        clusters: vec![Cluster {
            exercise: EVIL.to_owned(),
            learners: vec![LearnerId(EVIL.to_owned())],
        }],
    }
}

/// The class report of it.
pub fn class_page() -> String {
    let book = book();
    let hand_ins = sample::hand_ins(&book);
    sample::page(&book, &hand_ins, Some(&similarity()))
}

fn assert_inert(page: &str, scripts: usize) {
    for markup in [
        "<script>document",
        "<img src=x",
        "<svg onload",
        "\" onmouseover=\"",
        "<!--",
        "]]>",
        "</textarea",
        "evil.example/x.png\"/>",
        "</title></style>",
    ] {
        assert!(!page.contains(markup), "`{markup}` is in the page");
    }
    assert_eq!(page.matches("<script").count(), scripts);
    assert_eq!(page.matches("</script").count(), scripts);
    assert_eq!(page.matches("</style").count(), 1);
    assert_shows_what_it_is(page);
}

fn assert_shows_what_it_is(page: &str) {
    let deceives = |c: &char| {
        (c.is_control() && *c != '\n' && *c != '\t') || matches!(c, '\u{202e}' | '\u{200b}')
    };
    assert_eq!(page.chars().find(deceives), None);
    assert!(page.contains("\\u{202e}gnp.exe"), "it is shown by number");
}

#[test]
fn no_foreign_text_is_markup_in_html() {
    let [_, feedback] = pages(&book());
    assert_inert(&feedback, 0);
    assert_inert(&class_page(), 1);
}

#[test]
fn no_foreign_text_is_markup_in_markdown() {
    let [markdown, _] = pages(&book());
    assert_shows_what_it_is(&markdown);
    let (mut headings, mut pictures, mut blocks) = (0, 0, 0);
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::CodeBlock(_)) => blocks += 1,
            Event::Start(Tag::Image { dest_url, .. }) => {
                assert!(dest_url.starts_with("data:image/svg+xml;base64,"));
                pictures += 1;
            }
            Event::Start(Tag::Link { dest_url, .. }) => panic!("a link to {dest_url}"),
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            _ => {}
        }
    }
    // The class and two exercises; of one of them message and story.
    assert_eq!((headings, pictures, blocks), (3, 1, 2), "{markdown}");
}

#[test]
fn a_picture_stands_only_where_nothing_runs() {
    let data = "data:image/svg+xml;base64,";
    let [_, feedback] = pages(&book());
    assert_eq!(feedback.matches(data).count(), 1);
    assert!(feedback.contains(&format!("<img src=\"{data}")));
    // The instructor's page has none at all.
    assert!(!class_page().contains(data));
}
