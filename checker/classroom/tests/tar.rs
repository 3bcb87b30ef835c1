//! Tar archives, plain and compressed.

mod common;

use classroom::{Limits, WhyRefused};
use common::*;
use tempfile::tempdir;

fn with_twin(evil: &[u8], limits: Limits) -> classroom::Submission {
    let place = tempdir().unwrap();
    file(place.path(), "evil.tar.gz", evil);
    file(
        place.path(),
        "twin.tar",
        &tar(&[tarred(EX05, b'0', TEXT), tarred(EX16, b'0', TEXT)]),
    );
    let class = intake_with(limits).read(&[place.path()]).unwrap();
    whole(of(&class, "twin"));
    of(&class, "evil").clone()
}

fn evil(entries: &[Tarred]) -> classroom::Submission {
    with_twin(&gzip(&tar(entries)), Limits::default())
}

fn pax(records: &[(&str, &str)]) -> Tarred {
    let mut data = String::new();
    for (key, value) in records {
        let rest = key.len() + value.len() + 3;
        let mut length = rest + 1;
        while rest + length.to_string().len() != length {
            length = rest + length.to_string().len();
        }
        data.extend([length.to_string().as_str(), " ", key, "=", value, "\n"]);
    }
    tarred("PaxHeader", b'x', data)
}

#[test]
fn a_class_of_folders_comes_apart() {
    let place = tempdir().unwrap();
    let mut builder = tar::Builder::new(Vec::new());
    let mut add = |name: String, text: &str| {
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        builder
            .append_data(&mut header, name, text.as_bytes())
            .unwrap();
    };
    // A name too long for a plain header.
    let long = format!("class/bob/{}/{EX16}", "wrapper".repeat(15));
    add(format!("class/ada/{EX05}"), TEXT);
    add(format!("class/bob/{}/{EX05}", "wrapper".repeat(15)), TEXT);
    add(format!("class/ada/{EX16}"), TEXT);
    add(long, TEXT);
    add(
        "class/ada/target/debug/big".to_owned(),
        &"x".repeat(100_000),
    );
    let bytes = builder.into_inner().unwrap();
    for bytes in [gzip(&bytes), bytes] {
        let class = read(&file(place.path(), "class.archive", &bytes));
        assert_eq!(names(&class), ["ada", "bob"]);
        whole(of(&class, "ada"));
        whole(of(&class, "bob"));
        assert_eq!(accounted(of(&class, "ada")), 3);
    }
}

#[test]
fn paths_with_a_dot_in_front_and_attributes_come_through() {
    let long = format!("{}/ex16.rs", "w".repeat(150));
    let one = evil(&[
        tarred("./", b'5', ""),
        pax(&[("mtime", "1700000000.1"), ("path", &format!("./{EX05}"))]),
        tarred("short", b'0', TEXT),
        tarred("././@LongLink", b'L', format!("./{EX16}\0")),
        tarred("short", b'0', TEXT),
    ]);
    whole(&one);
    let one = evil(&[pax(&[("path", &long)]), tarred("short", b'0', TEXT)]);
    assert_eq!(text(&one, 16), Some(TEXT.to_owned()));
}

#[test]
fn paths_that_lead_astray_are_refused_wherever_they_are_written() {
    let entries = [
        tarred("../ex01.rs", b'0', "x"),
        tarred("/ex02.rs", b'0', "x"),
        pax(&[("path", "../../ex03.rs")]),
        tarred("ex03.rs", b'0', "x"),
        tarred("././@LongLink", b'L', "/etc/ex04.rs\0"),
        tarred("ex04.rs", b'0', "x"),
        tarred("C:\\ex05.rs", b'0', "x"),
        tarred("\\\\host\\ex06.rs", b'0', "x"),
        tarred("ex07\\src\\lib.rs", b'0', "x"),
        tarred(b"ex08/src/\xff.rs", b'0', "x"),
        tarred("ex09/src/\u{1b}[1m.rs", b'0', "x"),
        tarred("ex16.rs", b'0', TEXT),
    ];
    let one = evil(&entries);
    assert_eq!(
        one.work.keys().collect::<Vec<_>>(),
        [&16],
        "{:#?}",
        one.work
    );
    assert_eq!(one.refused.len(), 9, "{:#?}", one.refused);
    // Two headers are no entries; the archive is one.
    assert_eq!(accounted(&one), entries.len() as u64 - 2 + 1);
    assert_eq!(
        refused(&one, "evil.tar.gz!/../../ex03.rs"),
        &WhyRefused::Traversal
    );
    assert_eq!(
        refused(&one, "evil.tar.gz!//etc/ex04.rs"),
        &WhyRefused::Absolute
    );
    assert_eq!(
        refused(&one, "evil.tar.gz!/ex07\\\\src\\\\lib.rs"),
        &WhyRefused::Backslash
    );
}

