//! Data races on `UnsafeCell`.
//!
//! Each cell remembers its last write, and the last read of each thread since,
//! by their place in happens-before: Flanagan and Freund, "`FastTrack`: Efficient
//! and Precise Dynamic Race Detection" (PLDI 2009). Two accesses race if one of
//! them writes and the later one does not know of the earlier one.
//!
//! A cell hands out a plain pointer, which does not say what is done with it.
//! But nobody else runs until the thread announces its next step. So the bytes
//! are compared then: a cell that has changed was written, and a cell that was
//! asked for and has not changed was read. A write through a pointer that was
//! kept is seen at the step after it, whoever holds the pointer.

use super::execution::Execution;
use super::failure::{DataRace, Failure, Touched};
use super::object::{Place, State};
use super::op::{Act, Footprint, ObjId, Touch};
use smallvec::SmallVec;

/// The accesses that a cell remembers.
#[derive(Default)]
pub(crate) struct Accesses {
    write: Option<(Touched, u32)>,
    reads: SmallVec<[(Touched, u32); 4]>,
}

/// A cell whose memory is watched.
pub(crate) struct Watched {
    cell: ObjId,
    /// Where the object's number stands in memory: it tells whether the cell
    /// is still there.
    handle: *const u64,
    name: u64,
    value: *const u8,
    bytes: Box<[u8]>,
    /// The running thread asked for the pointer since its last step: where,
    /// and in which line of the story.
    asked: Option<(Place, Option<usize>)>,
    /// Where a pointer was last asked for.
    last_asked: Place,
}

impl Watched {
    /// Notes the bytes as they are now; true if they have changed.
    fn has_changed(&mut self) -> bool {
        let mut changed = false;
        for (index, byte) in self.bytes.iter_mut().enumerate() {
            // SAFETY: the cell is still there (`is_there`), so its memory can
            // be read, by a thread that no other thread of the system races
            // with. `read_volatile` because the bytes may be padding, which
            // has a value on every machine but none in the language.
            let now = unsafe { self.value.add(index).read_volatile() };
            changed |= std::mem::replace(byte, now) != now;
        }
        changed
    }

    fn is_there(&self) -> bool {
        // SAFETY: the program's heap is not given back while the execution
        // runs, and cells on the stack of a thread that ended are forgotten.
        unsafe { self.handle.read_volatile() == self.name }
    }
}

impl Execution {
    /// The running thread asks for the pointer to a cell. `handle` is the
    /// address of the handle's word, and `name` what stands there.
    pub fn cell_asked(
        &mut self,
        cell: ObjId,
        (handle, name): (*const u64, u64),
        (value, size): (*const u8, usize),
        at: Place,
    ) {
        let line = self.story.as_mut().map(|story| {
            let touches = Footprint::from_iter([(cell, Touch::Read)]);
            story.begin(self.current, Act::CellUse, at, &touches);
            story.lines.len() - 1
        });
        let asked = Some((at, line));
        match self.watched.iter_mut().find(|w| w.cell == cell) {
            Some(watched) if watched.value == value && watched.bytes.len() == size => {
                watched.asked = asked;
                watched.last_asked = at;
            }
            found => {
                let mut watched = Watched {
                    cell,
                    handle,
                    name,
                    value,
                    bytes: vec![0; size].into(),
                    asked,
                    last_asked: at,
                };
                watched.has_changed();
                match found {
                    Some(old) => *old = watched,
                    None => self.watched.push(watched),
                }
            }
        }
    }

    /// So many cells did the running thread ask for since its last step.
    pub fn cells_asked(&self) -> usize {
        self.watched.iter().filter(|w| w.asked.is_some()).count()
    }

    /// The running thread has the cell to itself, and may change it.
    pub fn cell_taken(&mut self, cell: ObjId, at: Place) {
        self.access(cell, at, true);
        self.watched.retain(|w| w.cell != cell);
    }

    /// Finds out what the running thread did to cells since its last step.
    pub fn see_cells(&mut self) {
        let mut index = 0;
        while index < self.watched.len() {
            let watched = &mut self.watched[index];
            if !watched.is_there() {
                self.watched.swap_remove(index);
                continue;
            }
            let wrote = watched.has_changed();
            let asked = watched.asked.take();
            let (cell, place) = (watched.cell, watched.last_asked);
            index += 1;
            if !wrote && asked.is_none() {
                continue;
            }
            let place = asked.map_or(place, |(at, _)| at);
            if let (Some((_, Some(line))), Some(_)) = (asked, &self.story) {
                let verb = if wrote { "writes" } else { "reads" };
                let text = format!("{verb} {}", self.object_name(cell));
                if let Some(story) = &mut self.story {
                    story.lines[line].text = text;
                    story.lines[line].changed = wrote;
                }
            }
            self.access(cell, place, wrote);
        }
    }

    /// Forgets the cells on a stack that will be used by another thread.
    pub fn forget_cells(&mut self, stack: std::ops::Range<usize>) {
        self.watched
            .retain(|watched| !stack.contains(&(watched.value as usize)));
    }

    fn access(&mut self, cell: ObjId, place: Place, wrote: bool) {
        let me = self.current;
        let now = &self.threads[me.index()].now.hb;
        // An access comes after the thread's last step and before its next, so
        // only those who know of the next step know of the access.
        let time = now.get(me) + 1;
        let State::Cell(accesses) = &mut self.objects[cell.0 as usize].state else {
            unreachable!("a cell's object is a cell")
        };
        let unknown =
            |(touched, time): &(Touched, u32)| touched.tid != me && now.get(touched.tid) < *time;
        let races = |access: &&(Touched, u32)| unknown(access);
        let mut earlier = accesses.write.as_ref().filter(races);
        if wrote && earlier.is_none() {
            earlier = accesses.reads.iter().find(races);
        }
        let later = Touched {
            tid: me,
            place,
            wrote,
        };
        if let Some((earlier, _)) = earlier {
            let earlier = *earlier;
            return self.fail(Failure::DataRace(DataRace {
                cell,
                earlier,
                later,
            }));
        }
        if wrote {
            accesses.write = Some((later, time));
            accesses.reads.clear();
        } else {
            match accesses.reads.iter_mut().find(|(t, _)| t.tid == me) {
                Some(read) => *read = (later, time),
                None => accesses.reads.push((later, time)),
            }
        }
    }
}
