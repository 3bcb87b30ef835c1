//! Where the sources of exercises stand.

use std::collections::BTreeMap;

use course::Course;

use crate::WhyIgnored;

/// The exercises whose sources are taken.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// By package, such as `ex05`: the number, and the folder that the workbook has.
    exercises: BTreeMap<String, (u32, String)>,
}

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A file below an exercise's `src/`.
    Source(Stand),
    /// Nothing to take.
    Elsewhere(WhyIgnored),
}

/// Where a source stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stand {
    /// The exercise's number.
    pub exercise: u32,
    /// The exercise's folder, or the file that stands for it. Files of one exercise come
    /// from one home alone.
    pub home: String,
    /// Whether that is the folder that the workbook has.
    pub canonical: bool,
    /// The path below `src/`.
    pub file: String,
}

/// Folders of which no part is ever taken, and that may be large.
const MADE_BY_TOOLS: &[&str] = &[
    "target",
    ".git",
    ".hg",
    ".svn",
    ".idea",
    ".vscode",
    ".vs",
    "node_modules",
    "__MACOSX",
    ".progress",
    ".cargo",
];
const OF_THE_WORKBOOK: &[&str] = &["checker", "solutions", "hints", ".ci", ".github"];
/// No folder that wraps a submission has one of these names.
const NO_WRAPPERS: &[&str] = &["src", "tests", "exercises"];
/// Files that systems leave everywhere.
const LEFT_BY_SYSTEMS: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether everything below a folder of this name can be left out unseen.
pub(crate) fn whole_folder(name: &str) -> Option<WhyIgnored> {
    if MADE_BY_TOOLS.contains(&name) {
        Some(WhyIgnored::MadeByTools)
    } else if OF_THE_WORKBOOK.contains(&name) {
        Some(WhyIgnored::OfTheWorkbook)
    } else {
        None
    }
}

/// As [`whole_folder`], for the folder `name` whose whole path is `path`. Below a `src`
/// learners call their folders what they like.
pub(crate) fn whole_below(path: &[u8], name: &str) -> Option<WhyIgnored> {
    let below_src = path
        .split(|byte| *byte == b'/')
        .any(|above| above == b"src");
    whole_folder(name).filter(|_| !below_src)
}

/// Whether this is a folder or file that tools and systems strew about.
pub(crate) fn is_litter(name: &[u8]) -> bool {
    name.starts_with(b"._")
        || std::str::from_utf8(name)
            .is_ok_and(|name| LEFT_BY_SYSTEMS.contains(&name) || MADE_BY_TOOLS.contains(&name))
}

/// Whether a folder of this name may be there only to hold a submission.
pub(crate) fn may_wrap(name: &str) -> bool {
    !NO_WRAPPERS.contains(&name) && whole_folder(name).is_none() && !is_litter(name.as_bytes())
}

/// Whether `name` at the top of a folder says that this is one learner's work.
pub(crate) fn begins_work(name: &str, is_folder: bool) -> bool {
    if is_folder {
        name == course::EXERCISES || package_of_folder(name).is_some()
    } else {
        package_of_file(name).is_some()
    }
}

/// `ex05` and `ex05_any_topic` are exercise folders.
fn package_of_folder(name: &str) -> Option<&str> {
    let package = name.split_once('_').map_or(
        name,
        |(package, topic)| {
            if topic.is_empty() { "" } else { package }
        },
    );
    is_package(package).then_some(package)
}

/// `ex05.rs` is an exercise in a file.
pub(crate) fn package_of_file(name: &str) -> Option<&str> {
    name.strip_suffix(".rs").filter(|stem| is_package(stem))
}