#[test]
fn links_devices_pipes_and_holes_are_refused() {
    let link = |name: &str, kind: u8| Tarred {
        link: b"ex16.rs".to_vec(),
        ..tarred(name, kind, "")
    };
    let one = evil(
        &[
            tarred("ex16.rs", b'0', TEXT),
            link("ex01.rs", b'2'),
            link("ex02.rs", b'1'),
            tarred("ex03.rs", b'3', ""),
            tarred("ex04.rs", b'4', ""),
            tarred("ex05.rs", b'6', ""),
            tarred("ex06.rs", b'S', ""),
            pax(&[("GNU.sparse.major", "1")]),
            tarred("ex07.rs", b'0', "x"),
            tarred("ex08.rs", b'Z', "x"),
            pax(&[("size", "9")]),
            tarred("ex09.rs", b'2', ""),
        ][..10],
    );
    assert_eq!(one.work.keys().collect::<Vec<_>>(), [&16]);
    for (name, why) in [
        ("ex01.rs", WhyRefused::Symlink),
        ("ex02.rs", WhyRefused::HardLink),
        ("ex03.rs", WhyRefused::Device),
        ("ex04.rs", WhyRefused::Device),
        ("ex05.rs", WhyRefused::Fifo),
        ("ex06.rs", WhyRefused::OddFile),
        ("ex07.rs", WhyRefused::OddFile),
        ("ex08.rs", WhyRefused::OddFile),
    ] {
        assert_eq!(
            refused(&one, &format!("evil.tar.gz!/{name}")),
            &why,
            "{name}"
        );
    }
}

#[test]
fn an_entry_with_two_sizes_is_refused_with_its_archive() {
    // The inner archive would be seen by programs that go by the other size.
    let one = evil(&[
        pax(&[("size", "512")]),
        tarred("ex05.rs", b'0', "x".repeat(1024)),
    ]);
    assert!(one.work.is_empty());
    assert!(matches!(
        refused(&one, "evil.tar.gz"),
        WhyRefused::Damaged(_)
    ));
}

#[test]
fn the_same_path_twice_is_refused() {
    let one = evil(&[
        tarred("ex05.rs", b'0', "// 1"),
        tarred("./ex05.rs", b'0', "// 2"),
        tarred("ex06.rs", b'2', ""),
        tarred("EX06.rs", b'0', "// behind a link"),
        tarred("ex16.rs", b'0', TEXT),
    ]);
    assert_eq!(one.work.keys().collect::<Vec<_>>(), [&16]);
    assert_eq!(one.refused.len(), 4);
}

#[test]
fn what_is_cut_or_changed_is_refused_whole() {
    let plain = tar(&[
        tarred(EX05, b'0', TEXT.repeat(100)),
        tarred(EX16, b'0', TEXT.repeat(100)),
    ]);
    let good = gzip(&plain);
    let mut flipped = good.clone();
    let end = flipped.len() - 6;
    flipped[end] ^= 1;
    for bytes in [
        &good[..good.len() / 2],
        &good[..good.len() - 4],
        &flipped,
        &plain[..1000],
    ] {
        let one = with_twin(bytes, Limits::default());
        assert!(one.work.is_empty());
        let why = refused(&one, "evil.tar.gz");
        assert!(matches!(why, WhyRefused::Damaged(_)), "{why:?}");
    }
    let one = with_twin(&gzip(b"no tar at all"), Limits::default());
    assert!(one.work.is_empty() && !one.refused.is_empty());
}

#[test]
fn bombs_do_not_go_off() {
    // By ratio.
    let zeros = vec![0; 20 * 1024 * 1024];
    let one = evil(&[tarred("ex05.rs", b'0', TEXT), tarred("zeros", b'0', zeros)]);
    assert!(one.work.is_empty());
    assert!(matches!(
        refused(&one, "evil.tar.gz"),
        WhyRefused::Bomb { ratio: 200 }
    ));

    // By bytes.
    let mut limits = Limits::default();
    limits.unpacked_bytes = 10_000;
    let noise: Vec<u8> = (0..20_000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1])
        .collect();
    let one = with_twin(
        &gzip(&tar(&[
            tarred("ex05.rs", b'0', TEXT),
            tarred("x", b'0', noise),
        ])),
        limits,
    );
    assert!(matches!(
        refused(&one, "evil.tar.gz"),
        WhyRefused::OverLimit { limit: 10_000, .. }
    ));

    // By the length of a name, which a library would read into memory.
    let name = "d".repeat(100_000);
    let one = evil(&[
        tarred("././@LongLink", b'L', name),
        tarred("ex05.rs", b'0', TEXT),
    ]);
    assert!(matches!(refused(&one, "evil.tar.gz"), WhyRefused::LongPath));

    // By entries, and by headers that are no entries.
    let mut limits = Limits::default();
    limits.entries = 50;
    let many: Vec<_> = (0..100)
        .map(|n| tarred(format!("ex05/src/a{n}.rs"), b'0', ""))
        .collect();
    let one = with_twin(&gzip(&tar(&many)), limits.clone());
    assert!(matches!(
        refused(&one, "evil.tar.gz"),
        WhyRefused::OverLimit {
            what: "entries",
            ..
        }
    ));
    let many: Vec<_> = (0..500).map(|_| pax(&[("comment", "x")])).collect();
    let one = with_twin(&gzip(&tar(&many)), limits);
    assert!(matches!(
        refused(&one, "evil.tar.gz"),
        WhyRefused::OverLimit {
            what: "entries",
            ..
        }
    ));
}

#[test]
fn a_bomb_of_one_learner_leaves_the_rest_of_a_class_archive() {
    let place = tempdir().unwrap();
    let class = tar(&[
        tarred("ada/ex05.rs", b'0', TEXT),
        tarred("ada/ex16.rs", b'0', TEXT),
        tarred("bob/ex05.rs", b'0', TEXT),
        tarred("bob/zeros", b'0', vec![0; 4 * 1024 * 1024]),
    ]);
    let mut limits = Limits::default();
    limits.unpacked_bytes = 1024 * 1024;
    let path = file(place.path(), "class.tgz", &gzip(&class));
    let class = intake_with(limits).read(&[path]).unwrap();
    whole(of(&class, "ada"));
    assert!(of(&class, "bob").work.is_empty());
}
