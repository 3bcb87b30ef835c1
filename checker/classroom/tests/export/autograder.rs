//! The zip for Gradescope.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use classroom::export::{
    AUTOGRADER_GRADE, AUTOGRADER_PREPARE, Autograder, AutograderError, Extra, gradescope_autograder,
};
use rawzip::ZipArchive;

/// The workbook that this is a part of.
const COURSE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn zip(course: &Path, extras: &[Extra<'_>]) -> Result<Vec<u8>, AutograderError> {
    let autograder = Autograder {
        course,
        extras,
        prepare: AUTOGRADER_PREPARE,
        grade: AUTOGRADER_GRADE,
    };
    let mut out = Vec::new();
    gradescope_autograder(&autograder, &mut out)?;
    Ok(out)
}

#[derive(Debug, PartialEq)]
struct Entry {
    mode: u32,
    content: Vec<u8>,
}

/// The files of a zip, with the order in which they stand in it.
fn entries(zip: &[u8]) -> (Vec<String>, BTreeMap<String, Entry>) {
    let archive = ZipArchive::from_slice(zip).unwrap();
    let mut order = Vec::new();
    let mut found = BTreeMap::new();
    for header in archive.entries() {
        let header = header.unwrap();
        let name = std::str::from_utf8(header.file_path().as_ref())
            .unwrap()
            .to_owned();
        let entry = archive.get_entry(header.wayfinder()).unwrap();
        let mut content = Vec::new();
        let inflated = flate2::read::DeflateDecoder::new(entry.data());
        entry
            .verifying_reader(inflated)
            .read_to_end(&mut content)
            .unwrap();
        let mode = header.mode().value();
        order.push(name.clone());
        assert!(found.insert(name, Entry { mode, content }).is_none());
    }
    (order, found)
}

/// A small workbook, one of whose exercises was solved in place.
fn workbook() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for file in [
        ".cargo/config.toml",
        "Cargo.lock",
        "Cargo.toml",
        "rust-toolchain.toml",
    ] {
        write(file, file);
    }
    write("LICENSE-MIT", "MIT");
    write("LICENSE-APACHE", "Apache");
    write("README.md", "not needed");
    write("checker/cli/src/main.rs", "fn main() {}");
    write("checker/cli/target/debug/checker", "built");
    write("checker/cli/tests/snapshots/a.snap.new", "rejected");
    write("checker/course/pristine/ex01_a/src/lib.rs", "stub");
    write("checker/course/pristine/ex01_a/Cargo.toml", "package");
    write("exercises/ex01_a/src/lib.rs", "solved in place");
    write("exercises/ex01_a/Cargo.toml", "edited");
    write("exercises/ex02_b/src/lib.rs", "never sealed");
    write("hints/ex01_a.md", "hint");
    write("solutions/ex01_a/lib.rs", "solution");
    write("target/release/checker", "built");
    write(".git/config", "secret");
    write(".progress/progress.json", "mine");
    write("checker/.env", "secret");
    folder
}

#[test]
fn it_has_the_course_and_two_scripts() {
    let folder = workbook();
    let (order, files) = entries(&zip(folder.path(), &[]).unwrap());
    insta::assert_snapshot!(order.join("\n"));
    assert_eq!(files["exercises/ex01_a/src/lib.rs"].content, b"stub");
    assert_eq!(files["exercises/ex01_a/Cargo.toml"].content, b"package");
    assert_eq!(
        files["exercises/ex02_b/src/lib.rs"].content,
        b"never sealed"
    );
    for (name, file) in &files {
        let is_script = matches!(name.as_str(), "setup.sh" | "run_autograder");
        let mode = if is_script { 0o755 } else { 0o644 };
        assert_eq!(file.mode & 0o7777, mode, "{name}");
    }
}

