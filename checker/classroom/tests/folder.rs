//! A folder of one learner, a folder per learner, and what may hide in one.

mod common;

use classroom::{Key, SourceKind, WhyIgnored, WhyRefused};
use common::*;
use tempfile::tempdir;

#[test]
fn one_learner_is_told_from_a_class() {
    let place = tempdir().unwrap();
    lay(place.path(), &[("ada/x/work-main/README.md", "")]);
    let ada = place.path().join("ada");
    lay(&ada, &[(EX05, TEXT), ("ex16/src/lib.rs", TEXT)]);
    let one = only(read(&ada));
    whole(&one);
    assert_eq!(one.learner.surest(), &Key::Folder("ada".into()));
    assert_eq!(one.origin.kind, SourceKind::Folder);
    assert_eq!(
        one.time, None,
        "the time of a file is not that of a submission"
    );

    let class = read(place.path());
    whole(&only(class));
}

#[test]
fn each_way_to_lay_out_work_comes_through_whole() {
    let place = tempdir().unwrap();
    for (learner, files) in [
        ("a", [EX05, EX16]),
        ("b", ["ex05/src/lib.rs", "ex16_mine/src/lib.rs"]),
        ("c", ["ex05.rs", "ex16.rs"]),
        (
            "d",
            [
                "main/work/exercises/ex05/src/lib.rs",
                "main/work/exercises/ex16.rs",
            ],
        ),
    ] {
        lay(&place.path().join(learner), &files.map(|file| (file, TEXT)));
    }
    lay(place.path(), &[("roster.csv", "id\n")]);
    std::fs::create_dir(place.path().join("empty")).unwrap();
    let class = read(place.path());
    for learner in ["a", "b", "c", "d"] {
        whole(of(&class, learner));
    }
    assert!(of(&class, "empty").work.is_empty(), "nobody is dropped");
    assert_eq!(class.ignored.len(), 1);
    assert_eq!(class.ignored[0].path.to_string(), "roster.csv");
}

#[test]
fn a_whole_workbook_yields_the_sources_alone() {
    let place = tempdir().unwrap();
    let files = [
        (EX05, TEXT),
        (EX16, TEXT),
        (
            "exercises/ex05_rc_is_not_send/src/inner/mod.rs",
            "// mine\n",
        ),
        ("exercises/ex05_rc_is_not_send/Cargo.toml", ""),
        ("exercises/ex05_rc_is_not_send/build.rs", "fn main() {}"),
        ("exercises/ex05_rc_is_not_send/tests/behaviour.rs", ""),
        ("exercises/ex05_rc_is_not_send/.cargo/config.toml", ""),
        (
            "checker/course/pristine/ex16_lost_update/src/lib.rs",
            "// pristine\n",
        ),
        ("solutions/ex16_lost_update/lib.rs", "// solution\n"),
        ("target/debug/ex05/src/lib.rs", "// built\n"),
        ("rust-toolchain.toml", ""),
        ("src/lib.rs", ""),
        ("exercises/ex99/src/lib.rs", ""),
    ];
    lay(place.path(), &files);
    let one = only(read(place.path()));
    whole(&one);
    let paths: Vec<_> = one.work[&5].files().map(|(path, _)| path).collect();
    assert_eq!(paths, ["inner/mod.rs", "lib.rs"]);
    let why = |path: &str| {
        let found = one.ignored.iter().find(|one| one.path.to_string() == path);
        found
            .unwrap_or_else(|| panic!("{path}: {:#?}", one.ignored))
            .why
            .clone()
    };
    assert_eq!(why("checker"), WhyIgnored::OfTheWorkbook);
    assert_eq!(why("target"), WhyIgnored::MadeByTools);
    assert_eq!(why("src/lib.rs"), WhyIgnored::NotInASource);
    assert_eq!(
        why("exercises/ex99/src/lib.rs"),
        WhyIgnored::NoSuchExercise("ex99".into())
    );
    let build = "exercises/ex05_rc_is_not_send/build.rs";
    assert_eq!(why(build), WhyIgnored::NotTheLearners);
    // Folders that are left out whole count once.
    assert_eq!(accounted(&one), files.len() as u64);
}

