//! The explorer and the test kit, built once for all judgements.
//!
//! Cargo builds them, in a target folder of our own so that an editor's cargo
//! never keeps us waiting. What came out is written down together with a digest
//! of what went in: as long as that stays the same, cargo is not called at all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::process::{self, End, Ended, Limits};
use crate::toolchain::Toolchain;
use crate::words::tells_of_a_full_disk;
use crate::{Cancel, PrepareError, Preparing, target_folder};

/// Everything that judgements share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tools {
    /// The compiler.
    pub toolchain: Toolchain,
    /// The explorer's library.
    pub interleave: PathBuf,
    /// The test kit's library.
    pub testkit: PathBuf,
    /// The folders with the libraries that these two need.
    pub dependencies: Vec<PathBuf>,
    /// Whether the explorer writes reports. Then a schedules test that ends
    /// without one is not believed.
    pub reports: bool,
    /// A digest of what they were built from.
    pub built_from: String,
}

/// A build may have to fetch things over a slow network. Who waits in vain gives up by hand.
const BUILD: Limits<'_> = Limits {
    deadline: Duration::from_hours(24),
    keep: 4 << 20,
    or_standstill: false,
    bounds: &process::UNBOUNDED,
};
/// How often somebody who waits for a turn looks whether it is worth it.
const LOOK_UP: Duration = Duration::from_millis(20);

/// The packages whose sources the tools are built from.
const SOURCES: [&str; 2] = ["checker/interleave", "checker/testkit"];
/// Files at the root that change how they are built.
const SETTINGS: [&str; 3] = ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"];

impl Tools {
    /// The tools of the workbook at `root`, built if need be.
    pub(crate) fn get(
        root: &Path,
        cancel: &Cancel,
        notice: &mut dyn FnMut(Preparing),
    ) -> Result<Self, PrepareError> {
        let folder = target_folder(root);
        let stamp = folder.join("tools.json");
        let known = Self::read(&stamp);
        let toolchain = Toolchain::find(root, known.as_ref().map(|tools| &tools.toolchain))?;
        let built_from = digest(root, &toolchain)?;
        if let Some(mut known) = known
            && known.is_for(&built_from)
        {
            if known.toolchain != toolchain {
                // The same compiler, asked for in another way.
                known.toolchain = toolchain;
                known.write(&stamp)?;
            }
            return Ok(known);
        }

        fs::create_dir_all(&folder).map_err(|e| io_error("create", &folder, e))?;
        let _turn = take_turn(&folder.join("lock"), cancel)?;
        // Another checker may have built them while we waited.
        if let Some(known) = Self::read(&stamp)
            && known.is_for(&built_from)
        {
            return Ok(known);
        }
        notice(Preparing::BuildingExplorer);
        let tools = Self::build(root, &folder, toolchain, built_from, cancel)?;
        tools.write(&stamp)?;
        Ok(tools)
    }

    fn is_for(&self, built_from: &str) -> bool {
        self.built_from == built_from && self.interleave.is_file() && self.testkit.is_file()
    }

    fn build(
        root: &Path,
        folder: &Path,
        toolchain: Toolchain,
        built_from: String,
        cancel: &Cancel,
    ) -> Result<Self, PrepareError> {
        // The judge builds compile-fail cases itself: the test kit does without
        // the crate that does it under `cargo test`, which saves most of the time.
        let (interleave, one) = build(root, folder, &toolchain, ("interleave", &[]), cancel)?;
        let (testkit, other) = build(
            root,
            folder,
            &toolchain,
            ("testkit", &["--no-default-features", "--features", "sworn"]),
            cancel,
        )?;
        let mut dependencies = vec![one, other];
        dependencies.dedup();
        Ok(Self {
            toolchain,
            interleave,
            testkit,
            dependencies,
            reports: mentions(&root.join(SOURCES[0]).join("src"), "REPORT_VERSION"),
            built_from,
        })
    }

    fn read(stamp: &Path) -> Option<Self> {
        // Whatever is wrong with the stamp, building anew mends it.
        serde_json::from_slice(&fs::read(stamp).ok()?).ok()
    }

    fn write(&self, stamp: &Path) -> Result<(), PrepareError> {
        let folder = stamp.parent().unwrap_or(stamp);
        let json = serde_json::to_vec_pretty(self).unwrap_or_default();
        tempfile::NamedTempFile::new_in(folder)
            .and_then(|file| {
                fs::write(file.path(), json)?;
                file.persist(stamp).map_err(|error| error.error)
            })
            .map_err(|e| io_error("write", stamp, e))?;
        Ok(())
    }
}

