//! Reading what a failing test printed.
//!
//! It is evidence of a failure only. That a test passed is told elsewhere, see
//! [`crate::sworn`].

/// A panic as the standard library prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Panic {
    /// The thread's name; `main` for that of the test.
    pub thread: String,
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What it says, one line or more.
    pub message: String,
}

impl Panic {
    /// Whether a `todo!()` was reached.
    pub(crate) fn is_todo(&self) -> bool {
        self.message.starts_with("not yet implemented")
    }

    /// Whether it only passes on that another thread panicked.
    fn is_echo(&self) -> bool {
        self.message
            .starts_with("called `Result::unwrap()` on an `Err` value: Any")
            || self.message == "a scoped thread panicked"
            || self.message.contains("PoisonError")
    }
}

/// The panics in what a test wrote to its standard error, in order.
pub(crate) fn panics(stderr: &str) -> Vec<Panic> {
    let mut panics = Vec::new();
    let mut lines = stderr.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((thread, file, number)) = headline(line) else {
            continue;
        };
        let mut message = String::new();
        while let Some(line) = lines.next_if(|line| {
            headline(line).is_none()
                && !line.starts_with("note: run with `RUST_BACKTRACE")
                && !line.starts_with("stack backtrace:")
        }) {
            message.push_str(line);
            message.push('\n');
        }
        panics.push(Panic {
            thread: thread.to_owned(),
            file: file.to_owned(),
            line: number,
            message: message.trim_end().to_owned(),
        });
    }
    panics
}

/// `thread 'main' (1234) panicked at src/lib.rs:10:5:`
fn headline(line: &str) -> Option<(&str, &str, u32)> {
    let (thread, place) = line.strip_prefix("thread ")?.split_once(" panicked at ")?;
    // Since 1.91 the thread's number follows its name.
    let thread = match thread.rsplit_once(" (") {
        Some((name, number)) if number.ends_with(')') => name,
        _ => thread,
    };
    let mut parts = place.strip_suffix(':')?.rsplitn(3, ':');
    let (_column, number, file) = (parts.next()?, parts.next()?, parts.next()?);
    Some((thread.trim_matches('\''), file, number.parse().ok()?))
}

/// The panic that tells best why a test failed: the test's own, unless it only
/// passes on what happened in another thread.
pub(crate) fn telling<'a>(panics: &'a [Panic], test: &str) -> Option<&'a Panic> {
    let own = panics
        .iter()
        .rev()
        .find(|panic| panic.thread == "main" || panic.thread == test);
    match own {
        Some(own) if !own.is_echo() => Some(own),
        _ => panics.iter().find(|panic| !panic.is_echo()).or(own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STDERR: &str = "
thread 'baker' (4711) panicked at exercises/ex01/src/lib.rs:10:5:
the oven is off
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

thread 'main' (4710) panicked at exercises/ex01/tests/behaviour.rs:7:9:
assertion `left == right` failed: a loaf is missing
  left: 2
 right: 3
";

    #[test]
    fn panics_are_told_apart() {
        let panics = panics(STDERR);
        assert_eq!(panics.len(), 2);
        assert_eq!(panics[0].thread, "baker");
        assert_eq!(panics[0].line, 10);
        assert_eq!(panics[0].message, "the oven is off");
        assert_eq!(panics[1].file, "exercises/ex01/tests/behaviour.rs");
        assert!(panics[1].message.ends_with(" right: 3"));
        assert_eq!(telling(&panics, "t"), Some(&panics[1]));
    }

    #[test]
    fn an_echo_tells_less_than_what_it_echoes() {
        let stderr = STDERR.replace(
            "assertion `left == right` failed: a loaf is missing",
            "called `Result::unwrap()` on an `Err` value: Any { .. }",
        );
        let panics = panics(&stderr);
        assert_eq!(telling(&panics, "t"), Some(&panics[0]));
    }

    #[test]
    fn older_compilers_print_no_number() {
        let panics =
            panics("thread '<unnamed>' panicked at src/lib.rs:1:2:\nnot yet implemented: x\n");
        assert_eq!(panics[0].thread, "<unnamed>");
        assert!(panics[0].is_todo());
    }
}
