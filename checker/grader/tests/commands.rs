//! The commands as an instructor types them.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use course::Course;
use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use tempfile::TempDir;

/// The workbook that these tests are part of.
fn course() -> Course {
    Course::discover(env!("CARGO_MANIFEST_DIR")).expect("this is part of a workbook")
}

/// A class of three in a folder of its own, with a ledger.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let course = course();
        let exercise = course.find("ex16").unwrap();
        let stub = course.pristine(exercise).stub().unwrap();
        let right = fs::read_to_string(course.reference(exercise)).unwrap();
        for (learner, text) in [
            ("ada", right.as_str()),
            ("grace", stub.as_str()),
            ("<b>eve", "pub fn f() { std::process::exit(0) }"),
        ] {
            let home = folder.path().join("class").join(learner);
            fs::create_dir_all(&home).unwrap();
            fs::write(home.join("ex16.rs"), text).unwrap();
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn grader(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_grader"));
        command
            .args(words)
            .arg("--ledger")
            .arg(self.path("class.ledger"))
            .current_dir(course().root());
        command
    }

    fn graded() -> Self {
        let desk = Self::new();
        let class = desk.path("class");
        desk.grader(&["grade", class.to_str().unwrap()])
            .assert()
            .success()
            .stdout(contains("3 rulings: 1 passed, 2 did not."));
        desk
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_class_is_graded_marked_explained_and_reported() {
    let desk = Desk::graded();
    desk.grader(&["marks"])
        .assert()
        .success()
        .stdout(contains("ex16/20").and(contains("<b>eve")));
    desk.grader(&["explain", "ada", "ex16"])
        .assert()
        .success()
        .stdout(contains("Mark: 20 of 20").and(contains("jail bubblewrap")));
    desk.grader(&["explain", "grace", "16"])
        .assert()
        .success()
        .stdout(contains("checker replay ex16 "));

    let out = |name: &str| desk.path(name).to_str().unwrap().to_owned();
    let report = out("class.html");
    desk.grader(&["report", "--out", &report])
        .assert()
        .success();
    let page = text(Path::new(&report));
    assert!(page.contains("&lt;b&gt;eve") && !page.contains("<b>eve"));
    let feedback = out("feedback");
    desk.grader(&["feedback", "--out", &feedback])
        .assert()
        .success()
        .stdout(contains("3 learners"));
    assert!(Path::new(&feedback).join("ada.html").is_file());
    assert_eq!(fs::read_dir(&feedback).unwrap().count(), 6);
    for kind in ["csv", "json", "junit"] {
        let file = out(kind);
        desk.grader(&["export", kind, "--out", &file])
            .assert()
            .success();
        assert!(text(Path::new(&file)).contains("ada"), "{kind}");
    }
    worksheet_of(&desk);
}

/// The worksheet of a Moodle assignment, filled in and refused.
fn worksheet_of(desk: &Desk) {
    let (sheet, roster, graded) = (
        desk.path("Grades.csv"),
        desk.path("roster.csv"),
        desk.path("graded.csv"),
    );
    let before = "Identifier,\"Full name\",\"Email address\",Grade,\"Maximum Grade\",\
                  \"Last modified (grade)\"\r\n\
                  \"Participant 7\",Ada,ada@x.org,,100.00,-\r\n\
                  \"Participant 8\",Joe,joe@x.org,1.00,100.00,-\r\n";
    fs::write(&sheet, before).unwrap();
    fs::write(&roster, "id,email\nada,ada@x.org\n").unwrap();
    let words = |more: &[&str]| {
        let mut command = desk.grader(&["export", "moodle", "--exercise", "16"]);
        command.arg("--worksheet").arg(&sheet);
        command.arg("--roster").arg(&roster);
        command.arg("--out").arg(&graded).args(more);
        command
    };
    words(&[])
        .assert()
        .code(2)
        .stderr(contains("worth 100 points").and(contains("--scale")));
    assert!(!graded.exists());
    words(&["--scale"])
        .assert()
        .success()
        .stdout(contains("1 grade is filled in."))
        .stderr(contains("Line 3, Participant 8").and(contains("grace is left out")));
    let after = before.replace("ada@x.org,,", "ada@x.org,100,");
    assert_eq!(text(&graded), after);
    fs::write(&sheet, "Kennung\n").unwrap();
    words(&[])
        .assert()
        .code(2)
        .stderr(contains("Grades.csv:1: there is no column `Identifier`"));
}

/// Everyone's stub is the same, and the grader judges it anyway, to know what it passes.
#[test]
fn an_untouched_stub_is_not_judged_for_each_learner() {
    let desk = Desk::new();
    let class = desk.path("class");
    let lines = desk
        .grader(&["grade", class.to_str().unwrap(), "--format", "json"])
        .assert()
        .success();
    let lines = String::from_utf8_lossy(&lines.get_output().stdout).into_owned();
    let judged = |learner: &str| -> bool {
        let lines = lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap());
        let mut lines = lines.filter(|line: &serde_json::Value| line["learner"] == learner);
        lines.next().unwrap()["judged"].as_bool().unwrap()
    };
    assert!(judged("ada") && !judged("grace"), "{lines}");
}

/// The texts of a large class wait on the disk.
#[test]
fn a_class_that_finds_no_room_is_no_mistake_of_the_instructors() {
    let desk = Desk::new();
    for learner in 0..20 {
        let home = desk.path(&format!("class/{learner}"));
        fs::create_dir_all(&home).unwrap();
        let text = format!("// {learner}\n{}", "/".repeat(1_000_000));
        fs::write(home.join("ex16.rs"), text).unwrap();
    }
    let class = desk.path("class");
    desk.grader(&["grade", class.to_str().unwrap()])
        .env("TMPDIR", desk.path("no-such-folder"))
        .assert()
        .code(3)
        .stderr(contains("cannot keep what was handed in").and(contains("has room")));
    assert!(!desk.path("class.ledger").exists());
}

#[test]
fn what_did_not_change_is_not_judged_again() {
    let desk = Desk::graded();
    let class = desk.path("class");
    let class = class.to_str().unwrap();
    desk.grader(&["grade", class])
        .assert()
        .success()
        .stdout(contains("0 rulings").and(contains("3 hand-ins needed nothing new")));
    fs::write(desk.path("class/grace/ex16.rs"), "pub fn g() {}").unwrap();
    desk.grader(&["grade", class])
        .assert()
        .success()
        .stdout(contains("1 rulings").and(contains("Judged 1 contents")));
    // Three sessions looked: each fact is said once, and how many found it.
    let told = desk.grader(&["explain", "ada", "16"]).assert().success();
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    let told = &told[told.find("\nHanded in\n").unwrap()..told.find("\nRulings").unwrap()];
    let work = told
        .split("content ")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap();
    let folder = desk.path("class").display().to_string();
    let told = told.replace(work, "[digest]").replace(&folder, "[class]");
    insta::assert_snapshot!(told, @r"

    Handed in
      attempt 1: content [digest]
        handed in at an unknown time; found in [class], ada by 3 sessions
    ");
    // A regrade adds rulings, and judges nothing that is known.
    desk.grader(&["regrade", "--learner", "ada"])
        .assert()
        .success()
        .stdout(contains("1 rulings: 1 passed").and(contains("Judged 0 contents")));
    desk.grader(&["regrade", "--diff"])
        .assert()
        .success()
        .stdout(
            contains("race (1 of 9 tests) -> compile-error")
                .and(contains("another file was handed in")),
        );
}

#[test]
fn programs_read_one_line_a_verdict() {
    let desk = Desk::new();
    let class = desk.path("class");
    let output = desk
        .grader(&["grade", class.to_str().unwrap(), "--format", "json"])
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    let lines = String::from_utf8(output).unwrap();
    let verdicts: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(verdicts.len(), 3);
    assert!(verdicts.iter().any(|line| line["learner"] == "ada"));
}

#[test]
fn shards_are_put_together() {
    let desk = Desk::new();
    let class = desk.path("class");
    let class = class.to_str().unwrap();
    for shard in ["1/2", "2/2"] {
        let ledger = desk.path(&shard.replace('/', "-of-"));
        Command::new(env!("CARGO_BIN_EXE_grader"))
            .args(["grade", class, "--shard", shard, "--ledger"])
            .arg(ledger)
            .current_dir(course().root())
            .assert()
            .success();
    }
    let (one, two) = (desk.path("1-of-2"), desk.path("2-of-2"));
    desk.grader(&["merge", one.to_str().unwrap(), two.to_str().unwrap()])
        .assert()
        .success();
    desk.grader(&["marks"])
        .assert()
        .success()
        .stdout(contains("ada").and(contains("20")));
}

#[test]
fn the_weaker_jail_can_be_chosen_and_refused() {
    let desk = Desk::new();
    let class = desk.path("class");
    let class = class.to_str().unwrap();
    desk.grader(&["grade", class, "--jail", "landlock"])
        .assert()
        .success()
        .stdout(contains("in the jail landlock"));
    desk.grader(&[
        "grade",
        class,
        "--jail",
        "landlock",
        "--require-jail",
        "bubblewrap",
    ])
    .assert()
    .code(2)
    .stderr(contains("`landlock` is weaker than `bubblewrap`"));
    desk.grader(&["grade", class, "--jail", "cellar"])
        .assert()
        .code(2)
        .stderr(contains("`cellar` is no jail"));
    let rules = desk.path("rules.toml");
    fs::write(&rules, "title = \"A\"\nrequire-jail = \"cellar\"\n").unwrap();
    desk.grader(&["grade", class, "--class", rules.to_str().unwrap()])
        .assert()
        .code(2)
        .stderr(contains("rules.toml:2:16"));
}

#[test]
fn a_mistake_of_the_instructors_leaves_no_trace() {
    let desk = Desk::new();
    let class = desk.path("class");
    let class = class.to_str().unwrap();
    let roster = desk.path("roster.csv");
    fs::write(&roster, "name\nAda\n").unwrap();
    desk.grader(&["grade", class, "--roster", roster.to_str().unwrap()])
        .assert()
        .code(2)
        .stderr(contains("roster.csv:1:").and(contains("no column `id`")));
    desk.grader(&["grade", "/no/such/place"])
        .assert()
        .code(2)
        .stderr(contains("there is nothing at /no/such/place"));
    assert!(!desk.path("class.ledger").exists());
    desk.grader(&["marks"])
        .assert()
        .code(2)
        .stderr(contains("there is no ledger at"));
    fs::write(
        desk.path("class.ledger"),
        "Dear diary, today I wrote no ledger.",
    )
    .unwrap();
    desk.grader(&["grade", class])
        .assert()
        .code(2)
        .stderr(contains("is no ledger"));
    assert!(text(&desk.path("class.ledger")).starts_with("Dear diary"));
}

#[test]
fn what_is_alike_is_up_to_the_rules() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk { folder };
    // The same, but for names. That it does not compile does not matter here.
    let text = |name: &str| {
        format!(
            "pub fn {name}(list: &[u32]) -> u32 {{\n    let mut {name} = 0;\n    for one in list {{\n        \
             if *one > 3 && one % 7 == 2 {{ {name} += one * 5; }} else {{ {name} ^= one >> 1; }}\n        \
             while {name} > 100 {{ {name} -= 17; }}\n    }}\n    match {name} {{ 0 => 1, 1..=9 => 2, \
             more => more / 3 }}\n}}\n"
        )
    };
    for learner in ["ann", "ben"] {
        let home = desk.path("class").join(learner);
        fs::create_dir_all(&home).unwrap();
        fs::write(home.join("ex16.rs"), text(learner)).unwrap();
    }
    let class = desk.path("class");
    desk.grader(&["grade", class.to_str().unwrap()])
        .assert()
        .success();
    let (rules, page) = (desk.path("rules.toml"), desk.path("class.html"));
    let report = |similarity: &str| {
        fs::write(
            &rules,
            format!("title = \"A\"\n[similarity]\n{similarity}\n"),
        )
        .unwrap();
        let mut command = desk.grader(&["report", "--class", rules.to_str().unwrap()]);
        command.arg("--out").arg(&page);
        command
    };
    let pairs = |similarity: &str| {
        report(similarity).assert().success();
        self::text(&page).matches("<details").count()
    };
    let alike = pairs("");
    assert!(alike > 0, "a copy with other names is found");
    assert!(pairs("least-tokens = 900") < alike);
    assert!(pairs("gram = 100") < alike);
    assert_eq!(pairs("window = 5\nthreshold = \"90%\""), alike);
    report("threshold = \"0%\"\ngram = 1")
        .assert()
        .code(2)
        .stderr(contains("rules.toml:3:13: ").and(contains("rules.toml:4:8: ")));
}

#[test]
fn hidden_tests_count_and_are_not_told() {
    let desk = Desk::new();
    let hidden = desk.path("hidden/ex16_lost_update/tests");
    fs::create_dir_all(&hidden).unwrap();
    let test = "use ex16::Stock;\n\n#[test]\nfn the_shelf_of_the_owl() {\n    \
                assert_eq!(Stock::new(1).on_hand(), 2, \"the owl counts twice\");\n}\n";
    fs::write(hidden.join("behaviour.rs"), test).unwrap();
    let rules = desk.path("rules.toml");
    fs::write(
        &rules,
        "title = \"A\"\n[hidden-tests]\nfolder = \"hidden\"\nshow = \"never\"\n",
    )
    .unwrap();
    let (class, rules) = (desk.path("class"), rules.to_str().unwrap().to_owned());
    desk.grader(&["grade", class.to_str().unwrap(), "--class", &rules])
        .assert()
        .success()
        .stdout(contains("0 passed, 3 did not"));
    desk.grader(&["explain", "ada", "ex16", "--class", &rules])
        .assert()
        .success()
        .stdout(contains("the_shelf_of_the_owl"));
    let feedback = desk.path("feedback");
    let words = ["feedback", "--class", &rules, "--out"];
    desk.grader(&[&words[..], &[feedback.to_str().unwrap()]].concat())
        .assert()
        .success();
    for entry in fs::read_dir(feedback).unwrap() {
        let page = text(&entry.unwrap().path());
        assert!(!page.contains("owl"), "{page}");
    }
}
