//! Git repositories, made with git, and what a hostile one holds.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use classroom::{Limits, SourceKind, Vouched, WhyIgnored, WhyRefused};
use common::*;
use tempfile::{TempDir, tempdir};

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", "1700000000 +0100")
        .env("GIT_COMMITTER_DATE", "1700000000 +0100")
        .output()
        .unwrap();
    assert!(output.status.success(), "git {arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn repository(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    git(folder, &["init", "-q", "-b", "main"]);
    lay(folder, &[(EX05, TEXT), (EX16, TEXT), ("README.md", "")]);
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "work"]);
}

/// A class folder with an honest repository in it.
fn class() -> TempDir {
    let place = tempdir().unwrap();
    repository(&place.path().join("twin"));
    place
}

fn evil(place: &TempDir, limits: Limits) -> classroom::Submission {
    let class = intake_with(limits).read(&[place.path()]).unwrap();
    whole(of(&class, "twin"));
    of(&class, "evil").clone()
}

#[test]
fn a_repository_is_read_at_its_head_and_not_as_it_lies_there() {
    let place = class();
    let twin = place.path().join("twin");
    let head = git(&twin, &["rev-parse", "HEAD"]);
    lay(
        &twin,
        &[(EX05, "// not committed\n"), ("ex01.rs", "// neither\n")],
    );
    let one = only(read(&twin));
    whole(&one);
    assert_eq!(one.work.len(), 2);
    assert_eq!(one.origin.kind, SourceKind::Git);
    let time = one.time.unwrap();
    assert_eq!(time.at.as_second(), 1_700_000_000);
    assert_eq!(time.vouched, Vouched::Commit);
    assert!(one.notes[0].contains(&head), "{:?}", one.notes);
    assert_eq!(accounted(&one), 3);
}

#[test]
fn bare_packed_and_detached_repositories_are_read_alike() {
    let place = class();
    let at = |name: &str| place.path().join(name);
    git(
        place.path(),
        &[
            "clone",
            "-q",
            "--bare",
            "--no-hardlinks",
            "twin",
            "bare.git",
        ],
    );
    git(
        place.path(),
        &["clone", "-q", "--no-hardlinks", "twin", "packed"],
    );
    git(&at("packed"), &["gc", "-q", "--aggressive"]);
    git(&at("packed"), &["pack-refs", "--all"]);
    git(
        place.path(),
        &["clone", "-q", "--no-hardlinks", "twin", "detached"],
    );
    git(&at("detached"), &["checkout", "-q", "--detach"]);
    fs::create_dir(at("sha256")).unwrap();
    git(&at("sha256"), &["init", "-q", "--object-format=sha256"]);
    lay(&at("sha256"), &[(EX05, TEXT), (EX16, TEXT)]);
    git(&at("sha256"), &["add", "-A"]);
    git(&at("sha256"), &["commit", "-q", "-m", "work"]);
    let class = read(place.path());
    assert_eq!(class.submissions.len(), 5);
    for one in &class.submissions {
        whole(one);
        assert_eq!(one.origin.kind, SourceKind::Git);
    }
}

#[test]
fn a_file_may_list_repositories() {
    let place = class();
    fs::create_dir(place.path().join("x")).unwrap();
    lay(&place.path().join("plain"), &[("ex05.rs", TEXT)]);
    let list = format!(
        "# {}\ntwin\nada\t./twin\nnowhere\nplain\n",
        "long ".repeat(300)
    );
    let path = file(place.path(), "class.txt", list.as_bytes());
    let class = read(&path);
    assert_eq!(names(&class), ["twin", "ada", "nowhere", "plain"]);
    whole(of(&class, "twin"));
    whole(of(&class, "ada"));
    assert_eq!(refused(of(&class, "nowhere"), ""), &WhyRefused::NotThere);
    assert_eq!(refused(of(&class, "plain"), ""), &WhyRefused::NoRepository);
}

