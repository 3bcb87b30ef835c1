//! Where progress is kept: one small file, never half written.
//!
//! The file is replaced whole by a rename, so a reader sees the old one or the new one, and a
//! crash at any moment loses nothing recorded. Writers take turns by a lock file, which the
//! system frees when its holder ends, however it ends. A damaged file is kept aside, never
//! silently replaced.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::format::{self, Unreadable};
use super::{NewVerdict, Progress};
use crate::{Error, PROGRESS, Result};

/// How long a writer waits for its turn. A turn takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);
/// A moment in an update. Tests stop there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// The turn has come.
    Turn,
    /// The file has been read.
    Read,
    /// The new file is there, and empty.
    Begun,
    /// Everything is in the new file.
    Written,
    /// The new file has reached the disk.
    Synced,
    /// The new file has its name.
    Renamed,
}

#[cfg(test)]
use tests::reached;
#[cfg(not(test))]
fn reached(_: Moment) {}

/// What files that are being written are called, with something in between.
const BEING_WRITTEN: [&str; 2] = ["progress.", ".new"];

/// Progress as read from disk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    /// What the file says; nothing if there is none or it is damaged.
    pub progress: Progress,
    /// What is wrong with the file, if anything is.
    pub damage: Option<Damage>,
}

/// A progress file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where the damaged file is. After an update, that is where it was moved to.
    pub path: PathBuf,
    /// What is wrong with it, and where.
    pub what: String,
}

/// Where progress is kept.
#[derive(Debug, Clone)]
pub struct ProgressStore {
    folder: PathBuf,
}

/// A writer's turn. It ends when this is dropped.
struct Turn {
    _lock: File,
    /// Some network file systems have no locks.
    is_alone: bool,
}

impl ProgressStore {
    /// The store of the workbook at `root`. Nothing is created yet.
    pub fn new(root: &Path) -> Self {
        Self {
            folder: root.join(PROGRESS),
        }
    }

    /// The progress file.
    pub fn path(&self) -> PathBuf {
        self.folder.join("progress.json")
    }

