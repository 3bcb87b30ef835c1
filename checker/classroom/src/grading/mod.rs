//! From what was handed in to rulings in the ledger.
//!
//! [`take_in`] writes a class into the ledger: learners, sources, hand-ins, notes. From
//! then on the ledger is all that is needed. [`Grading::run`] judges what has no ruling on
//! the present ground, many at a time, and adds each ruling as soon as it is there. So a
//! run that was interrupted is resumed by running again, and what did not change is not
//! judged again.

mod plan;
mod run;
mod taking;

pub use plan::{Shard, ShardError, Task};
pub use run::{Grading, Progress, Tally};
pub use taking::{Pupil, TakenIn, TakingError, take_in};
