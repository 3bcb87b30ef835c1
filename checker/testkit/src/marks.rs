//! What a compile-fail case promises, and whether the compiler kept the promise.
//!
//! A case is a small program. It opens with `//!` prose, and marks each line where the
//! compiler must complain with the code of the error:
//!
//! ```text
//! //! An Rc in another thread: two threads could count at once and lose one.
//!
//! fn main() {
//!     ex05::run(std::rc::Rc::new(1)); //~ E0277
//! }
//! ```
//!
//! A case whose name starts with `control` is the honest twin of the others. It has no
//! marks and must compile: it proves that the others fail for the marked reason alone.

use std::collections::BTreeSet;
use std::fmt;

/// What stands before the codes that a line must be refused with.
const SIGN: &str = "//~";

/// One line that the compiler must refuse.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Counted from 1.
    pub line: usize,
    /// For example `E0277`.
    pub code: String,
    /// What stands on the line.
    pub text: String,
}

/// An error of the compiler in a case's own file, at its first place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Counted from 1.
    pub line: usize,
    /// For example `E0277`. Some errors have none.
    pub code: Option<String>,
    /// What the compiler says: `cannot be sent between threads safely`.
    pub message: String,
    /// What stands on the line. Empty if it is not to be shown.
    pub text: String,
}

/// What happened when a case was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Built {
    /// It compiled.
    Compiled,
    /// It did not. The complaints are those in the case's own file.
    Refused(Vec<Complaint>),
}

/// A case, read from its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The name of its file without `.rs`.
    pub name: String,
    /// The opening prose: what must not happen, and why. One paragraph a line.
    pub prose: String,
    /// Where the compiler must complain. Empty in a control.
    pub marks: Vec<Mark>,
    /// All of it.
    source: String,
}

impl Case {
    /// Reads the case `name` (without `.rs`).
    ///
    /// # Errors
    ///
    /// When the author made a [`Mistake`].
    pub fn parse(name: &str, source: &str) -> Result<Self, Mistake> {
        let case = Self {
            name: name.to_owned(),
            prose: prose(source),
            marks: parse_marks(name, source)?,
            source: source.to_owned(),
        };
        match (case.is_control(), case.marks.first()) {
            (true, Some(mark)) => Err(Mistake::MarkInControl(case.name, mark.line)),
            (false, None) => Err(Mistake::NoMark(case.name)),
            _ => Ok(case),
        }
    }

    /// Whether the case must compile.
    pub fn is_control(&self) -> bool {
        self.name.starts_with("control")
    }

    /// All of its file.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What stands on a line, counted from 1, without a mark.
    pub fn line(&self, line: usize) -> &str {
        let index = line.checked_sub(1);
        let text = index.and_then(|index| self.source.lines().nth(index));
        let text = text.unwrap_or_default();
        text.split_once(SIGN).map_or(text, |(code, _)| code).trim()
    }

    /// Holds what happened against what was promised.
    ///
    /// # Errors
    ///
    /// When the promise was broken. The [`Broken`] says how, in words for a learner.
    pub fn hold(&self, built: &Built) -> Result<(), Broken> {
        let (why, let_through) = match built {
            Built::Compiled if self.is_control() => return Ok(()),
            Built::Compiled => (Why::Compiled, self.marks.clone()),
            Built::Refused(complaints) if self.is_control() => {
                (Why::ControlRefused(complaints.clone()), Vec::new())
            }
            Built::Refused(complaints) => match self.other_reason(complaints) {
                None => return Ok(()),
                Some(broken) => broken,
            },
        };
        Err(Broken {
            case: self.name.clone(),
            prose: self.prose.clone(),
            why,
            whole: let_through == self.marks,
            let_through: let_through.into(),
        })
    }

    /// Every mark must be met. A further error with a marked code is the same
    /// complaint told twice; one with any other code is another reason. If there is
    /// none, and some marks are met, the lines of the others compiled.
    fn other_reason(&self, complaints: &[Complaint]) -> Option<(Why, Vec<Mark>)> {
        let codes: BTreeSet<&str> = self.marks.iter().map(|mark| mark.code.as_str()).collect();
        let (met, missing): (Vec<&Mark>, Vec<&Mark>) = self.marks.iter().partition(|mark| {
            complaints.iter().any(|complaint| {
                complaint.line == mark.line && complaint.code.as_ref() == Some(&mark.code)
            })
        });
        let unexpected = complaints.iter().filter(|complaint| {
            !complaint
                .code
                .as_deref()
                .is_some_and(|code| codes.contains(code))
        });
        let missing: Vec<Mark> = missing.into_iter().cloned().collect();
        let unexpected: Vec<Complaint> = unexpected.cloned().collect();
        if unexpected.is_empty() && missing.is_empty() {
            None
        } else if unexpected.is_empty() && !met.is_empty() {
            Some((Why::Compiled, missing))
        } else {
            let why = Why::OtherReason {
                missing,
                unexpected,
            };
            Some((why, Vec::new()))
        }
    }
}