#[cfg(unix)]
#[test]
fn nothing_of_a_repository_is_run() {
    let place = class();
    let evil_folder = place.path().join("evil");
    repository(&evil_folder);
    let trap = place.path().join("ran");
    let run = format!("touch {}", trap.display());
    lay(&evil_folder, &[(".gitattributes", "* filter=x diff=x\n")]);
    for (key, value) in [
        ("core.fsmonitor", run.as_str()),
        ("core.sshCommand", &run),
        ("core.pager", &run),
        ("core.hooksPath", "hooks"),
        ("filter.x.smudge", &run),
        ("filter.x.clean", &run),
        ("diff.x.textconv", &run),
        ("alias.cat-file", &format!("!{run}")),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        (
            "remote.origin.url",
            &format!("ext::sh -c {}", run.replace(' ', "% ")),
        ),
        ("protocol.ext.allow", "always"),
    ] {
        git(&evil_folder, &["config", key, value]);
    }
    // An object is missing, so git would fetch it.
    let blob = git(&evil_folder, &["rev-parse", &format!("HEAD:{EX05}")]);
    fs::remove_file(
        evil_folder
            .join(".git/objects")
            .join(&blob[..2])
            .join(&blob[2..]),
    )
    .unwrap();
    // The trap works: git itself walks into it.
    let ours = Command::new("git")
        .current_dir(&evil_folder)
        .args(["status"])
        .output();
    assert!(
        ours.is_ok() && trap.exists(),
        "git ran what the config says"
    );
    fs::remove_file(&trap).unwrap();

    let one = evil(&place, Limits::default());
    assert!(one.work.is_empty());
    assert!(
        matches!(one.refused.last().unwrap().why, WhyRefused::Git(_)),
        "{:#?}",
        one.refused
    );
    assert!(!trap.exists(), "something was run");
}

/// Spoils a repository.
type Spoil<'a> = &'a dyn Fn(&Path);

