//! Zip archives: honest ones, and ones that no library would write.

mod common;

use std::io::Write as _;

use classroom::{Limits, WhyIgnored, WhyRefused};
use common::*;
use tempfile::tempdir;

/// What becomes of a learner's archive beside an honest twin's, and that of the twin.
fn with_twin(evil: &[u8], limits: Limits) -> classroom::Submission {
    let place = tempdir().unwrap();
    file(place.path(), "evil.zip", evil);
    file(
        place.path(),
        "twin.zip",
        &zip(&[zipped(EX05, TEXT), zipped(EX16, TEXT)]),
    );
    let class = intake_with(limits).read(&[place.path()]).unwrap();
    assert_eq!(class.submissions.len(), 2);
    whole(of(&class, "twin"));
    of(&class, "evil").clone()
}

fn evil(entries: &[Zipped]) -> classroom::Submission {
    let one = with_twin(&zip(entries), Limits::default());
    assert_eq!(
        accounted(&one),
        entries.len() as u64 + 1,
        "and the archive itself: {one:#?}"
    );
    one
}

#[test]
fn an_archive_of_one_learner_is_called_after_the_archive() {
    let place = tempdir().unwrap();
    let mut bytes = Vec::new();
    let mut writer = rawzip::ZipArchiveWriter::new(&mut bytes);
    for name in [EX05, EX16] {
        let start = writer
            .new_file(format!("work-main/{name}"))
            .compression_method(rawzip::CompressionMethod::DEFLATE)
            .start();
        let (mut entry, config) = start.unwrap();
        let level = flate2::Compression::default();
        let mut data = config.wrap(flate2::write::DeflateEncoder::new(&mut entry, level));
        data.write_all(TEXT.as_bytes()).unwrap();
        let (encoder, descriptor) = data.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    writer.finish().unwrap();
    let one = only(read(&file(place.path(), "ada.zip", &bytes)));
    assert_eq!(one.learner.name.to_string(), "ada");
    whole(&one);
}

#[test]
fn a_class_in_one_archive_comes_apart() {
    let place = tempdir().unwrap();
    let inner = zip(&[zipped(EX05, TEXT), zipped(EX16, TEXT)]);
    let entries = [
        zipped(format!("class/ada/{EX05}"), TEXT),
        zipped(format!("class/ada/{EX16}"), TEXT),
        zipped("class/bob.zip", inner),
        Zipped {
            deflate: false,
            ..zipped("class/cem/", "")
        },
        zipped("__MACOSX/class/._ada", "x"),
        zipped("class/notes.txt", "x"),
    ];
    let class = read(&file(place.path(), "class.zip", &zip(&entries)));
    assert_eq!(class.submissions.len(), 3, "{:?}", names(&class));
    whole(of(&class, "ada"));
    whole(of(&class, "bob"));
    assert!(of(&class, "cem").work.is_empty() && of(&class, "cem").refused.is_empty());
    assert_eq!(class.ignored.len(), 2, "{:#?}", class.ignored);
}

#[test]
fn one_bad_learner_does_not_spoil_a_class_in_one_archive() {
    let place = tempdir().unwrap();
    let entries = [
        zipped(format!("ada/{EX05}"), TEXT),
        zipped(format!("ada/{EX16}"), TEXT),
        zipped("bob/../ada/ex01.rs", "// bob's, for ada"),
        zipped("bob/ex05.rs", TEXT),
        Zipped {
            crc: Some(7),
            ..zipped("bob/ex16.rs", TEXT)
        },
        zipped("../ex05.rs", "x"),
        zipped("/ada/ex02.rs", "x"),
        zipped("C:\\ada\\ex02.rs", "x"),
    ];
    let class = read(&file(place.path(), "class.zip", &zip(&entries)));
    whole(of(&class, "ada"));
    assert_eq!(of(&class, "ada").work.len(), 2);
    let bob = of(&class, "bob");
    assert_eq!(text(bob, 5), Some(TEXT.to_owned()));
    assert_eq!(refused(bob, "../ada/ex01.rs"), &WhyRefused::Traversal);
    assert!(matches!(refused(bob, "ex16.rs"), WhyRefused::Damaged(_)));
    assert_eq!(class.refused.len(), 3);
    let sum: u64 = class.submissions.iter().map(accounted).sum();
    assert_eq!(sum + 3, entries.len() as u64);
}

#[test]
fn paths_that_lead_astray_are_refused() {
    let paths = [
        ("../ex05.rs", WhyRefused::Traversal),
        ("exercises/../../ex05.rs", WhyRefused::Traversal),
        ("exercises\\..\\ex05.rs", WhyRefused::Traversal),
        ("/ex05.rs", WhyRefused::Absolute),
        ("\\ex05.rs", WhyRefused::Absolute),
        ("\\\\host\\share\\ex05.rs", WhyRefused::WindowsPath),
        ("C:\\ex05.rs", WhyRefused::WindowsPath),
        ("C:ex05.rs", WhyRefused::WindowsPath),
        ("ex05/src/lib.rs:x.rs", WhyRefused::WindowsPath),
        ("", WhyRefused::NoName),
    ];
    let entries: Vec<_> = paths
        .iter()
        .map(|(path, _)| zipped(path, "// evil"))
        .collect();
    let one = evil(&entries);
    assert!(one.work.is_empty(), "{:#?}", one.work);
    for (path, why) in paths.iter().filter(|(path, _)| !path.is_empty()) {
        let found = one
            .refused
            .iter()
            .find(|refused| refused.path == Some(format!("evil.zip!/{path}").as_str().into()));
        assert_eq!(&found.unwrap().why, why, "{path}");
    }
}

#[test]
fn backslashes_of_an_old_windows_tool_are_separators() {
    let windows = |path: &str| path.replace('/', "\\");
    let one = evil(&[zipped(windows(EX05), TEXT), zipped(windows(EX16), TEXT)]);
    whole(&one);
}

#[test]
fn names_that_harm_a_terminal_or_are_not_utf8_are_refused_and_shown_safely() {
    let long = format!("ex05/src/{}.rs", "d/".repeat(600));
    let entries = [
        zipped(b"ex05/src/\x1b]0;pwned\x07.rs", ""),
        zipped(b"ex05/src/caf\xe9.rs", ""),
        zipped(b"ex05/src/a\0b.rs", ""),
        zipped("ex05/src/\u{202e}sr.rs", ""),
        zipped(long, ""),
        zipped("ex16.rs", TEXT),
    ];
    let one = evil(&entries);
    assert_eq!(one.work.len(), 1);
    assert_eq!(one.refused.len(), 5);
    for refused in &one.refused {
        let shown = shown(refused.path.as_ref());
        assert!(!shown.chars().any(char::is_control), "{shown}");
        assert!(shown.chars().count() < 300, "{shown}");
    }
    assert_eq!(
        refused(&one, "evil.zip!/ex05/src/caf\\xe9.rs"),
        &WhyRefused::NameNotUtf8
    );
}

#[test]
fn links_devices_and_pipes_are_refused() {
    let special = |name: &str, mode: u32| Zipped {
        mode,
        ..zipped(name, "/etc/passwd")
    };
    let one = evil(&[
        special("ex05.rs", 0o120_777),
        special("ex06.rs", 0o010_644),
        special("ex07.rs", 0o020_644),
        special("ex08.rs", 0o060_644),
        special("ex09.rs", 0o140_644),
        special("ex10.rs/", 0o040_755),
        zipped("ex16.rs", TEXT),
    ]);
    assert_eq!(one.work.keys().collect::<Vec<_>>(), [&16]);
    assert_eq!(refused(&one, "evil.zip!/ex05.rs"), &WhyRefused::Symlink);
    assert_eq!(refused(&one, "evil.zip!/ex06.rs"), &WhyRefused::Fifo);
    assert_eq!(refused(&one, "evil.zip!/ex07.rs"), &WhyRefused::Device);
    assert_eq!(refused(&one, "evil.zip!/ex08.rs"), &WhyRefused::Device);
    assert_eq!(refused(&one, "evil.zip!/ex09.rs"), &WhyRefused::Socket);
    assert_eq!(refused(&one, "evil.zip!/ex10.rs/"), &WhyRefused::OddFile);
}

#[test]
fn the_same_path_twice_is_refused() {
    let one = evil(&[
        zipped("ex05.rs", "// 1"),
        zipped("ex05.rs", "// 2"),
        zipped("ex16/src/lib.rs", "// 1"),
        zipped("ex16/src/LIB.rs", "// 2"),
        zipped("ex01/src/caf\u{e9}.rs", ""),
        zipped("ex01/src/cafe\u{301}.rs", ""),
        zipped("ex02/src/lib.rs", ""),
        zipped("ex02/src/lib.rs/x.rs", ""),
        zipped("README.md", ""),
        zipped("readme.md", ""),
    ]);
    assert!(one.work.is_empty());
    assert_eq!(one.refused.len(), 8, "{:#?}", one.refused);
    assert_eq!(
        one.ignored.len(),
        2,
        "what is not taken anyway may be called as it likes"
    );
}

#[test]
fn what_is_encrypted_damaged_or_oddly_packed_is_refused() {
    let one = evil(&[
        Zipped {
            flags: 1,
            ..zipped("ex01.rs", "x")
        },
        Zipped {
            crc: Some(1),
            ..zipped("ex02.rs", "x")
        },
        Zipped {
            size: Some(3),
            ..zipped("ex03.rs", "four")
        },
        Zipped {
            method: Some(12),
            ..zipped("ex04.rs", "x")
        },
        Zipped {
            local_name: Some(b"ex99.rs".to_vec()),
            ..zipped("ex05.rs", "x")
        },
        Zipped {
            deflate: false,
            method: Some(8),
            ..zipped("ex06.rs", "no deflate")
        },
        zipped("ex16.rs", TEXT),
    ]);
    assert_eq!(
        one.work.keys().collect::<Vec<_>>(),
        [&16],
        "{:#?}",
        one.refused
    );
    assert_eq!(refused(&one, "evil.zip!/ex01.rs"), &WhyRefused::Encrypted);
    assert!(matches!(
        refused(&one, "evil.zip!/ex04.rs"),
        WhyRefused::UnknownPacking(_)
    ));
    for name in ["ex02.rs", "ex03.rs", "ex05.rs", "ex06.rs"] {
        let path = format!("evil.zip!/{name}");
        assert!(
            matches!(refused(&one, &path), WhyRefused::Damaged(_)),
            "{name}"
        );
    }
}

#[test]
fn a_cut_archive_is_refused_whole() {
    let good = zip(&[zipped(EX05, TEXT), zipped(EX16, TEXT)]);
    for cut in [10, good.len() / 2, good.len() - 1] {
        let one = with_twin(&good[..cut], Limits::default());
        assert!(one.work.is_empty());
        assert!(
            matches!(refused(&one, "evil.zip"), WhyRefused::Damaged(_)),
            "{cut}"
        );
    }
}

#[test]
fn an_archive_with_fewer_entries_than_it_declares_is_refused() {
    let mut bytes = zip(&[zipped(EX05, TEXT)]);
    let count = bytes.len() - 12;
    bytes[count] = 2;
    let one = with_twin(&bytes, Limits::default());
    assert!(one.work.is_empty());
    assert!(matches!(refused(&one, "evil.zip"), WhyRefused::Damaged(_)));
}

#[test]
fn a_learner_with_too_many_entries_leaves_the_rest_of_a_class_archive() {
    let place = tempdir().unwrap();
    let mut entries = vec![
        zipped(format!("ada/{EX05}"), TEXT),
        zipped(format!("ada/{EX16}"), TEXT),
    ];
    entries.extend((0..30).map(|n| zipped(format!("bob/ex05/src/a{n}.rs"), "")));
    let mut limits = Limits::default();
    limits.entries = 20;
    let path = file(place.path(), "class.zip", &zip(&entries));
    let class = intake_with(limits).read(&[path]).unwrap();
    whole(of(&class, "ada"));
    assert!(of(&class, "bob").work.is_empty());
}

#[test]
fn bombs_do_not_go_off() {
    // By ratio: 1 MiB of zeros packs 1,000 to 1.
    let zeros = vec![b' '; 1024 * 1024];
    let entries: Vec<_> = (1..=9)
        .map(|n| zipped(format!("ex{n:02}.rs"), &zeros))
        .collect();
    let one = evil(&entries);
    assert!(one.work.is_empty());
    assert!(
        one.refused
            .iter()
            .any(|one| matches!(one.why, WhyRefused::Bomb { ratio: 200 }))
    );

    // By size, one file: it claims to be small.
    let large = vec![b' '; 3 * 1024 * 1024];
    let one = evil(&[
        Zipped {
            size: Some(10),
            ..zipped("ex05.rs", &large)
        },
        zipped("ex16.rs", TEXT),
    ]);
    assert_eq!(text(&one, 5), None);

    // By what is kept.
    let mut limits = Limits::default();
    limits.kept_bytes = 100;
    let entries: Vec<_> = (1..=9)
        .map(|n| zipped(format!("ex{n:02}.rs"), "// twenty characters"))
        .collect();
    let one = with_twin(&zip(&entries), limits);
    assert!(one.work.is_empty());
    assert!(one.refused.iter().any(|one| matches!(
        one.why,
        WhyRefused::OverLimit {
            what: "bytes of source",
            ..
        }
    )));

    // By count.
    let mut limits = Limits::default();
    limits.entries = 8;
    let one = with_twin(&zip(&entries), limits);
    assert!(one.work.is_empty());

    // By nesting.
    let mut bytes = zip(&[zipped(EX05, TEXT)]);
    for _ in 0..5 {
        bytes = zip(&[zipped("inner.zip", &bytes)]);
    }
    let one = with_twin(&bytes, Limits::default());
    assert!(one.work.is_empty());
    let why = &one.refused.last().unwrap().why;
    assert!(
        matches!(why, WhyRefused::OverLimit { limit: 3, .. }),
        "{why:?}"
    );
}

#[test]
fn an_archive_below_the_top_is_not_opened() {
    let inner = zip(&[zipped("ex05.rs", TEXT)]);
    let one = evil(&[
        zipped("exercises/ex05_a/src/data.zip", inner),
        zipped("ex16.rs", TEXT),
    ]);
    assert_eq!(one.work.keys().collect::<Vec<_>>(), [&16]);
    assert_eq!(one.ignored[0].why, WhyIgnored::PackedDeep);
}
