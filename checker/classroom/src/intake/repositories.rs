//! A file that lists repositories.

use std::path::{Path, PathBuf};

use crate::RawName;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Whose it is.
    pub name: RawName,
    /// Where it is.
    pub path: PathBuf,
    /// As written.
    pub written: String,
}

/// Reads the list in `text`, which is a file in `folder`.
///
/// One repository a line: its path, or a learner's name, a tab, and its path. Relative
/// paths begin at the list. Empty lines and lines that begin with `#` say nothing.
/// Without a name the learner is called as the repository's folder; where several are
/// called the same, as the whole line.
///
/// # Errors
/// When `text` is no such list.
pub(crate) fn read(text: &str, folder: &Path) -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (name, path) = match line.split_once('\t') {
            Some((name, path)) => (Some(name.trim()), path.trim()),
            None => (None, line),
        };
        if line.chars().any(|c| c.is_control() && c != '\t') {
            return Err(format!(
                "no text: there are control characters in line {}",
                number + 1
            ));
        }
        let folder_name = path.trim_end_matches('/').rsplit(['/', '\\']).next();
        let folder_name = folder_name.unwrap_or(path);
        let plain = folder_name
            .strip_suffix(".git")
            .filter(|plain| !plain.is_empty());
        let name = name.filter(|name| !name.is_empty());
        lines.push((
            name.is_some(),
            Line {
                name: name.unwrap_or(plain.unwrap_or(folder_name)).into(),
                path: folder.join(path),
                written: path.to_owned(),
            },
        ));
    }
    if lines.is_empty() {
        return Err("a list of repositories without a line".to_owned());
    }
    let names: Vec<_> = lines.iter().map(|(_, line)| line.name.clone()).collect();
    let all = lines.into_iter().map(|(named, mut line)| {
        if !named && names.iter().filter(|name| **name == line.name).count() > 1 {
            line.name = line.written.as_str().into();
        }
        line
    });
    Ok(all.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_equal_names_told_apart() {
        let text =
            "# our class\n\nrepos/ada.git\nbob\trepos/x/work\r\nrepos/y/work\nrepos/z/work/\n";
        let lines = read(text, Path::new("/c")).unwrap();
        let shown: Vec<_> = lines
            .iter()
            .map(|line| format!("{}={}", line.name, line.path.display()))
            .collect();
        assert_eq!(shown[0], "ada=/c/repos/ada.git");
        assert_eq!(shown[1], "bob=/c/repos/x/work");
        assert_eq!(shown[2], "repos/y/work=/c/repos/y/work");
        assert_eq!(lines.len(), 4);
        assert!(read("\n# none\n", Path::new("")).is_err());
        assert!(read("a\u{1b}[0m\n", Path::new("")).is_err());
    }
}
