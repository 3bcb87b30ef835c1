//! The table: litmus programs by their names in the literature, and what is
//! allowed, written down by hand.
//!
//! Names and shapes are those of Alglave, Maranget and Tautschnig, "Herding Cats"
//! (TOPLAS 2014), and Maranget, Sarkar and Sewell, "A Tutorial Introduction to the
//! ARM and POWER Relaxed Memory Models" (2012); the verdicts are those of C++20.
//! Where they come from a paper on C11 itself, the row says so.
//!
//! Each row asks for one outcome, as `1 0 / 2 _`: the registers in the order of
//! the text, then the last values of x, y and z. `_` is any value.

use Verdict::{Allowed, Forbidden, LoadBuffering};

/// Whether an outcome may be seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    Allowed,
    Forbidden,
    /// C++20 allows it. It takes a load that comes after a store which depends
    /// on it in the order of the program: RC11 forbids that, and the explorer
    /// does not make it.
    LoadBuffering,
}

/// One shape in three strengths. `*` is `rlx` in the first; `rel` for a store,
/// `acq` for a load and `acqrel` for a read-modify-write in the second; and `sc`
/// in the third.
pub struct Family {
    pub name: &'static str,
    pub shape: &'static str,
    pub asks: &'static str,
    /// Relaxed, release and acquire, `SeqCst`.
    pub verdicts: [Verdict; 3],
}

/// One program that is no regular member of a family.
pub struct Single {
    pub name: &'static str,
    pub program: &'static str,
    pub asks: &'static str,
    pub verdict: Verdict,
}

/// A row of the table, ready to be run.
#[derive(Clone)]
pub struct Row {
    pub name: String,
    pub program: String,
    pub asks: &'static str,
    pub verdict: Verdict,
}

const fn family(
    name: &'static str,
    shape: &'static str,
    asks: &'static str,
    verdicts: [Verdict; 3],
) -> Family {
    Family {
        name,
        shape,
        asks,
        verdicts,
    }
}

const fn one(
    name: &'static str,
    program: &'static str,
    asks: &'static str,
    verdict: Verdict,
) -> Single {
    Single {
        name,
        program,
        asks,
        verdict,
    }
}

/// Forbidden whatever the ordering: coherence and atomicity.
const NEVER: [Verdict; 3] = [Forbidden; 3];
/// Release and acquire forbid it.
const RA: [Verdict; 3] = [Allowed, Forbidden, Forbidden];
/// Only `SeqCst` forbids it.
const SC: [Verdict; 3] = [Allowed, Allowed, Forbidden];
/// As `RA`, but relaxed needs load buffering.
const LB: [Verdict; 3] = [LoadBuffering, Forbidden, Forbidden];

