//! Git repositories at `HEAD`, without a checkout.
//!
//! Git reads the objects, but never meets the repository: it gets a fresh, empty one of
//! ours, which borrows the objects. So no setting, hook, filter, alias, replacement or
//! helper of the learner's is ever seen, and there is no remote from which something
//! could be fetched. `HEAD` and the reference it names are read here, as plain files.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tempfile::TempDir;

use super::folder::{children, open_ordinary};
use super::{Content, Kind, Listed, Take, Tree};
use crate::intake::catalogue::whole_below;
use crate::{Limits, RawName, WhyIgnored, WhyRefused};

/// The most that `HEAD`, a reference, a commit or one folder may take up.
const SMALL: u64 = 8 * 1024 * 1024;

/// Whether `folder` is a repository, bare or with files.
pub(crate) fn is_repository(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(".git")).is_ok() || is_git_folder(folder)
}

fn is_git_folder(folder: &Path) -> bool {
    folder.join("HEAD").is_file() && folder.join("objects").is_dir() && folder.join("refs").is_dir()
}

/// A repository, opened at its `HEAD`.
#[derive(Debug)]
pub(crate) struct Repository {
    git: Git,
    limits: Limits,
    /// The commit.
    pub commit: String,
    /// When the commit says that it was made.
    pub time: Option<Timestamp>,
    tree: String,
    /// The object of each listed entry.
    objects: Vec<String>,
}

impl Repository {
    pub(crate) fn open(folder: &Path, limits: &Limits) -> Result<Self, WhyRefused> {
        let folder = git_folder(folder)?;
        refuse_borrowed(&folder.join("objects"))?;
        let commit = head(&folder)?;
        let mut git = Git::start(&folder.join("objects"), &commit, limits)?;
        let text = git.read(&commit, "commit", SMALL)?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let line = |start: &str| {
            text.lines()
                .take_while(|line| !line.is_empty())
                .find_map(|line| line.strip_prefix(start))
        };
        let tree = line("tree ")
            .filter(|tree| is_object(tree))
            .ok_or_else(|| WhyRefused::Git("the commit names no files".to_owned()))?
            .to_owned();
        // committer Name <address> 1700000000 +0100
        let time = line("committer ")
            .and_then(|line| line.rsplit(' ').nth(1)?.parse().ok())
            .and_then(|second| Timestamp::from_second(second).ok());
        Ok(Self {
            git,
            limits: limits.clone(),
            commit,
            time,
            tree,
            objects: Vec::new(),
        })
    }
}

/// Where the repository itself is kept.
fn git_folder(folder: &Path) -> Result<PathBuf, WhyRefused> {
    let inner = folder.join(".git");
    match fs::symlink_metadata(&inner) {
        Ok(meta) if meta.is_dir() => Ok(inner),
        // A file or a link: the repository is somewhere else.
        Ok(_) => Err(WhyRefused::BorrowedObjects),
        Err(_) if is_git_folder(folder) => Ok(folder.to_path_buf()),
        Err(_) => Err(WhyRefused::NoRepository),
    }
}

/// Objects may be links, or be borrowed from another repository: from the instructor's
/// own, for example, with the solutions in it.
fn refuse_borrowed(objects: &Path) -> Result<(), WhyRefused> {
    let unreadable = |error: std::io::Error| WhyRefused::Unreadable(error.to_string());
    let meta = fs::symlink_metadata(objects).map_err(unreadable)?;
    if !meta.is_dir() {
        return Err(WhyRefused::BorrowedObjects);
    }
    for borrowed in ["info/alternates", "info/http-alternates"] {
        if fs::symlink_metadata(objects.join(borrowed)).is_ok() {
            return Err(WhyRefused::BorrowedObjects);
        }
    }
    for (name, kind) in children(objects).map_err(unreadable)? {
        if kind.is_symlink() {
            return Err(WhyRefused::BorrowedObjects);
        }
        if kind.is_dir() {
            let inner = children(&objects.join(&name)).map_err(unreadable)?;
            // Git waits for ever on a pipe.
            if inner
                .iter()
                .any(|(_, kind)| !kind.is_dir() && !kind.is_file())
            {
                return Err(WhyRefused::BorrowedObjects);
            }
        }
    }
    Ok(())
}

