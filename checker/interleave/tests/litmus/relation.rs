//! Relations between the events of one small execution, as rows of bits, with
//! the operators in which memory models are written.

/// A set of events, one bit each.
pub type Set = u32;

/// A relation: bit `b` of row `a` says that `a` is related to `b`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    rows: Vec<Set>,
}

impl Relation {
    pub fn empty(events: usize) -> Relation {
        assert!(events <= 32, "a litmus program is small");
        Relation {
            rows: vec![0; events],
        }
    }

    /// All pairs for which `holds`.
    pub fn of(events: usize, holds: impl Fn(usize, usize) -> bool) -> Relation {
        let mut relation = Relation::empty(events);
        for a in 0..events {
            for b in 0..events {
                if holds(a, b) {
                    relation.add(a, b);
                }
            }
        }
        relation
    }

    /// `[S]`: every event of the set, related to itself.
    pub fn identity(events: usize, set: Set) -> Relation {
        Relation::of(events, |a, b| a == b && set & (1 << a) != 0)
    }

    pub fn add(&mut self, a: usize, b: usize) {
        self.rows[a] |= 1 << b;
    }

    pub fn has(&self, a: usize, b: usize) -> bool {
        self.rows[a] & (1 << b) != 0
    }

    /// `self ∪ other`.
    pub fn or(&self, other: &Relation) -> Relation {
        let both = self.rows.iter().zip(&other.rows);
        Relation {
            rows: both.map(|(a, b)| a | b).collect(),
        }
    }

    /// `self ; other`.
    pub fn then(&self, other: &Relation) -> Relation {
        let through = |row: &Set| {
            let mut reached = 0;
            let mut left = *row;
            while left != 0 {
                reached |= other.rows[left.trailing_zeros() as usize];
                left &= left - 1;
            }
            reached
        };
        Relation {
            rows: self.rows.iter().map(through).collect(),
        }
    }

    /// `self⁻¹`.
    pub fn inverse(&self) -> Relation {
        Relation::of(self.rows.len(), |a, b| self.has(b, a))
    }

    /// `self?`: the relation, or nothing at all.
    pub fn maybe(&self) -> Relation {
        self.or(&Relation::identity(self.rows.len(), Set::MAX))
    }

    /// `self⁺`: the relation, any number of times, at least once.
    pub fn closure(mut self) -> Relation {
        for middle in 0..self.rows.len() {
            let onwards = self.rows[middle];
            for row in &mut self.rows {
                if *row & (1 << middle) != 0 {
                    *row |= onwards;
                }
            }
        }
        self
    }

    /// Only those pairs for which `keep`.
    pub fn only(&self, keep: impl Fn(usize, usize) -> bool) -> Relation {
        Relation::of(self.rows.len(), |a, b| self.has(a, b) && keep(a, b))
    }

    pub fn is_irreflexive(&self) -> bool {
        (0..self.rows.len()).all(|a| !self.has(a, a))
    }

    pub fn is_acyclic(&self) -> bool {
        self.clone().closure().is_irreflexive()
    }
}