#[rustfmt::skip]
pub const FAMILIES: &[Family] = &[
    // Two threads.
    family("MP", "W x 1 *; W y 1 * | R y *; R x *", "1 0", RA),
    family("SB", "W x 1 *; R y * | W y 1 *; R x *", "0 0", SC),
    family("LB", "R x *; W y 1 * | R y *; W x 1 *", "1 1", LB),
    family("R", "W x 1 *; W y 1 * | W y 2 *; R x *", "0 / 1 2", SC),
    family("S", "W x 2 *; W y 1 * | R y *; W x 1 *", "1 / 2 1", RA),
    family("2+2W", "W x 1 *; W y 2 * | W y 1 *; W x 2 *", "/ 1 1", SC),
    // Three threads and four.
    family("WRC", "W x 1 * | R x *; W y 1 * | R y *; R x *", "1 1 0", RA),
    family("ISA2", "W x 1 *; W y 1 * | R y *; W z 1 * | R z *; R x *", "1 1 0", RA),
    family("WWC", "W x 2 * | R x *; W y 1 * | R y *; W x 1 *", "2 1 / 2", RA),
    family("RWC", "W x 1 * | R x *; R y * | W y 1 *; R x *", "1 0 0", SC),
    family("W+RWC", "W x 1 *; W z 1 * | R z *; R y * | W y 1 *; R x *", "1 0 0", SC),
    family("Z6.3", "W x 1 *; W y 1 * | W y 2 *; W z 1 * | R z *; R x *", "1 0 / _ 2", SC),
    family("3.SB", "W x 1 *; R y * | W y 1 *; R z * | W z 1 *; R x *", "0 0 0", SC),
    family("3.LB", "R x *; W y 1 * | R y *; W z 1 * | R z *; W x 1 *", "1 1 1", LB),
    family("3.2W", "W x 1 *; W y 2 * | W y 1 *; W z 2 * | W z 1 *; W x 2 *", "/ 1 1 1", SC),
    family("IRIW", "W x 1 * | W y 1 * | R x *; R y * | R y *; R x *", "1 0 1 0", SC),
    // Coherence: one location has one order, and nobody sees it backwards.
    family("CoRR", "W x 1 * | R x *; R x *", "1 0", NEVER),
    family("CoRR2", "W x 1 * | W x 2 * | R x *; R x * | R x *; R x *", "1 2 2 1", NEVER),
    family("CoWW", "W x 1 *; W x 2 *", "/ 1", NEVER),
    family("CoWW-other", "W x 1 *; W x 2 * | W x 3 *", "/ 1", NEVER),
    family("CoRW1", "R x *; W x 1 *", "1", NEVER),
    family("CoRW2", "R x *; W x 1 * | W x 2 *", "2 / 2", NEVER),
    family("CoWR0", "W x 1 *; R x *", "0", NEVER),
    family("CoWR", "W x 1 *; R x * | W x 2 *", "2 / 1", NEVER),
    // Atomicity: nothing comes between the two halves of a read-modify-write.
    family("RMW-add", "add x 1 * | add x 1 *", "0 0", NEVER),
    family("RMW-add-lost", "add x 1 * | add x 1 * | add x 1 *", "/ 2", NEVER),
    family("RMW-swap", "swap x 1 * | swap x 2 *", "0 0", NEVER),
    family("RMW-cas", "cas x 0 1 * rlx | cas x 0 2 * rlx", "0 0", NEVER),
    family("RMW-over-store", "add x 1 * | W x 5 *", "0 / 1", NEVER),
    family("RMW-under-store", "add x 1 * | W x 5 *", "0 / 5", [Allowed; 3]),
    family("RMW-SB", "swap x 1 *; R y * | swap y 1 *; R x *", "0 0 0 0", SC),
    family("RMW-MP", "W x 1 *; add y 1 * | add y 1 *; R x *", "0 1 0", RA),
];

