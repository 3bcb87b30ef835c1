//! What both benches need: a fresh clone, and cargo as a learner has it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Rounds of which the median counts.
pub const ROUNDS: u32 = 7;

/// The repository that this was built from.
pub fn here() -> Result<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(manifest.join("../..").canonicalize()?)
}

/// Clones it. What is not committed does not count.
pub fn clone_to(root: &Path) -> Result<()> {
    let status = Command::new("git")
        .args(["clone", "--quiet", "--no-local"])
        .arg(here()?)
        .arg(root)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err("git clone failed".into())
    }
}

/// Cargo, without the settings that it hands to its children.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(folder);
    for name in cargos_own() {
        command.env_remove(name);
    }
    command
}

/// The variables that cargo hands to its children, and a learner does not have.
pub fn cargos_own() -> impl Iterator<Item = String> {
    let names = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    names.filter(|name| {
        let is_setting = name.starts_with("CARGO") && name != "CARGO_HOME" && !name.contains("NET");
        is_setting || name == "RUSTUP_TOOLCHAIN"
    })
}

/// The folder in `parent` whose name begins so.
pub fn begins_with(parent: &Path, name: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(parent)?.collect::<std::io::Result<Vec<_>>>()?;
    entries
        .iter()
        .find(|entry| entry.file_name().to_string_lossy().starts_with(name))
        .map(fs::DirEntry::path)
        .ok_or_else(|| format!("no {name} in {}", parent.display()).into())
}

pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
