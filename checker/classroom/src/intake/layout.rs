//! What a folder or an archive holds, told from the names at its top, and which of them
//! make up whose submission.

use std::collections::BTreeMap;

use crate::intake::canvas::{self, CanvasName};
use crate::intake::catalogue::{begins_work, is_litter, may_wrap};
use crate::intake::gradescope::{METADATA, Metadata};
use crate::intake::moodle::MoodleName;
use crate::intake::sniff::{named_like_an_archive, stem};
use crate::{Key, Learner, RawName, SubmittedAt, Vouched, WhyIgnored};

/// A name at the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Top {
    pub name: RawName,
    pub is_folder: bool,
}

/// What there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    Gradescope,
    Moodle,
    Canvas,
    /// One learner's work.
    One,
    /// A folder or an archive for each learner.
    PerLearner,
    /// A folder and nothing else: look into it.
    Wrapped(RawName),
}

/// What the names at the top say.
pub(crate) fn shape(tops: &[Top]) -> Shape {
    let tops: Vec<_> = tops
        .iter()
        .filter(|top| !is_litter(top.name.as_bytes()))
        .collect();
    let text = |top: &&Top| top.name.to_str().map(str::to_owned);
    if tops
        .iter()
        .any(|top| !top.is_folder && top.name.as_bytes() == METADATA.as_bytes())
    {
        return Shape::Gradescope;
    }
    // Most, not one: a single odd name must not turn a class into something else.
    let most = |count: usize| count > 0 && count * 2 >= tops.len();
    let moodle = tops
        .iter()
        .filter_map(text)
        .filter(|name| MoodleName::read(name).is_some());
    if most(moodle.count()) {
        return Shape::Moodle;
    }
    let files = tops.iter().filter(|top| !top.is_folder);
    let canvas = files
        .filter_map(text)
        .filter(|name| CanvasName::read(name).is_some());
    if most(canvas.count()) {
        return Shape::Canvas;
    }
    let begins = |top: &&&Top| text(top).is_some_and(|name| begins_work(&name, top.is_folder));
    if tops.iter().any(|top| begins(&top)) {
        return Shape::One;
    }
    if let [only] = tops.as_slice()
        && only.is_folder
        && only.name.to_str().is_some_and(may_wrap)
    {
        return Shape::Wrapped(only.name.clone());
    }
    let holds =
        |top: &&Top| top.is_folder || text(top).is_some_and(|name| named_like_an_archive(&name));
    if tops.iter().any(holds) {
        Shape::PerLearner
    } else {
        Shape::One
    }
}

/// A part of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Member {
    /// What is in the folder of this name.
    Inside(RawName),
    /// The file of this name, called otherwise by the learner.
    Loose(RawName, String),
}

/// One submission, and whose it is.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// More than one when people handed in together.
    pub learners: Vec<Learner>,
    pub place: RawName,
    pub time: Option<SubmittedAt>,
    pub late: bool,
    pub members: Vec<Member>,
    pub notes: Vec<String>,
}

impl Group {
    fn new(learner: Learner, place: RawName, members: Vec<Member>) -> Self {
        Self {
            learners: vec![learner],
            place,
            time: None,
            late: false,
            members,
            notes: Vec::new(),
        }
    }
}

/// The submissions, and the names that belong to none.
#[derive(Debug, Default)]
pub(crate) struct Grouped {
    pub groups: Vec<Group>,
    pub rest: Vec<(RawName, WhyIgnored)>,
}

/// A folder, or an archive, for each learner.
pub(crate) fn per_learner(tops: &[Top]) -> Grouped {
    let mut grouped = Grouped::default();
    for top in tops {
        let name = top.name.as_bytes();
        if is_litter(name) {
            grouped
                .rest
                .push((top.name.clone(), WhyIgnored::MadeByTools));
        } else if top.is_folder {
            let member = Member::Inside(top.name.clone());
            grouped
                .groups
                .push(folder_group(&top.name, &top.name, member));
        } else if named_like_an_archive(&String::from_utf8_lossy(name)) {
            let file = String::from_utf8_lossy(name).into_owned();
            let member = Member::Loose(top.name.clone(), file);
            grouped
                .groups
                .push(folder_group(&RawName::new(stem(name)), &top.name, member));
        } else {
            grouped
                .rest
                .push((top.name.clone(), WhyIgnored::NotASubmission));
        }
    }
    grouped
}

