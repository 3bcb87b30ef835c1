//! The learner's own editor.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use serial_test::serial;
use tempfile::TempDir;

use super::{CTRL_C, NARROW, settled};
use crate::fixture::{Workbook, wait_until};
use crate::terminal::Terminal;

/// A folder with a program of this name in it.
fn program(name: &str, script: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, format!("#!/bin/sh\n{script}")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

fn path_with(folder: &Path) -> String {
    let path = std::env::var("PATH").unwrap_or_default();
    format!("{}:{path}", folder.display())
}

/// Says what it was told, hides the cursor as whoever has drawn a screen does, and writes what is
/// typed into the file, until a line is empty.
const EDITS: &str = r#"
for last; do :; done
printf 'EDITING %s\033[?25l' "$*"
while read -r line && [ -n "$line" ]; do
    printf '%s\n' "$line"
done > "$last.new"
mv "$last.new" "$last"
"#;

#[test]
#[serial(judged)]
fn an_editor_in_the_terminal_gets_it_and_gives_it_back() {
    let workbook = Workbook::judged();
    let folder = program("vim", EDITS);
    let editor = folder.path().join("vim").display().to_string();
    let variables = [("EDITOR", editor.as_str())];
    let mut terminal = Terminal::open(workbook.root(), &[], NARROW, &variables);
    let screen = settled(&mut terminal, "· incomplete");
    let line = screen.split("src/lib.rs:").nth(1).unwrap();
    let line = line.split(|c: char| !c.is_ascii_digit()).next().unwrap();
    terminal.press("e");
    let told = terminal.wait_for("EDITING");
    assert!(told.contains(&format!("EDITING +{line} ")), "{told}");
    // Every line is for the editor, and none for the screen.
    let typed: Vec<String> = (0..30)
        .map(|n| format!("pub fn q{n}(x: u8) {{}}"))
        .collect();
    for line in &typed {
        terminal.press(&format!("{line}\r"));
    }
    terminal.press("\r");
    let screen = settled(&mut terminal, "✗ compile-error");
    assert!(screen.contains("watching"), "{screen}");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
    let text = fs::read_to_string(workbook.source("ex01_double")).unwrap();
    assert_eq!(text.lines().collect::<Vec<_>>(), typed);
}

#[test]
fn an_editor_ends_with_the_checker() {
    let workbook = Workbook::new();
    let folder = program(
        "nano",
        "echo $$ > \"$(dirname \"$0\")/id\"\nprintf 'EDITING\\033[?25l'\nexec sleep 86399\n",
    );
    let editor = folder.path().join("nano").display().to_string();
    let variables = [("VISUAL", editor.as_str())];
    let mut terminal = Terminal::open(workbook.root(), &[], NARROW, &variables);
    terminal.wait_for("cannot judge");
    terminal.press("e");
    terminal.wait_for("EDITING");
    let sent = std::process::Command::new("kill")
        .arg(terminal.id().to_string())
        .status()
        .unwrap();
    assert!(sent.success());
    assert_eq!(terminal.end().0, 130);
    let editor = fs::read_to_string(folder.path().join("id")).unwrap();
    let is_there = std::process::Command::new("kill")
        .args(["-0", editor.trim()])
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(!is_there.success(), "the editor goes on");
}

#[test]
fn vs_code_opens_beside_the_screen() {
    let workbook = Workbook::new();
    let folder = program(
        "code",
        r#"printf '%s\n' "$@" > "$(dirname "$0")/told.new"
mv "$(dirname "$0")/told.new" "$(dirname "$0")/told""#,
    );
    let path = path_with(folder.path());
    let variables = [("PATH", path.as_str()), ("TERM_PROGRAM", "vscode")];
    let mut terminal = Terminal::open(workbook.root(), &[], NARROW, &variables);
    terminal.wait_for("cannot judge");
    terminal.press("e");
    terminal.wait_for("Opened in code.");
    wait_until("code was told", || folder.path().join("told").exists());
    let told = fs::read_to_string(folder.path().join("told")).unwrap();
    assert!(
        told.ends_with("exercises/ex01_double/src/lib.rs\n"),
        "{told}"
    );
    terminal.press(CTRL_C);
    assert_eq!(terminal.end().0, 130);
}

#[test]
fn who_has_no_editor_is_told_how_to_name_one() {
    let workbook = Workbook::new();
    let nothing = tempfile::tempdir().unwrap();
    let path = nothing.path().display().to_string();
    for (variables, words) in [
        (vec![("PATH", path.as_str())], "Set VISUAL or EDITOR"),
        (vec![("EDITOR", "/no/such/editor")], "cannot be started"),
    ] {
        let mut terminal = Terminal::open(workbook.root(), &[], NARROW, &variables);
        terminal.wait_for("cannot judge");
        terminal.press("e");
        terminal.wait_for(words);
        terminal.press("?");
        terminal.wait_for("end everything at once");
        terminal.press(CTRL_C);
        assert_eq!(terminal.end().0, 130);
    }
}