#[test]
fn the_scripts_say_what_they_do() {
    let folder = workbook();
    let (_, files) = entries(&zip(folder.path(), &[]).unwrap());
    let script = |name: &str| String::from_utf8(files[name].content.clone()).unwrap();
    insta::assert_snapshot!(script("setup.sh"));
    insta::assert_snapshot!(script("run_autograder"));
    for name in ["setup.sh", "run_autograder"] {
        let bash = std::process::Command::new("bash");
        let mut bash = bash;
        let checked = bash.args(["-n", "-c", &script(name)]).output();
        // Where there is no bash, there is nothing to ask.
        if let Ok(checked) = checked {
            assert!(checked.status.success(), "{name}: {checked:?}");
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let folder = workbook();
    let first = zip(folder.path(), &[]).unwrap();
    // Another folder, written at another time.
    let other = workbook();
    let later = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(2_000_000_000);
    let file = fs::File::options()
        .append(true)
        .open(other.path().join("Cargo.toml"))
        .unwrap();
    file.set_modified(later).unwrap();
    assert!(first == zip(other.path(), &[]).unwrap());
}

#[test]
fn what_an_instructor_adds_is_there() {
    let folder = workbook();
    let more = tempfile::tempdir().unwrap();
    fs::create_dir_all(more.path().join("hidden/ex01_a/tests")).unwrap();
    fs::write(
        more.path().join("hidden/ex01_a/tests/schedules.rs"),
        "secret",
    )
    .unwrap();
    fs::write(more.path().join("rules.toml"), "title = \"x\"").unwrap();
    let (rules, hidden) = (more.path().join("rules.toml"), more.path().join("hidden"));
    let extras = [
        Extra {
            at: "classroom.toml",
            from: &rules,
        },
        Extra {
            at: "hidden",
            from: &hidden,
        },
    ];
    let (order, files) = entries(&zip(folder.path(), &extras).unwrap());
    assert_eq!(files["classroom.toml"].content, b"title = \"x\"");
    assert_eq!(files["hidden/ex01_a/tests/schedules.rs"].content, b"secret");
    assert!(order.is_sorted());
}

#[test]
fn an_extra_file_replaces_nothing_and_leaves_the_archive_for_nowhere() {
    let folder = workbook();
    let rules = folder.path().join("README.md");
    let tried = |at: &str| {
        let extra = Extra { at, from: &rules };
        zip(folder.path(), &[extra]).unwrap_err()
    };
    for at in [
        "Cargo.toml",
        "setup.sh",
        "checker",
        "exercises/ex01_a",
        "Cargo.toml/x",
    ] {
        let error = tried(at);
        assert!(matches!(error, AutograderError::Twice(_)), "{at}: {error}");
    }
    for at in ["", "/x", "../x", "x/../y", "x//y", "x\\y", "./x", "x\n"] {
        let error = tried(at);
        assert!(
            matches!(error, AutograderError::NoPlace(_)),
            "{at:?}: {error}"
        );
        assert!(!error.advice().is_empty());
    }
}

#[test]
fn a_workbook_that_is_none_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let error = zip(folder.path(), &[]).unwrap_err();
    assert!(error.to_string().contains(".cargo/config.toml"), "{error}");
    assert!(!error.advice().is_empty());
}

#[test]
#[cfg(unix)]
fn a_link_is_refused() {
    let folder = workbook();
    let link = folder.path().join("checker/cli/link");
    std::os::unix::fs::symlink("/etc/passwd", &link).unwrap();
    let error = zip(folder.path(), &[]).unwrap_err();
    assert!(matches!(error, AutograderError::OddFile(path) if path == link));
}

/// The workbook itself: what is in the archive is a workspace that cargo knows, and a
/// course with all its exercises.
#[test]
fn the_real_workbook_is_a_workbook_there_too() {
    let bytes = zip(Path::new(COURSE), &[]).unwrap();
    let (order, files) = entries(&bytes);
    assert!(!order.iter().any(|name| name.starts_with("solutions/")));
    let lock = fs::read(Path::new(COURSE).join("Cargo.lock")).unwrap();
    assert!(files["Cargo.lock"].content == lock);
    let folder = tempfile::tempdir().unwrap();
    for (name, file) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.content).unwrap();
    }
    let here = course::Course::open(COURSE).unwrap();
    let there = course::Course::open(folder.path()).unwrap();
    let packages = |course: &course::Course| {
        let exercises = course.exercises().iter();
        exercises.map(|one| one.package.clone()).collect::<Vec<_>>()
    };
    assert_eq!(packages(&here), packages(&there));
    let metadata = std::process::Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--locked",
            "--offline",
            "--no-deps",
            "--format-version",
            "1",
        ])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&metadata.stderr);
    assert!(metadata.status.success(), "{said}");
}