fn folder_group(name: &RawName, place: &RawName, member: Member) -> Group {
    let learner = Learner::new(name.clone(), Key::Folder(name.clone()));
    Group::new(learner, place.clone(), vec![member])
}

/// Files of a Canvas download.
pub(crate) fn canvas(tops: &[Top]) -> Grouped {
    let mut grouped = Grouped::default();
    let mut users: BTreeMap<(usize, String), Vec<(RawName, CanvasName)>> = BTreeMap::new();
    let mut seen: Vec<String> = Vec::new();
    for top in tops {
        match top.name.to_str().and_then(CanvasName::read) {
            Some(read) if !top.is_folder => {
                let order = seen
                    .iter()
                    .position(|user| *user == read.user)
                    .unwrap_or(seen.len());
                if order == seen.len() {
                    seen.push(read.user.clone());
                }
                let files = users.entry((order, read.user.clone())).or_default();
                files.push((top.name.clone(), read));
            }
            _ => grouped
                .rest
                .push((top.name.clone(), WhyIgnored::NotASubmission)),
        }
    }
    for ((_, user), files) in users {
        let names: Vec<_> = files.iter().map(|(_, read)| read.file.clone()).collect();
        for attempt in canvas::attempts(&names) {
            let late = attempt.iter().any(|(at, _)| files[*at].1.late);
            let first = attempt.first().map_or(0, |(at, _)| *at);
            let name = RawName::from(files[first].1.learner.as_str());
            let members = attempt
                .into_iter()
                .map(|(at, name)| Member::Loose(files[at].0.clone(), name));
            let learner = Learner::new(name, Key::CanvasId(user.clone()));
            let place = files[first].0.clone();
            let group = Group::new(learner, place, members.collect());
            grouped.groups.push(Group { late, ..group });
        }
    }
    grouped
}

/// Folders of a Moodle download, or files if it came without folders.
pub(crate) fn moodle(tops: &[Top]) -> Grouped {
    let mut grouped = Grouped::default();
    let mut by_participant: BTreeMap<String, usize> = BTreeMap::new();
    for top in tops {
        let Some(read) = top.name.to_str().and_then(MoodleName::read) else {
            grouped
                .rest
                .push((top.name.clone(), WhyIgnored::NotASubmission));
            continue;
        };
        if read.typed {
            grouped.rest.push((top.name.clone(), WhyIgnored::TypedText));
            continue;
        }
        let member = match (top.is_folder, read.file) {
            (true, _) => Member::Inside(top.name.clone()),
            (false, Some(file)) => Member::Loose(top.name.clone(), file),
            (false, None) => {
                grouped
                    .rest
                    .push((top.name.clone(), WhyIgnored::NotASubmission));
                continue;
            }
        };
        if let Some(at) = by_participant.get(&read.participant) {
            grouped.groups[*at].members.push(member);
            continue;
        }
        by_participant.insert(read.participant.clone(), grouped.groups.len());
        let key = Key::MoodleParticipant(read.participant);
        let learner = Learner::new(read.learner.as_str().into(), key);
        grouped
            .groups
            .push(Group::new(learner, top.name.clone(), vec![member]));
    }
    grouped
}

