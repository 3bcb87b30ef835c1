//! Union-find: which things hang together.

/// Sets of the numbers below a limit, at first one each.
pub(super) struct Union(Vec<usize>);

impl Union {
    /// Of the numbers below `limit`.
    pub fn new(limit: usize) -> Self {
        Self((0..limit).collect())
    }

    /// The least number in the set of `x`.
    pub fn root(&mut self, mut x: usize) -> usize {
        while self.0[x] != x {
            // Halving the path keeps it short without recursion.
            self.0[x] = self.0[self.0[x]];
            x = self.0[x];
        }
        x
    }

    /// Makes one set of those of `a` and `b`.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_sets_have_the_same_least_number() {
        let mut union = Union::new(7);
        for (a, b) in [(5, 6), (1, 2), (6, 2), (3, 3)] {
            union.join(a, b);
        }
        let roots: Vec<_> = (0..7).map(|x| union.root(x)).collect();
        assert_eq!(roots, [0, 1, 1, 3, 4, 1, 1]);
    }
}
