//! The heap of an explored program: what it frees is kept until the execution
//! ends.
//!
//! So a use after free is seen and named instead of crashing the test, a
//! second free is found before the system's allocator trips over it, and no
//! address comes to mean another value in the middle of an execution. Outside
//! of an exploration, and for the engine's own memory, this is the system's
//! allocator and nothing more.

use super::failure::Failure;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::{BTreeMap, VecDeque};

/// So many freed bytes are kept; the oldest go first.
const MOST_KEPT: usize = 16 << 20;

thread_local! {
    /// The engine itself is at work: what it frees is its own.
    static IN_ENGINE: Cell<bool> = const { Cell::new(false) };
}

/// Marks the engine as being at work for as long as it lives.
pub(super) struct AtWork(bool);

impl AtWork {
    pub fn begin() -> AtWork {
        AtWork(IN_ENGINE.replace(true))
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        IN_ENGINE.set(self.0);
    }
}

/// Whether the engine or the allocator is at work on this thread.
#[allow(dead_code, reason = "for signals only, which not every system has")]
pub(super) fn is_at_work() -> bool {
    IN_ENGINE.get()
}

struct Heap;

#[global_allocator]
static HEAP: Heap = Heap;

/// Whether it is the explored program that asks.
fn is_the_programs() -> bool {
    super::is_active() && !IN_ENGINE.get()
}

/// The allocator must not be interrupted, and where it is the program that
/// asks for memory, needs room on the stack: it may hold a lock.
fn begin() -> AtWork {
    if !IN_ENGINE.get() {
        let here = 0u8;
        super::traps::check((&raw const here).addr());
    }
    AtWork::begin()
}

// SAFETY: every block comes from the system's allocator and goes back to it
// with the layout that it was made with: at once, or when the execution ends.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _at_work = begin();
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let _at_work = begin();
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if !is_the_programs() {
            // SAFETY: the caller's promise is passed on.
            return unsafe { System.dealloc(block, layout) };
        }
        if !super::inside(|e| e.freed.keep(block, layout)) {
            super::fail(Failure::Freed { twice: true });
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !is_the_programs() {
            // SAFETY: the caller's promise is passed on.
            return unsafe { System.realloc(block, layout, size) };
        }
        // SAFETY: the caller promises that `size` suits the layout, and that
        // the old block is as long as its layout says.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !new.is_null() {
                std::ptr::copy_nonoverlapping(block, new, layout.size().min(size));
                self.dealloc(block, layout);
            }
            new
        }
    }
}

/// So many freed blocks are looked through one by one.
const FEW: usize = 32;

/// The blocks that an execution has freed.
///
/// Every use of a look-alike asks whether it was freed. Most executions free few
/// blocks, so a list is the fastest index of all; a tree takes over from it.
#[derive(Default)]
pub(crate) struct Freed {
    oldest_first: VecDeque<(usize, Layout)>,
    /// All of them, once they are many.
    layouts: BTreeMap<usize, Layout>,
    bytes: usize,
}

impl Freed {
    /// Keeps a block that the program frees. False if it has freed it before.
    fn keep(&mut self, block: *mut u8, layout: Layout) -> bool {
        let address = block.expose_provenance();
        if self.layouts.is_empty() {
            if self.oldest_first.iter().any(|(start, _)| *start == address) {
                return false;
            }
            if self.oldest_first.len() == FEW {
                self.layouts.extend(self.oldest_first.iter().copied());
                self.layouts.insert(address, layout);
            }
        } else if self.layouts.insert(address, layout).is_some() {
            return false;
        }
        self.oldest_first.push_back((address, layout));
        self.bytes += layout.size();
        while self.bytes > MOST_KEPT && self.give_one_back() {}
        true
    }

    /// Whether the address lies in a block that was freed.
    pub fn contains(&self, address: usize) -> bool {
        let lies_in = |start: usize, layout: &Layout| {
            // Also false if it lies before the start.
            address.wrapping_sub(start) < layout.size()
        };
        if self.layouts.is_empty() {
            let mut all = self.oldest_first.iter();
            return all.any(|(start, layout)| lies_in(*start, layout));
        }
        let mut before = self.layouts.range(..=address);
        before
            .next_back()
            .is_some_and(|(start, layout)| lies_in(*start, layout))
    }

    fn give_one_back(&mut self) -> bool {
        let Some((address, layout)) = self.oldest_first.pop_front() else {
            return false;
        };
        self.layouts.remove(&address);
        self.bytes -= layout.size();
        // SAFETY: the block was handed to `keep` by `dealloc`, with this layout,
        // and is given back once: it was just taken off the list.
        unsafe { System.dealloc(std::ptr::with_exposed_provenance_mut(address), layout) };
        true
    }
}

impl Drop for Freed {
    fn drop(&mut self) {
        while self.give_one_back() {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_freed_block_is_known_by_every_address_in_it_and_freed_once() {
        let layout = Layout::from_size_align(24, 8).unwrap();
        // SAFETY: the layout is not empty.
        let block = unsafe { System.alloc(layout) };
        let start = block as usize;
        let mut freed = Freed::default();
        assert!(!freed.contains(start));
        assert!(freed.keep(block, layout));
        assert!(freed.contains(start) && freed.contains(start + 23));
        assert!(!freed.contains(start + 24) && !freed.contains(start - 1));
        assert!(!freed.keep(block, layout));
    }

    #[test]
    fn many_blocks_are_known_as_few_are() {
        let layout = Layout::from_size_align(24, 8).unwrap();
        let mut freed = Freed::default();
        let mut blocks = Vec::new();
        for _ in 0..3 * FEW {
            // SAFETY: the layout is not empty.
            let block = unsafe { System.alloc(layout) };
            assert!(!freed.contains(block as usize));
            assert!(freed.keep(block, layout));
            blocks.push(block);
        }
        for block in blocks {
            let start = block as usize;
            assert!(freed.contains(start) && freed.contains(start + 23));
            assert!(!freed.keep(block, layout));
        }
    }

    #[test]
    fn the_oldest_blocks_go_once_too_much_is_kept() {
        let layout = Layout::from_size_align(MOST_KEPT / 2 + 1, 8).unwrap();
        // SAFETY: the layout is not empty.
        let (a, b) = unsafe { (System.alloc(layout), System.alloc(layout)) };
        let mut freed = Freed::default();
        assert!(freed.keep(a, layout) && freed.keep(b, layout));
        assert!(!freed.contains(a as usize) && freed.contains(b as usize));
    }
}
