//! Places to work at, kept from one judgement to the next.
//!
//! A learner's file changes little from save to save, and the solutions of an
//! exercise share its tests. So the compiler may reuse what it built before, if
//! it finds everything under the same path again. A seat is such a path: locked
//! while someone works there, and kept warm for one exercise at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder to work in. Free for others when dropped; what was laid out in it is
/// gone then, what the compiler may reuse is not.
#[derive(Debug)]
pub(crate) struct Seat {
    folder: PathBuf,
    /// The desk is cleared by whoever sits down next.
    left: bool,
    _kept: Kept,
}

/// What is given back when the seat is: it is held, not used.
#[derive(Debug)]
enum Kept {
    /// Locked as long as the file is open.
    Locked { _lock: File },
    /// The file system knows no locks: nobody else may find this one.
    Once { _folder: TempDir },
}

/// Where the compiler keeps what it may reuse.
const WARM: &str = "warm";
/// Says which exercise a seat is kept warm for.
const NAME: &str = "exercise";

impl Seat {
    /// Takes a free seat below `place`: the one kept warm for `exercise` if there
    /// is one, else the first. One thread at a time may ask.
    pub(crate) fn take(place: &Path, exercise: &str) -> io::Result<Self> {
        fs::create_dir_all(place)?;
        let mut first = None;
        for number in 0_u32..1000 {
            let folder = place.join(number.to_string());
            let is_new = !folder.is_dir();
            fs::create_dir_all(&folder)?;
            let lock = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(folder.join("lock"))?;
            match lock.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => continue,
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Self::once(place);
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
            let seat = Self {
                folder,
                left: false,
                _kept: Kept::Locked { _lock: lock },
            };
            if seat.is_warm_for(exercise) {
                return Ok(seat);
            }
            first.get_or_insert(seat);
            if is_new {
                break;
            }
        }
        let seat = first.ok_or_else(|| io::Error::other("every place to work at is taken"))?;
        seat.warm_up_for(exercise)?;
        Ok(seat)
    }

    fn once(place: &Path) -> io::Result<Self> {
        let folder = tempfile::tempdir_in(place)?;
        Ok(Self {
            folder: folder.path().to_path_buf(),
            left: false,
            _kept: Kept::Once { _folder: folder },
        })
    }

    fn is_warm_for(&self, exercise: &str) -> bool {
        fs::read_to_string(self.folder.join(NAME)).is_ok_and(|name| name == exercise)
    }

    fn warm_up_for(&self, exercise: &str) -> io::Result<()> {
        // Nothing is warm between these two steps, whatever happens.
        remove(&self.folder.join(NAME))?;
        remove(&self.warm())?;
        fs::write(self.folder.join(NAME), exercise)
    }

    /// Where the compiler keeps what it may reuse.
    pub(crate) fn warm(&self) -> PathBuf {
        self.folder.join(WARM)
    }

    /// Where a judgement lays things out, empty at first.
    pub(crate) fn desk(&self) -> PathBuf {
        self.folder.join("desk")
    }

    /// What is on the desk stays there for a while after the seat is given back.
    pub(crate) fn leave_as_it_is(&mut self) {
        self.left = true;
    }

    /// Clears the desk.
    pub(crate) fn clear(&self) -> io::Result<()> {
        remove(&self.desk())?;
        fs::create_dir_all(self.desk())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if !self.left {
            // Whoever sits down next clears the desk again, so this may fail.
            let _ = remove(&self.desk());
        }
    }
}

fn remove(path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warm_something(seat: &Seat) {
        fs::create_dir_all(seat.warm()).unwrap();
        fs::write(seat.warm().join("something"), "").unwrap();
    }

    fn is_warm(seat: &Seat) -> bool {
        seat.warm().join("something").exists()
    }

    #[test]
    fn a_seat_is_kept_warm_for_its_exercise() {
        let place = tempfile::tempdir().unwrap();
        let place = place.path();
        let one = Seat::take(place, "ex01").unwrap();
        let other = Seat::take(place, "ex02").unwrap();
        assert_ne!(one.folder, other.folder);
        let (folder_of_one, folder_of_other) = (one.folder.clone(), other.folder.clone());
        warm_something(&one);
        warm_something(&other);
        drop((one, other));

        let again = Seat::take(place, "ex02").unwrap();
        assert_eq!(again.folder, folder_of_other);
        assert!(is_warm(&again));
        let third = Seat::take(place, "ex03").unwrap();
        assert_eq!(third.folder, folder_of_one);
        assert!(
            !is_warm(&third),
            "what is warm for another exercise is thrown away"
        );
    }

    #[test]
    fn nobody_shares_a_seat() {
        let place = tempfile::tempdir().unwrap();
        let seats: Vec<_> = (0..4)
            .map(|_| Seat::take(place.path(), "ex01").unwrap())
            .collect();
        let mut folders: Vec<_> = seats.iter().map(|seat| &seat.folder).collect();
        folders.dedup();
        assert_eq!(folders.len(), 4);
    }

    #[test]
    fn a_desk_is_empty_whoever_sat_there() {
        let place = tempfile::tempdir().unwrap();
        let seat = Seat::take(place.path(), "ex01").unwrap();
        fs::create_dir_all(seat.desk()).unwrap();
        fs::write(seat.desk().join("left"), "").unwrap();
        seat.clear().unwrap();
        assert_eq!(fs::read_dir(seat.desk()).unwrap().count(), 0);
        let desk = seat.desk();
        drop(seat);
        assert!(!desk.exists());
    }

    #[test]
    fn a_desk_that_is_left_as_it_is_lasts_until_the_next_one_comes() {
        let place = tempfile::tempdir().unwrap();
        let mut seat = Seat::take(place.path(), "ex01").unwrap();
        seat.leave_as_it_is();
        seat.clear().unwrap();
        fs::write(seat.desk().join("left"), "").unwrap();
        let left = seat.desk().join("left");
        drop(seat);
        assert!(left.exists());
        Seat::take(place.path(), "ex01").unwrap().clear().unwrap();
        assert!(!left.exists());
    }
}
