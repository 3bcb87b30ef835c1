//! Files that the grader writes: whole, or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use classroom::ContentHash;
use tempfile::NamedTempFile;

use crate::failure::{Failure, Result};

/// Writes a file by `write`. Nobody ever sees half of it, and if it fails, what was there
/// before is there still.
pub fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let written = NamedTempFile::new_in(folder).and_then(|file| {
        let mut out = io::BufWriter::new(file);
        write(&mut out)?;
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.flush()?;
        readable(&file)?;
        file.persist(path).map_err(|error| error.error)
    });
    written
        .map(drop)
        .map_err(|error| Failure::io("write", path, &error))
}

/// A temporary file is its owner's alone; what is made here is meant for others.
fn readable(file: &NamedTempFile) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::Permissions::from_mode(0o644);
        file.as_file().set_permissions(mode)?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Makes a folder, with those above it.
pub fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| Failure::io("create", path, &error))
}

/// A name for a learner's file. A learner may be called anything, `../x` too.
pub fn name_for(learner: &str) -> String {
    let plain: String = learner
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '@' | '+' => c,
            '.' => '.',
            _ => '_',
        })
        .take(80)
        .collect();
    if plain == learner && !plain.is_empty() && !plain.starts_with('.') {
        return plain;
    }
    let digest = ContentHash::of(learner.as_bytes()).to_string();
    format!("{}-{}", plain.trim_start_matches('.'), &digest[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder_or_meets_another() {
        assert_eq!(name_for("ada@x.org"), "ada@x.org");
        for odd in [
            "../../etc/passwd",
            ".",
            "..",
            "",
            "a/b",
            "a\\b",
            "ä",
            "con\u{0}",
        ] {
            let name = name_for(odd);
            assert!(!name.contains(['/', '\\', '\0']), "{name}");
            assert!(!name.starts_with('.'), "{name}");
            assert!(name.len() > 8, "{name}");
        }
        assert_ne!(name_for("a/b"), name_for("a\\b"));
    }

    #[test]
    fn a_file_that_cannot_be_finished_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        write_whole(&path, |out| out.write_all(b"old")).unwrap();
        let failed = write_whole(&path, |out| {
            out.write_all(b"new")?;
            Err(io::Error::other("no"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}
