//! Which editor opens a file, and how it is told the line.

#[cfg(not(unix))]
#[path = "other.rs"]
pub mod ending;
#[cfg(unix)]
#[path = "unix.rs"]
pub mod ending;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An editor and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    words: Vec<String>,
    manner: Manner,
}

/// How an editor is told the line, and where it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Manner {
    line: LineIs,
    /// Whether it needs the terminal for itself.
    in_terminal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineIs {
    /// `+12 file`
    Plus,
    /// `file:12`
    Colon,
    /// `--goto file:12`
    Goto,
    /// `--line 12 file`
    Option,
    /// Nobody knows how.
    Unknown,
}

/// What can be asked about the surroundings.
pub trait Surroundings {
    fn variable(&self, name: &str) -> Option<String>;
    /// Whether this program is there.
    fn has(&self, program: &str) -> bool;
}

/// The real ones.
pub struct Here;

impl Surroundings for Here {
    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    fn has(&self, program: &str) -> bool {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| {
            let file = folder.join(program);
            file.is_file() || (cfg!(windows) && file.with_extension("cmd").is_file())
        })
    }
}

/// What to tell somebody who has no editor.
pub const NO_EDITOR: &str =
    "Set VISUAL or EDITOR to your editor, such as `export VISUAL=nvim`, and press e again.";

