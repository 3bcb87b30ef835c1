//! Where loom 0.7 is known to differ, by the name of the row.

/// Why loom differs on a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// loom treats `SeqCst` loads and stores as `AcqRel` ones (its README says
    /// so), so it shows what only `SeqCst` forbids: false alarms.
    SeqCstIsAcqRel,
    /// loom lets a plain store of another thread come between the load and the
    /// store of a read-modify-write: false alarms.
    TornByStore,
    /// In loom a compare-exchange that fails reads the newest value: missed bugs.
    FailedExchangeIsNew,
}

impl Why {
    /// Whether loom misses outcomes that are allowed.
    pub fn misses(self) -> bool {
        self == Why::FailedExchangeIsNew
    }

    /// Whether loom shows outcomes that are forbidden.
    pub fn invents(self) -> bool {
        self != Why::FailedExchangeIsNew
    }
}

/// The deviation that is listed for a row.
pub fn of(row: &str) -> Option<Why> {
    Some(match row {
        "SB+sc" | "R+sc" | "2+2W+sc" | "RWC+sc" | "RMW-SB+sc" | "SB+Fsc+sc" | "R+Fsc+sc"
        | "2+2W+Fsc+sc" => Why::SeqCstIsAcqRel,
        "RMW-over-store+rlx"
        | "RMW-over-store+ra"
        | "RMW-over-store+sc"
        | "RMW-under-store+rlx"
        | "RMW-under-store+ra"
        | "RMW-under-store+sc"
        | "relseq+swap"
        | "cas-fails+rlx"
        | "cas-fails+acq" => Why::TornByStore,
        "cas-fails+old-value" | "cas-fails+SB" | "cas-fails+sc+Fsc" => Why::FailedExchangeIsNew,
        _ => return None,
    })
}
