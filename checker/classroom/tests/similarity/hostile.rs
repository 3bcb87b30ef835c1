//! Files that were written to hurt.

use classroom::record::LearnerId;
use classroom::similarity::{Essay, Names, Settings, compare};
use proptest::prelude::*;

use crate::class;

const MEGABYTE: usize = 1 << 20;

fn filled(piece: &str) -> String {
    piece.repeat(MEGABYTE / piece.len())
}

/// What is measured is only that it ends. Were anything quadratic in these, the test
/// would run for hours.
#[test]
fn a_megabyte_of_anything_is_borne() {
    let pieces = [
        "x ",
        "{",
        "(",
        "}",
        "#",
        "#[",
        "#![",
        "use ",
        "use a::",
        "a::",
        "pub ",
        "pub(",
        ",",
        "\"",
        "\"\\",
        "r#\"",
        "/*",
        "'",
        "'a ",
        "0",
        "0 ",
        "\n",
        "r#x ",
        ",]",
        "Ordering::",
        "\u{202e}",
        "a(b);",
        "fn f() { let x = y.lock().unwrap(); } ",
    ];
    for piece in pieces {
        let text = filled(piece);
        // Nothing is identical, so that all are compared.
        let other = format!("{text} ;");
        let found = class(&[("ann", &text), ("bob", &other)], &[&filled("a b ")]);
        assert!(found.pairs.len() <= 1, "{piece}");
        assert!(
            found.pairs.iter().all(|pair| pair.passages.len() <= 100),
            "{piece}"
        );
    }
}

#[test]
fn what_repeats_itself_has_too_little_of_its_own() {
    let text = filled("x ");
    let found = class(
        &[
            ("ann", &text),
            ("bob", &format!("{text};")),
            ("ann", &format!("{text}+")),
            ("zed", &text),
        ],
        &[],
    );
    assert_eq!(found.compared, 0);
    let cut: Vec<_> = found.cut.iter().map(|learner| learner.0.as_str()).collect();
    assert_eq!(cut, ["ann", "bob", "zed"]);
    assert!(found.note().contains("beginning alone"), "{}", found.note());
}

#[test]
fn texts_that_share_everything_many_times_are_laid_side_by_side() {
    let mut body = String::new();
    for n in 0..40 {
        body.push_str("if a { ");
        body.push_str(&"b + ".repeat(n % 7));
        body.push_str("} ");
    }
    let text = filled(&body);
    let found = class(&[("ann", &text), ("bob", &format!("; {text}"))], &[]);
    assert_eq!(found.pairs.len(), 1);
    assert!(!found.pairs[0].passages.is_empty());
}

/// Pieces of Rust, right and wrong, so that chance meets the odd cases.
fn rust() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "use ", "a", "::", "{", "}", "(", ")", "[", "]", "#", "!", ";", ",", "\"", "'", "'a",
        "r#fn", "pub", "crate", "self", "fn ", "lock", "Mutex", "Ordering", "\n", "/*", "*/", "//",
        "1", "1e", "<", ">", "\u{feff}", "é", "\0", " ",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_texts_and_settings_are_borne(
        texts in prop::collection::vec(prop_oneof![rust(), any::<String>()], 0..5),
        ground in prop_oneof![rust(), any::<String>()],
        (gram, window, most_tokens) in (0..9_usize, 0..6_usize, 0..60_usize),
        (least_shared, least_own_tokens, threshold) in (0..4_usize, 0..9_usize, 0..120_usize),
        most_pairs in 0..4_usize,
    ) {
        let settings = Settings {
            names: Names::Std, gram, window, most_tokens, least_shared, least_own_tokens,
            threshold, most_pairs, ..Settings::default()
        };
        let learners: Vec<_> = (0..texts.len()).map(|n| LearnerId(n.to_string())).collect();
        let mut essays: Vec<_> = learners.iter().zip(&texts)
            .map(|(learner, text)| Essay { learner, text }).collect();
        let found = compare("ex01", &essays, &[&ground], &settings);
        prop_assert!(found.pairs.len() <= most_pairs);
        for pair in &found.pairs {
            prop_assert!(pair.score.percent() <= 100 && pair.score.percent() >= threshold);
            prop_assert!(pair.score.shared >= least_shared);
            for (hand, lines) in pair.passages.iter()
                .flat_map(|passage| [(&pair.left, passage.left), (&pair.right, passage.right)])
            {
                let text = &texts[hand.learners[0].0.parse::<usize>().unwrap()];
                prop_assert!(1 <= lines.first && lines.first <= lines.last);
                prop_assert!(lines.last as usize <= text.split('\n').count());
            }
        }
        essays.reverse();
        prop_assert_eq!(compare("ex01", &essays, &[&ground], &settings), found);
    }
}