    /// Reads the progress. Changes nothing on disk, damaged file or not.
    ///
    /// # Errors
    /// When the file cannot be opened, or a newer checker wrote it.
    pub fn load(&self) -> Result<Loaded> {
        let path = self.path();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Loaded::default()),
            Err(error) => return Err(Error::io("read", &path, error)),
        };
        match format::read(&bytes) {
            Ok(progress) => Ok(Loaded {
                progress,
                damage: None,
            }),
            Err(Unreadable::TooNew(found)) => Err(Error::too_new(&path, found)),
            Err(Unreadable::Damaged(what)) => Ok(Loaded {
                progress: Progress::default(),
                damage: Some(Damage { path, what }),
            }),
        }
    }

    /// Changes the progress on disk: waits for its turn, reads what is there, applies `change`,
    /// writes. Other checkers may do the same at the same time: nobody loses anything. A damaged
    /// file is moved aside first.
    ///
    /// # Errors
    /// When the folder cannot be written to, another checker keeps the lock, or a newer checker
    /// wrote the file. What was recorded before is still there.
    pub fn update(&self, change: impl FnOnce(&mut Progress)) -> Result<Loaded> {
        fs::create_dir_all(&self.folder).map_err(|e| Error::io("create", &self.folder, e))?;
        let turn = self.take_turn()?;
        reached(Moment::Turn);
        let mut loaded = self.load()?;
        reached(Moment::Read);
        if let Some(damage) = &mut loaded.damage {
            damage.path = self.keep_aside()?;
        }
        let before = loaded.progress.clone();
        change(&mut loaded.progress);
        if loaded.damage.is_none() && loaded.progress == before {
            return Ok(loaded);
        }
        self.write(&loaded.progress, &turn)?;
        Ok(loaded)
    }

    /// Records a verdict on the exercise `package`, given at `now`, in seconds since 1970.
    ///
    /// # Errors
    /// As [`ProgressStore::update`].
    pub fn record_verdict(
        &self,
        package: &str,
        verdict: NewVerdict<'_>,
        now: u64,
    ) -> Result<Loaded> {
        self.update(|progress| progress.record_verdict(package, verdict, now))
    }

    /// Records that the learner saved the file of the exercise `package` at `now`.
    ///
    /// # Errors
    /// As [`ProgressStore::update`].
    pub fn record_save(&self, package: &str, now: u64) -> Result<Loaded> {
        self.update(|progress| progress.record_save(package, now))
    }

    /// Records that a tier of the hints of the exercise `package` was opened.
    ///
    /// # Errors
    /// As [`ProgressStore::update`].
    pub fn open_hint(&self, package: &str, tier: u8) -> Result<Loaded> {
        self.update(|progress| progress.open_hint(package, tier))
    }

    fn take_turn(&self) -> Result<Turn> {
        let path = self.folder.join("lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|e| Error::io("open", &path, e))?;
        let turn = |lock, is_alone| {
            Ok(Turn {
                _lock: lock,
                is_alone,
            })
        };
        let asked = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return turn(file, true),
                Err(TryLockError::WouldBlock) if asked.elapsed() < PATIENCE => {
                    thread::sleep(Duration::from_millis(5));
                }
                Err(TryLockError::WouldBlock) => return Err(Error::Held { path }),
                // The rename still keeps the file whole, so going on is better than giving up.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return turn(file, false);
                }
                Err(TryLockError::Error(error)) => return Err(Error::io("lock", &path, error)),
            }
        }
    }

    /// Moves the damaged file to the first free `progress.damaged-N`.
    fn keep_aside(&self) -> Result<PathBuf> {
        let path = self.path();
        let aside = (1..u32::MAX)
            .map(|n| self.folder.join(format!("progress.damaged-{n}")))
            .find(|aside| !aside.exists())
            .unwrap_or_else(|| self.folder.join("progress.damaged"));
        fs::rename(&path, &aside).map_err(|e| Error::io("move aside", &path, e))?;
        Ok(aside)
    }

    fn write(&self, progress: &Progress, turn: &Turn) -> Result<()> {
        let path = self.path();
        let json = format::write(progress).map_err(|e| Error::io("write", &path, e.into()))?;
        if turn.is_alone {
            self.sweep();
        }
        replace(&self.folder, &path, &json).map_err(|e| Error::io("write", &path, e))
    }

    /// Removes what checkers left behind that were killed while they wrote. That it stays, should
    /// it not go, harms nobody.
    fn sweep(&self) {
        let [begin, end] = BEING_WRITTEN;
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(begin) && name.ends_with(end) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes a file beside `path`, makes sure it has reached the disk, and only then gives it the
/// name.
fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let [begin, end] = BEING_WRITTEN;
    let mut file = tempfile::Builder::new()
        .prefix(begin)
        .suffix(end)
        .tempfile_in(folder)?;
    reached(Moment::Begun);
    file.write_all(bytes)?;
    reached(Moment::Written);
    file.as_file().sync_all()?;
    reached(Moment::Synced);
    file.persist(path).map_err(|error| error.error)?;
    reached(Moment::Renamed);
    // The new name must reach the disk too. Only Unix opens folders as files.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io::{BufRead as _, BufReader, Lines};
    use std::process::{Child, ChildStdout, Command, Stdio};

    use super::*;
    use crate::VerdictKind;

    fn verdict(kind: VerdictKind) -> NewVerdict<'static> {
        NewVerdict {
            kind,
            source: Some("fn mine() {}"),
            stub: None,
            key: "k".to_owned(),
            report: serde_json::json!({"cause": "x"}),
        }
    }

    fn store() -> (tempfile::TempDir, ProgressStore) {
        let root = tempfile::tempdir().unwrap();
        let store = ProgressStore::new(root.path());
        (root, store)
    }

    #[test]
    fn what_is_recorded_is_read_back() {
        let (_root, store) = store();
        assert_eq!(store.load().unwrap(), Loaded::default());
        store
            .update(|p| p.record_verdict("ex05", verdict(VerdictKind::Race), 1))
            .unwrap();
        store
            .update(|p| p.record_verdict("ex05", verdict(VerdictKind::Passed), 2))
            .unwrap();
        store
            .update(|p| p.record_verdict("ex05", verdict(VerdictKind::Deadlock), 3))
            .unwrap();
        let progress = store.load().unwrap().progress;
        let record = progress.of("ex05").unwrap();
        assert_eq!(record.passed_at, Some(2), "once passed, passed");
        assert_eq!(record.attempts, 1, "the file stayed the same");
        assert_eq!(record.last.as_ref().unwrap().kind, VerdictKind::Deadlock);
        assert!(progress.is_passed("ex05"));
        assert!(!progress.is_passed("ex06"));
        assert!(progress.remembered("ex05", "k").is_some());
        assert!(progress.remembered("ex05", "other").is_none());
    }

    #[test]
    fn reading_creates_nothing() {
        let (root, store) = store();
        store.load().unwrap();
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_file_is_kept_and_reported() {
        let (_root, store) = store();
        store
            .update(|p| p.record_verdict("ex01", verdict(VerdictKind::Passed), 1))
            .unwrap();
        for round in 1..=2 {
            fs::write(store.path(), "{\"version\": 1, \"exer").unwrap();
            let damage = store.load().unwrap().damage.expect("reported");
            assert_eq!(damage.path, store.path());
            assert_eq!(
                fs::read(store.path()).unwrap(),
                b"{\"version\": 1, \"exer",
                "reading leaves it where it is"
            );
            let damage = store.update(|_| ()).unwrap().damage.expect("reported");
            let aside = store.folder.join(format!("progress.damaged-{round}"));
            assert_eq!(damage.path, aside);
            assert_eq!(fs::read(aside).unwrap(), b"{\"version\": 1, \"exer");
            assert_eq!(store.load().unwrap().damage, None);
        }
    }

    #[test]
    fn a_newer_format_is_left_alone() {
        let (_root, store) = store();
        fs::create_dir_all(&store.folder).unwrap();
        let text = "{\"version\": 3, \"learners\": []}";
        fs::write(store.path(), text).unwrap();
        for result in [store.load(), store.update(|_| ())] {
            assert!(matches!(result, Err(Error::TooNew { found: 3, .. })));
        }
        assert_eq!(fs::read_to_string(store.path()).unwrap(), text);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let (_root, store) = store();
        fs::write(&store.folder, "a file where the folder should be").unwrap();
        let error = store.update(|_| ()).unwrap_err();
        assert!(error.to_string().contains(".progress"), "{error}");
    }

    #[test]
    fn a_write_that_fails_leaves_the_old_file() {
        let (_root, store) = store();
        store
            .update(|p| p.record_verdict("ex01", verdict(VerdictKind::Passed), 1))
            .unwrap();
        let before = fs::read(store.path()).unwrap();
        // A temporary file cannot be made in a folder that is not there: the
        // same point at which a full disk would stop us.
        let nowhere = store.folder.join("nowhere");
        assert!(replace(&nowhere, &store.path(), b"new").is_err());
        assert_eq!(fs::read(store.path()).unwrap(), before);
    }

    #[test]
    fn what_changes_nothing_writes_nothing() {
        let (_root, store) = store();
        store.open_hint("ex01", 2).unwrap();
        // Not as we would write it.
        let text = fs::read_to_string(store.path()).unwrap() + "\n\n";
        fs::write(store.path(), &text).unwrap();
        store.open_hint("ex01", 2).unwrap();
        assert_eq!(fs::read_to_string(store.path()).unwrap(), text);
    }

    #[test]
    fn many_writers_lose_nothing() {
        let (_root, store) = store();
        thread::scope(|scope| {
            for writer in 0..4 {
                let store = &store;
                scope.spawn(move || {
                    for n in 0..10 {
                        let package = format!("ex{writer}{n}");
                        store
                            .update(|p| p.record_verdict(&package, verdict(VerdictKind::Passed), 1))
                            .unwrap();
                    }
                });
            }
        });
        assert_eq!(store.load().unwrap().progress.iter().count(), 40);
    }

    /// What a process of its own is told by: where to write, in which exercise, how often, and at
    /// which moment of the update after that to stop.
    const ORDERS: &str = "PROGRESS_TEST_ORDERS";

    thread_local! {
        static STOP_AT: Cell<Option<Moment>> = const { Cell::new(None) };
    }

    /// Called at each moment of an update. Whoever is told to stop there says so, and never goes on.
    pub fn reached(moment: Moment) {
        if STOP_AT.get() == Some(moment) {
            say("stopped");
            loop {
                thread::park();
            }
        }
    }

    fn say(word: &str) {
        let mut out = io::stdout();
        writeln!(out, "says {word}")
            .and_then(|()| out.flush())
            .unwrap();
    }

    /// No test: the process that [`start`] starts. Among other tests it does nothing.
    #[test]
    fn somebody_else() {
        let Ok(orders) = std::env::var(ORDERS) else {
            return;
        };
        let orders: Vec<&str> = orders.split('|').collect();
        let [root, package, count, moment] = orders[..] else {
            panic!("{orders:?}");
        };
        let store = ProgressStore::new(Path::new(root));
        say("ready");
        let mut go = String::new();
        io::stdin().read_line(&mut go).unwrap();
        // Each text is another, whoever writes it.
        let record = |number: u32| {
            let text = format!("{number} of {}", std::process::id());
            let mut verdict = verdict(VerdictKind::Race);
            verdict.source = Some(&text);
            store.record_verdict(package, verdict, 1).unwrap();
        };
        let count = count.parse().unwrap();
        for number in 0..count {
            record(number);
            say("recorded");
        }
        let at = MOMENTS.into_iter().find(|m| format!("{m:?}") == moment);
        STOP_AT.set(at);
        record(count);
    }

    const MOMENTS: [Moment; 6] = [
        Moment::Turn,
        Moment::Read,
        Moment::Begun,
        Moment::Written,
        Moment::Synced,
        Moment::Renamed,
    ];

    struct Somebody {
        child: Child,
        lines: Lines<BufReader<ChildStdout>>,
    }

    impl Somebody {
        /// Starts another process, which waits for [`Somebody::go`].
        fn start(root: &Path, package: &str, count: u32, stop_at: Option<Moment>) -> Self {
            let moment = stop_at.map_or(String::new(), |moment| format!("{moment:?}"));
            let orders = format!("{}|{package}|{count}|{moment}", root.display());
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "progress::store::tests::somebody_else"])
                .arg("--nocapture")
                .env(ORDERS, orders)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let mut somebody = Self { child, lines };
            somebody.listen("ready");
            somebody
        }

        fn go(&mut self) {
            let mut to = self.child.stdin.take().unwrap();
            to.write_all(b"go\n").unwrap();
        }

        /// Reads until the word is said.
        fn listen(&mut self, word: &str) {
            let wanted = format!("says {word}");
            let said = self.lines.any(|line| line.unwrap().ends_with(&wanted));
            assert!(said, "ended without saying {word}");
        }

        /// Ends it as `kill -9` does.
        fn kill(mut self) {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
    }

    #[test]
    fn a_kill_at_any_moment_loses_nothing() {
        let (root, store) = store();
        let mut recorded = 0;
        for round in 0..5 {
            for moment in MOMENTS {
                let mut writer = Somebody::start(root.path(), "ex01", round % 3, Some(moment));
                writer.go();
                writer.listen("stopped");
                writer.kill();
                // The last one counts as soon as the new file has its name.
                recorded += round % 3 + u32::from(moment == Moment::Renamed);
                let loaded = store.load().unwrap();
                assert_eq!(loaded.damage, None, "{moment:?}");
                assert_eq!(loaded.progress.attempts("ex01"), recorded, "{moment:?}");
                // Nobody has to wait for the dead, or to clean up after them.
                store.open_hint("ex02", 1).unwrap();
                store.record_save("ex02", u64::from(recorded)).unwrap();
                store.update(|p| p.forget("ex02")).unwrap();
                let left: Vec<_> = fs::read_dir(&store.folder).unwrap().collect();
                assert_eq!(left.len(), 2, "{moment:?}: {left:?}");
            }
        }
    }

    #[test]
    fn two_processes_at_once_lose_nothing() {
        const EACH: u32 = 100;
        let (root, store) = store();
        let mut both = ["a", "b"].map(|_| Somebody::start(root.path(), "ex01", EACH - 1, None));
        for somebody in &mut both {
            somebody.go();
        }
        for mut somebody in both {
            // Its pipe must not fill up.
            while somebody.lines.next().is_some() {}
            assert!(somebody.child.wait().unwrap().success());
        }
        assert_eq!(store.load().unwrap().progress.attempts("ex01"), 2 * EACH);
    }
}
