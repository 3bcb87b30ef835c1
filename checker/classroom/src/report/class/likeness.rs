//! What is alike, side by side.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use maud::{Markup, html};

use super::{ClassReport, Pair, Side, Similarity};
use crate::export::safe::cut;
use crate::export::safe::html::{Block, Line};
use crate::report::page::{counted, grouped};

/// How many pairs are told.
const LISTED: usize = 300;
/// How many lines of a passage are shown, and how many characters of a line.
const LINES: usize = 200;
const CHARACTERS: usize = 400;

pub(super) fn write_to(out: &mut impl Write, report: &ClassReport<'_>) -> io::Result<()> {
    out.write_all(b"<section id=likeness aria-labelledby=likeness-title>")?;
    super::write(out, &opening(report.similarity))?;
    if let Some(similarity) = report.similarity {
        let mut pairs: Vec<_> = similarity.pairs.iter().collect();
        pairs.sort_by_key(|pair| Reverse(per_mille(pair.score)));
        for pair in pairs.iter().take(LISTED) {
            super::write(out, &one(pair))?;
        }
        if pairs.len() > LISTED {
            let left = grouped(pairs.len() - LISTED);
            let more = html! { p.soft { "And " (left) " pairs that are less alike." } };
            super::write(out, &more)?;
        }
    }
    out.write_all(b"</section>")
}

fn opening(similarity: Option<&Similarity>) -> Markup {
    html! {
        h2 id="likeness-title" { "Similarity" }
        @match similarity {
            None => p.intro { "Nobody has looked for it." },
            Some(similarity) => {
                p.intro {
                    strong { "Similarity proves nothing." }
                    " A short task has few right answers, and learners read the same books. What \
                     stands here is worth a look and a talk, and no more. Names, comments and \
                     what the task itself gives do not count."
                }
                p.intro {
                    (counted(similarity.pairs.len(), "pair")) " from "
                    (percent(similarity.threshold)) " on, in "
                    (counted(similarity.clusters.len(), "cluster")) "."
                }
                @if !similarity.clusters.is_empty() {
                    h3 { "Clusters" }
                    ul.clusters {
                        @for cluster in &similarity.clusters {
                            li data-e=(Line(&cluster.exercise)) {
                                span.package { (Line(&cluster.exercise)) } " "
                                span.who {
                                    @for (at, learner) in cluster.learners.iter().enumerate() {
                                        @if at > 0 { ", " }
                                        (Line(&learner.0))
                                    }
                                }
                            }
                        }
                    }
                    h3 { "Pairs" }
                }
            }
        }
    }
}

fn one(pair: &Pair) -> Markup {
    html! {
        details.pair data-e=(Line(&pair.exercise)) {
            summary {
                span.score { (percent(pair.score)) } " "
                span.package { (Line(&pair.exercise)) } " "
                span.who { (Line(&pair.one.learner.0)) ", " (Line(&pair.other.learner.0)) }
                small { (counted(pair.passages.len(), "passage")) }
            }
            @for passage in &pair.passages {
                div.sides {
                    (side(&pair.one, &passage.one))
                    (side(&pair.other, &passage.other))
                }
            }
        }
    }
}

fn side(side: &Side, lines: &Range<usize>) -> Markup {
    let last = lines.end.saturating_sub(1).max(lines.start);
    html! {
        figure {
            figcaption {
                (Line(&side.learner.0))
                small {
                    @if last == lines.start { " line " (lines.start) }
                    @else { " lines " (lines.start) " to " (last) }
                }
            }
            pre tabindex="0" { (Block(&numbered(&side.source, lines))) }
        }
    }
}

/// The lines, each with its number.
fn numbered(source: &str, lines: &Range<usize>) -> String {
    let first = lines.start.max(1);
    let count = lines.end.saturating_sub(first);
    let width = lines.end.saturating_sub(1).to_string().len();
    let mut shown = String::new();
    let those = source.lines().enumerate().skip(first - 1).take(count);
    for (at, line) in those.take(LINES) {
        let number = at + 1;
        let line = cut(line, CHARACTERS);
        // Writing to a string does not fail.
        let _ = writeln!(shown, "{number:>width$}  {line}");
    }
    if count > LINES {
        let _ = writeln!(shown, "… {} more", counted(count - LINES, "line"));
    }
    shown
}

/// A score as a whole number, to sort by. What is no number is 0.
fn per_mille(score: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 0 and 1000, and is to be rounded"
    )]
    let whole = (score.clamp(0.0, 1.0) * 1000.0).round() as u32;
    whole
}

/// `87 %`. Only what is all alike is 100 %.
fn percent(score: f64) -> String {
    let percent = match per_mille(score) {
        1000 => 100,
        per_mille => ((per_mille + 5) / 10).min(99),
    };
    format!("{percent} %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_outside_of_its_file_is_empty() {
        let source = "a\nb\nc\n";
        assert_eq!(numbered(source, &(2..4)), "2  b\n3  c\n");
        assert_eq!(numbered(source, &(0..2)), "1  a\n");
        assert_eq!(numbered(source, &(9..12)), "");
        let backwards = Range { start: 3, end: 2 };
        assert_eq!(numbered(source, &backwards), "");
    }

    #[test]
    fn a_long_passage_ends_with_how_much_more_there_is() {
        let source = "x\n".repeat(500);
        let shown = numbered(&source, &(1..301));
        assert_eq!(shown.lines().count(), LINES + 1);
        assert!(shown.ends_with("… 100 lines more\n"), "{shown}");
    }

    #[test]
    fn a_score_is_a_percentage() {
        let shown = [0.0, 0.5, 0.994, 0.9996, 1.0, 7.0, f64::NAN].map(percent);
        assert_eq!(
            shown,
            ["0 %", "50 %", "99 %", "100 %", "100 %", "100 %", "0 %"]
        );
    }
}