fn is_object(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn object(text: &str) -> Result<String, WhyRefused> {
    let text = text.trim();
    let is_one = is_object(text).then(|| text.to_owned());
    is_one.ok_or(WhyRefused::NoCommit)
}

fn head(folder: &Path) -> Result<String, WhyRefused> {
    let text = small_file(&folder.join("HEAD"))?.ok_or(WhyRefused::NoRepository)?;
    let text = text.trim();
    let Some(reference) = text.strip_prefix("ref:").map(str::trim) else {
        return object(text);
    };
    let plain = reference.starts_with("refs/")
        && reference.split('/').all(|name| {
            !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', ':', '\0'])
        });
    if !plain {
        let how = "a HEAD that names no branch";
        return Err(WhyRefused::UnknownRepository(how));
    }
    if folder.join("reftable").is_dir() {
        return Err(WhyRefused::UnknownRepository("references kept as tables"));
    }
    // No folder on the way to the reference may be a link out of the repository.
    let mut path = folder.to_path_buf();
    for name in reference.split('/') {
        path.push(name);
        if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
            return Err(WhyRefused::BorrowedObjects);
        }
    }
    if let Some(text) = small_file(&path)? {
        return object(&text);
    }
    let packed = small_file(&folder.join("packed-refs"))?.unwrap_or_default();
    packed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(object, name)| *name == reference && is_object(object))
        .map(|(object, _)| object.to_owned())
        .ok_or(WhyRefused::NoCommit)
}