#[cfg(unix)]
#[test]
fn a_repository_that_reaches_outside_is_refused() {
    use std::os::unix::fs::symlink;
    let outside = tempdir().unwrap();
    repository(&outside.path().join("solutions"));
    let solutions = outside.path().join("solutions/.git");
    let reach: [(&str, Spoil<'_>); 6] = [
        ("alternates", &|git_folder| {
            let line = format!("{}\n", solutions.join("objects").display());
            fs::write(git_folder.join("objects/info/alternates"), line).unwrap();
        }),
        ("objects", &|git_folder| {
            fs::remove_dir_all(git_folder.join("objects")).unwrap();
            symlink(solutions.join("objects"), git_folder.join("objects")).unwrap();
        }),
        ("pack", &|git_folder| {
            fs::remove_dir(git_folder.join("objects/pack")).unwrap();
            symlink(solutions.join("objects"), git_folder.join("objects/pack")).unwrap();
        }),
        ("reference", &|git_folder| {
            fs::remove_file(git_folder.join("refs/heads/main")).unwrap();
            symlink(
                solutions.join("refs/heads/main"),
                git_folder.join("refs/heads/main"),
            )
            .unwrap();
        }),
        ("head", &|git_folder| {
            fs::write(git_folder.join("HEAD"), "ref: refs/../../x\n").unwrap();
        }),
        ("gitfile", &|git_folder| {
            fs::remove_dir_all(git_folder).unwrap();
            fs::write(git_folder, format!("gitdir: {}\n", solutions.display())).unwrap();
        }),
    ];
    for (what, make) in reach {
        let place = class();
        let folder = place.path().join("evil");
        repository(&folder);
        make(&folder.join(".git"));
        let one = evil(&place, Limits::default());
        assert!(one.work.is_empty(), "{what}");
        let why = &one.refused[0].why;
        let expected = matches!(
            why,
            WhyRefused::BorrowedObjects | WhyRefused::UnknownRepository(_)
        );
        assert!(expected, "{what}: {why}");
    }
}

/// Commits a tree of hand-made entries: mode, name, object.
fn commit_raw(folder: &Path, entries: &[(&str, &[u8], &str)]) {
    let mut bytes = Vec::new();
    for (mode, name, object) in entries {
        bytes.extend(mode.as_bytes());
        bytes.push(b' ');
        bytes.extend(*name);
        bytes.push(0);
        bytes
            .extend((0..20).map(|at| u8::from_str_radix(&object[2 * at..2 * at + 2], 16).unwrap()));
    }
    let raw = file(folder, "raw", &bytes);
    let raw = raw.to_str().unwrap();
    let tree = git(
        folder,
        &["hash-object", "-t", "tree", "-w", "--literally", raw],
    );
    let commit = git(folder, &["commit-tree", &tree, "-m", "x"]);
    git(folder, &["update-ref", "HEAD", &commit]);
}

#[test]
fn hostile_entries_are_refused_and_the_rest_is_taken() {
    let place = class();
    let folder = place.path().join("evil");
    repository(&folder);
    let blob = git(&folder, &["rev-parse", &format!("HEAD:{EX05}")]);
    let tree = git(
        &folder,
        &["rev-parse", "HEAD:exercises/ex05_rc_is_not_send"],
    );
    commit_raw(
        &folder,
        &[
            ("100644", b"ex16.rs", &blob),
            ("120000", b"ex01.rs", &blob),
            ("160000", b"ex02", &blob),
            ("100644", b"../ex03.rs", &blob),
            ("40000", b"..", &tree),
            ("100644", b"ex04.rs", &blob),
            ("100644", b"ex04.rs", &blob),
            ("100644", b"ex05\x1b.rs", &blob),
            ("100644", b"ex06\xff.rs", &blob),
            ("140000", b"ex07.rs", &blob),
            ("100644", b"work.zip", &blob),
        ],
    );
    let one = evil(&place, Limits::default());
    assert_eq!(
        one.work.keys().collect::<Vec<_>>(),
        [&16],
        "{:#?}",
        one.work
    );
    assert_eq!(refused(&one, "ex01.rs"), &WhyRefused::Symlink);
    assert_eq!(refused(&one, "../ex03.rs"), &WhyRefused::Traversal);
    assert_eq!(refused(&one, "../src/lib.rs"), &WhyRefused::Traversal);
    assert!(matches!(refused(&one, "ex04.rs"), WhyRefused::Duplicate(_)));
    assert_eq!(refused(&one, "ex07.rs"), &WhyRefused::OddFile);
    assert!(
        one.ignored
            .iter()
            .any(|one| one.why == WhyIgnored::Submodule)
    );
}

#[test]
fn trees_that_grow_without_end_are_refused() {
    let place = class();
    let folder = place.path().join("evil");
    repository(&folder);
    // Ten times ten times ten: a few objects, a billion files.
    let mut object = git(&folder, &["rev-parse", &format!("HEAD:{EX05}")]);
    let mut mode = "100644";
    for _ in 0..9 {
        let names: Vec<_> = (0..10).map(|n| format!("f{n}.rs")).collect();
        let entries: Vec<_> = names
            .iter()
            .map(|name| (mode, name.as_bytes(), &*object))
            .collect();
        commit_raw(&folder, &entries);
        object = git(&folder, &["rev-parse", "HEAD^{tree}"]);
        mode = "40000";
    }
    let mut limits = Limits::default();
    limits.entries = 5000;
    let one = evil(&place, limits);
    assert!(one.work.is_empty());
    assert!(matches!(
        one.refused[0].why,
        WhyRefused::OverLimit {
            what: "entries",
            ..
        }
    ));
}

#[test]
fn large_missing_and_damaged_objects_are_refused() {
    let place = class();
    let folder = place.path().join("evil");
    repository(&folder);
    lay(&folder, &[("ex01.rs", &"/".repeat(1024 * 1024 + 1))]);
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-q", "-m", "large"]);
    let one = evil(&place, Limits::default());
    assert_eq!(
        refused(&one, "ex01.rs"),
        &WhyRefused::LargeFile(1024 * 1024)
    );
    whole_but(&one);

    let tree = git(&folder, &["rev-parse", "HEAD:exercises"]);
    let path = folder
        .join(".git/objects")
        .join(&tree[..2])
        .join(&tree[2..]);
    fs::remove_file(&path).unwrap();
    fs::write(&path, b"no object").unwrap();
    let one = evil(&place, Limits::default());
    assert!(one.work.is_empty());
    assert!(
        matches!(one.refused[0].why, WhyRefused::Git(_)),
        "{:#?}",
        one.refused
    );

    fs::write(folder.join(".git/refs/heads/main"), "").unwrap();
    let one = evil(&place, Limits::default());
    assert_eq!(one.refused[0].why, WhyRefused::NoCommit);
}

fn whole_but(one: &classroom::Submission) {
    assert_eq!(text(one, 5), Some(TEXT.to_owned()));
    assert_eq!(text(one, 16), Some(TEXT.to_owned()));
}

#[test]
fn git_may_not_take_for_ever() {
    let place = class();
    let folder = place.path().join("evil");
    repository(&folder);
    let mut limits = Limits::default();
    limits.repository_time = std::time::Duration::ZERO;
    let class = intake_with(limits).read(&[&folder]).unwrap();
    let one = only(class);
    assert!(one.work.is_empty());
    assert!(matches!(
        one.refused.last().unwrap().why,
        WhyRefused::Git(_)
    ));
}
