//! The toolchain that the workbook is made with, and the one that is here.

use std::path::Path;
use std::process::Command;

use course::Course;
use judge::PrepareError;

use crate::failure::Failure;

/// The version that `rust-toolchain.toml` asks for.
pub fn pinned(root: &Path) -> Option<String> {
    let text = std::fs::read_to_string(root.join("rust-toolchain.toml")).ok()?;
    channel(&text)
}

fn channel(text: &str) -> Option<String> {
    text.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(key, _)| key.trim() == "channel")
        .map(|(_, value)| value.trim().trim_matches('"').to_owned())
}

/// What to know when the compiler is another one than the workbook is made with.
pub fn difference(found: &str, course: &Course) -> Option<String> {
    let wanted = pinned(course.root())?;
    (found != wanted).then(|| {
        format!(
            "This is rustc {found}; the workbook is made with {wanted}. A right solution passes all \
             the same, but compiler messages may differ. `rustup toolchain install {wanted}` gets \
             the right one."
        )
    })
}

/// Why there is no judge. Tools that do not build are often an old compiler's doing.
pub fn explain(error: PrepareError, course: &Course) -> Failure {
    let is_build = matches!(error, PrepareError::Build(_));
    let failure = Failure::from(error);
    let found = version("rustc", course.root()).unwrap_or_default();
    match number(&found).and_then(|found| difference(found, course)) {
        Some(difference) if is_build => failure.advise(difference),
        _ => failure,
    }
}

/// What a program says of its own version when started in `folder`, where rustup looks for the
/// toolchain that the folder asks for. The first line, or what went wrong.
pub fn version(program: &str, folder: &Path) -> Result<String, String> {
    let output = Command::new(program)
        .arg("--version")
        .current_dir(folder)
        .output()
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => "not found".to_owned(),
            _ => error.to_string(),
        })?;
    let first = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes)
            .lines()
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    if output.status.success() {
        Ok(first(&output.stdout))
    } else {
        Err(first(&output.stderr))
    }
}

/// The number in `rustc 1.95.0 (59807616e 2026-04-14)`.
pub fn number(version: &str) -> Option<&str> {
    version.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::{channel, number};

    #[test]
    fn the_number_stands_second() {
        assert_eq!(
            number("rustc 1.95.0 (59807616e 2026-04-14)"),
            Some("1.95.0")
        );
        assert_eq!(number(""), None);
    }

    #[test]
    fn the_channel_is_read_from_the_file() {
        let text = "# Pinned.\n[toolchain]\nchannel = \"1.95.0\"\ncomponents = [\"clippy\"]\n";
        assert_eq!(channel(text).as_deref(), Some("1.95.0"));
        assert_eq!(channel(""), None);
    }
}