/// Builds one package with cargo: its library, and the folder it is in.
fn build(
    root: &Path,
    folder: &Path,
    toolchain: &Toolchain,
    (package, options): (&str, &[&str]),
    cancel: &Cancel,
) -> Result<(PathBuf, PathBuf), PrepareError> {
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--package", package])
        .args(options)
        .args(["--message-format", "json-render-diagnostics"])
        .arg("--target-dir")
        .arg(folder)
        .current_dir(root)
        // The same compiler that will use the library, with no one's own flags.
        .env("RUSTC", &toolchain.rustc)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET")
        .env_remove("CARGO_TARGET_DIR");
    let ended = process::run(command, BUILD, cancel)
        .map_err(|error| PrepareError::NoCompiler(format!("cargo: {error}")))?;
    if ended.end == End::Cancelled {
        return Err(PrepareError::Cancelled);
    }
    let library = library(&ended, package).ok_or_else(|| not_built(&ended.stderr, folder))?;
    // Cargo reports the copy at the top of the target folder; what it depends on
    // is one level below.
    let parent = library.parent().unwrap_or(folder);
    let dependencies = if parent.ends_with("deps") {
        parent.to_path_buf()
    } else {
        parent.join("deps")
    };
    Ok((library, dependencies))
}

/// Why cargo built nothing. Of a full disk it says much, and little of that helps.
fn not_built(said: &str, folder: &Path) -> PrepareError {
    if tells_of_a_full_disk(said) {
        io_error("write to", folder, io::ErrorKind::StorageFull.into())
    } else {
        PrepareError::Build(said.to_owned())
    }
}

/// The library of `package` among the things that cargo says it built.
fn library(ended: &Ended, package: &str) -> Option<PathBuf> {
    #[derive(Deserialize)]
    struct Message {
        reason: String,
        #[serde(default)]
        target: Target,
        #[serde(default)]
        filenames: Vec<PathBuf>,
    }
    #[derive(Deserialize, Default)]
    struct Target {
        name: String,
    }

    if ended.end != End::Exited(0) {
        return None;
    }
    ended
        .stdout
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .filter(|message| message.reason == "compiler-artifact" && message.target.name == package)
        .flat_map(|message| message.filenames)
        .find(|file| {
            file.extension()
                .is_some_and(|extension| extension == "rlib")
        })
}

/// A digest of everything that the tools are built from.
fn digest(root: &Path, toolchain: &Toolchain) -> Result<String, PrepareError> {
    let mut digest = blake3::Hasher::new();
    digest.update(toolchain.version.as_bytes());
    digest.update(toolchain.rustc.as_os_str().as_encoded_bytes());
    add_packages(&mut digest, root, &SOURCES, &SETTINGS)?;
    Ok(digest.finalize().to_hex().to_string())
}

/// A digest of the judge's own source: another judge may say something else.
pub(crate) fn digest_of_judge(root: &Path) -> Result<String, PrepareError> {
    let mut digest = blake3::Hasher::new();
    add_packages(&mut digest, root, &["checker/judge", "checker/course"], &[])?;
    Ok(digest.finalize().to_hex().to_string())
}

fn add_packages(
    digest: &mut blake3::Hasher,
    root: &Path,
    packages: &[&str],
    others: &[&str],
) -> Result<(), PrepareError> {
    let mut files = Vec::new();
    for package in packages {
        files.push(root.join(package).join("Cargo.toml"));
        files_below(&root.join(package).join("src"), &mut files)
            .map_err(|e| io_error("read", &root.join(package), e))?;
    }
    files.extend(others.iter().map(|name| root.join(name)));
    files.sort();
    for file in files {
        let content = match fs::read(&file) {
            Ok(content) => content,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(io_error("read", &file, error)),
        };
        let name = file.strip_prefix(root).unwrap_or(&file);
        for part in [name.as_os_str().as_encoded_bytes(), &content] {
            digest.update(&(part.len() as u64).to_le_bytes());
            digest.update(part);
        }
    }
    Ok(())
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files_below(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn mentions(folder: &Path, word: &str) -> bool {
    let mut files = Vec::new();
    files_below(folder, &mut files).is_ok()
        && files
            .iter()
            .any(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(word)))
}

/// Waits until no other checker builds. Free again when the file is closed.
fn take_turn(lock: &Path, cancel: &Cancel) -> Result<File, PrepareError> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
        .map_err(|e| io_error("open", lock, e))?;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            // Nobody wakes us for a cancellation, so we look up now and then.
            Err(TryLockError::WouldBlock) if !cancel.is_cancelled() => thread::sleep(LOOK_UP),
            Err(TryLockError::WouldBlock) => return Err(PrepareError::Cancelled),
            // A file system without locks: cargo has its own turn-taking.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(file);
            }
            Err(TryLockError::Error(error)) => return Err(io_error("lock", lock, error)),
        }
    }
}

pub(crate) fn io_error(action: &'static str, path: &Path, source: io::Error) -> PrepareError {
    PrepareError::Io {
        action,
        path: path.to_path_buf(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_from_what_does_not_build() {
        let folder = Path::new("target/judge");
        let full = not_built("error: x\n  No space left on device (os error 28)", folder);
        assert!(matches!(full, PrepareError::Io { .. }), "{full}");
        assert!(full.advice().contains("disk is not full"));
        let broken = not_built("error[E0425]: cannot find value", folder);
        assert!(matches!(broken, PrepareError::Build(_)), "{broken}");
    }
}