/// Reads the marks of a case. A line may carry several: `//~ E0277 E0373`.
///
/// # Errors
///
/// [`Mistake::BadMark`] when something that is no error code follows a `//~`.
pub fn parse_marks(name: &str, source: &str) -> Result<Vec<Mark>, Mistake> {
    let mut marks = Vec::new();
    for (index, text) in source.lines().enumerate() {
        let Some((code, codes)) = text.split_once(SIGN) else {
            continue;
        };
        let line = index + 1;
        if codes.trim().is_empty() || !codes.split_whitespace().all(is_code) {
            let codes = codes.trim().to_owned();
            return Err(Mistake::BadMark(name.to_owned(), line, codes));
        }
        let text = code.trim();
        marks.extend(codes.split_whitespace().map(|code| Mark {
            line,
            code: code.to_owned(),
            text: text.to_owned(),
        }));
    }
    Ok(marks)
}

fn is_code(text: &str) -> bool {
    text.strip_prefix('E').is_some_and(|digits| {
        digits.len() == 4 && digits.chars().all(|digit| digit.is_ascii_digit())
    })
}

/// The `//!` lines a file opens with, lines of one paragraph joined.
fn prose(source: &str) -> String {
    let mut paragraphs = vec![String::new()];
    let lines = source.lines().map(str::trim);
    for line in lines.map_while(|line| line.strip_prefix("//!")) {
        let line = line.trim();
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n")
}

/// Checks that a folder of cases, given by name, proves something: it has
/// cases, and a control among them.
///
/// # Errors
///
/// [`Mistake::NoCases`], [`Mistake::NoControl`] or [`Mistake::OnlyControls`].
pub fn check_folder(folder: &str, cases: &[Case]) -> Result<(), Mistake> {
    if cases.is_empty() {
        Err(Mistake::NoCases(folder.to_owned()))
    } else if !cases.iter().any(Case::is_control) {
        Err(Mistake::NoControl(folder.to_owned()))
    } else if cases.iter().all(Case::is_control) {
        Err(Mistake::OnlyControls(folder.to_owned()))
    } else {
        Ok(())
    }
}

/// A case that its author wrote wrongly. Never the learner's fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// No file in the folder ends in `.rs`.
    NoCases(String),
    /// The folder has no file whose name starts with `control`.
    NoControl(String),
    /// The folder has nothing but controls.
    OnlyControls(String),
    /// A case that is no control has no mark.
    NoMark(String),
    /// A control has a mark, at this line.
    MarkInControl(String, usize),
    /// What follows a `//~`, at this line, is no error code.
    BadMark(String, usize, String),
}

impl std::error::Error for Mistake {}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("A mistake in the exercise itself, not in your code: ")?;
        match self {
            Self::NoCases(folder) => write!(f, "the folder `{folder}` has no compile-fail cases."),
            Self::NoControl(folder) => write!(
                f,
                "the folder `{folder}` has no control. Add a `control*.rs` that must compile: \
                 it proves that the other cases fail for the marked reason."
            ),
            Self::OnlyControls(folder) => write!(
                f,
                "the folder `{folder}` has only controls. Add a case that must not compile."
            ),
            Self::NoMark(case) => write!(
                f,
                "`{case}.rs` marks no line. Put `{SIGN} E0277` (or another code) at the end of \
                 each line the compiler must refuse, or name the file `control…` if it must compile."
            ),
            Self::MarkInControl(case, line) => write!(
                f,
                "`{case}.rs` is a control, so it must compile, but line {line} is marked \
                 with `{SIGN}`."
            ),
            Self::BadMark(case, line, codes) => write!(
                f,
                "line {line} of `{case}.rs` says `{SIGN} {codes}`. After `{SIGN}` come error codes \
                 and nothing else, like `{SIGN} E0277`."
            ),
        }
    }
}

/// A case that was not built as it promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The name of its file without `.rs`.
    pub case: String,
    /// The case's own prose.
    pub prose: String,
    /// In which way.
    pub why: Why,
    /// The marked lines that compiled: all, if the whole case did.
    pub let_through: Box<[Mark]>,
    /// Whether those are all there are.
    whole: bool,
}

/// In which way a case was not built as it promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It must not compile, and did, if only at some of the marked lines.
    Compiled,
    /// It was refused, but not where and why it must be.
    OtherReason {
        /// The marks that no complaint met.
        missing: Vec<Mark>,
        /// The complaints with a code that no mark names.
        unexpected: Vec<Complaint>,
    },
    /// It is a control and was refused.
    ControlRefused(Vec<Complaint>),
}

