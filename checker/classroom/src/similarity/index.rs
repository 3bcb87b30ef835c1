//! Which texts have fingerprints in common, without comparing every text with every other.

/// The fingerprints of a class, from each to the texts that hold it.
pub(super) struct Index {
    /// The texts of each fingerprint, in order, one fingerprint after the other.
    holders: Vec<u32>,
    /// Where in `holders` the texts of each fingerprint begin. One more than there are.
    starts: Vec<usize>,
    /// The fingerprints of each text that count.
    prints: Vec<Vec<u32>>,
    /// The fingerprints that are too common to count, sorted.
    common: Vec<u64>,
}

/// Two texts and what they share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overlap {
    /// The earlier text.
    pub left: usize,
    /// The later text.
    pub right: usize,
    /// The fingerprints that both have.
    pub shared: usize,
    /// The fingerprints of the one that has fewer.
    pub of: usize,
}

impl Index {
    /// Of `all`, pairs of a fingerprint and a text that holds it, each pair once, of
    /// `texts` texts. Fingerprints that more than `limit` texts hold do not count.
    pub fn new(mut all: Vec<(u64, u32)>, texts: usize, limit: usize) -> Self {
        all.sort_unstable();
        let mut index = Self {
            holders: Vec::with_capacity(all.len()),
            starts: vec![0],
            prints: vec![Vec::new(); texts],
            common: Vec::new(),
        };
        let mut print = 0;
        for run in all.chunk_by(|a, b| a.0 == b.0) {
            if run.len() > limit {
                index.common.push(run[0].0);
                continue;
            }
            for &(_, text) in run {
                index.holders.push(text);
                index.prints[text as usize].push(print);
            }
            index.starts.push(index.holders.len());
            print += 1;
        }
        index
    }

    /// How many fingerprints of `text` count.
    pub fn prints(&self, text: usize) -> usize {
        self.prints[text].len()
    }

    /// The fingerprints that are too common to count, sorted.
    pub fn common(&self) -> &[u64] {
        &self.common
    }

    /// Hands every two of the texts for which `fit` holds to `found`, if they share a
    /// fingerprint. In order.
    pub fn overlaps(&self, fit: impl Fn(usize) -> bool, mut found: impl FnMut(Overlap)) {
        let mut shared = vec![0_usize; self.prints.len()];
        let mut touched = Vec::new();
        for left in (0..self.prints.len()).filter(|&text| fit(text)) {
            for &print in &self.prints[left] {
                let print = print as usize;
                let holders = &self.holders[self.starts[print]..self.starts[print + 1]];
                let later = holders.partition_point(|&text| text as usize <= left);
                for &right in &holders[later..] {
                    let right = right as usize;
                    if shared[right] == 0 {
                        touched.push(right);
                    }
                    shared[right] += 1;
                }
            }
            touched.sort_unstable();
            for right in touched.drain(..) {
                let shared = std::mem::take(&mut shared[right]);
                if fit(right) {
                    let of = self.prints(left).min(self.prints(right));
                    found(Overlap {
                        left,
                        right,
                        shared,
                        of,
                    });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlaps(index: &Index) -> Vec<(usize, usize, usize, usize)> {
        let mut all = Vec::new();
        index.overlaps(|_| true, |o| all.push((o.left, o.right, o.shared, o.of)));
        all
    }

    fn index(texts: &[&[u64]], limit: usize) -> Index {
        let all = texts
            .iter()
            .zip(0..)
            .flat_map(|(prints, text)| prints.iter().map(move |&print| (print, text)))
            .collect();
        Index::new(all, texts.len(), limit)
    }

    #[test]
    fn what_is_shared_is_counted() {
        let index = index(&[&[1, 2, 3], &[9], &[2, 3, 4, 5], &[3, 9]], 9);
        assert_eq!(
            overlaps(&index),
            [(0, 2, 2, 3), (0, 3, 1, 2), (1, 3, 1, 1), (2, 3, 1, 2)]
        );
    }

    #[test]
    fn what_is_too_common_is_not() {
        let index = index(&[&[1, 2, 3], &[9], &[2, 3, 4, 5], &[3, 9]], 2);
        assert_eq!(index.common(), [3]);
        assert_eq!(index.prints(0), 2);
        assert_eq!(overlaps(&index), [(0, 2, 1, 2), (1, 3, 1, 1)]);
    }
}
