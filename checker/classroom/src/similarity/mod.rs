//! Which solutions of an exercise are alike.
//!
//! [`compare`] cuts each text into tokens, forgets what a disguise would change,
//! subtracts the stub and the references, takes fingerprints of what is left
//! (winnowing: Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for
//! Document Fingerprinting", SIGMOD 2003), and looks which texts share them.
//!
//! | module | its job |
//! |---|---|
//! | `tokens`, `words` | a source without names, values and layout |
//! | `winnow` | fingerprints, and what is left after subtraction |
//! | `index` | which texts share how many |
//! | `union` | which pairs hang together |
//! | `passages` | where two texts say the same |
//! | [`Likeness`] | what was found, and that it proves nothing |
//!
//! # Bounds
//! A text is read up to [`Settings::most_tokens`]; what is longer is named in
//! [`Likeness::cut`]. Identical texts are one. Between texts, work is done only for
//! fingerprints that both have, and a fingerprint that counts is in at most
//! [`Settings::common_share`] of the texts. Passages are looked for only in the
//! [`Settings::most_pairs`] most alike pairs. Nothing recurses, so depth costs nothing.

mod index;
mod likeness;
mod passages;
mod settings;
mod tokens;
mod union;
mod winnow;
mod words;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::record::LearnerId;
use index::{Index, Overlap};
use passages::Text;
use union::Union;
use winnow::Ground;

pub use likeness::{Cluster, Hand, Likeness, Lines, PROVES_NOTHING, Pair, Passage, Score};
pub use settings::Settings;
pub use tokens::Names;

/// What one learner handed in for the exercise.
#[derive(Debug, Clone, Copy)]
pub struct Essay<'a> {
    /// Whose it is. Several essays of one learner are never a pair.
    pub learner: &'a LearnerId,
    /// The whole file.
    pub text: &'a str,
}

/// Compares the essays of one exercise. What stands in `ground`, the stub and the
/// references, counts for nobody.
///
/// One essay a learner is best: that which counts.
pub fn compare(
    exercise: &str,
    essays: &[Essay<'_>],
    ground: &[&str],
    settings: &Settings,
) -> Likeness {
    let class = Class::read(essays, ground, settings);
    let fit = |text: usize| {
        class.works[text].own_tokens >= settings.least_own_tokens
            && class.index.prints(text) >= settings.least_shared.max(1)
    };
    let mut kept = Kept::new(settings.most_pairs);
    let mut union = Union::new(class.works.len());
    let mut links = vec![0; class.works.len()];
    class.index.overlaps(fit, |overlap| {
        let like = overlap.shared >= settings.least_shared
            && overlap.shared.saturating_mul(100) >= overlap.of.saturating_mul(settings.threshold);
        if like && class.works[overlap.left].is_anothers(&class.works[overlap.right]) {
            union.join(overlap.left, overlap.right);
            links[overlap.left] += 1;
            kept.push(overlap);
        }
    });
    let (overlaps, pairs_left_out) = kept.into_sorted();
    let (compared, too_little): (Vec<usize>, Vec<usize>) =
        (0..class.works.len()).partition(|&text| fit(text));
    let mut own: Vec<usize> = compared
        .iter()
        .map(|&text| class.works[text].own_tokens)
        .collect();
    own.sort_unstable();
    let mut cut: Vec<_> = class
        .works
        .iter()
        .filter(|work| work.cut)
        .flat_map(Work::owners)
        .collect();
    cut.sort_unstable();
    cut.dedup();
    Likeness {
        exercise: exercise.to_owned(),
        caveat: PROVES_NOTHING,
        texts: class.works.len(),
        compared: compared.len(),
        median_own: own.get(own.len() / 2).copied().unwrap_or(0),
        common: class.index.common().len(),
        too_little: too_little
            .iter()
            .map(|&text| class.works[text].hand())
            .collect(),
        cut,
        identical: compared
            .iter()
            .map(|&text| &class.works[text])
            .filter(|work| work.learners.len() > 1)
            .map(Work::hand)
            .collect(),
        clusters: clusters(&class, &compared, &links, &mut union),
        pairs: overlaps
            .iter()
            .map(|overlap| class.pair(*overlap, settings))
            .collect(),
        pairs_left_out,
    }
}

/// A text, whoever handed it in.
struct Work<'a> {
    text: &'a str,
    learners: BTreeSet<&'a LearnerId>,
    own_tokens: usize,
    cut: bool,
}

impl Work<'_> {
    fn owners(&self) -> impl Iterator<Item = LearnerId> + '_ {
        self.learners.iter().map(|&learner| learner.clone())
    }

    fn hand(&self) -> Hand {
        Hand {
            learners: self.owners().collect(),
            own_tokens: self.own_tokens,
        }
    }

    /// Whether the two are not the work of one and the same learner.
    fn is_anothers(&self, other: &Self) -> bool {
        self.learners.len() > 1 || self.learners != other.learners
    }
}

/// All that was handed in, each text once.
struct Class<'a> {
    /// In the order of their first learner, then of the text.
    works: Vec<Work<'a>>,
    ground: Ground,
    /// The ground and what is too common.
    idle: Ground,
    index: Index,
}

