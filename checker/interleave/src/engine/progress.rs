//! Progress: which threads get somewhere, and which only look.
//!
//! A thread that waits in a loop sees the same thing from the same line again
//! and again. Until somebody changes what it looks at, its next turns are known,
//! so the search lets it rest. This is what keeps spin loops from blowing up the
//! number of schedules.

use super::clock::Tid;
use super::execution::{Execution, Glance};
use super::object::Place;
use super::op::ObjId;

impl Execution {
    /// The running step changed something that another thread may wait for.
    pub fn changed(&mut self, object: ObjId) {
        self.object(object).version += 1;
        self.note(|line| line.changed = true);
        self.worked();
    }

    /// The running thread made progress of its own.
    pub fn worked(&mut self) {
        let thread = self.thread();
        thread.seen.clear();
        thread.idle = false;
        self.idle_turns = 0;
    }

    /// The running step only looked. A thread that sees the same thing from
    /// the same line again waits for somebody else.
    pub fn looked(&mut self, object: Option<ObjId>, at: Place) {
        let version = object.map_or(0, |id| self.object(id).version);
        let glance = Glance {
            line: std::ptr::from_ref(at) as usize,
            object,
            version,
        };
        // What was seen before somebody changed something counts no longer.
        let me = self.current.index();
        let (threads, objects) = (&mut self.threads, &self.objects);
        let thread = &mut threads[me];
        let fresh = |g: &Glance| {
            g.object
                .is_none_or(|id| objects[id.0 as usize].version == g.version)
        };
        if !thread.seen.iter().all(fresh) {
            thread.seen.clear();
            thread.idle = false;
        }
        if thread.seen.contains(&glance) {
            thread.idle = true;
            if self.stubborn {
                self.idle_turns += 1;
                self.let_time_pass();
            }
        } else if thread.seen.len() < 32 {
            thread.seen.push(glance);
            thread.idle = false;
        }
    }

    /// The running step read an overwritten value. The next time round it may
    /// read another, so the thread does not wait in vain.
    pub fn looked_back(&mut self) {
        let thread = self.thread();
        thread.seen.clear();
        thread.idle = false;
    }

    pub(super) fn waits_in_vain(&self, tid: Tid) -> bool {
        let thread = &self.threads[tid.index()];
        thread.idle
            && thread.seen.iter().all(|glance| {
                glance
                    .object
                    .is_none_or(|id| self.objects[id.0 as usize].version == glance.version)
            })
    }
}
