//! Reading the file to be judged. What is wrong with the file is a verdict.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use crate::{Source, Verdict, words};

/// No solution comes near it.
const MOST_BYTES: u64 = 1024 * 1024;

/// The text of `source`. `shown` is how messages call the file.
pub(crate) fn read(source: &Source, shown: &str) -> Result<String, Box<Verdict>> {
    let text = match source {
        Source::Text(text) if text.len() as u64 > MOST_BYTES => {
            return Err(words::file_too_large(shown, text.len() as u64));
        }
        Source::Text(text) => text.clone(),
        Source::File(path) => read_file(path, shown)?,
    };
    if text.trim().is_empty() {
        return Err(words::file_empty(shown));
    }
    // A rustc that meets a NUL says so in its own way; it is text to everyone else.
    Ok(text)
}

fn read_file(path: &Path, shown: &str) -> Result<String, Box<Verdict>> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(words::file_missing(shown));
        }
        Err(error) => return Err(words::file_unreadable(shown, &error)),
    };
    if meta.is_dir() {
        return Err(words::file_is_folder(shown));
    }
    // A pipe or a device may never end: it is not even opened.
    if !meta.is_file() {
        return Err(words::file_is_no_file(shown));
    }
    if meta.len() > MOST_BYTES {
        return Err(words::file_too_large(shown, meta.len()));
    }
    let mut bytes = Vec::new();
    // The file may grow while we read it.
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| words::file_unreadable(shown, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(words::file_too_large(shown, bytes.len() as u64));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(good).matches('\n').count() + 1;
        words::file_not_utf8(shown, u32::try_from(line).unwrap_or(u32::MAX))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::VerdictKind;

    const SHOWN: &str = "exercises/ex05_rc_is_not_send/src/lib.rs";

    #[test]
    fn what_is_wrong_with_a_file_is_told_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("empty"), " \n").unwrap();
        fs::write(at("latin"), b"fn a() {}\n// caf\xe9\n").unwrap();
        fs::write(at("large"), vec![b'/'; 1024 * 1024 + 1]).unwrap();
        for (name, words, line) in [
            ("missing", "is missing", None),
            ("", "is a folder", None),
            ("empty", "is empty", None),
            ("latin", "not UTF-8", Some(2)),
            ("large", "larger than 1 MB", None),
        ] {
            let verdict = read(&Source::File(at(name)), SHOWN).unwrap_err();
            assert_eq!(verdict.kind, VerdictKind::CompileError);
            assert!(verdict.cause.contains(words), "{}", verdict.cause);
            assert!(verdict.cause.contains(SHOWN), "{}", verdict.cause);
            assert_eq!(verdict.evidence.file.as_deref(), Some(SHOWN));
            assert_eq!(verdict.evidence.line, line);
            assert!(!verdict.next_step.is_empty());
        }
        fs::write(at("good"), "fn a() {}\n").unwrap();
        assert_eq!(
            read(&Source::File(at("good")), SHOWN).unwrap(),
            "fn a() {}\n"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_not_read() {
        let verdict = read(&Source::File("/dev/zero".into()), SHOWN).unwrap_err();
        assert!(
            verdict.cause.contains("no ordinary file"),
            "{}",
            verdict.cause
        );
    }

    #[test]
    fn text_is_held_to_the_same_size() {
        let verdict = read(&Source::Text("x".repeat(1024 * 1024 + 1)), SHOWN).unwrap_err();
        assert!(verdict.cause.contains("larger than 1 MB"));
    }
}
