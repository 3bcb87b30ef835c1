//! What the comparison goes by.

use super::tokens::Names;

/// What the comparison goes by. `[similarity]` in `classroom.toml` sets some of it. The defaults were measured: see the module's `README.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Which names count.
    pub names: Names,
    /// How many tokens a gram has: no passage shorter than this counts. At least 1.
    pub gram: usize,
    /// How many grams a window has. A common passage of `gram + window - 1` tokens is
    /// always found. At least 1.
    pub window: usize,
    /// How many tokens of its own a text needs to be compared at all.
    pub least_own_tokens: usize,
    /// How many fingerprints two texts must share to be a pair. Also, how many a text
    /// needs to be compared at all.
    pub least_shared: usize,
    /// The least score of a pair, in per cent.
    pub threshold: usize,
    /// What more than this share of the different texts has, in per cent, does not count.
    pub common_share: usize,
    /// But what no more texts than this have always counts, so that a ring of friends
    /// does not make its own work common.
    pub common_least: usize,
    /// In a class with fewer different texts than this nothing is too common.
    pub common_class: usize,
    /// How many tokens of a text are read. An honest one has a few hundred.
    pub most_tokens: usize,
    /// How many pairs are kept: the most alike.
    pub most_pairs: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            names: Names::Std,
            gram: 8,
            window: 4,
            least_own_tokens: 40,
            least_shared: 8,
            threshold: 60,
            common_share: 10,
            common_least: 10,
            common_class: 30,
            most_tokens: 4_096,
            most_pairs: 200,
        }
    }
}

impl Settings {
    /// How many of `texts` different texts may have a fingerprint that counts.
    pub(super) fn common_limit(&self, texts: usize) -> usize {
        if texts < self.common_class {
            return usize::MAX;
        }
        let share = texts.saturating_mul(self.common_share) / 100;
        share.max(self.common_least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_class_has_no_common_idioms_and_a_large_one_by_its_share() {
        let limits = [0, 29, 30, 100, 101, 110, 3_000];
        assert_eq!(
            limits.map(|texts| Settings::default().common_limit(texts)),
            [usize::MAX, usize::MAX, 10, 10, 10, 11, 300]
        );
    }
}
