//! Where two texts say the same, for showing them side by side.

use std::cmp::Reverse;
use std::ops::Range;

use super::likeness::{Lines, Passage};
use super::tokens::Token;
use super::winnow::Ground;

/// A text, ready to be laid beside another.
pub(super) struct Text {
    pub tokens: Vec<Token>,
    /// The hashes of all its runs of `k` tokens.
    pub grams: Vec<u64>,
}

/// At how many places of the right text a gram of the left one is tried, from the first
/// that is free. More are only there where a text repeats itself.
const PLACES: usize = 16;
/// How many passages of one pair are kept: the longest.
const PASSAGES: usize = 100;

/// The passages that `left` and `right` have in common, in the order of `left`'s lines.
///
/// Tiles as in Wise's greedy string tiling, but from left to right: from each place on,
/// the longest run of grams that stands in both and is neither in `ground` nor taken
/// yet. Kept are runs of `window` grams and more with a fingerprint in `shared`, which is
/// sorted. Tiles that follow each other in both texts without a line between them become
/// one passage.
///
/// The first and last tokens of a passage may be ground: a gram is own as soon as one
/// of its tokens is.
pub(super) fn passages(
    left: &Text,
    right: &Text,
    (k, window): (usize, usize),
    ground: &Ground,
    shared: &[u64],
) -> Vec<Passage> {
    let mut places: Vec<(u64, usize)> = right
        .grams
        .iter()
        .enumerate()
        .filter(|(_, gram)| !ground.holds(**gram))
        .map(|(at, gram)| (*gram, at))
        .collect();
    places.sort_unstable();
    // How many of a gram's places are taken, counted from its first: a text of one token
    // over and over would have the same ones looked at again and again.
    let mut used = vec![0_usize; places.len() + 1];
    let mut taken = vec![false; right.grams.len()];
    let mut found = Vec::new();
    let mut at = 0;
    while at < left.grams.len() {
        let gram = left.grams[at];
        let first = places.partition_point(|place| place.0 < gram);
        let is_used = |place: &(u64, usize)| place.0 == gram && taken[place.1];
        while places.get(first + used[first]).is_some_and(is_used) {
            used[first] += 1;
        }
        let longest = places[first..]
            .iter()
            .take_while(|place| place.0 == gram)
            .skip(used[first])
            .take(PLACES)
            .map(|&(_, to)| {
                let length = left.grams[at..]
                    .iter()
                    .zip(&right.grams[to..])
                    .zip(&taken[to..])
                    .take_while(|((a, b), taken)| a == b && !**taken && !ground.holds(**a))
                    .count();
                (length, Reverse(to))
            })
            .max();
        let Some((length, Reverse(to))) = longest else {
            at += 1;
            continue;
        };
        taken[to..to + length].fill(true);
        let run = &left.grams[at..at + length];
        if length >= window && run.iter().any(|gram| shared.binary_search(gram).is_ok()) {
            let (ours, theirs) = (at..at + length + k - 1, to..to + length + k - 1);
            found.push(Tile {
                left: lines(&left.tokens[ours.clone()]),
                right: lines(&right.tokens[theirs]),
                tokens: ours,
            });
        }
        at += length;
    }
    let mut found = merge(found);
    found.sort_by_key(|passage| (Reverse(passage.tokens), passage.left, passage.right));
    found.truncate(PASSAGES);
    found.sort_by_key(|passage| (passage.left, passage.right));
    found
}

fn lines(tokens: &[Token]) -> Lines {
    Lines {
        first: tokens.first().map_or(1, |token| token.first),
        last: tokens.last().map_or(1, |token| token.last),
    }
}

/// A passage before it is merged.
struct Tile {
    left: Lines,
    right: Lines,
    /// Its tokens in the left text.
    tokens: Range<usize>,
}

