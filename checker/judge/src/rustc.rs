//! One run of the compiler, and what it said.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use crate::process::{self, Bounds, End, Excess, Limits};
use crate::{Cancel, Cancelled};

/// What came of a run.
#[derive(Debug)]
pub(crate) enum Compiled {
    /// What was asked for is there.
    Fine,
    /// The compiler found errors.
    Refused(Vec<Problem>),
    /// It did not come to an end.
    TimedOut,
    /// It took too much of the machine.
    TooMuch(Excess),
    /// It did not do its work: it crashed, or the linker is missing.
    Broken(String),
    /// It was not even started, which no file can bring about.
    NotStarted(String),
    /// It read a file that has no part in this.
    ReadAnother(String),
}

/// An error that the compiler found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Such as `E0277`.
    pub code: Option<String>,
    /// Its first line, without the code.
    pub message: String,
    /// The file it is in, as it was given to the compiler. Errors within
    /// standard macros are placed where the macro is called.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// All that the compiler says about it.
    pub rendered: String,
    /// All files that it names a place in.
    pub files: Vec<String>,
    /// What it says beside the error.
    pub asides: Vec<Aside>,
}

/// What the compiler says beside an error: a note, or a few words at another place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    /// In one line or more.
    pub says: String,
    /// The file that it points to, if to any.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<u32>,
}

impl Aside {
    /// Whether it points into `file`.
    pub(crate) fn is_in(&self, file: &str) -> bool {
        self.file.as_deref() == Some(file)
    }
}

impl Problem {
    /// The code that `rustc --explain` knows. A lint has a name instead.
    pub fn explained(&self) -> Option<&str> {
        let code = self.code.as_deref()?;
        let number = code.strip_prefix('E')?;
        number
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(code)
    }
}

/// So many errors are kept at least; more help nobody.
const KEEP: usize = 512 * 1024;

/// What a compiler may take.
pub(crate) fn limits(deadline: Duration, bounds: &Bounds) -> Limits<'_> {
    Limits {
        deadline,
        or_standstill: false,
        keep: KEEP,
        bounds,
    }
}

/// Runs `command`, a compiler that was told to speak JSON.
pub(crate) fn run(
    command: Command,
    deadline: Duration,
    bounds: &Bounds,
    cancel: &Cancel,
) -> Result<Compiled, Cancelled> {
    let limits = limits(deadline, bounds);
    let ended = match process::run(command, limits, cancel) {
        Ok(ended) => ended,
        Err(error) => return Ok(Compiled::NotStarted(error.to_string())),
    };
    let (problems, other) = read(&ended.stderr);
    Ok(match ended.end {
        End::Cancelled => return Err(Cancelled),
        End::TimedOut(_) | End::Stuck(_) => Compiled::TimedOut,
        End::TooMuch(excess) => Compiled::TooMuch(excess),
        End::Exited(0) => Compiled::Fine,
        // An error without a place is none in the source: the linker, the disk.
        End::Exited(1) if problems.iter().any(|problem| problem.file.is_some()) => {
            Compiled::Refused(problems)
        }
        End::Exited(_) | End::Killed(_) => {
            let said = problems.into_iter().map(|problem| problem.rendered);
            Compiled::Broken(said.chain([other]).collect::<Vec<_>>().join("\n"))
        }
    })
}

impl Problem {
    /// The error in one line, with its code.
    pub(crate) fn headline(&self) -> String {
        match &self.code {
            Some(code) => format!("{code}: {}", self.message),
            None => self.message.clone(),
        }
    }

    /// Whether it is in `file`.
    pub(crate) fn is_in(&self, file: &str) -> bool {
        self.file.as_deref() == Some(file)
    }
}

#[derive(Deserialize)]
struct Diagnostic {
    message: String,
    code: Option<Code>,
    level: String,
    #[serde(default)]
    spans: Vec<Span>,
    /// What is said beside it.
    #[serde(default)]
    children: Vec<Diagnostic>,
    rendered: Option<String>,
}

impl Diagnostic {
    fn files(&self) -> Vec<String> {
        let own = self.spans.iter().flat_map(Span::files);
        own.chain(self.children.iter().flat_map(Self::files))
            .collect()
    }

    /// What is said beside the error: at other places than its own, and in notes.
    fn asides(&self) -> Vec<Aside> {
        let others = self.spans.iter().filter(|span| !span.is_primary);
        let labels = others.filter_map(|span| Some(span.aside(span.label.as_deref()?)));
        labels
            .chain(self.children.iter().flat_map(Self::as_asides))
            .collect()
    }