impl Editor {
    /// The editor that is wanted here: `$VISUAL`, `$EDITOR`, or VS Code.
    pub fn choose(here: &dyn Surroundings) -> Option<Self> {
        let asked = ["VISUAL", "EDITOR"]
            .into_iter()
            .filter_map(|name| here.variable(name))
            .find_map(|value| Self::parse(&value));
        let inside_code = here.variable("TERM_PROGRAM").as_deref() == Some("vscode");
        let code = || here.has("code").then(|| Self::parse("code")).flatten();
        // In the terminal of VS Code the file belongs beside it, unless somebody says otherwise.
        match here.variable("VISUAL") {
            None if inside_code => code().or(asked),
            _ => asked.or_else(code),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        // A path with blanks in it is a path.
        let mut words = if Path::new(text).is_file() {
            vec![text.to_owned()]
        } else {
            shell_words::split(text).ok()?
        };
        let program = words.first()?.clone();
        let manner = Manner::of(&program, &words[1..]);
        if manner.line == LineIs::Goto {
            // We do not wait for it, and it must not wait for itself.
            words.retain(|word| word != "--wait" && word != "-w");
        }
        Some(Self { words, manner })
    }

    /// Its name, for messages.
    pub fn name(&self) -> &str {
        &self.words[0]
    }

    /// Whether it needs the terminal for itself.
    pub fn in_terminal(&self) -> bool {
        self.manner.in_terminal
    }

    /// Opens `file`, at a line if one is known.
    pub fn command(&self, file: &Path, line: Option<u32>) -> Command {
        let mut command = Command::new(program(&self.words[0]));
        command.args(&self.words[1..]);
        let with_line = |line: u32| {
            let mut place = file.as_os_str().to_owned();
            place.push(format!(":{line}"));
            place
        };
        match (self.manner.line, line) {
            (LineIs::Plus, Some(line)) => command.arg(format!("+{line}")).arg(file),
            (LineIs::Colon, Some(line)) => command.arg(with_line(line)),
            (LineIs::Goto, Some(line)) => command.arg("--goto").arg(with_line(line)),
            (LineIs::Option, Some(line)) => command.arg("--line").arg(line.to_string()).arg(file),
            _ => command.arg(file),
        };
        command
    }
}

/// Windows starts scripts such as `code.cmd` by their full name only.
fn program(name: &str) -> PathBuf {
    if cfg!(windows) && Path::new(name).extension().is_none() {
        let script = format!("{name}.cmd");
        if Here.has(&script) {
            return script.into();
        }
    }
    name.into()
}

impl Manner {
    fn of(program: &str, arguments: &[String]) -> Self {
        let stem = Path::new(program)
            .file_stem()
            .and_then(OsStr::to_str)
            .unwrap_or(program)
            .to_ascii_lowercase();
        let (line, in_terminal) = match stem.as_str() {
            "vi" | "vim" | "nvim" | "view" | "nano" | "pico" | "micro" | "kak" | "joe" | "jed"
            | "mg" | "ne" | "mcedit" | "emacs" => (LineIs::Plus, true),
            // With `-n` it hands the file to an Emacs that is open, and comes back.
            "emacsclient" => {
                let hands_over = arguments
                    .iter()
                    .any(|word| word == "-n" || word == "--no-wait");
                (LineIs::Plus, !hands_over)
            }
            "hx" | "helix" => (LineIs::Colon, true),
            "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => {
                (LineIs::Goto, false)
            }
            "subl" | "zed" | "zeditor" | "lapce" => (LineIs::Colon, false),
            "gvim" | "mvim" | "gedit" | "gnome-text-editor" | "xed" | "pluma" => {
                (LineIs::Plus, false)
            }
            "kate" | "rustrover" | "idea" | "clion" => (LineIs::Option, false),
            _ => (LineIs::Unknown, true),
        };
        Self { line, in_terminal }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct There<'a>(&'a [(&'a str, &'a str)], &'a [&'a str]);

    impl Surroundings for There<'_> {
        fn variable(&self, name: &str) -> Option<String> {
            let found = self.0.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        }

        fn has(&self, program: &str) -> bool {
            self.1.contains(&program)
        }
    }

    fn chosen(variables: &[(&str, &str)], programs: &[&str]) -> Option<String> {
        let editor = Editor::choose(&There(variables, programs))?;
        Some(editor.name().to_owned())
    }

    #[test]
    fn who_asks_for_an_editor_gets_it() {
        let (visual, editor) = (("VISUAL", "nvim"), ("EDITOR", "nano"));
        let inside = ("TERM_PROGRAM", "vscode");
        let with_code = ["code"];
        for (variables, programs, wanted) in [
            (&[visual, editor][..], &with_code[..], Some("nvim")),
            (&[editor], &with_code, Some("nano")),
            (&[], &with_code, Some("code")),
            (&[], &[], None),
            // EDITOR is often set by the system, VISUAL by hand.
            (&[inside, editor], &with_code, Some("code")),
            (&[inside, visual], &with_code, Some("nvim")),
            (&[inside, editor], &[], Some("nano")),
        ] {
            assert_eq!(chosen(variables, programs).as_deref(), wanted);
        }
    }

    #[test]
    fn each_is_told_the_line_in_its_own_way() {
        for (editor, words, in_terminal) in [
            ("vim", "vim +12 a b.rs", true),
            ("/usr/bin/nvim", "/usr/bin/nvim +12 a b.rs", true),
            ("nano -w", "nano -w +12 a b.rs", true),
            ("emacs -nw", "emacs -nw +12 a b.rs", true),
            ("emacsclient -n", "emacsclient -n +12 a b.rs", false),
            ("hx", "hx a b.rs:12", true),
            ("code --wait", "code --goto a b.rs:12", false),
            ("rustrover", "rustrover --line 12 a b.rs", false),
            ("ed", "ed a b.rs", true),
        ] {
            let editor = Editor::parse(editor).unwrap();
            let command = editor.command(Path::new("a b.rs"), Some(12));
            let mut said = command.get_program().to_string_lossy().into_owned();
            for word in command.get_args() {
                said = said + " " + &word.to_string_lossy();
            }
            assert_eq!(said, words);
            assert_eq!(editor.in_terminal(), in_terminal, "{words}");
        }
        let command = Editor::parse("vim")
            .unwrap()
            .command(Path::new("a.rs"), None);
        assert_eq!(command.get_args().count(), 1, "no line, no place");
    }

    #[test]
    fn what_cannot_be_understood_is_no_editor() {
        assert_eq!(Editor::parse("vim 'unclosed"), None);
        assert_eq!(Editor::parse("  "), None);
    }
}