/// The text of a file that may be missing. Links are not followed.
fn small_file(path: &Path) -> Result<Option<String>, WhyRefused> {
    if fs::symlink_metadata(path).is_err() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    open_ordinary(path)?
        .take(SMALL + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| WhyRefused::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > SMALL {
        return Err(WhyRefused::LargeFile(SMALL));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

impl Tree for Repository {
    fn list(&mut self) -> Result<Vec<Listed>, WhyRefused> {
        let mut all = Vec::new();
        self.objects.clear();
        let mut open = vec![(self.tree.clone(), RawName::from(""), 0)];
        while let Some((tree, below, depth)) = open.pop() {
            if depth > self.limits.folders {
                return Err(WhyRefused::DeepPath);
            }
            let bytes = self.git.read(&tree, "tree", SMALL)?;
            for (mode, name, object) in TreeEntries::new(&bytes, tree.len() / 2) {
                if all.len() as u64 >= self.limits.entries {
                    return Err(WhyRefused::OverLimit {
                        what: "entries",
                        limit: self.limits.entries,
                    });
                }
                let path = below.joined("/", name);
                let kind = match mode {
                    b"100644" | b"100755" | b"100664" => Kind::File,
                    b"120000" => Kind::Bad(WhyRefused::Symlink),
                    b"160000" => Kind::Skipped(WhyIgnored::Submodule),
                    b"40000" => {
                        let text = std::str::from_utf8(name).ok();
                        let whole = text.and_then(|name| whole_below(path.as_bytes(), name));
                        if whole.is_none() {
                            open.push((object.clone(), path.clone(), depth + 1));
                        }
                        whole.map_or(Kind::Folder, Kind::Skipped)
                    }
                    _ => Kind::Bad(WhyRefused::OddFile),
                };
                self.objects.push(object);
                all.push(Listed {
                    path,
                    kind,
                    size: 0,
                });
            }
        }
        Ok(all)
    }

    fn visit(&mut self, wanted: &[usize], take: &mut Take<'_>) -> Result<(), WhyRefused> {
        for &index in wanted {
            let object = self.objects.get(index).ok_or(WhyRefused::Changed)?;
            match self.git.read(object, "blob", self.limits.file_bytes) {
                Ok(bytes) => {
                    let reader = &mut bytes.as_slice();
                    take(
                        index,
                        Ok(Content {
                            reader,
                            packed: None,
                        }),
                    );
                }
                Err(why @ WhyRefused::LargeFile(_)) => take(index, Err(why)),
                Err(why) => return Err(why),
            }
        }
        Ok(())
    }
}

/// The entries of a tree object: mode, name, object.
struct TreeEntries<'a> {
    rest: &'a [u8],
    digest: usize,
}

impl<'a> TreeEntries<'a> {
    fn new(rest: &'a [u8], digest: usize) -> Self {
        Self { rest, digest }
    }
}

impl<'a> Iterator for TreeEntries<'a> {
    type Item = (&'a [u8], &'a [u8], String);

    fn next(&mut self) -> Option<Self::Item> {
        let space = self.rest.iter().position(|byte| *byte == b' ')?;
        let (mode, rest) = self.rest.split_at(space);
        let end = rest.iter().position(|byte| *byte == 0)?;
        let (name, rest) = (&rest[1..end], &rest[end + 1..]);
        let digest = rest.get(..self.digest)?;
        self.rest = &rest[self.digest..];
        let object = digest.iter().fold(String::new(), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        Some((mode, name, object))
    }
}

/// A running `git cat-file`, in a repository of ours.
#[derive(Debug)]
struct Git {
    child: Arc<Mutex<Child>>,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
    /// When it began, and how long it may take.
    began: Instant,
    patience: Duration,
    /// Dropped when the work is done, which ends the watch.
    done: Option<mpsc::Sender<()>>,
    watch: Option<JoinHandle<()>>,
    _place: TempDir,
}

const CONFIG: &str = "[core]\n\tbare = true\n\tcommitGraph = false\n\tmultiPackIndex = false\n\
                      \tfsmonitor = false\n";

impl Git {
    fn start(objects: &Path, commit: &str, limits: &Limits) -> Result<Self, WhyRefused> {
        let failed = |error: std::io::Error| WhyRefused::Git(error.to_string());
        let place = tempfile::tempdir().map_err(failed)?;
        let at = |name: &str| place.path().join(name);
        fs::create_dir_all(at("objects")).map_err(failed)?;
        fs::create_dir_all(at("refs")).map_err(failed)?;
        fs::write(at("HEAD"), "ref: refs/heads/none\n").map_err(failed)?;
        fs::write(at("empty"), "").map_err(failed)?;
        let format = match commit.len() {
            64 => "\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n",
            _ => "\trepositoryformatversion = 0\n",
        };
        fs::write(at("config"), format!("{CONFIG}{format}")).map_err(failed)?;
        let objects = std::path::absolute(objects).map_err(failed)?;

        let mut command = Command::new("git");
        command.env_clear();
        // Where programs are, and what Windows starts none without.
        for kept in ["PATH", "SystemRoot"] {
            if let Some(value) = std::env::var_os(kept) {
                command.env(kept, value);
            }
        }
        let mut child = command
            .env("HOME", place.path())
            .env("LC_ALL", "C")
            .env("GIT_DIR", place.path())
            .env("GIT_OBJECT_DIRECTORY", objects)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_SYSTEM", at("empty"))
            .env("GIT_CONFIG_GLOBAL", at("empty"))
            .env("GIT_ATTR_NOSYSTEM", "1")
            .env("GIT_NO_REPLACE_OBJECTS", "1")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env(
                "GIT_ALLOC_LIMIT",
                format!("{}m", limits.repository_mebibytes),
            )
            .current_dir(place.path())
            .args(["--no-pager", "cat-file", "--batch-command"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let no_pipe = || WhyRefused::Git("it has no pipe".to_owned());
        let ask = child.stdin.take().ok_or_else(no_pipe)?;
        let answer = child.stdout.take().ok_or_else(no_pipe)?;
        let child = Arc::new(Mutex::new(child));
        let (done, ended) = mpsc::channel::<()>();
        let watched = Arc::clone(&child);
        let patience = limits.repository_time;
        let watch = std::thread::spawn(move || {
            if ended.recv_timeout(patience) == Err(mpsc::RecvTimeoutError::Timeout) {
                let mut child = watched.lock().unwrap_or_else(PoisonError::into_inner);
                // It may have ended by itself just now.
                let _ = child.kill();
            }
        });
        Ok(Self {
            child,
            ask,
            answer: BufReader::new(answer),
            began: Instant::now(),
            patience,
            done: Some(done),
            watch: Some(watch),
            _place: place,
        })
    }

    /// An object of the kind `kind` and of at most `most` bytes.
    fn read(&mut self, object: &str, kind: &str, most: u64) -> Result<Vec<u8>, WhyRefused> {
        let size = self.ask("info", object, kind)?;
        if size > most {
            return Err(WhyRefused::LargeFile(most));
        }
        if self.ask("contents", object, kind)? != size {
            return Err(WhyRefused::Git("an object has two sizes".to_owned()));
        }
        let mut bytes = Vec::new();
        (&mut self.answer)
            .take(size + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| WhyRefused::Git(error.to_string()))?;
        if bytes.len() as u64 != size + 1 || bytes.pop() != Some(b'\n') {
            return Err(gone());
        }
        Ok(bytes)
    }

    /// The size that git gives for an object.
    fn ask(&mut self, what: &str, object: &str, kind: &str) -> Result<u64, WhyRefused> {
        if self.began.elapsed() >= self.patience {
            return Err(gone());
        }
        let failed = |_| gone();
        writeln!(self.ask, "{what} {object}").map_err(failed)?;
        self.ask.flush().map_err(failed)?;
        let mut line = Vec::new();
        (&mut self.answer)
            .take(1024)
            .read_until(b'\n', &mut line)
            .map_err(failed)?;
        let line = String::from_utf8_lossy(&line);
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some(_), Some(found), Some(size)) if found == kind => size.parse().map_err(|_| gone()),
            (Some(_), Some("missing"), None) => {
                Err(WhyRefused::Git("an object is missing".to_owned()))
            }
            (Some(_), Some(_), Some(_)) => {
                Err(WhyRefused::Git("an object is of the wrong kind".to_owned()))
            }
            _ => Err(gone()),
        }
    }
}

fn gone() -> WhyRefused {
    WhyRefused::Git("git stopped: an object is damaged, or took too much time or memory".to_owned())
}

impl Drop for Git {
    fn drop(&mut self) {
        self.done.take();
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        // It has nothing left to say.
        let _ = child.kill();
        let _ = child.wait();
        drop(child);
        if let Some(watch) = self.watch.take() {
            let _ = watch.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_git_that_says_nothing_is_ended() {
        let place = tempfile::tempdir().unwrap();
        let limits = Limits {
            repository_time: Duration::from_millis(20),
            ..Limits::default()
        };
        let mut git = Git::start(place.path(), &"0".repeat(40), &limits).unwrap();
        // Nothing was asked, so this waits until the watch ends it.
        let mut rest = Vec::new();
        git.answer.read_to_end(&mut rest).unwrap();
        assert!(rest.is_empty());
    }

    #[test]
    fn a_tree_object_comes_apart_and_a_cut_one_ends() {
        let mut bytes = b"100644 lib.rs\0".to_vec();
        bytes.extend([0xab; 20]);
        bytes.extend(b"40000 src\0");
        bytes.extend([1; 20]);
        let all: Vec<_> = TreeEntries::new(&bytes, 20).collect();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].1, b"lib.rs");
        assert_eq!(all[0].2, "ab".repeat(20));
        for cut in 0..bytes.len() {
            assert!(TreeEntries::new(&bytes[..cut], 20).count() < 2);
        }
    }
}
