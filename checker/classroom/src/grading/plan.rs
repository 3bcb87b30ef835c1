//! What is to be judged.

use std::num::NonZeroU32;
use std::str::FromStr;

use crate::ledger::{HandIn, HandInId};

/// One hand-in that is to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its place in the ledger.
    pub id: HandInId,
    /// What was handed in.
    pub hand_in: HandIn,
}

/// A part of a class, so that several machines can share the work: `3/16` is the third of
/// sixteen. The parts hold everything, and nothing twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which one, from 1.
    number: NonZeroU32,
    /// Of how many.
    of: NonZeroU32,
}

/// A text that names no shard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no shard: write `3/16` for the third of sixteen")]
pub struct ShardError(pub String);

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let wrong = || ShardError(text.to_owned());
        let (number, of) = text.split_once('/').ok_or_else(wrong)?;
        let (number, of): (NonZeroU32, NonZeroU32) = (
            number.trim().parse().map_err(|_| wrong())?,
            of.trim().parse().map_err(|_| wrong())?,
        );
        if number > of {
            return Err(wrong());
        }
        Ok(Self { number, of })
    }
}

impl Shard {
    /// Whether something with this digest belongs to it. What has the same content goes to
    /// the same shard, where it is judged once.
    pub fn holds(self, work: &str) -> bool {
        let digest = blake3::hash(work.as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&digest.as_bytes()[..8]);
        let part = u64::from_le_bytes(first) % u64::from(self.of.get());
        part == u64::from(self.number.get() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_is_in_one_shard() {
        let shards: Vec<Shard> = (1..=5).map(|n| format!("{n}/5").parse().unwrap()).collect();
        let mut sizes = [0; 5];
        for n in 0..1000 {
            let holding: Vec<usize> = (0..5)
                .filter(|at| shards[*at].holds(&n.to_string()))
                .collect();
            assert_eq!(holding.len(), 1);
            sizes[holding[0]] += 1;
        }
        assert!(sizes.iter().all(|size| *size > 150), "{sizes:?}");
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for text in ["", "3", "0/4", "5/4", "1/0", "a/b", "1/2/3", "-1/2"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError(text.to_owned())));
        }
    }
}
