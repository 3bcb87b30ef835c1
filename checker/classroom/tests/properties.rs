//! What holds of every input.

mod common;

use classroom::{Class, Roster, Submission};
use common::*;
use proptest::prelude::*;
use tempfile::tempdir;

/// Pieces of paths, honest and hostile.
fn name() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&[u8]> = vec![
        b"exercises",
        b"ex05",
        b"ex05_rc_is_not_send",
        b"EX05",
        b"ex16",
        b"ex05.rs",
        b"ex16.rs",
        b"ex99.rs",
        b"src",
        b"SRC",
        b"lib.rs",
        b"LIB.rs",
        b"..",
        b".",
        b"",
        b"target",
        b"checker",
        b"tests",
        b"work.zip",
        b"C:",
        b"a\\b",
        b"caf\xe9",
        b"\x1b[0m.rs",
        "caf\u{e9}.rs".as_bytes(),
        "cafe\u{301}.rs".as_bytes(),
        b"main",
        b"ada",
        b"README.md",
        b".git",
        b"doe_1_2_ex05.rs",
        b"A B_3_assignsubmission_file_",
        b"submission_metadata.yml",
    ];
    prop_oneof![
        8 => prop::sample::select(known).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ]
}

fn path() -> impl Strategy<Value = Vec<u8>> {
    let names = prop::collection::vec(name(), 1..5);
    (names, prop::bool::weighted(0.1)).prop_map(|(names, absolute)| {
        let mut path = names.join(&b'/');
        if absolute {
            path.insert(0, b'/');
        }
        path.truncate(90);
        path
    })
}

fn entries() -> impl Strategy<Value = Vec<(Vec<u8>, u8, String)>> {
    let text = prop::sample::select(&["a", "b", "c"][..]).prop_map(str::to_owned);
    let kind = prop::sample::select(&b"0000000000123456"[..]);
    prop::collection::vec((path(), kind, text), 0..12)
}

/// Whether a source may stand there: wrappers, then one of the three places.
fn is_allowed(found: &str) -> bool {
    let package = |name: &str| {
        let head = name.split('_').next().unwrap_or_default();
        head.len() == 4 && head.starts_with("ex") && head[2..].bytes().all(|b| b.is_ascii_digit())
    };
    let inner = found.rsplit("!/").next().unwrap();
    let separated = inner.replace('\\', "/");
    let names: Vec<&str> = separated
        .split('/')
        .filter(|name| !matches!(*name, "" | "."))
        .collect();
    if names.contains(&"..") || found.starts_with('/') {
        return false;
    }
    let no_wrapper = ["target", "checker", ".git", "src", "tests", "exercises"];
    let wraps = |name: &&str| !no_wrapper.contains(name);
    (0..=names.len().min(4)).any(|wrappers| {
        names[..wrappers].iter().all(wraps)
            && match &names[wrappers..] {
                [file] | ["exercises", file] => file.strip_suffix(".rs").is_some_and(package),
                [folder, "src", .., last] | ["exercises", folder, "src", .., last] => {
                    package(folder) && last.strip_suffix(".rs").is_some()
                }
                _ => false,
            }
    })
}

fn all_is_well(class: &Class) {
    for one in &class.submissions {
        for work in one.work.values() {
            for (path, file) in work.files() {
                let found = file.found().to_str().unwrap();
                assert!(
                    path.strip_suffix(".rs").is_some() && !path.contains(".."),
                    "{path}"
                );
                // Files that a platform renames stand under the learner's own name.
                assert!(is_allowed(found), "taken from {found}");
                assert_eq!(
                    file.hash(),
                    classroom::ContentHash::of(file.text().unwrap().as_bytes())
                );
            }
        }
        for refused in &one.refused {
            assert!(!shown(refused.path.as_ref()).chars().any(char::is_control));
            assert!(!refused.why.to_string().is_empty() && !refused.why.advice().is_empty());
        }
    }
}

/// The submission of an archive that lies beside another, so that it is one learner's.
fn of_one(bytes: &[u8]) -> Submission {
    let place = tempdir().unwrap();
    file(place.path(), "evil.zip", bytes);
    file(
        place.path(),
        "twin.zip",
        &zip(&[zipped(EX05, TEXT), zipped(EX16, TEXT)]),
    );
    let class = read(place.path());
    all_is_well(&class);
    whole(of(&class, "twin"));
    of(&class, "evil").clone()
}

fn zips(entries: &[(Vec<u8>, u8, String)]) -> Vec<Zipped> {
    let zips = entries.iter().map(|(path, kind, text)| {
        let mode = match kind {
            b'2' => 0o120_777,
            b'6' => 0o010_644,
            _ => 0o100_644,
        };
        Zipped {
            mode,
            ..zipped(path, text)
        }
    });
    zips.collect()
}

fn tars(entries: &[(Vec<u8>, u8, String)]) -> Vec<Tarred> {
    let tars = entries
        .iter()
        .map(|(path, kind, text)| tarred(path, *kind, text));
    tars.collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    // Every entry has content, so none is a folder, which carries nothing.
    #[test]
    fn every_entry_of_a_zip_is_accounted_for_once(entries in entries()) {
        let one = of_one(&zip(&zips(&entries)));
        prop_assert_eq!(accounted(&one), entries.len() as u64 + 1, "{:#?}", one);
    }

    #[test]
    fn every_entry_of_a_tar_is_accounted_for_once(entries in entries()) {
        let one = of_one(&gzip(&tar(&tars(&entries))));
        prop_assert_eq!(accounted(&one), entries.len() as u64 + 1, "{:#?}", one);
    }

    #[test]
    fn every_entry_of_a_class_archive_is_accounted_for_once(
        entries in entries(),
        wrapper in prop::sample::select(&["", "class/", "class/ada/"][..]),
        is_zip in any::<bool>(),
    ) {
        let mut entries = entries;
        // The metadata is read, which is none of the three.
        let is_metadata = |path: &[u8]| path.windows(8).any(|part| part == b"metadata");
        entries.retain(|(path, _, _)| !is_metadata(path));
        for (path, _, _) in &mut entries {
            path.splice(..0, wrapper.bytes());
            path.truncate(99);
        }
        let place = tempdir().unwrap();
        let bytes = if is_zip { zip(&zips(&entries)) } else { tar(&tars(&entries)) };
        let class = read(&file(place.path(), "class.zip", &bytes));
        all_is_well(&class);
        let ignored: u64 = class.ignored.iter().map(|one| one.entries).sum();
        let own: u64 = class.submissions.iter().map(accounted).sum();
        let total = own + ignored + class.refused.len() as u64;
        prop_assert_eq!(total, entries.len() as u64, "{:#?}", class);
    }

    #[test]
    fn no_bytes_make_it_panic(
        entries in entries(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        kind in 0..3,
    ) {
        let mut bytes = match kind {
            0 => zip(&zips(&entries)),
            1 => tar(&tars(&entries)),
            _ => gzip(&tar(&tars(&entries))),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut.index(3) == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        of_one(&bytes);
        let place = tempdir().unwrap();
        let path = file(place.path(), "class.zip", &bytes);
        // As an argument it may turn out to be no source at all.
        let _ = intake().read(&[path]);
    }

    #[test]
    fn no_bytes_make_the_roster_panic(bytes in prop::collection::vec(any::<u8>(), 0..80), text in "(id|name|email|,|\"|\n|a){0,20}") {
        let _ = Roster::parse("r", &bytes);
        let _ = Roster::parse("r", format!("id,email\n{text}").as_bytes());
    }
}