    /// A note, once for each place that it points to.
    fn as_asides(&self) -> Vec<Aside> {
        let places = self.spans.iter().filter(|span| span.is_primary);
        let mut asides: Vec<_> = places.map(|span| span.aside(&self.message)).collect();
        if asides.is_empty() {
            asides.push(Aside {
                says: self.message.clone(),
                file: None,
                line: None,
            });
        }
        asides
    }
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: u32,
    is_primary: bool,
    label: Option<String>,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Span {
    fn aside(&self, says: &str) -> Aside {
        let place = self.in_source();
        Aside {
            says: says.to_owned(),
            file: Some(place.file_name.clone()),
            line: Some(place.line_start),
        }
    }

    /// Where the source says it: macros of the standard library are not there.
    fn in_source(&self) -> &Self {
        match &self.expansion {
            Some(expansion) if !Path::new(&self.file_name).is_relative() || self.is_foreign() => {
                expansion.span.in_source()
            }
            _ => self,
        }
    }

    /// The files of the place and of the macros that lead there.
    fn files(&self) -> Vec<String> {
        let outer = self.expansion.as_ref();
        let mut files = outer.map_or_else(Vec::new, |expansion| expansion.span.files());
        files.push(self.file_name.clone());
        files
    }

    fn is_foreign(&self) -> bool {
        self.file_name.starts_with('<') || self.file_name.starts_with("/rustc/")
    }
}

/// The errors among the lines, and the lines that are no messages.
fn read(stderr: &str) -> (Vec<Problem>, String) {
    let mut problems = Vec::new();
    let mut other = String::new();
    for line in stderr.lines() {
        let Ok(message) = serde_json::from_str::<Diagnostic>(line) else {
            other.push_str(line);
            other.push('\n');
            continue;
        };
        if !message.level.starts_with("error") || message.message.starts_with("aborting due to") {
            continue;
        }
        let place = message
            .spans
            .iter()
            .find(|span| span.is_primary)
            .map(Span::in_source);
        let (files, asides) = (message.files(), message.asides());
        problems.push(Problem {
            files,
            asides,
            code: message.code.map(|code| code.code),
            message: message.message,
            file: place.map(|span| span.file_name.clone()),
            line: place.map(|span| span.line_start),
            rendered: message.rendered.unwrap_or_default(),
        });
    }
    (problems, other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn compile(source: &str, options: &[&str]) -> Compiled {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.rs"), source).unwrap();
        let mut command = Command::new("rustc");
        command
            .args(["a.rs", "--edition", "2024", "--error-format", "json"])
            .args(["--emit", "metadata", "--crate-type", "lib"])
            .args(options)
            .current_dir(folder.path());
        run(
            command,
            Duration::from_mins(1),
            &Bounds::NONE,
            &Cancel::new(),
        )
        .unwrap()
    }

    #[test]
    fn errors_are_read_with_their_places() {
        assert!(matches!(compile("pub fn f() {}", &[]), Compiled::Fine));
        let Compiled::Refused(problems) = compile(
            "pub fn f() {\n    let x: u8 = \"\";\n    println!(\"{}\");\n}\n",
            &[],
        ) else {
            panic!("it has two errors");
        };
        let mut found: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.code.as_deref(), problem.is_in("a.rs")))
            .collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [(Some(2), Some("E0308"), true), (Some(3), None, true)]
        );
        let Compiled::Refused(problems) = compile("pub fn f() -> u8 {\n    \"\"\n}\n", &[]) else {
            panic!("it has an error");
        };
        assert_eq!(problems[0].headline(), "E0308: mismatched types");
        assert!(problems[0].rendered.contains("--> a.rs:2:5"));
    }

    #[test]
    fn what_is_said_beside_an_error_is_read_with_its_place() {
        let source = "fn f<T>(t: T)\nwhere\n    T: Send,\n{\n}\nfn g() {\n    \
                      f(std::rc::Rc::new(1));\n}\n";
        let Compiled::Refused(problems) = compile(source, &[]) else {
            panic!("it has an error");
        };
        let note = problems[0]
            .asides
            .iter()
            .find(|aside| aside.says == "required by a bound in `f`");
        let note = note.expect("the compiler says whose bound it is");
        assert!(note.is_in("a.rs"));
        assert_eq!(note.line, Some(3));
    }

    #[test]
    fn warnings_are_no_errors() {
        assert!(matches!(compile("fn unused() {}", &[]), Compiled::Fine));
        let Compiled::Refused(problems) = compile("use std::thread;\nfn f() -> u8 {}", &[]) else {
            panic!("it has an error");
        };
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn a_compiler_that_does_not_work_is_not_the_learners_fault() {
        let broken = compile("pub fn f() {}", &["--out-dir", "/dev/null/x"]);
        assert!(matches!(broken, Compiled::Broken(_)), "{broken:?}");
        // One that breaks down may do so over the file; one that never ran cannot.
        let limit = Duration::from_mins(1);
        let missing = Command::new("/no/such/compiler");
        let missing = run(missing, limit, &Bounds::NONE, &Cancel::new()).unwrap();
        assert!(matches!(missing, Compiled::NotStarted(_)), "{missing:?}");
        let walled = Bounds {
            gate: Some("up"),
            ..Bounds::NONE
        };
        let behind = Command::new("rustc");
        let behind = run(behind, limit, &walled, &Cancel::new()).unwrap();
        assert!(matches!(behind, Compiled::NotStarted(_)), "{behind:?}");
    }
}