impl<'a> Class<'a> {
    fn read(essays: &[Essay<'a>], ground: &[&str], settings: &Settings) -> Self {
        let ground = Ground::new(
            ground
                .iter()
                .flat_map(|text| read_text(text, settings).0.grams)
                .collect(),
        );
        let mut by_text: BTreeMap<&str, BTreeSet<&LearnerId>> = BTreeMap::new();
        for essay in essays {
            by_text.entry(essay.text).or_default().insert(essay.learner);
        }
        let mut works: Vec<Work> = by_text
            .into_iter()
            .map(|(text, learners)| Work {
                text,
                learners,
                own_tokens: 0,
                cut: false,
            })
            .collect();
        works.sort_by(|a, b| (&a.learners, a.text).cmp(&(&b.learners, b.text)));
        let mut prints = Vec::new();
        for (work, number) in works.iter_mut().zip(0..) {
            let (text, cut) = read_text(work.text, settings);
            work.cut = cut;
            work.own_tokens = winnow::own_tokens(
                text.tokens.len(),
                &text.grams,
                settings.gram.max(1),
                &ground,
            );
            prints.extend(
                winnow::fingerprints(&text.grams, settings.window, &ground)
                    .into_iter()
                    .map(|print| (print, number)),
            );
        }
        let index = Index::new(prints, works.len(), settings.common_limit(works.len()));
        let idle = ground.with(index.common());
        Self {
            works,
            ground,
            idle,
            index,
        }
    }

    /// The pair with its passages. The texts are read once more: to keep the tokens of
    /// a whole class would take far more memory than this takes time.
    fn pair(&self, overlap: Overlap, settings: &Settings) -> Pair {
        let (left, right) = (&self.works[overlap.left], &self.works[overlap.right]);
        let (one, other) = (
            read_text(left.text, settings).0,
            read_text(right.text, settings).0,
        );
        let prints = |text: &Text| winnow::fingerprints(&text.grams, settings.window, &self.ground);
        let theirs = prints(&other);
        let shared: Vec<u64> = prints(&one)
            .into_iter()
            .filter(|print| theirs.binary_search(print).is_ok())
            .filter(|print| self.index.common().binary_search(print).is_err())
            .collect();
        Pair {
            left: left.hand(),
            right: right.hand(),
            score: Score {
                shared: overlap.shared,
                of: overlap.of,
            },
            passages: passages::passages(
                &one,
                &other,
                (settings.gram.max(1), settings.window),
                &self.idle,
                &shared,
            ),
        }
    }
}

fn read_text(text: &str, settings: &Settings) -> (Text, bool) {
    let tokens = tokens::read(text, settings.names, settings.most_tokens);
    let grams = winnow::grams(&tokens.list, settings.gram);
    (
        Text {
            tokens: tokens.list,
            grams,
        },
        tokens.cut,
    )
}

/// The most alike pairs, in bounded memory.
struct Kept {
    most: usize,
    seen: usize,
    list: Vec<Overlap>,
}

impl Kept {
    fn new(most: usize) -> Self {
        Self {
            most,
            seen: 0,
            list: Vec::new(),
        }
    }

    fn push(&mut self, overlap: Overlap) {
        self.seen += 1;
        self.list.push(overlap);
        if self.list.len() > self.most.saturating_mul(2).max(64) {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        // a/b against c/d without fractions; then by what is shared, then by place.
        self.list.sort_by(|a, b| {
            let cross = (b.shared * a.of).cmp(&(a.shared * b.of));
            let place = |o: &Overlap| (Reverse(o.shared), o.left, o.right);
            cross.then_with(|| place(a).cmp(&place(b)))
        });
        self.list.truncate(self.most);
    }

    /// Those kept, the most alike first, and how many were not.
    fn into_sorted(mut self) -> (Vec<Overlap>, usize) {
        self.shrink();
        let left_out = self.seen - self.list.len();
        (self.list, left_out)
    }
}

/// The clusters among the texts `compared`. `links` says how many pairs each
/// text begins.
fn clusters(class: &Class, compared: &[usize], links: &[usize], union: &mut Union) -> Vec<Cluster> {
    let mut sets: BTreeMap<usize, (BTreeSet<&LearnerId>, usize)> = BTreeMap::new();
    for &text in compared {
        let learners = &class.works[text].learners;
        let set = sets.entry(union.root(text)).or_default();
        set.0.extend(learners);
        set.1 += links[text];
    }
    sets.into_values()
        .filter(|(learners, _)| learners.len() > 1)
        .map(|(learners, pairs)| Cluster {
            learners: learners.into_iter().cloned().collect(),
            pairs,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_alike_are_kept_in_order() {
        let mut kept = Kept::new(3);
        for number in 0..500 {
            let (shared, of) = match number {
                400 => (9, 10),
                401 => (18, 20),
                30 => (10, 10),
                _ => (60, 100),
            };
            kept.push(Overlap {
                left: number,
                right: number + 1,
                shared,
                of,
            });
        }
        let (list, left_out) = kept.into_sorted();
        let order: Vec<_> = list.iter().map(|overlap| overlap.left).collect();
        assert_eq!((order, left_out), (vec![30, 401, 400], 497));
    }
}