impl Broken {
    /// Which promise was broken, in a sentence.
    pub fn headline(&self) -> String {
        let case = &self.case;
        match &self.why {
            Why::Compiled if self.whole => format!("`{case}.rs` compiled, but it must not."),
            Why::Compiled => {
                let lines = lines(&self.let_through);
                format!("`{case}.rs` compiled at {lines}, but it must not.")
            }
            Why::OtherReason { .. } => format!(
                "`{case}.rs` is refused by the compiler, as it must be, but for another reason."
            ),
            Why::ControlRefused(_) => format!("`{case}.rs` must compile, but it does not."),
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline())?;
        for paragraph in self.prose.lines() {
            write!(f, "\n  {paragraph}")?;
        }
        for mark in &*self.let_through {
            write!(f, "\n    {} | {}", mark.line, mark.text)?;
        }
        match &self.why {
            Why::Compiled => write!(
                f,
                "\nYour code lets through what can go wrong between threads. Look at the bounds \
                 (`Send`, `Sync`, `'static`) on your functions and types, and at every `unsafe impl`."
            ),
            Why::OtherReason {
                missing,
                unexpected,
            } => {
                for mark in missing {
                    write!(
                        f,
                        "\nIt must be refused at line {} ({}).",
                        mark.line, mark.code
                    )?;
                }
                for complaint in unexpected {
                    let quoted = complaint.quoted();
                    write!(f, "\nThe compiler says instead, {complaint}.{quoted}")?;
                }
                write!(
                    f,
                    "\nKeep the names and the signatures that the task gives."
                )
            }
            Why::ControlRefused(complaints) => {
                for complaint in complaints {
                    write!(f, "\nThe compiler says, {complaint}.{}", complaint.quoted())?;
                }
                write!(
                    f,
                    "\nYour code asks for more than the task does. Look at its bounds \
                     (`Send`, `Sync`, `'static`) and keep the given signatures."
                )
            }
        }
    }
}

/// `line 7`, or `lines 7, 9`.
fn lines(marks: &[Mark]) -> String {
    let lines: BTreeSet<usize> = marks.iter().map(|mark| mark.line).collect();
    let unit = if lines.len() == 1 { "line" } else { "lines" };
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    format!("{unit} {}", lines.join(", "))
}