/// Folders of a Gradescope export.
pub(crate) fn gradescope(tops: &[Top], metadata: &Metadata) -> Grouped {
    let mut grouped = Grouped::default();
    let mut missing: BTreeMap<&str, _> = metadata.iter().map(|(k, v)| (k.as_str(), v)).collect();
    let mut all: Vec<_> = Vec::new();
    for top in tops {
        let described = top.name.to_str().and_then(|name| missing.remove(name));
        match described {
            Some(described) => all.push((top.name.clone(), Some(described), Some(top))),
            None if top.is_folder && !is_litter(top.name.as_bytes()) => {
                all.push((top.name.clone(), None, Some(top)));
            }
            None if top.name.as_bytes() == METADATA.as_bytes() => {}
            None => grouped
                .rest
                .push((top.name.clone(), WhyIgnored::NotASubmission)),
        }
    }
    all.extend(
        missing
            .into_iter()
            .map(|(name, one)| (name.into(), Some(one), None)),
    );
    for (name, described, top) in all {
        let members = match top {
            Some(top) if top.is_folder => vec![Member::Inside(name.clone())],
            Some(_) => vec![Member::Loose(name.clone(), name.to_string())],
            None => Vec::new(),
        };
        let fallback = Learner::new(name.clone(), Key::Folder(name.clone()));
        let mut group = Group::new(fallback, name.clone(), members);
        if top.is_none() {
            let what = "The export names this submission but has no folder for it.";
            group.notes.push(what.to_owned());
        }
        let Some(described) = described else {
            let what = format!("{METADATA} does not say whose it is.");
            group.notes.push(what);
            grouped.groups.push(group);
            continue;
        };
        group.time = described.time().map(|at| SubmittedAt {
            at,
            vouched: Vouched::Platform,
        });
        let learners: Vec<_> = described
            .submitters
            .iter()
            .map(|one| {
                let shown = one
                    .name
                    .as_deref()
                    .or(one.email.as_deref())
                    .unwrap_or_default();
                let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
                Learner::new(
                    if shown.is_empty() {
                        name.clone()
                    } else {
                        shown.into()
                    },
                    Key::Folder(name.clone()),
                )
                .with(filled(&one.sid).map(Key::GradescopeSid))
                .with(filled(&one.email).map(Key::Email))
            })
            .collect();
        if learners.len() > 1 {
            let what = format!("Handed in by {} people together.", learners.len());
            group.notes.push(what);
        }
        if !learners.is_empty() {
            group.learners = learners;
        }
        grouped.groups.push(group);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tops(names: &[&str]) -> Vec<Top> {
        let top = |name: &&str| Top {
            name: name.trim_end_matches('/').into(),
            is_folder: name.ends_with('/'),
        };
        names.iter().map(top).collect()
    }

    #[test]
    fn names_tell_what_there_is() {
        for (names, expected) in [
            (
                &["submission_metadata.yml", "submission_1/"][..],
                Shape::Gradescope,
            ),
            (
                &["A B_1_assignsubmission_file_/", "grades.csv"],
                Shape::Moodle,
            ),
            (&["doe_1_2_ex05.rs", "roe_LATE_3_4_w.zip"], Shape::Canvas),
            (&["exercises/", "Cargo.toml"], Shape::One),
            (&["ex05_rc/"], Shape::One),
            (&["ex05.rs", "README.md"], Shape::One),
            (&["main.rs"], Shape::One),
            (&[], Shape::One),
            (&["alice/", "bob.zip", "roster.csv"], Shape::PerLearner),
            (&["alice/", "bob/", "doe_1_2_x.rs"], Shape::PerLearner),
            (
                &["class/", "__MACOSX/", ".DS_Store"],
                Shape::Wrapped("class".into()),
            ),
            (&["src/"], Shape::PerLearner),
        ] {
            assert_eq!(shape(&tops(names)), expected, "{names:?}");
        }
    }

    #[test]
    fn nobody_is_dropped() {
        let grouped = per_learner(&tops(&["alice/", "bob.tar.gz", "notes.txt", ".DS_Store"]));
        let names: Vec<_> = grouped
            .groups
            .iter()
            .map(|g| g.learners[0].name.to_string())
            .collect();
        assert_eq!(names, ["alice", "bob"]);
        assert_eq!(grouped.rest.len(), 2);

        let metadata = crate::intake::gradescope::read(
            "s_1:\n  :submitters:\n  - :sid: '1'\n  - :sid: '2'\ns_2:\n  :submitters: []\n",
        );
        let grouped = gradescope(&tops(&["s_1/", "s_3/", "x.txt"]), &metadata.unwrap());
        let counts: Vec<_> = grouped
            .groups
            .iter()
            .map(|g| (g.place.to_string(), g.learners.len(), g.members.len()))
            .collect();
        let expected = [("s_1", 2, 1), ("s_3", 1, 1), ("s_2", 1, 0)];
        assert_eq!(counts, expected.map(|(name, l, m)| (name.to_owned(), l, m)));
        assert_eq!(grouped.rest.len(), 1);
    }
}
