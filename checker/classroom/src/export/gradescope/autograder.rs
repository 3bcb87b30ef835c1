//! The zip that Gradescope makes its autograder of.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use super::collect::{AutograderError, Content, Extra, Files};
use super::scripts;

/// An autograder for Gradescope.
#[derive(Debug, Clone, Copy)]
pub struct Autograder<'a> {
    /// The workbook's root.
    pub course: &'a Path,
    /// What is needed besides: rules, hidden tests.
    pub extras: &'a [Extra<'a>],
    /// A command of bash, usually [`AUTOGRADER_PREPARE`](super::AUTOGRADER_PREPARE).
    pub prepare: &'a str,
    /// A command of bash, usually [`AUTOGRADER_GRADE`](super::AUTOGRADER_GRADE).
    pub grade: &'a str,
}

/// Writes a zip with `setup.sh`, `run_autograder`, and the course as its authors left it:
/// everything that the grader is built from, and the exercises. Solutions, build output,
/// history and progress stay out, and so do hidden files. Where an exercise has a sealed
/// copy, that one goes in.
///
/// The same files give the same bytes, on every machine.
///
/// # Errors
/// When a file cannot be read, is no plain file, or has a name that is not plain; when two
/// would have one name; and when `out` fails.
pub fn gradescope_autograder(
    autograder: &Autograder<'_>,
    out: impl Write,
) -> Result<(), AutograderError> {
    let mut files = Files::of_course(autograder.course)?;
    files.add_script("setup.sh", scripts::setup(autograder.prepare))?;
    files.add_script("run_autograder", scripts::run(autograder.grade))?;
    for extra in autograder.extras {
        files.add_extra(*extra)?;
    }
    let mut zip = ZipArchiveWriter::new(out);
    for (at, file) in files.iter() {
        let permissions = if file.starts { 0o755 } else { 0o644 };
        let (mut entry, config) = zip
            .new_file(at)
            .compression_method(CompressionMethod::DEFLATE)
            .last_modified(THEN)
            .unix_permissions(permissions)
            .start()
            .map_err(broken)?;
        let encoder = DeflateEncoder::new(&mut entry, Compression::best());
        let mut writer = config.wrap(encoder);
        match &file.content {
            Content::Text(text) => writer.write_all(text.as_bytes())?,
            Content::Of(path) => copy(path, &mut writer)?,
        }
        let (encoder, descriptor) = writer.finish().map_err(broken)?;
        encoder.finish()?;
        entry.finish(descriptor).map_err(broken)?;
    }
    zip.finish().map_err(broken)?.flush()?;
    Ok(())
}

/// The time of every file: the first that a zip can hold. When a file was written is no
/// part of what it says.
const THEN: UtcDateTime = match UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0) {
    Some(then) => then,
    None => panic!("there was a first of January 1980"),
};

fn copy(from: &Path, to: &mut impl Write) -> Result<(), AutograderError> {
    let unreadable = |source| AutograderError::Unreadable {
        path: from.to_path_buf(),
        source,
    };
    let mut file = File::open(from).map_err(unreadable)?;
    io::copy(&mut file, to)?;
    Ok(())
}

fn broken(error: rawzip::Error) -> AutograderError {
    AutograderError::Write(io::Error::other(error))
}
