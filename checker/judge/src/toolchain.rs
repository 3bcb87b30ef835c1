//! Which compiler is meant, found without starting it when nothing changed.
//!
//! `rustc` on the path is usually a proxy that looks up the pinned toolchain
//! each time. We ask it once where the real one is, and remember the answer for
//! as long as everything that it depends on stays the same.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::PrepareError;

/// A compiler.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Toolchain {
    /// The compiler itself, not a proxy.
    pub rustc: PathBuf,
    /// What `rustc -vV` says.
    pub version: String,
    /// A digest of what the choice depends on.
    asked: String,
}

impl Toolchain {
    /// The toolchain that `rustc` means in the folder `root`. `known` is the
    /// answer from an earlier time.
    pub(crate) fn find(root: &Path, known: Option<&Self>) -> Result<Self, PrepareError> {
        if let Some(known) = known
            && known.asked == circumstances(root, &known.rustc)
        {
            return Ok(known.clone());
        }
        let version = ask(root, &["-vV"])?;
        let sysroot = ask(root, &["--print", "sysroot"])?;
        let rustc = Path::new(sysroot.trim())
            .join("bin")
            .join(format!("rustc{}", env::consts::EXE_SUFFIX));
        // Some distributions keep the compiler elsewhere: the name will do.
        let rustc = if rustc.is_file() {
            rustc
        } else {
            PathBuf::from("rustc")
        };
        Ok(Self {
            asked: circumstances(root, &rustc),
            rustc,
            version,
        })
    }

    /// The version alone, such as `1.95.0`.
    pub(crate) fn release(&self) -> &str {
        self.version
            .lines()
            .find_map(|line| line.strip_prefix("release: "))
            .unwrap_or_default()
    }

    /// The folder that it is in with all its libraries, if it is one of its own.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        let folder = self.rustc.parent()?.parent()?;
        folder.is_absolute().then(|| folder.to_path_buf())
    }

    /// A command that runs the compiler, undisturbed by settings that are meant
    /// for other builds.
    pub(crate) fn rustc(&self) -> Command {
        let mut command = Command::new(&self.rustc);
        for variable in ["RUSTC_BOOTSTRAP", "RUSTC_LOG", "RUSTFLAGS", "RUST_LOG"] {
            command.env_remove(variable);
        }
        command
    }
}

fn ask(root: &Path, question: &[&str]) -> Result<String, PrepareError> {
    let output = Command::new("rustc")
        .args(question)
        .current_dir(root)
        .output()
        .map_err(|error| PrepareError::NoCompiler(error.to_string()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(PrepareError::NoCompiler(said.trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A digest of all that decides which compiler `rustc` is, and of whether that
/// one is still what it was.
fn circumstances(root: &Path, rustc: &Path) -> String {
    let mut digest = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        digest.update(&(bytes.len() as u64).to_le_bytes());
        digest.update(bytes);
    };
    for variable in ["RUSTUP_TOOLCHAIN", "RUSTUP_HOME", "CARGO_HOME"] {
        add(env::var_os(variable).unwrap_or_default().as_encoded_bytes());
    }
    for name in ["rust-toolchain.toml", "rust-toolchain"] {
        add(&fs::read(root.join(name)).unwrap_or_default());
    }
    let proxy = on_path("rustc").unwrap_or_default();
    for file in [proxy.as_path(), rustc, &rustup_settings()] {
        add(file.as_os_str().as_encoded_bytes());
        add(stamp(file).as_bytes());
    }
    digest.finalize().to_hex().to_string()
}

fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// Where rustup keeps its overrides and its default.
fn rustup_settings() -> PathBuf {
    let home = env::var_os("RUSTUP_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(OsStr::new(".rustup"))));
    home.unwrap_or_default().join("settings.toml")
}

/// Size and time of a file, as text.
fn stamp(file: &Path) -> String {
    let Ok(meta) = fs::metadata(file) else {
        return String::new();
    };
    let modified = meta
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .unwrap_or_default();
    format!("{} {}", meta.len(), modified.as_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_good_for_as_long_as_nothing_changes() {
        let root = tempfile::tempdir().unwrap();
        let first = Toolchain::find(root.path(), None).unwrap();
        assert!(
            first
                .version
                .contains(&format!("release: {}", first.release()))
        );
        assert!(!first.release().is_empty());

        // A mark that only survives if the compiler is not asked again.
        let mut marked = first.clone();
        marked.version.push_str("remembered");
        let again = Toolchain::find(root.path(), Some(&marked)).unwrap();
        assert_eq!(again, marked);

        marked.rustc = PathBuf::from("/nowhere/rustc");
        let again = Toolchain::find(root.path(), Some(&marked)).unwrap();
        assert_eq!(again, first);
    }
}
