//! What is said of a compile-fail case that is not as it must be.

use course::{TestId, VerdictKind};
use testkit::marks::{Broken, Case, Complaint, Mark, Why};

use super::{of, verdict};
use crate::blame::{self, Blame, What, required_for};
use crate::rustc::Problem;
use crate::{Evidence, Verdict};

/// A case that broke its promise, and what is known about it.
pub(crate) struct Unkept<'a> {
    pub broken: &'a Broken,
    pub case: &'a Case,
    /// The file that it is in.
    pub file: &'a str,
    /// The errors in it.
    pub problems: &'a [&'a Problem],
    /// The learner's file.
    pub own: &'a str,
    /// What the learner's file holds.
    pub source: &'a str,
}

pub(crate) fn unsound(test: &TestId, unkept: &Unkept<'_>) -> Verdict {
    let told = match &unkept.broken.why {
        Why::Compiled => let_through(unkept),
        Why::OtherReason {
            missing,
            unexpected,
        } => {
            let first = unexpected.first().map(|complaint| complaint.line);
            let line = missing.first().map(|mark| mark.line).or(first);
            other_reason(unkept, line)
        }
        Why::ControlRefused(complaints) => control_refused(unkept, complaints),
    };
    let broken = unkept.broken;
    let prose = broken.prose.lines().map(|line| format!("  {line}"));
    let story: Vec<_> = prose.chain(told.lines).collect();
    let (file, line) = told.look;
    verdict(
        VerdictKind::Unsound,
        broken.headline(),
        Evidence {
            message: (!broken.prose.is_empty()).then(|| broken.prose.clone()),
            file: Some(file),
            line: line.and_then(|line| u32::try_from(line).ok()),
            story: (!story.is_empty()).then(|| story.join("\n")),
            ..of(test)
        },
        told.next_step,
    )
}

/// What is said after the case's own words.
struct Told {
    lines: Vec<String>,
    look: (String, Option<usize>),
    next_step: String,
}

/// `    32 | T: Send + Sync,`
fn quoted(line: impl std::fmt::Display, text: &str) -> String {
    format!("    {line} | {text}")
}

fn let_through(unkept: &Unkept<'_>) -> Told {
    let marks = &unkept.broken.let_through;
    let mut lines: Vec<_> = marks.iter().map(|m| quoted(m.line, &m.text)).collect();
    let vouched = blame::unsafe_impls(unkept.source);
    let is_borrow = |mark: &Mark| BORROWS.contains(&mark.code.as_str());
    let (line, next_step) = if marks.iter().all(is_borrow) {
        let line = blame::lifetime_from_nowhere(unkept.source);
        (line, COMPARE_LIFETIMES.to_owned())
    } else if vouched.is_empty() {
        worked_out(unkept)
    } else {
        lines.push("Your file vouches for its types itself, in src/lib.rs:".to_owned());
        lines.extend(vouched.iter().map(|line| quoted_own(unkept, *line)));
        (vouched.first().copied(), VOUCHED.to_owned())
    };
    Told {
        lines,
        look: match line {
            Some(line) => (unkept.own.to_owned(), Some(line as usize)),
            None => (unkept.file.to_owned(), marks.first().map(|mark| mark.line)),
        },
        next_step,
    }
}

/// Errors by which the compiler refuses to use what is gone, or is in use.
const BORROWS: [&str; 7] = [
    "E0499", "E0502", "E0505", "E0506", "E0515", "E0597", "E0716",
];
const COMPARE_LIFETIMES: &str =
    "Compare your signatures, and the lifetimes in them, with those of the task.";
const VOUCHED: &str = "Look at each `unsafe impl` and its bounds. Where you write none, the \
                       compiler works it out from the fields.";

/// The file vouches for nothing: the compiler let through what bounds and fields say.
fn worked_out(unkept: &Unkept<'_>) -> (Option<u32>, String) {
    if let Some(named) = blame::type_without_bounds(unkept.source, unkept.case.source()) {
        let next_step = format!(
            "Look at the fields of `{}`: from them the compiler works out whether it is `Send` \
             and `Sync`.",
            named.name
        );
        return (Some(named.line), next_step);
    }
    let marks = unkept.broken.let_through.iter();
    let marked: Vec<_> = marks.map(|mark| mark.text.as_str()).collect();
    match blame::function(unkept.source, &marked.join("\n")) {
        Some(named) => (
            Some(named.line),
            format!(
                "Look at the bounds of `{}` (`Send`, `Sync`, `'static`): it asks for too \
                 little.",
                named.name
            ),
        ),
        None => (
            None,
            "Look at the bounds (`Send`, `Sync`, `'static`) on your functions, and at the fields \
             of your types: what you do not write, the compiler works out from them."
                .to_owned(),
        ),
    }
}