#[rustfmt::skip]
pub const SINGLES: &[Single] = &[
    // Half of the pair is not enough.
    one("MP+rel+rlx", "W x 1 rlx; W y 1 rel | R y rlx; R x rlx", "1 0", Allowed),
    one("MP+rlx+acq", "W x 1 rlx; W y 1 rlx | R y acq; R x rlx", "1 0", Allowed),
    one("MP+rel+acq", "W x 1 rlx; W y 1 rel | R y acq; R x rlx", "1 0", Forbidden),
    one("MP+wrong-way-round", "W x 1 rel; W y 1 rlx | R y rlx; R x acq", "1 0", Allowed),
    one("S+rel+rlx", "W x 2 rlx; W y 1 rel | R y rlx; W x 1 rlx", "1 / 2 1", Allowed),
    one("S+rlx+acq", "W x 2 rlx; W y 1 rlx | R y acq; W x 1 rlx", "1 / 2 1", Allowed),
    one("S+rel+acq", "W x 2 rlx; W y 1 rel | R y acq; W x 1 rlx", "1 / 2 1", Forbidden),
    one("WRC+rlx+rel+acq", "W x 1 rlx | R x rlx; W y 1 rel | R y acq; R x rlx", "1 1 0", Forbidden),
    one("ISA2+rel+acq+rlx", "W x 1 rlx; W y 1 rel | R y acq; W z 1 rlx | R z acq; R x rlx", "1 1 0", Allowed),
    one("LB+acq+rlx", "R x acq; W y 1 rlx | R y rlx; W x 1 rlx", "1 1", LoadBuffering),
    one("LB+rel+acq", "R x rlx; W y 1 rel | R y acq; W x 1 rlx", "1 1", Forbidden),

    // Release sequences: read-modify-writes of anybody continue one. A store of
    // another thread breaks it, and since C++20 one of the same thread does too.
    one("relseq+add", "W x 1 rlx; W y 1 rel | add y 1 rlx | R y acq; R x rlx", "1 2 0", Forbidden),
    one("relseq+swap", "W x 1 rlx; W y 1 rel | swap y 2 rlx | R y acq; R x rlx", "1 2 0", Forbidden),
    one("relseq+cas", "W x 1 rlx; W y 1 rel | cas y 1 2 rlx rlx | R y acq; R x rlx", "1 2 0", Forbidden),
    one("relseq+same-value", "W x 1 rlx; W y 1 rel | swap y 1 rlx | R y acq; R x rlx", "1 1 0", Forbidden),
    one("relseq+two", "W x 1 rlx; W y 1 rel | add y 1 rlx | add y 1 rlx | R y acq; R x rlx", "1 2 3 0", Forbidden),
    one("relseq+from-add", "W x 1 rlx; add y 1 rel | add y 1 rlx | R y acq; R x rlx", "0 1 2 0", Forbidden),
    one("relseq+add-first", "W x 1 rlx; add y 1 rel | add y 1 rlx | R y acq; R x rlx", "0 1 1 0", Forbidden),
    one("relseq+before-it", "W x 1 rlx; add y 1 rel | add y 1 rlx | R y acq; R x rlx", "1 0 1 0", Allowed),
    one("relseq-broken", "W x 1 rlx; W y 1 rel | W y 2 rlx | R y acq; R x rlx", "2 0 / 1 2", Allowed),
    one("relseq-broken+add", "W x 1 rlx; W y 1 rel | W y 4 rlx | add y 1 rlx | R y acq; R x rlx", "4 5 0", Allowed),
    one("relseq-broken-by-itself", "W x 1 rlx; W y 1 rel; W y 2 rlx | R y acq; R x rlx", "2 0", Allowed),
    one("relseq+two-heads", "W x 1 rlx; W y 1 rel | W z 1 rlx; add y 1 rel | R y acq; R x rlx; R z rlx", "1 2 0", Forbidden),
    one("relseq+fence-head", "W x 1 rlx; F rel; W y 1 rlx | add y 1 rlx | R y acq; R x rlx", "1 2 0", Forbidden),

    // A compare-exchange that fails is a load, with an ordering of its own. It
    // may read an old value, as any load.
    one("cas-fails+rlx", "W x 1 rlx; W y 1 rel | cas y 0 2 acqrel rlx; R x rlx", "1 0", Allowed),
    one("cas-fails+acq", "W x 1 rlx; W y 1 rel | cas y 0 2 rlx acq; R x rlx", "1 0", Forbidden),
    one("cas-fails+old-value", "W x 1 rlx; W y 1 rlx | R y rlx; cas x 1 2 rlx rlx", "1 0", Allowed),
    one("cas-fails+SB", "W x 1 rlx; cas y 1 2 rlx rlx | W y 1 rlx; cas x 1 2 rlx rlx", "0 0", Allowed),
    one("cas-fails+SB+sc", "W x 1 sc; cas y 1 2 sc sc | W y 1 sc; cas x 1 2 sc sc", "0 0", Forbidden),
    one("cas-fails+sc+Fsc", "W x 2 rlx; W y 1 rlx; F sc | R y rlx; cas x 1 2 rlx sc", "1 0", Allowed),

    // Release fences and acquire fences.
    one("MP+Frel+acq", "W x 1 rlx; F rel; W y 1 rlx | R y acq; R x rlx", "1 0", Forbidden),
    one("MP+rel+Facq", "W x 1 rlx; W y 1 rel | R y rlx; F acq; R x rlx", "1 0", Forbidden),
    one("MP+Frel+Facq", "W x 1 rlx; F rel; W y 1 rlx | R y rlx; F acq; R x rlx", "1 0", Forbidden),
    one("MP+Fsc+Fsc", "W x 1 rlx; F sc; W y 1 rlx | R y rlx; F sc; R x rlx", "1 0", Forbidden),
    one("MP+Fsc+acq", "W x 1 rlx; F sc; W y 1 rlx | R y acq; R x rlx", "1 0", Forbidden),
    one("MP+rel+Fsc", "W x 1 rlx; W y 1 rel | R y rlx; F sc; R x rlx", "1 0", Forbidden),
    one("MP+Frel+rlx", "W x 1 rlx; F rel; W y 1 rlx | R y rlx; R x rlx", "1 0", Allowed),
    one("MP+rlx+Facq", "W x 1 rlx; W y 1 rlx | R y rlx; F acq; R x rlx", "1 0", Allowed),
    one("MP+Facq+Frel", "W x 1 rlx; F acq; W y 1 rlx | R y rlx; F rel; R x rlx", "1 0", Allowed),
    one("MP+Frel-too-early", "F rel; W x 1 rlx; W y 1 rlx | R y acq; R x rlx", "1 0", Allowed),
    one("MP+Frel-too-late", "W x 1 rlx; W y 1 rlx; F rel | R y acq; R x rlx", "1 0", Allowed),
    one("MP+Facq-too-early", "W x 1 rlx; W y 1 rel | F acq; R y rlx; R x rlx", "1 0", Allowed),
    one("LB+Frel+Facq", "R x rlx; F rel; W y 1 rlx | R y rlx; F acq; W x 1 rlx", "1 1", Forbidden),
    one("S+Frel+Facq", "W x 2 rlx; F rel; W y 1 rlx | R y rlx; F acq; W x 1 rlx", "1 / 2 1", Forbidden),
    one("SB+Facqrel", "W x 1 rlx; F acqrel; R y rlx | W y 1 rlx; F acqrel; R x rlx", "0 0", Allowed),
    one("2+2W+Facqrel", "W x 1 rlx; F acqrel; W y 2 rlx | W y 1 rlx; F acqrel; W x 2 rlx", "/ 1 1", Allowed),
    one("IRIW+Facqrel", "W x 1 rlx | W y 1 rlx | R x rlx; F acqrel; R y rlx | R y rlx; F acqrel; R x rlx", "1 0 1 0", Allowed),

    // SeqCst fences, alone and mixed with SeqCst accesses.
    one("SB+Fsc", "W x 1 rlx; F sc; R y rlx | W y 1 rlx; F sc; R x rlx", "0 0", Forbidden),
    one("SB+Fsc+rlx", "W x 1 rlx; F sc; R y rlx | W y 1 rlx; R x rlx", "0 0", Allowed),
    one("SB+Fsc+sc", "W x 1 rlx; F sc; R y rlx | W y 1 sc; R x sc", "0 0", Forbidden),
    one("SB+Fsc+ra", "W x 1 rlx; F sc; R y rlx | W y 1 rel; R x acq", "0 0", Allowed),
    one("SB+sc+one-load-acq", "W x 1 sc; R y acq | W y 1 sc; R x sc", "0 0", Allowed),
    one("SB+sc+one-store-rel", "W x 1 rel; R y sc | W y 1 sc; R x sc", "0 0", Allowed),
    one("R+Fsc", "W x 1 rlx; F sc; W y 1 rlx | W y 2 rlx; F sc; R x rlx", "0 / 1 2", Forbidden),
    one("R+Fsc+sc", "W x 1 rlx; F sc; W y 1 rlx | W y 2 sc; R x sc", "0 / 1 2", Forbidden),
    one("R+one-store-rlx", "W x 1 rlx; W y 1 sc | W y 2 sc; R x sc", "0 / 1 2", Allowed),
    one("2+2W+Fsc", "W x 1 rlx; F sc; W y 2 rlx | W y 1 rlx; F sc; W x 2 rlx", "/ 1 1", Forbidden),
    one("2+2W+Fsc+sc", "W x 1 rlx; F sc; W y 2 rlx | W y 1 sc; W x 2 sc", "/ 1 1", Forbidden),
    one("2+2W+Fsc+ra", "W x 1 rlx; F sc; W y 2 rlx | W y 1 rel; W x 2 rel", "/ 1 1", Allowed),
    one("RWC+Fsc", "W x 1 rlx | R x rlx; F sc; R y rlx | W y 1 rlx; F sc; R x rlx", "1 0 0", Forbidden),
    one("RWC+acq+Fsc", "W x 1 rlx | R x acq; R y rlx | W y 1 rlx; F sc; R x rlx", "1 0 0", Allowed),
    one("W+RWC+rel+acq+Fsc", "W x 1 rlx; W z 1 rel | R z acq; R y rlx | W y 1 rlx; F sc; R x rlx", "1 0 0", Allowed),
    one("W+RWC+Fsc", "W x 1 rlx; F sc; W z 1 rlx | R z rlx; F sc; R y rlx | W y 1 rlx; F sc; R x rlx", "1 0 0", Forbidden),
    one("IRIW+Fsc", "W x 1 rlx | W y 1 rlx | R x rlx; F sc; R y rlx | R y rlx; F sc; R x rlx", "1 0 1 0", Forbidden),
    // The fence runs after the store, and yet comes before it in the total order.
    one("MP+sc-store+Fsc", "W x 1 sc; W y 1 rlx | R y rlx; F sc; R x rlx", "1 0", Allowed),
    one("MP+sc-store+Fsc+sc", "W x 1 sc; W y 1 rlx | R y rlx; F sc; R x sc", "1 0", Allowed),
    one("IRIW+sc-stores", "W x 1 sc | W y 1 sc | R x acq; R y acq | R y acq; R x acq", "1 0 1 0", Allowed),

    // Lahav et al., PLDI 2017, Figures 1 and 2: C11 forbade these, though Power
    // shows them; RC11 and C++20 allow them.
    one("Lahav-Z6.U", "W x 1 sc; W y 1 rel | add y 1 sc; R y rlx | W y 3 sc; R x sc", "1 3 0", Allowed),
    one("Lahav-IRIW-acq-sc", "W x 1 sc | R x acq; R y sc | R y acq; R x sc | W y 1 sc", "1 0 1 0", Allowed),
];

/// Every row.
pub fn rows() -> Vec<Row> {
    const STRENGTHS: [&str; 3] = ["rlx", "ra", "sc"];
    let mut rows = Vec::new();
    for family in FAMILIES {
        for (strength, verdict) in STRENGTHS.iter().zip(family.verdicts) {
            rows.push(Row {
                name: format!("{}+{strength}", family.name),
                program: in_strength(family.shape, strength),
                asks: family.asks,
                verdict,
            });
        }
    }
    rows.extend(SINGLES.iter().map(|single| Row {
        name: single.name.to_string(),
        program: single.program.to_string(),
        asks: single.asks,
        verdict: single.verdict,
    }));
    rows
}

/// Puts an ordering in the place of each star.
fn in_strength(shape: &str, strength: &'static str) -> String {
    let word = |op: &str| match (strength, op.split_whitespace().next()) {
        ("ra", Some("W")) => "rel",
        ("ra", Some("R")) => "acq",
        ("ra", _) => "acqrel",
        (other, _) => other,
    };
    let thread = |thread: &str| {
        let ops = thread.split(';').map(|op| op.replace('*', word(op)));
        ops.collect::<Vec<_>>().join(";")
    };
    shape.split('|').map(thread).collect::<Vec<_>>().join("|")
}
