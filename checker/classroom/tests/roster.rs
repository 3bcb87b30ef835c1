//! Who handed in, and who did not.

mod common;

use std::path::Path;

use classroom::Roster;
use common::*;
use tempfile::tempdir;

const ROSTER: &str = "\
name,id,canvas_id,gradescope_sid,email,moodle_participant,folder
Jane Doe,jd,101,S1,jane@example.org,12,
Rick Roe,rr,102,S2,rick@example.org,13,rick
Mary Poe,mp,103,,mary@example.org,14,
Nina Noe,nn,,,,,
";

fn roster() -> Roster {
    Roster::parse("roster.csv", ROSTER.as_bytes()).unwrap()
}

fn folder_of(place: &Path, learners: &[&str]) {
    for learner in learners {
        lay(&place.join(learner), &[(EX05, TEXT), (EX16, TEXT)]);
    }
}

#[test]
fn the_roster_matches_exactly_or_not_at_all() {
    let place = tempdir().unwrap();
    folder_of(place.path(), &["jd", "rick", "MP", "rr", "Nina Noe"]);
    let enrolment = roster().enrol(read(place.path()).submissions);
    let enrolled: Vec<_> = enrolment
        .enrolled
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(enrolled, ["jd", "rr"]);
    let unmatched = enrolment
        .unmatched
        .iter()
        .map(|one| one.learner.name.to_string());
    assert_eq!(unmatched.collect::<Vec<_>>(), ["MP", "Nina Noe", "rr"]);
    let absent: Vec<_> = enrolment
        .absent
        .iter()
        .map(|person| person.id.as_str())
        .collect();
    assert_eq!(absent, ["mp", "nn"]);
}

#[test]
fn every_kind_of_key_finds_its_person_and_all_attempts_are_kept() {
    let (_a, canvas) = three_ways(&[("doejane_101_1_ex05.rs", TEXT.as_bytes())]);
    let (_b, moodle) = three_ways(&[("J D_12_assignsubmission_file_/ex05.rs", TEXT.as_bytes())]);
    let (_c, gradescope) = three_ways(&[
        ("submission_metadata.yml", METADATA.as_bytes()),
        ("submission_1/ex05.rs", TEXT.as_bytes()),
        ("submission_2/ex05.rs", TEXT.as_bytes()),
    ]);
    let place = tempdir().unwrap();
    folder_of(place.path(), &["jd", "other"]);
    let sources = [
        &canvas[0],
        &moodle[1],
        &gradescope[2],
        &place.path().to_path_buf(),
    ];
    let class = intake().read(&sources).unwrap();
    let before = class.submissions.len();
    let enrolment = roster().enrol(class.submissions);
    assert_eq!(
        enrolment.enrolled.len() + enrolment.unmatched.len(),
        before,
        "none is dropped"
    );
    let attempts = |id: &str| -> Vec<u32> {
        let of = enrolment
            .enrolled
            .iter()
            .filter(|one| one.id.as_str() == id);
        of.map(|one| one.submission.attempt.number()).collect()
    };
    assert_eq!(attempts("jd"), [1, 2, 3, 4]);
    assert_eq!(attempts("rr"), [1]);
    assert_eq!(attempts("mp"), [1]);
    assert_eq!(enrolment.absent.len(), 1);
}

#[test]
fn a_lesser_key_of_someone_else_is_told() {
    let metadata = "s_1:\n  :submitters:\n  - :sid: S1\n    :email: rick@example.org\n";
    let (_place, ways) = three_ways(&[
        ("submission_metadata.yml", metadata.as_bytes()),
        ("s_1/ex05.rs", TEXT.as_bytes()),
    ]);
    let enrolment = roster().enrol(read(&ways[1]).submissions);
    assert_eq!(enrolment.enrolled[0].id.as_str(), "jd");
    assert!(enrolment.enrolled[0].submission.notes[0].contains("of rr"));
}