impl Complaint {
    /// The line that it is about, on a line of its own. Nothing if that is not known.
    pub fn quoted(&self) -> String {
        match self.text.as_str() {
            "" => String::new(),
            text => format!("\n    {} | {text}", self.line),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at line {}: {}", self.line, self.message)?;
        match &self.code {
            Some(code) => write!(f, " ({code})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Built, Case, Complaint, Mark, Mistake, Why, check_folder, parse_marks};

    const RC: &str = "//! An Rc in another thread.\n//! Two threads count at once.\n//!\n//! \
                      See the Book.\n\nfn main() {\n    run(rc); //~ E0277\n}\n";

    fn rc() -> Case {
        Case::parse("rc", RC).unwrap()
    }

    fn control() -> Case {
        Case::parse("control_arc", "//! An Arc may.\nfn main() {}\n").unwrap()
    }

    fn complaint(line: usize, code: &str) -> Complaint {
        Complaint {
            line,
            code: Some(code.to_owned()),
            message: "it will not do".to_owned(),
            text: "run();".to_owned(),
        }
    }

    fn why(case: &Case, built: &Built) -> Why {
        case.hold(built).unwrap_err().why
    }

    #[test]
    fn prose_and_marks_are_read() {
        assert_eq!(
            rc().prose,
            "An Rc in another thread. Two threads count at once.\nSee the Book."
        );
        let mark = Mark {
            line: 7,
            code: "E0277".to_owned(),
            text: "run(rc);".to_owned(),
        };
        assert_eq!(rc().line(7), mark.text);
        assert_eq!(rc().line(99), "");
        assert_eq!(rc().marks, [mark]);
        assert!(!rc().is_control());
        assert!(control().is_control());
    }

    #[test]
    fn a_line_may_carry_several_codes() {
        let marks = parse_marks("two", "x\ny //~ E0277 E0373\nz //~ E0382").unwrap();
        let marks: Vec<_> = marks.iter().map(|m| (m.line, m.code.as_str())).collect();
        assert_eq!(marks, [(2, "E0277"), (2, "E0373"), (3, "E0382")]);
    }

    #[test]
    fn anything_else_after_the_sign_is_a_mistake() {
        for bad in ["", " ", " E027", " E02777", " E0277, E0373", " 0277", " rc"] {
            let source = format!("fn main() {{}}\nx; //~{bad}");
            let mistake = Case::parse("bad", &source).unwrap_err();
            assert_eq!(
                mistake,
                Mistake::BadMark("bad".to_owned(), 2, bad.trim().to_owned())
            );
            assert!(mistake.to_string().contains("line 2 of `bad.rs`"));
        }
    }

    #[test]
    fn a_case_has_a_mark_and_a_control_has_none() {
        assert_eq!(
            Case::parse("rc", "fn main() {}"),
            Err(Mistake::NoMark("rc".to_owned()))
        );
        assert_eq!(
            Case::parse("control", "fn main() {} //~ E0277"),
            Err(Mistake::MarkInControl("control".to_owned(), 1))
        );
    }

    #[test]
    fn a_folder_has_cases_and_a_control() {
        assert_eq!(check_folder("f", &[rc(), control()]), Ok(()));
        assert_eq!(
            check_folder("f", &[]),
            Err(Mistake::NoCases("f".to_owned()))
        );
        assert_eq!(
            check_folder("f", &[rc()]),
            Err(Mistake::NoControl("f".to_owned()))
        );
        assert_eq!(
            check_folder("f", &[control()]),
            Err(Mistake::OnlyControls("f".to_owned()))
        );
    }

    #[test]
    fn a_kept_promise_is_one() {
        let refused = Built::Refused(vec![complaint(7, "E0277")]);
        assert_eq!(rc().hold(&refused), Ok(()));
        assert_eq!(control().hold(&Built::Compiled), Ok(()));
    }

    #[test]
    fn the_same_complaint_told_twice_is_one() {
        let refused = Built::Refused(vec![complaint(7, "E0277"), complaint(3, "E0277")]);
        assert_eq!(rc().hold(&refused), Ok(()));
    }

    #[test]
    fn what_must_not_compile_does_not() {
        assert_eq!(why(&rc(), &Built::Compiled), Why::Compiled);
    }

    #[test]
    fn another_line_is_another_reason() {
        let refused = Built::Refused(vec![complaint(6, "E0277")]);
        let Why::OtherReason {
            missing,
            unexpected,
        } = why(&rc(), &refused)
        else {
            panic!("not another reason");
        };
        assert_eq!(missing, rc().marks);
        assert_eq!(unexpected, []);
    }

    #[test]
    fn a_marked_line_that_compiles_is_let_through() {
        let source = "//! Two ways.\nfn main() {\n    a(rc); //~ E0277\n    b(rc); //~ E0277\n}\n";
        let two = Case::parse("two", source).unwrap();
        let refused = Built::Refused(vec![complaint(3, "E0277")]);
        let broken = two.hold(&refused).unwrap_err();
        assert_eq!(broken.why, Why::Compiled);
        assert_eq!(*broken.let_through, two.marks[1..]);
        let told = broken.to_string();
        let headline = "`two.rs` compiled at line 4, but it must not.\n";
        assert!(told.starts_with(headline), "{told}");
        assert!(told.contains("\n    4 | b(rc);\n"), "{told}");
    }

    #[test]
    fn another_code_is_another_reason() {
        let unresolved = complaint(2, "E0432");
        let codeless = Complaint {
            code: None,
            ..complaint(7, "")
        };
        for other in [unresolved, codeless] {
            let refused = Built::Refused(vec![complaint(7, "E0277"), other.clone()]);
            let Why::OtherReason {
                missing,
                unexpected,
            } = why(&rc(), &refused)
            else {
                panic!("not another reason");
            };
            assert_eq!(missing, []);
            assert_eq!(unexpected, [other]);
        }
    }

    #[test]
    fn refused_without_a_complaint_in_the_case_is_another_reason() {
        let built = Built::Refused(Vec::new());
        assert!(matches!(why(&rc(), &built), Why::OtherReason { .. }));
    }

    #[test]
    fn a_refused_control_says_what_the_compiler_says() {
        let built = Built::Refused(vec![complaint(4, "E0277")]);
        let broken = control().hold(&built).unwrap_err();
        let told = broken.to_string();
        assert!(told.contains("`control_arc.rs` must compile"), "{told}");
        assert!(told.contains("at line 4: it will not do (E0277)"), "{told}");
        assert!(told.contains("\n    4 | run();\n"), "{told}");
    }

    #[test]
    fn the_words_name_the_case_its_prose_and_its_lines() {
        let told = rc().hold(&Built::Compiled).unwrap_err().to_string();
        let headline = "`rc.rs` compiled, but it must not.\n";
        assert!(told.starts_with(headline), "{told}");
        assert!(told.contains("Two threads count at once."), "{told}");
        assert!(told.contains("\n    7 | run(rc);\n"), "{told}");
    }
}
