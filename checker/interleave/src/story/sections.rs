//! The times during which a thread held a lock.

use super::slice::came_to_nothing;
use crate::engine::clock::Tid;
use crate::engine::op::{Act, ObjId, Touch};
use crate::engine::tell::Line;

/// A thread holds a lock from one line of the story to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Section {
    pub tid: Tid,
    pub lock: ObjId,
    /// Nobody else was let in, not even to read.
    pub alone: bool,
    pub begin: usize,
    pub end: usize,
    /// It changed what the lock guards.
    pub changed: bool,
}

/// Whether a step takes a lock, and if so, whether for itself alone.
pub(crate) fn locks(line: &Line, touch: Touch) -> Option<bool> {
    match (touch, line.act) {
        (Touch::LockAlone, _) => Some(true),
        (Touch::LockShared, _) => Some(false),
        (Touch::Probe, Act::TryLock | Act::TryWrite) if !came_to_nothing(line) => Some(true),
        (Touch::Probe, Act::TryRead) if !came_to_nothing(line) => Some(false),
        _ => None,
    }
}

/// All of them, in the order of their ends.
pub(crate) fn sections(lines: &[Line]) -> Vec<Section> {
    let mut open: Vec<Section> = Vec::new();
    let mut over = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        for (lock, touch) in &line.touches {
            if let Some(alone) = locks(line, *touch) {
                open.push(Section {
                    tid: line.tid,
                    lock: *lock,
                    alone,
                    begin: index,
                    end: index,
                    changed: false,
                });
            }
            match touch {
                Touch::UnlockAlone | Touch::UnlockShared => {
                    let mine = |section: &Section| section.tid == line.tid && section.lock == *lock;
                    if let Some(at) = open.iter().rposition(mine) {
                        over.push(Section {
                            end: index,
                            changed: line.changed,
                            ..open.remove(at)
                        });
                    }
                }
                _ => {}
            }
        }
    }
    // Still held at the end: what is done under it is not known yet.
    over.extend(open.into_iter().map(|section| Section {
        end: lines.len(),
        ..section
    }));
    over
}
