//! Fingerprints: few numbers that stand for a text, so chosen that two texts with a
//! long enough passage in common have a number in common.
//!
//! After Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
//! Fingerprinting", SIGMOD 2003. With grams of `k` tokens and windows of `w` grams,
//! every common passage of `w + k - 1` tokens is found, and none shorter than `k`.
//!
//! One thing is added: a gram of the ground never wins a window. What is ground
//! depends on the gram alone, so the same windows still choose the same gram, and
//! the guarantee holds for passages of which no gram is in the ground.

use super::tokens::Token;

/// The hashes of all runs of `k` tokens, in order.
pub(super) fn grams(tokens: &[Token], k: usize) -> Vec<u64> {
    tokens
        .windows(k.max(1))
        .map(|run| run.iter().fold(0, |hash, token| mix(hash, token.class)))
        .collect()
}

/// One round of `SplitMix64`. The alphabet is small and fixed, so that nobody can
/// choose tokens that collide.
fn mix(hash: u64, class: u32) -> u64 {
    let mut z = hash.rotate_left(5) ^ u64::from(class);
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The grams of texts that do not count.
#[derive(Debug, Clone, Default)]
pub(super) struct Ground(Vec<u64>);

impl Ground {
    /// Of these grams, in any order.
    pub fn new(mut grams: Vec<u64>) -> Self {
        grams.sort_unstable();
        grams.dedup();
        Self(grams)
    }

    /// This and `grams`.
    pub fn with(&self, grams: &[u64]) -> Self {
        Self::new([&self.0, grams].concat())
    }

    /// Whether `gram` occurs in the ground.
    pub fn holds(&self, gram: u64) -> bool {
        self.0.binary_search(&gram).is_ok()
    }
}

/// Which of `grams` are fingerprints: the least of each window of `w` that is not in the
/// ground. Sorted, each once, so that it does not matter which of several equal ones a
/// window chooses, and a text that repeats itself has few.
pub(super) fn fingerprints(grams: &[u64], w: usize, ground: &Ground) -> Vec<u64> {
    let own: Vec<Option<u64>> = grams
        .iter()
        .map(|&gram| (!ground.holds(gram)).then_some(gram))
        .collect();
    let mut chosen: Vec<u64> = own
        // A text with fewer grams is one window.
        .windows(w.clamp(1, own.len().max(1)))
        .filter_map(|window| window.iter().flatten().min().copied())
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// How many of `tokens` tokens stand in no gram of the ground.
pub(super) fn own_tokens(tokens: usize, grams: &[u64], k: usize, ground: &Ground) -> usize {
    let mut own = 0;
    let mut covered_until = 0;
    for at in 0..tokens {
        if grams.get(at).is_some_and(|gram| ground.holds(*gram)) {
            covered_until = at + k;
        }
        own += usize::from(at >= covered_until);
    }
    own
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(classes: &[u32]) -> Vec<Token> {
        classes
            .iter()
            .map(|&class| Token {
                class,
                first: 1,
                last: 1,
            })
            .collect()
    }

    #[test]
    fn the_worked_example_of_the_paper() {
        // Section 2, figure 2: hashes of 5-grams of "adorunrunrunadorunrun", windows of 4.
        let hashes = [
            77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98,
        ];
        assert_eq!(fingerprints(&hashes, 4, &Ground::default()), [8, 17, 39]);
    }

    #[test]
    fn ground_never_wins_a_window() {
        let ground = Ground::new(vec![8, 17, 17]);
        assert_eq!(fingerprints(&[17, 50, 8, 60], 2, &ground), [50, 60]);
        assert!(fingerprints(&[17, 8], 2, &ground).is_empty());
        assert!(fingerprints(&[], 4, &ground).is_empty());
    }

    #[test]
    fn one_token_over_and_over_is_one_fingerprint() {
        let grams = grams(&text(&[7; 1000]), 8);
        assert_eq!(fingerprints(&grams, 4, &Ground::default()).len(), 1);
    }

    #[test]
    fn a_changed_token_is_the_only_own_one() {
        let stub = text(&[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let ground = Ground::new(grams(&stub, 3));
        let changed = text(&[1, 2, 3, 4, 0, 6, 7, 8, 9]);
        assert_eq!(own_tokens(9, &grams(&changed, 3), 3, &ground), 1);
        assert_eq!(own_tokens(9, &grams(&stub, 3), 3, &ground), 0);
        assert_eq!(own_tokens(2, &[], 3, &ground), 2);
    }

    proptest! {
        /// The guarantee of the paper, with ground in play.
        #[test]
        fn every_long_enough_common_passage_is_found(
            before in prop::collection::vec(0..6_u32, 0..30),
            passage in prop::collection::vec(0..6_u32, 7..30),
            after in prop::collection::vec(0..6_u32, 0..30),
            stub in prop::collection::vec(0..6_u32, 0..40),
        ) {
            let (k, w) = (4, 4);
            let ground = Ground::new(grams(&text(&stub), k));
            let common = grams(&text(&passage), k);
            prop_assume!(!common.iter().any(|gram| ground.holds(*gram)));
            let whole = [before, passage.clone(), after].concat();
            let one = fingerprints(&grams(&text(&passage), k), w, &ground);
            let other = fingerprints(&grams(&text(&whole), k), w, &ground);
            prop_assert!(one.iter().any(|print| other.contains(print)));
        }
    }
}
