//! expect: passed
//!
//! A macro takes the lock, and the names in it are those of modules of the standard library.

use std::sync::Mutex;

/// Does something with the number of pieces, under the lock.
macro_rules! locked {
    ($stock:ident, $pieces:ident => $work:expr) => {{
        let mut guard = $stock.pieces.lock().unwrap();
        let $pieces = &mut *guard;
        $work
    }};
}

/// The stock of one article, shared by all the threads of the shop.
pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    /// Puts `pieces` on the shelf to begin with.
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    /// How many pieces are on the shelf.
    pub fn on_hand(&self) -> u32 {
        locked!(self, pieces => *pieces)
    }

    /// Adds a delivery, of which `net` is what is in the boxes, to the shelf.
    pub fn deliver(&self, net: u32) {
        locked!(self, pieces => *pieces += net);
    }

    /// Sells pieces, and returns how many are left right after this sale.
    pub fn sell(&self, net: u32) -> Option<u32> {
        locked!(self, pieces => {
            *pieces = pieces.checked_sub(net)?;
            Some(*pieces)
        })
    }

    /// Fills the shelf up to `target` pieces, and returns how many that took.
    pub fn top_up(&self, target: u32) -> u32 {
        locked!(self, pieces => {
            let net = target.saturating_sub(*pieces);
            *pieces += net;
            net
        })
    }
}
