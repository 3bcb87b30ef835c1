//! What the tests of the intake share: an intake for the real course, archives written
//! byte by byte, and the count of what became of each entry.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use classroom::{Catalogue, Class, Intake, Limits, RawName, Submission, WhyRefused};
use course::Course;

/// Where the workbook has the file of exercise 5.
pub const EX05: &str = "exercises/ex05_rc_is_not_send/src/lib.rs";
/// Where the workbook has the file of exercise 16.
pub const EX16: &str = "exercises/ex16_lost_update/src/lib.rs";
/// A learner's text.
pub const TEXT: &str = "pub fn mine() {}\n";

pub fn intake() -> Intake {
    intake_with(Limits::default())
}

pub fn intake_with(limits: Limits) -> Intake {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    Intake::new(CATALOGUE.get_or_init(catalogue).clone(), limits)
}

/// Of a course of its own: the real one grows.
fn catalogue() -> Catalogue {
    let root = tempfile::tempdir().unwrap();
    lay(root.path(), &[("Cargo.toml", ""), ("hints/none", "")]);
    for planned in &course::CURRICULUM[..20] {
        let package = planned.package();
        let manifest = format!(
            "[package]\nname = \"{package}\"\n[package.metadata.exercise]\ntitle = \"T\"\n\
             part = 1\npoints = 10\nconcepts = []\nreads = []\n"
        );
        let path = format!("exercises/{package}_{}/Cargo.toml", planned.topic);
        lay(root.path(), &[(&path, &manifest)]);
    }
    let course = Course::open(root.path()).unwrap();
    Catalogue::of(&course)
}

pub fn read(path: &Path) -> Class {
    intake().read(&[path]).unwrap()
}

/// The only submission.
pub fn only(class: Class) -> Submission {
    assert_eq!(class.submissions.len(), 1, "{:#?}", names(&class));
    class.submissions.into_iter().next().unwrap()
}

/// The submission of the learner of this name.
pub fn of<'a>(class: &'a Class, name: &str) -> &'a Submission {
    let mut found = class
        .submissions
        .iter()
        .filter(|one| one.learner.name.to_string() == name);
    let one = found
        .next()
        .unwrap_or_else(|| panic!("{name} in {:?}", names(class)));
    assert!(found.next().is_none(), "{name} only once");
    one
}

pub fn names(class: &Class) -> Vec<String> {
    let all = class.submissions.iter();
    all.map(|one| one.learner.name.to_string()).collect()
}

/// The text that was taken for an exercise.
pub fn text(submission: &Submission, exercise: u32) -> Option<String> {
    Some(submission.work.get(&exercise)?.lib()?.text().unwrap())
}

/// How many entries of a submission are accounted for.
pub fn accounted(one: &Submission) -> u64 {
    let taken: usize = one.work.values().map(|work| work.files().count()).sum();
    let refused = one.refused.iter().filter(|refused| refused.path.is_some());
    let ignored: u64 = one.ignored.iter().map(|ignored| ignored.entries).sum();
    taken as u64 + ignored + refused.count() as u64 + one.opened.len() as u64
}

/// A path as shown; nothing for a whole submission.
pub fn shown(path: Option<&RawName>) -> String {
    path.map(RawName::to_string).unwrap_or_default()
}

/// That the entry `path` was refused, and why. No path, the whole submission.
pub fn refused<'a>(one: &'a Submission, path: &str) -> &'a WhyRefused {
    let found = one
        .refused
        .iter()
        .find(|refused| shown(refused.path.as_ref()) == path);
    &found
        .unwrap_or_else(|| panic!("`{path}` is not in {:#?}", one.refused))
        .why
}

/// That nothing was found fault with and both exercises came through.
pub fn whole(one: &Submission) {
    assert!(one.refused.is_empty(), "{:#?}", one.refused);
    assert_eq!(text(one, 5), Some(TEXT.to_owned()), "{:#?}", one.ignored);
    assert_eq!(text(one, 16), Some(TEXT.to_owned()), "{:#?}", one.ignored);
}

