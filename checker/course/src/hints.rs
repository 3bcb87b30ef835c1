//! The hints of an exercise, read from its Markdown file.

use std::fs;
use std::path::Path;

use crate::{Error, Result, VerdictKind};

/// What a hint file holds. Every text is Markdown without its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hints {
    /// The tiers, from a nudge to the shape of the code.
    pub tiers: [String; 3],
    /// What to know once the exercise is solved.
    pub after: String,
    /// Hints for those who got a certain verdict.
    pub by_verdict: Vec<(VerdictKind, String)>,
}

const AFTER: &str = "After you solve it";

impl Hints {
    /// The hint for a verdict, where there is one.
    pub fn for_verdict(&self, kind: VerdictKind) -> Option<&str> {
        self.by_verdict
            .iter()
            .find(|(known, _)| *known == kind)
            .map(|(_, text)| text.as_str())
    }

    pub(crate) fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).map_err(|e| Error::io("read", file, e))?;
        Self::parse(file, &text)
    }

    fn parse(file: &Path, text: &str) -> Result<Self> {
        let mut tiers = [None, None, None];
        let mut after = None;
        let mut by_verdict = Vec::new();
        for section in sections(text) {
            let body = section.body.trim();
            let complain = |what: String, advice: &str| {
                Err(Error::broken(file, Some(section.line), what, advice))
            };
            if body.is_empty() {
                return complain(
                    format!("nothing stands below `## {}`", section.heading),
                    "Write the hint, or take the heading out.",
                );
            }
            let slot = match section.heading {
                "Hint 1" => &mut tiers[0],
                "Hint 2" => &mut tiers[1],
                "Hint 3" => &mut tiers[2],
                AFTER => &mut after,
                other => {
                    let Some(word) = other
                        .strip_prefix("If ")
                        .or_else(|| other.strip_prefix("if "))
                    else {
                        return complain(
                            format!("unknown heading `## {other}`"),
                            "The headings are Hint 1, Hint 2, Hint 3, After you solve it, \
                             and If followed by a verdict.",
                        );
                    };
                    let kind = match word.trim().parse() {
                        Ok(kind) => kind,
                        Err(error) => return complain(format!("{error}"), &known_kinds()),
                    };
                    if !wants_a_hint(kind) {
                        return complain(
                            format!("nobody who got `{kind}` needs a hint"),
                            &known_kinds(),
                        );
                    }
                    if by_verdict.iter().any(|(known, _)| *known == kind) {
                        return complain(
                            format!("`## {other}` stands here a second time"),
                            "Keep one of them.",
                        );
                    }
                    by_verdict.push((kind, body.to_owned()));
                    continue;
                }
            };
            if slot.replace(body.to_owned()).is_some() {
                return complain(
                    format!("`## {}` stands here a second time", section.heading),
                    "Keep one of them.",
                );
            }
        }
        let missing = |heading: &str| {
            Error::broken(
                file,
                None,
                format!("`## {heading}` is missing"),
                "Write all of Hint 1, Hint 2, Hint 3 and After you solve it.",
            )
        };
        let [first, second, third] = tiers;
        Ok(Self {
            tiers: [
                first.ok_or_else(|| missing("Hint 1"))?,
                second.ok_or_else(|| missing("Hint 2"))?,
                third.ok_or_else(|| missing("Hint 3"))?,
            ],
            after: after.ok_or_else(|| missing(AFTER))?,
            by_verdict,
        })
    }
}

/// Who passed needs no hint, and who met the checker's own fault is helped by none.
fn wants_a_hint(kind: VerdictKind) -> bool {
    !matches!(kind, VerdictKind::Passed | VerdictKind::GraderError)
}

fn known_kinds() -> String {
    let words: Vec<_> = VerdictKind::ALL
        .iter()
        .filter(|kind| wants_a_hint(**kind))
        .map(|kind| kind.word())
        .collect();
    format!("Write one of {} after `If`.", words.join(", "))
}

struct Section<'a> {
    heading: &'a str,
    line: usize,
    body: String,
}

/// Cuts the text at its `## ` headings; those inside code fences are code.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        match line.strip_prefix("## ") {
            Some(heading) if !fenced => sections.push(Section {
                heading: heading.trim(),
                line: index + 1,
                body: String::new(),
            }),
            _ => {
                if let Some(section) = sections.last_mut() {
                    section.body.push_str(line);
                    section.body.push('\n');
                }
            }
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\
# 16 Lost update

## Hint 1
Who reads, and when?

## Hint 2
A lock.

## Hint 3
```rust
## not a heading
let mut guard = total.lock().unwrap();
```

## After you solve it
Counters everywhere.

## If deadlock
You hold it twice.
";

    fn parse(text: &str) -> Result<Hints> {
        Hints::parse(Path::new("hints/ex16_lost_update.md"), text)
    }

    #[test]
    fn tiers_and_notes_are_told_apart() {
        let hints = parse(GOOD).unwrap();
        assert_eq!(hints.tiers[0], "Who reads, and when?");
        assert_eq!(hints.tiers[1], "A lock.");
        assert!(hints.tiers[2].contains("## not a heading"));
        assert!(hints.tiers[2].ends_with("```"));
        assert_eq!(hints.after, "Counters everywhere.");
        assert_eq!(
            hints.for_verdict(VerdictKind::Deadlock),
            Some("You hold it twice.")
        );
        assert_eq!(hints.for_verdict(VerdictKind::Race), None);
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        for (from, to, words) in [
            ("## Hint 2\n", "", "`## Hint 2` is missing"),
            ("## After you solve it", "## After", "unknown heading"),
            ("## Hint 2", "## Hint 1", "a second time"),
            ("A lock.", "", "nothing stands below `## Hint 2`"),
            ("If deadlock", "If dedlock", "`dedlock` is no verdict"),
            ("If deadlock", "If Deadlock", "`Deadlock` is no verdict"),
            (
                "If deadlock",
                "If passed",
                "nobody who got `passed` needs a hint",
            ),
            (
                "If deadlock",
                "If grader-error",
                "nobody who got `grader-error`",
            ),
            (
                "If deadlock",
                "If deadlock\nx\n## if deadlock",
                "a second time",
            ),
            ("If deadlock", "When deadlock", "unknown heading"),
            (
                "You hold it twice.",
                "",
                "nothing stands below `## If deadlock`",
            ),
        ] {
            let error = parse(&GOOD.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
            assert!(error.contains("ex16_lost_update.md"), "{error}");
        }
        let error = parse(&GOOD.replace("If deadlock", "If dedlock")).unwrap_err();
        assert!(error.to_string().contains(".md:18:"), "{error}");
        let advice = error.advice();
        assert!(advice.contains("race, deadlock, livelock"), "{advice}");
        assert!(!advice.contains("passed"), "{advice}");
    }

    #[test]
    fn hints_for_several_verdicts_are_told_apart() {
        let hints = parse(&format!("{GOOD}\n## if timed-out\nWho waits?\n")).unwrap();
        assert_eq!(hints.for_verdict(VerdictKind::TimedOut), Some("Who waits?"));
        assert_eq!(
            hints.for_verdict(VerdictKind::Deadlock),
            Some("You hold it twice.")
        );
    }
}