#[test]
fn of_several_copies_the_workbooks_own_place_counts_and_a_riddle_is_refused() {
    let place = tempdir().unwrap();
    lay(
        &place.path().join("a"),
        &[(EX05, TEXT), ("ex05.rs", "// old\n"), ("ex16.rs", TEXT)],
    );
    lay(
        &place.path().join("b"),
        &[
            ("ex05/src/lib.rs", "// 1\n"),
            ("ex05.rs", "// 2\n"),
            (EX16, TEXT),
        ],
    );
    lay(
        &place.path().join("c"),
        &[("ex05/src/lib.rs", TEXT), ("ex05.rs", TEXT), (EX16, TEXT)],
    );
    let class = read(place.path());
    let a = of(&class, "a");
    whole(a);
    assert!(matches!(a.ignored[0].why, WhyIgnored::OtherCopy(_)));
    let b = of(&class, "b");
    assert_eq!(text(b, 5), None);
    assert_eq!(text(b, 16), Some(TEXT.to_owned()), "the rest comes through");
    assert!(matches!(refused(b, "ex05.rs"), WhyRefused::Ambiguous(all) if all.len() == 2));
    let c = of(&class, "c");
    whole(c);
    assert!(matches!(c.ignored[0].why, WhyIgnored::SameAs(_)));
}

#[test]
fn texts_that_are_no_source_are_refused_by_line_and_size() {
    let place = tempdir().unwrap();
    lay(&place.path().join("twin"), &[(EX05, TEXT), (EX16, TEXT)]);
    let evil = place.path().join("evil");
    let most = "/".repeat(1024 * 1024);
    lay(
        &evil,
        &[("ex01.rs", &most), ("ex02.rs", &format!("{most}/"))],
    );
    std::fs::write(evil.join("ex05.rs"), b"fn a() {}\n// caf\xe9\n").unwrap();
    let class = read(place.path());
    whole(of(&class, "twin"));
    let evil = of(&class, "evil");
    assert_eq!(text(evil, 1), Some(most), "a megabyte is allowed");
    assert_eq!(
        refused(evil, "ex02.rs"),
        &WhyRefused::LargeFile(1024 * 1024)
    );
    assert_eq!(refused(evil, "ex05.rs"), &WhyRefused::TextNotUtf8(2));
    for one in &evil.refused {
        assert!(!one.why.advice().is_empty());
    }
}

#[cfg(unix)]
#[test]
fn links_pipes_and_strange_names_are_refused_and_the_twin_comes_through() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;
    let place = tempdir().unwrap();
    let secret = file(place.path(), "secret.rs", b"// of the instructor\n");
    let class = place.path().join("class");
    lay(&class.join("twin"), &[(EX05, TEXT), (EX16, TEXT)]);
    let evil = class.join("evil");
    lay(&evil, &[(EX16, TEXT), ("ex02/src/x", "")]);
    symlink(&secret, evil.join("ex05.rs")).unwrap();
    symlink("/", evil.join("ex03")).unwrap();
    std::fs::hard_link(&secret, evil.join("ex06.rs")).unwrap();
    let fifo = evil.join("ex07.rs");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &fifo,
        rustix::fs::FileType::Fifo,
        0o644.into(),
        0,
    )
    .unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(evil.join("ex08.rs")).unwrap();
    for name in [
        &b"ex02/src/caf\xe9.rs"[..],
        b"ex02/src/\x1b[2Jlib.rs",
        b"ex02/src/a\nb.rs",
        b"ex02/src/a\\b.rs",
    ] {
        std::fs::write(evil.join(OsStr::from_bytes(name)), TEXT).unwrap();
    }
    symlink(&evil, class.join("link")).unwrap();

    let class = read(&class);
    whole(of(&class, "twin"));
    let evil = of(&class, "evil");
    assert_eq!(evil.work.keys().collect::<Vec<_>>(), [&16]);
    for (path, why) in [
        ("ex05.rs", WhyRefused::Symlink),
        ("ex03", WhyRefused::Symlink),
        ("ex06.rs", WhyRefused::HardLink),
        ("ex07.rs", WhyRefused::Fifo),
        ("ex08.rs", WhyRefused::Socket),
        ("ex02/src/caf\\xe9.rs", WhyRefused::NameNotUtf8),
        ("ex02/src/\\u{1b}[2Jlib.rs", WhyRefused::ControlInName),
        ("ex02/src/a\\u{a}b.rs", WhyRefused::ControlInName),
        ("ex02/src/a\\\\b.rs", WhyRefused::Backslash),
    ] {
        assert_eq!(refused(evil, path), &why, "{path}");
    }
    assert_eq!(accounted(evil), 11);
    assert_eq!(class.refused.len(), 1, "the link beside the learners");
    assert_eq!(class.refused[0].why, WhyRefused::Symlink);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_differ_only_in_case_or_composition_are_refused() {
    let place = tempdir().unwrap();
    lay(
        &place.path().join("twin"),
        &[(EX05, TEXT), (EX16, TEXT), ("ex01/src/caf\u{e9}.rs", "")],
    );
    let evil = place.path().join("evil");
    lay(
        &evil,
        &[
            ("ex05/src/lib.rs", "a"),
            ("EX05/src/LIB.rs", "b"),
            ("ex16.rs", TEXT),
        ],
    );
    lay(
        &evil,
        &[
            ("ex01/src/caf\u{e9}.rs", "a"),
            ("ex01/src/cafe\u{301}.rs", "b"),
        ],
    );
    let class = read(place.path());
    whole(of(&class, "twin"));
    assert!(of(&class, "twin").work.contains_key(&1));
    let evil = of(&class, "evil");
    assert_eq!(evil.work.keys().collect::<Vec<_>>(), [&16]);
    assert_eq!(evil.refused.len(), 4);
    assert!(
        evil.refused
            .iter()
            .all(|one| matches!(one.why, WhyRefused::Duplicate(_)))
    );
}