/// Makes one of neighbours whose lines overlap or touch in both texts. `found` is in
/// the order of the left text.
fn merge(found: Vec<Tile>) -> Vec<Passage> {
    let mut merged: Vec<Passage> = Vec::new();
    let mut end = 0;
    for next in found {
        match merged.last_mut() {
            Some(last) if last.left.leads_to(next.left) && last.right.leads_to(next.right) => {
                last.left = last.left.with(next.left);
                last.right = last.right.with(next.right);
                // The last grams of one tile reach into the next.
                last.tokens += next.tokens.end - next.tokens.start.max(end);
            }
            _ => merged.push(Passage {
                left: next.left,
                right: next.right,
                tokens: next.tokens.len(),
            }),
        }
        end = next.tokens.end;
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::super::tokens::{Names, read};
    use super::super::winnow::{fingerprints, grams};
    use super::*;

    const K: usize = 4;

    fn text(source: &str) -> Text {
        let tokens = read(source, Names::Std, 10_000).list;
        let grams = grams(&tokens, K);
        Text { tokens, grams }
    }

    fn shown(left: &str, right: &str, ground: &str) -> Vec<String> {
        let ground = Ground::new(text(ground).grams);
        let (left, right) = (text(left), text(right));
        let ours = fingerprints(&left.grams, 1, &ground);
        passages(&left, &right, (K, 2), &ground, &ours)
            .iter()
            .map(|p| {
                format!(
                    "{}-{} = {}-{}",
                    p.left.first, p.left.last, p.right.first, p.right.last
                )
            })
            .collect()
    }

    const ADD: &str = "fn add(a: u8) {\n  total += a * 2;\n}\n";
    const SEND: &str = "fn tell(x: &T) {\n  for y in x {\n    tx.send(y);\n  }\n}\n";

    #[test]
    fn functions_that_changed_places_are_two_passages() {
        let (left, right) = (format!("{ADD}{SEND}"), format!("\n{SEND}\n\n{ADD}"));
        assert_eq!(shown(&left, &right, ""), ["1-3 = 9-11", "4-8 = 2-6"]);
    }

    #[test]
    fn what_is_repeated_is_laid_beside_its_repetition() {
        let twice = format!("{ADD}\n\n\n{ADD}");
        assert_eq!(shown(&twice, &twice, ""), ["1-9 = 1-9"]);
        assert_eq!(shown(&twice, ADD, "").len(), 1);
    }

    fn found(left: &str, right: &str, shared: &[u64]) -> Vec<Passage> {
        let none = Ground::default();
        passages(&text(left), &text(right), (K, 1), &none, shared)
    }

    #[test]
    fn tokens_in_two_tiles_are_counted_once() {
        let (left, right) = ("+-*/%^&|=", "+-*/%^ /%^&|=");
        let all = found(left, right, &{
            let mut grams = text(left).grams;
            grams.sort_unstable();
            grams
        });
        let tokens: Vec<_> = all.iter().map(|passage| passage.tokens).collect();
        assert_eq!(tokens, [9]);
    }

    #[test]
    fn without_a_fingerprint_that_counts_there_is_no_passage() {
        assert!(found(ADD, ADD, &[]).is_empty());
    }

    #[test]
    fn the_longest_hundred_are_kept() {
        let (left, right) = (
            format!("{ADD}\n\n; ; ; ;\n\n").repeat(150),
            format!("{SEND}\n\n{}", format!("{ADD}\n\n? ? ? ?\n\n").repeat(150)),
        );
        assert_eq!(shown(&left, &right, "").len(), PASSAGES);
        let long = shown(&format!("{left}{SEND}"), &right, "");
        assert_eq!(long.len(), PASSAGES);
        assert!(
            long.last().is_some_and(|last| last.ends_with("= 1-5")),
            "{long:?}"
        );
    }

    #[test]
    fn ground_is_no_passage() {
        let both = format!("{ADD}{SEND}");
        assert_eq!(shown(&both, &both, ADD), ["2-8 = 2-8"]);
        assert!(shown(ADD, ADD, ADD).is_empty());
    }

    #[test]
    fn a_text_of_one_token_costs_no_more_than_it_is_long() {
        let long = "x ".repeat(9_000);
        assert_eq!(shown(&long, &long, ""), ["1-1 = 1-1"]);
    }
}