fn other_reason(unkept: &Unkept<'_>, line: Option<usize>) -> Told {
    let told = unkept.broken.to_string();
    // The headline and the prose stand elsewhere, and it ends with advice.
    let before = 1 + unkept.broken.prose.lines().count();
    let mut lines: Vec<_> = told.lines().skip(before).map(str::to_owned).collect();
    lines.pop();
    let blame = unkept.problems.iter().find_map(|problem| {
        let blame = blame::find(problem, unkept.own, unkept.source)?;
        // What refuses it as it must be refused is no other reason.
        let expected = unkept.case.marks.iter().any(|mark| {
            problem.code.as_ref() == Some(&mark.code)
                && problem.line == u32::try_from(mark.line).ok()
        });
        (!expected).then_some(blame)
    });
    Told {
        look: match &blame {
            Some(blame) => {
                lines.extend(shown(unkept, blame));
                (unkept.own.to_owned(), Some(blame.line as usize))
            }
            None => (unkept.file.to_owned(), line),
        },
        lines,
        next_step: COMPARE_ALL.to_owned(),
    }
}

/// The line of the learner's file that is to be blamed.
fn shown(unkept: &Unkept<'_>, blame: &Blame) -> [String; 2] {
    let place = format!("{}, at src/lib.rs:{}:", part(blame), blame.line);
    [place, quoted_own(unkept, blame.line)]
}

fn quoted_own(unkept: &Unkept<'_>, line: u32) -> String {
    quoted(line, blame::quote(unkept.source, line).unwrap_or_default())
}

const COMPARE_ALL: &str =
    "Compare your public names and signatures, and the bounds in them, with those of the task.";
const COMPARE: &str = "Compare your public names and signatures with those of the task.";

fn control_refused(unkept: &Unkept<'_>, complaints: &[Complaint]) -> Told {
    let mut lines = Vec::new();
    if let Some(first) = complaints.first() {
        lines.push(format!("The compiler says, {first}.{}", first.quoted()));
    }
    let problem = unkept.problems.first();
    let blame = problem.and_then(|problem| blame::find(problem, unkept.own, unkept.source));
    let look = if let Some(blame) = &blame {
        if let (What::Fields(_), Some(says)) = (&blame.what, problem.and_then(|p| required_for(p)))
        {
            lines.push(format!("It adds: {says}."));
        }
        lines.extend(shown(unkept, blame));
        (unkept.own.to_owned(), Some(blame.line as usize))
    } else {
        let line = complaints.first().map(|complaint| complaint.line);
        (unkept.file.to_owned(), line)
    };
    lines.extend(others(complaints.get(1..).unwrap_or_default()));
    Told {
        lines,
        look,
        next_step: match &blame {
            Some(blame) => mend(blame, unkept.source),
            None if problem.is_some_and(|problem| is_about_bounds(problem)) => {
                "Your code asks for more than the task does. Look at the bounds on your \
                 functions, and at what your types are made of."
                    .to_owned()
            }
            None => COMPARE_ALL.to_owned(),
        },
    }
}