#[test]
fn archives_among_the_folders_are_told_by_content() {
    let place = tempdir().unwrap();
    let work = [zipped(EX05, TEXT), zipped(EX16, TEXT)];
    file(place.path(), "ada.zip", &zip(&work));
    file(
        place.path(),
        "bob.zip",
        &gzip(&tar(&[tarred(EX05, b'0', TEXT), tarred(EX16, b'0', TEXT)])),
    );
    file(place.path(), "cem.zip", b"Rar!\x1a\x07\x01\x00");
    lay(&place.path().join("dan"), &[("notes.txt", "")]);
    file(&place.path().join("dan"), "work.zip", &zip(&work));
    let class = read(place.path());
    for name in ["ada", "bob", "dan"] {
        whole(of(&class, name));
    }
    assert_eq!(of(&class, "dan").opened[0].to_string(), "work.zip");
    let found = of(&class, "dan").work[&5].lib().unwrap().found();
    assert_eq!(found.to_string(), format!("work.zip!/{EX05}"));
    assert_eq!(
        refused(of(&class, "cem"), "cem.zip"),
        &WhyRefused::UnknownArchive("rar")
    );
}

#[test]
fn too_many_entries_refuse_one_learner_and_not_the_class() {
    let place = tempdir().unwrap();
    lay(&place.path().join("twin"), &[(EX05, TEXT), (EX16, TEXT)]);
    let evil = place.path().join("evil");
    let names: Vec<_> = (0..40).map(|n| format!("ex05/src/a{n}.rs")).collect();
    lay(
        &evil,
        &names
            .iter()
            .map(|name| (name.as_str(), ""))
            .collect::<Vec<_>>(),
    );
    let mut limits = classroom::Limits::default();
    limits.entries = 20;
    let class = intake_with(limits).read(&[place.path()]).unwrap();
    whole(of(&class, "twin"));
    let evil = of(&class, "evil");
    assert!(evil.work.is_empty());
    assert!(matches!(
        evil.refused[0].why,
        WhyRefused::OverLimit {
            what: "entries",
            ..
        }
    ));
}

#[test]
fn an_argument_that_is_no_source_is_told_by_name() {
    let place = tempdir().unwrap();
    let rust = file(place.path(), "ex05.rs", TEXT.as_bytes());
    let binary = file(place.path(), "a.bin", &[0xff, 0, 1]);
    let seven = file(place.path(), "a.7z", b"7z\xbc\xaf\x27\x1c....");
    for (path, words) in [
        (rust, "one source file"),
        (binary, "neither an archive nor text"),
        (seven, "a 7z archive"),
        (place.path().join("none"), "nothing at"),
    ] {
        let error = intake().read(&[&path]).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
        assert!(!error.advice().is_empty());
    }
}
