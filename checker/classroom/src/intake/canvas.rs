//! How Canvas names what it lets an instructor download.

use crate::intake::catalogue::package_of_file;
use crate::intake::sniff::{named_like_an_archive, stem};

/// `doejane_LATE_123_456_ex05-1.rs`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CanvasName {
    /// The learner, as Canvas spells them in file names.
    pub learner: String,
    /// Canvas' number of the user.
    pub user: String,
    /// Whether it is marked as late.
    pub late: bool,
    /// The learner's own name for the file, with what Canvas added to it.
    pub file: String,
}

impl CanvasName {
    /// Reads a file's name. `None` when Canvas did not make it.
    pub(crate) fn read(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split('_').collect();
        // The learner may have an underscore in their name; the first two numbers side by
        // side are Canvas' own.
        let at = (1..words.len().checked_sub(2)?)
            .find(|at| is_number(words[*at]) && is_number(words[*at + 1]))?;
        let (mut learner, late) = match &words[..at] {
            [learner @ .., "LATE" | "late"] => (learner, true),
            learner => (learner, false),
        };
        if let [rest @ .., ""] = learner {
            learner = rest;
        }
        let (learner, file) = (learner.join("_"), words[at + 2..].join("_"));
        (!learner.is_empty() && !file.is_empty()).then(|| Self {
            learner,
            user: words[at].to_owned(),
            late,
            file,
        })
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.len() <= 20 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `ex05-1.rs` is `ex05.rs`, handed in for the second time.
fn resubmission(file: &str) -> Option<(String, u32)> {
    let base = if named_like_an_archive(file) {
        std::str::from_utf8(stem(file.as_bytes())).ok()?
    } else {
        file.strip_suffix(".rs")?
    };
    let end = &file[base.len()..];
    let (name, number) = base.rsplit_once('-')?;
    if !is_number(number) || name.is_empty() {
        return None;
    }
    Some((format!("{name}{end}"), number.parse().ok()?))
}

/// The files of one learner, as attempts from the first to the last. Each file comes with
/// the name that the learner gave it, and keeps its place in `files`.
///
/// Canvas adds `-1` to a name that the learner had used before. A learner may also have
/// chosen such a name: for an archive it counts only when the plain name is there too.
pub(crate) fn attempts(files: &[String]) -> Vec<Vec<(usize, String)>> {
    use std::collections::BTreeMap;
    let mut versions: BTreeMap<String, Vec<(u32, usize)>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        let (name, version) = resubmission(file)
            .filter(|(name, _)| package_of_file(name).is_some() || files.contains(name))
            .unwrap_or_else(|| (file.clone(), 0));
        versions.entry(name).or_default().push((version, at));
    }
    let most = versions.values().map(Vec::len).max().unwrap_or(0);
    let mut attempts = vec![Vec::new(); most];
    for (name, mut files) in versions {
        files.sort_unstable();
        // The newest of each name belong to the newest attempt.
        for ((_, at), attempt) in files.into_iter().rev().zip(attempts.iter_mut().rev()) {
            attempt.push((at, name.clone()));
        }
    }
    attempts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart() {
        for (name, learner, user, late, file) in [
            (
                "doejane_123_456_ex05.rs",
                "doejane",
                "123",
                false,
                "ex05.rs",
            ),
            (
                "doejane_LATE_123_456_ex05-1.rs",
                "doejane",
                "123",
                true,
                "ex05-1.rs",
            ),
            (
                "o_brien_7_8_my_work_1_2.zip",
                "o_brien",
                "7",
                false,
                "my_work_1_2.zip",
            ),
            ("müllerzoë_1_2_a.rs", "müllerzoë", "1", false, "a.rs"),
        ] {
            let read = CanvasName::read(name).unwrap();
            assert_eq!(
                (&*read.learner, &*read.user, read.late, &*read.file),
                (learner, user, late, file)
            );
        }
        for name in [
            "ex05.rs",
            "a_1_b.rs",
            "_1_2_a.rs",
            "a_1_2_",
            "a_1_2",
            "1_2_3",
            "LATE_1_2_x",
        ] {
            assert_eq!(CanvasName::read(name), None, "{name}");
        }
    }

    fn of(files: &[&str]) -> Vec<Vec<String>> {
        let files: Vec<_> = files.iter().map(|file| (*file).to_owned()).collect();
        let named = |attempt: Vec<(usize, String)>| {
            let shown = attempt
                .into_iter()
                .map(|(at, name)| format!("{}>{name}", files[at]));
            shown.collect()
        };
        attempts(&files).into_iter().map(named).collect()
    }

    #[test]
    fn a_suffix_is_a_resubmission_only_where_it_must_be() {
        assert_eq!(of(&["ex05.rs", "ex16.rs"]).len(), 1);
        assert_eq!(
            of(&["ex05-2.rs", "ex16.rs"]),
            [["ex05-2.rs>ex05.rs", "ex16.rs>ex16.rs"]]
        );
        let two = of(&["ex05.rs", "ex05-1.rs", "ex16.rs"]);
        assert_eq!(two[0], ["ex05.rs>ex05.rs"]);
        assert_eq!(two[1], ["ex05-1.rs>ex05.rs", "ex16.rs>ex16.rs"]);
        assert_eq!(of(&["lab-1.zip", "lab-2.zip"]).len(), 1, "two parts of one");
        assert_eq!(of(&["lab.zip", "lab-1.zip"]).len(), 2);
        assert_eq!(
            of(&["ex05-1.rs", "ex05-10.rs", "ex05-9.rs"])[2],
            ["ex05-10.rs>ex05.rs"]
        );
        assert!(of(&[]).is_empty());
    }
}