fn is_package(name: &str) -> bool {
    name.strip_prefix("ex").is_some_and(|digits| {
        digits.len() >= 2 && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

impl Catalogue {
    /// The exercises of `course`.
    pub fn of(course: &Course) -> Self {
        let exercises = course.exercises().iter().map(|exercise| {
            let folder = exercise.folder();
            (exercise.package.clone(), (exercise.number, folder))
        });
        Self {
            exercises: exercises.collect(),
        }
    }

    /// What stands at `names`, counted from the top of a submission.
    pub(crate) fn spot(&self, names: &[String]) -> Spot {
        let Some((last, folders)) = names.split_last() else {
            return Spot::Elsewhere(WhyIgnored::NotRust);
        };
        let below_exercises = folders.first().is_some_and(|top| top == course::EXERCISES);
        let inner = if below_exercises { &names[1..] } else { names };
        let is_rust = last
            .strip_suffix(".rs")
            .is_some_and(|stem| !stem.is_empty());
        match inner {
            [file] if package_of_file(file).is_some() => {
                let package = package_of_file(file).unwrap_or_default();
                self.source(package, names.join("/"), "lib.rs".to_owned(), false)
            }
            [folder, src, rest @ ..] if src == "src" && is_rust && !rest.is_empty() => {
                let Some(package) = package_of_folder(folder) else {
                    return Spot::Elsewhere(WhyIgnored::NotInASource);
                };
                let home = if below_exercises {
                    format!("{}/{folder}", course::EXERCISES)
                } else {
                    folder.clone()
                };
                let canonical = below_exercises
                    && self
                        .exercises
                        .get(package)
                        .is_some_and(|(_, known)| known == folder);
                self.source(package, home, rest.join("/"), canonical)
            }
            [folder, part, ..] if package_of_folder(folder).is_some() => {
                Spot::Elsewhere(match part.as_str() {
                    "tests"
                    | "Cargo.toml"
                    | "Cargo.lock"
                    | "build.rs"
                    | ".cargo"
                    | "rust-toolchain.toml"
                    | "rust-toolchain"
                    | "benches"
                    | "examples" => WhyIgnored::NotTheLearners,
                    _ if is_rust => WhyIgnored::NotInASource,
                    _ => WhyIgnored::NotRust,
                })
            }
            _ if is_rust => Spot::Elsewhere(WhyIgnored::NotInASource),
            _ => Spot::Elsewhere(WhyIgnored::NotRust),
        }
    }

    fn source(&self, package: &str, home: String, file: String, canonical: bool) -> Spot {
        match self.exercises.get(package) {
            Some((exercise, _)) => Spot::Source(Stand {
                exercise: *exercise,
                home,
                canonical,
                file,
            }),
            None => Spot::Elsewhere(WhyIgnored::NoSuchExercise(package.to_owned())),
        }
    }

    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let known = [(5, "rc_is_not_send"), (16, "lost_update")];
        let exercises = known.map(|(number, topic)| {
            let package = format!("ex{number:02}");
            let folder = format!("{package}_{topic}");
            (package, (number, folder))
        });
        Self {
            exercises: exercises.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(path: &str) -> Spot {
        let names: Vec<_> = path.split('/').map(str::to_owned).collect();
        Catalogue::sample().spot(&names)
    }

    #[test]
    fn sources_stand_in_three_ways() {
        for (path, exercise, file, canonical) in [
            (
                "exercises/ex05_rc_is_not_send/src/lib.rs",
                5,
                "lib.rs",
                true,
            ),
            ("exercises/ex05_mine/src/lib.rs", 5, "lib.rs", false),
            ("exercises/ex16/src/inner/mod.rs", 16, "inner/mod.rs", false),
            ("ex05_rc_is_not_send/src/lib.rs", 5, "lib.rs", false),
            ("ex05/src/lib.rs", 5, "lib.rs", false),
            ("ex16.rs", 16, "lib.rs", false),
            ("exercises/ex16.rs", 16, "lib.rs", false),
        ] {
            match spot(path) {
                Spot::Source(stand) => {
                    assert_eq!(stand.exercise, exercise, "{path}");
                    assert_eq!(stand.file, file, "{path}");
                    assert_eq!(stand.canonical, canonical, "{path}");
                    assert!(path.starts_with(&stand.home), "{path}");
                }
                other @ Spot::Elsewhere(_) => panic!("{path}: {other:?}"),
            }
        }
    }

    #[test]
    fn everything_else_is_left_with_a_reason() {
        for (path, why) in [
            (
                "exercises/ex05_a/tests/behaviour.rs",
                WhyIgnored::NotTheLearners,
            ),
            ("exercises/ex05_a/build.rs", WhyIgnored::NotTheLearners),
            ("exercises/ex05_a/Cargo.toml", WhyIgnored::NotTheLearners),
            ("exercises/ex05_a/notes.txt", WhyIgnored::NotRust),
            ("exercises/ex05_a/src/notes.txt", WhyIgnored::NotRust),
            ("exercises/ex05_a/lib.rs", WhyIgnored::NotInASource),
            (
                "exercises/exercises/ex05/src/lib.rs",
                WhyIgnored::NotInASource,
            ),
            ("mine/ex05/src/lib.rs", WhyIgnored::NotInASource),
            ("src/lib.rs", WhyIgnored::NotInASource),
            ("ex5.rs", WhyIgnored::NotInASource),
            ("ex05_.rs", WhyIgnored::NotInASource),
            ("ex05_/src/lib.rs", WhyIgnored::NotInASource),
            ("ex05/src/.rs", WhyIgnored::NotRust),
            ("ex05/src/lib.RS", WhyIgnored::NotRust),
            ("ex05/SRC/lib.rs", WhyIgnored::NotInASource),
            ("ex07.rs", WhyIgnored::NoSuchExercise("ex07".to_owned())),
        ] {
            assert_eq!(spot(path), Spot::Elsewhere(why), "{path}");
        }
    }
}
