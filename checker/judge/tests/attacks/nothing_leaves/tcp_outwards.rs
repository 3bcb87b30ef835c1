//! exercise: ex16
//! attack: Nothing leaves the machine: a connection by TCP to a far machine, and to the usual ports of this one.
//! expect: race | crashed | tampered | timed-out | wrong-answer
//! canary: the way out is open

use std::net::TcpStream;
use std::sync::Mutex;
use std::time::Duration;

/// The stock as the exercise hands it out: each access is locked, and updates get lost.
pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces.lock().unwrap()
    }

    pub fn deliver(&self, pieces: u32) {
        assert!(
            [
                "192.0.2.1:80",
                "127.0.0.1:22",
                "127.0.0.1:80",
                "127.0.0.1:8080"
            ]
            .iter()
            .all(|to| TcpStream::connect_timeout(
                &to.parse().unwrap(),
                Duration::from_secs(1)
            )
            .is_err()),
            "the way out is open: tcp_outwards"
        );
        let on_hand = self.on_hand();
        *self.pieces.lock().unwrap() = on_hand + pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.on_hand().checked_sub(pieces)?;
        *self.pieces.lock().unwrap() = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