/// What is not told: one thing is mended at a time.
fn others(complaints: &[Complaint]) -> Option<String> {
    let mut lines: Vec<_> = complaints.iter().map(|one| one.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let told: Vec<_> = lines.iter().map(usize::to_string).collect();
    match told.as_slice() {
        [] => None,
        [line] => Some(format!("The compiler refuses line {line} as well.")),
        [before @ .., last] => Some(format!(
            "The compiler refuses lines {} and {last} as well.",
            before.join(", ")
        )),
    }
}

/// Whether a type or a borrow was not enough, rather than that a name was not there.
fn is_about_bounds(problem: &Problem) -> bool {
    let code = problem.code.as_deref().unwrap_or_default();
    ["E0277", "E0310", "E0373", "E0521", "E0597", "E0716"].contains(&code)
}

/// What the line has to do with the error.
fn part(blame: &Blame) -> String {
    match &blame.what {
        What::Bound => "It is asked for here".to_owned(),
        What::BoundForEver => "It must live for ever (`'static`) because of this bound".to_owned(),
        What::Fields(name) => format!("It works this out from the fields of `{name}`"),
        What::Impl(what) => format!("It is asked for by your `impl` of `{what}`"),
        What::Derive(what, _) => format!("The `{what}` comes from here"),
        What::NotConst(name) => format!("`{name}` is no `const fn`"),
        What::Forever => "Your file says `'static` here".to_owned(),
    }
}

fn mend(blame: &Blame, source: &str) -> String {
    match &blame.what {
        What::Bound | What::BoundForEver | What::Forever => {
            "Your code asks for more than the task does. Find what is too much in this line. If \
             your code then no longer compiles, it has to do its work in another way."
                .to_owned()
        }
        What::Fields(name) if !blame::unsafe_impls(source).is_empty() => format!(
            "Look at the fields of `{name}`: which one is in the way? Change that field, or see \
             whether an `unsafe impl` for `{name}` is missing or asks for too much."
        ),
        What::Fields(name) => {
            format!("Look at the fields of `{name}`: which one is in the way?")
        }
        What::Impl(_) => {
            "Look at the bounds of this `impl`: which of them does it not need?".to_owned()
        }
        What::Derive(what, of) => format!(
            "Write `impl {what} for {of}` yourself: a derived one asks each of the type's \
             parameters for `{what}`, too."
        ),
        What::NotConst(_) => COMPARE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use course::Target;
    use testkit::marks::Built;

    use super::*;
    use crate::rustc::Aside;

    const OWN: &str = "exercises/ex90/src/lib.rs";
    const CASE: &str = "exercises/ex90/tests/compile_fail/control_cells.rs";

    fn problem(code: &str, asides: Vec<Aside>) -> Problem {
        Problem {
            code: Some(code.to_owned()),
            message: "no".to_owned(),
            file: Some(CASE.to_owned()),
            line: Some(3),
            rendered: String::new(),
            files: Vec::new(),
            asides,
        }
    }

    fn refused(problem: &Problem, lines: &[usize]) -> Verdict {
        let test = TestId::new(Target::CompileFail, "control_cells");
        let case =
            Case::parse("control_cells", "//! A cell may move.\n\nmove_it(cell);\n").unwrap();
        let complaint = |line: &usize| Complaint {
            line: *line,
            code: problem.code.clone(),
            message: problem.message.clone(),
            text: case.line(*line).to_owned(),
        };
        let built = Built::Refused(lines.iter().map(complaint).collect());
        let broken = case.hold(&built).unwrap_err();
        unsound(
            &test,
            &Unkept {
                broken: &broken,
                case: &case,
                file: CASE,
                problems: &[problem],
                own: OWN,
                source: "fn move_it<T>(t: T)\nwhere\n    T: Sync,\n{\n}\n",
            },
        )
    }

    #[test]
    fn a_case_is_told_once() {
        let told = refused(&problem("E0425", Vec::new()), &[3]);
        assert!(told.cause.contains("must compile"), "{}", told.cause);
        assert_eq!(
            told.evidence.story.unwrap(),
            "  A cell may move.\nThe compiler says, at line 3: no (E0425).\n    3 | move_it(cell);"
        );
        // Nothing of the learner's is known to be the reason.
        assert_eq!(told.evidence.file.as_deref(), Some(CASE));
        assert!(
            !told.next_step.contains("more than the task"),
            "{}",
            told.next_step
        );
    }

    #[test]
    fn the_bound_that_asks_for_too_much_is_shown() {
        let note = Aside {
            says: "required by a bound in `move_it`".to_owned(),
            file: Some(OWN.to_owned()),
            line: Some(3),
        };
        let told = refused(&problem("E0277", vec![note]), &[3, 9, 5, 9]);
        let story = told.evidence.story.unwrap();
        assert!(
            story.ends_with(
                "    3 | move_it(cell);\nIt is asked for here, at src/lib.rs:3:\n    \
                 3 | T: Sync,\nThe compiler refuses lines 5 and 9 as well."
            ),
            "{story}"
        );
        assert_eq!(told.evidence.file.as_deref(), Some(OWN));
        assert_eq!(told.evidence.line, Some(3));
        assert!(
            told.next_step.contains("in this line"),
            "{}",
            told.next_step
        );
    }

    /// What is said when a case compiles that must be refused with `code`.
    fn compiled(code: &str, source: &str) -> Verdict {
        let test = TestId::new(Target::CompileFail, "two");
        let source_of_case = format!("//! No.\n\nlet m = Meter::new();\nlend(m); //~ {code}\n");
        let case = Case::parse("two", &source_of_case).unwrap();
        let broken = case.hold(&Built::Compiled).unwrap_err();
        unsound(
            &test,
            &Unkept {
                broken: &broken,
                case: &case,
                file: CASE,
                problems: &[],
                own: OWN,
                source,
            },
        )
    }

    #[test]
    fn what_lets_a_case_through_decides_what_to_look_at() {
        for (code, source, line, next_step) in [
            (
                "E0505",
                "\nfn lend<'a>(&self) -> &'a u8 {}",
                Some(2),
                "lifetimes",
            ),
            (
                "E0277",
                "struct A;\nunsafe impl Send for A {}",
                Some(2),
                "unsafe impl",
            ),
            ("E0277", "struct Meter(u8);", Some(1), "fields of `Meter`"),
            (
                "E0277",
                "\nfn lend<T: Send>(t: T) {}",
                Some(2),
                "bounds of `lend`",
            ),
            (
                "E0277",
                "fn lend() {}\nmod a { fn lend() {} }",
                None,
                "on your functions",
            ),
        ] {
            let told = compiled(code, source);
            let evidence = told.evidence;
            let look = evidence.file.as_deref().zip(evidence.line).unwrap();
            assert_eq!(look, line.map_or((CASE, 4), |line| (OWN, line)), "{source}");
            assert!(told.next_step.contains(next_step), "{}", told.next_step);
        }
    }
}