/// Writes files below `folder`.
pub fn lay(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// A file with `bytes` in it.
pub fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// An entry of a zip, every field of which may lie.
#[derive(Clone)]
pub struct Zipped {
    pub name: Vec<u8>,
    pub local_name: Option<Vec<u8>>,
    pub data: Vec<u8>,
    pub deflate: bool,
    pub flags: u16,
    pub mode: u32,
    pub method: Option<u16>,
    pub crc: Option<u32>,
    pub size: Option<u32>,
}

pub fn zipped(name: impl AsRef<[u8]>, data: impl AsRef<[u8]>) -> Zipped {
    Zipped {
        name: name.as_ref().to_vec(),
        local_name: None,
        data: data.as_ref().to_vec(),
        deflate: true,
        flags: 0,
        mode: 0o100_644,
        method: None,
        crc: None,
        size: None,
    }
}

/// A zip, byte by byte.
pub fn zip(entries: &[Zipped]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let packed = if entry.deflate {
            let level = flate2::Compression::default();
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), level);
            encoder.write_all(&entry.data).unwrap();
            encoder.finish().unwrap()
        } else {
            entry.data.clone()
        };
        let u16 = |value: u16| value.to_le_bytes();
        let u32 = |value: usize| u32::try_from(value).unwrap().to_le_bytes();
        let crc = entry.crc.unwrap_or_else(|| rawzip::crc32(&entry.data));
        let size = entry.size.map_or(entry.data.len(), |size| size as usize);
        let method = entry.method.unwrap_or(if entry.deflate { 8 } else { 0 });
        let mut common = Vec::new();
        common.extend(u16(20));
        common.extend(u16(entry.flags));
        common.extend(u16(method));
        common.extend([0; 4]);
        common.extend(crc.to_le_bytes());
        common.extend(u32(packed.len()));
        common.extend(u32(size));
        let offset = out.len();
        let local = entry.local_name.as_ref().unwrap_or(&entry.name);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(u16(u16::try_from(local.len()).unwrap()));
        out.extend(u16(0));
        out.extend(local);
        out.extend(packed);
        directory.extend(b"PK\x01\x02");
        directory.extend([20, 3]);
        directory.extend(&common);
        directory.extend(u16(u16::try_from(entry.name.len()).unwrap()));
        directory.extend([0; 8]);
        directory.extend((entry.mode << 16).to_le_bytes());
        directory.extend(u32(offset));
        directory.extend(&entry.name);
    }
    let (at, length) = (out.len(), directory.len());
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend(u32::try_from(length).unwrap().to_le_bytes());
    out.extend(u32::try_from(at).unwrap().to_le_bytes());
    out.extend([0, 0]);
    out
}

/// An entry of a tar.
#[derive(Clone)]
pub struct Tarred {
    pub name: Vec<u8>,
    pub kind: u8,
    pub data: Vec<u8>,
    pub link: Vec<u8>,
}

pub fn tarred(name: impl AsRef<[u8]>, kind: u8, data: impl AsRef<[u8]>) -> Tarred {
    Tarred {
        name: name.as_ref().to_vec(),
        kind,
        data: data.as_ref().to_vec(),
        link: Vec::new(),
    }
}

/// A tar, byte by byte.
pub fn tar(entries: &[Tarred]) -> Vec<u8> {
    let mut out = Vec::new();
    for entry in entries {
        let mut block = [0; 512];
        block[..entry.name.len()].copy_from_slice(&entry.name);
        block[100..108].copy_from_slice(b"0000644\0");
        block[108..116].copy_from_slice(b"0000000\0");
        block[116..124].copy_from_slice(b"0000000\0");
        block[124..136].copy_from_slice(format!("{:011o}\0", entry.data.len()).as_bytes());
        block[136..148].copy_from_slice(b"00000000000\0");
        block[148..156].copy_from_slice(b"        ");
        block[156] = entry.kind;
        block[157..157 + entry.link.len()].copy_from_slice(&entry.link);
        block[257..265].copy_from_slice(b"ustar\x0000");
        let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
        block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        out.extend(block);
        out.extend(&entry.data);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The same files as a folder and as a zip and a tar of it.
pub fn three_ways(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Vec<PathBuf>) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("download");
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let zips: Vec<_> = files
        .iter()
        .map(|(path, bytes)| zipped(path, bytes))
        .collect();
    let tars: Vec<_> = files
        .iter()
        .map(|(path, bytes)| tarred(path, b'0', bytes))
        .collect();
    let zip = file(place.path(), "download.zip", &zip(&zips));
    let tar = file(place.path(), "download.tgz", &gzip(&tar(&tars)));
    (place, vec![folder, zip, tar])
}

pub fn work() -> Vec<u8> {
    zip(&[zipped(EX05, TEXT), zipped(EX16, TEXT)])
}

/// Of a Gradescope export.
pub const METADATA: &str = "---
submission_1:
  :submitters:
  - :name: Jane Doe
    :sid: 'S1'
    :email: jane@example.org
  - :name: Rick Roe
    :sid: 'S2'
    :email: rick@example.org
  :created_at: 2023-02-01 04:21:18.000000000 Z
  :score: 0.0
submission_2:
  :submitters:
  - :name: Mary Poe
    :sid:
    :email: mary@example.org
  :created_at: 2023-02-02 04:21:18.000000000 -07:00
submission_4:
  :submitters:
  - :name: Gone
    :sid: S4
    :email:
  :created_at: 2023-02-02 04:21:18.000000000 Z
";
