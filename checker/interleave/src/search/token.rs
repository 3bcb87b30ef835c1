//! Tokens: a schedule in a few letters, to be typed or pasted.
//!
//! A token is a row of bytes in the base 32 of Douglas Crockford, which has no
//! letters that look like digits:
//!
//! | bytes    | what they are                                                    |
//! |----------|------------------------------------------------------------------|
//! | 1        | the version                                                      |
//! | 1        | flags: counting (2 bits), every schedule fails, a way follows, stubborn, gaps; whims (2 bits) |
//! | 2        | which exploration it belongs to                                  |
//! | 2 or 0   | the way that the program took, to see whether it takes it again   |
//! | a number | so many runs of one thread follow                                |
//! | 1 each   | a run: 3 bits for the thread, 5 for how many choices in a row     |
//! | a number | so many outcomes there are                                       |
//! | the rest | those that are not the ordinary one: how many are between, and which |
//! | 2        | a checksum                                                       |
//!
//! Only real choices count, those with at least two candidates, and those at the
//! end that a plain scheduler makes anyway are left out. Numbers are in LEB128.

use super::replay::Schedule;
use crate::engine::clock::Tid;
use crate::engine::counts::Counting;
use crate::explore::Mode;
use std::fmt;

const VERSION: u8 = 2;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// No execution has more choices: past so many steps the scheduler takes turns.
const MOST_CHOICES: usize = 10_000;
/// A thread with this number in its 3 bits has its real one behind.
const FAR_THREAD: u32 = 7;
/// The same for the 5 bits of a length.
const FAR_LENGTH: usize = 31;

/// A schedule, and what must hold for it to be run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub mode: Mode,
    /// Every schedule that was tried failed.
    pub always: bool,
    /// A digest of the exploration's name.
    pub whose: u16,
    /// A digest of the steps that were taken, if the token is of a whole schedule.
    pub way: Option<u16>,
    /// The real choices.
    pub choices: Schedule,
}

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    Letter(char),
    Checksum,
    Version(u8),
    Content,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Damage::Letter(c) => write!(f, "no token has a {c:?} in it"),
            Damage::Checksum => f.write_str("a letter is wrong or missing"),
            Damage::Version(version) => {
                write!(
                    f,
                    "it was made by another version, {version}, of the explorer"
                )
            }
            Damage::Content => f.write_str("it says nothing that makes sense"),
        }
    }
}

impl Token {
    /// The token as people see it.
    pub fn encode(&self) -> String {
        let counting = match self.mode.counting {
            Counting::Unseen => 0,
            Counting::Steps => 1,
            Counting::LastDrops => 2,
        };
        let flags = counting
            | u8::from(self.always) << 2
            | u8::from(self.way.is_some()) << 3
            | u8::from(self.mode.stubborn) << 4
            | u8::from(self.mode.gaps) << 5
            | u8::try_from(self.mode.whims.min(3)).unwrap_or(3) << 6;
        let mut bytes = vec![VERSION, flags];
        bytes.extend(self.whose.to_le_bytes());
        bytes.extend(self.way.map(u16::to_le_bytes).into_iter().flatten());
        write_threads(&mut bytes, &self.choices.threads);
        write_outcomes(&mut bytes, &self.choices.outcomes);
        bytes.extend(checksum(&bytes).to_le_bytes());
        spell(&bytes)
    }

    /// Reads a token; whatever was typed, this says what is wrong with it.
    pub fn decode(text: &str) -> Result<Token, Damage> {
        let bytes = read_letters(text.trim())?;
        let Some((content, sum)) = bytes.split_last_chunk::<2>() else {
            return Err(Damage::Checksum);
        };
        if checksum(content).to_le_bytes() != *sum {
            return Err(Damage::Checksum);
        }
        let mut reader = Reader(content);
        match reader.byte() {
            Some(VERSION) => {}
            Some(other) => return Err(Damage::Version(other)),
            None => return Err(Damage::Content),
        }
        reader.token().ok_or(Damage::Content)
    }
}

fn write_threads(bytes: &mut Vec<u8>, threads: &[Tid]) {
    let runs: Vec<&[Tid]> = threads.chunk_by(|a, b| a == b).collect();
    write_number(bytes, runs.len());
    for run in runs {
        let (tid, more) = (run[0].0, run.len() - 1);
        let near = |number: usize, far: usize| u8::try_from(number.min(far)).unwrap_or(0);
        let thread = near(run[0].index(), FAR_THREAD as usize);
        bytes.push(thread << 5 | near(more, FAR_LENGTH));
        if tid >= FAR_THREAD {
            write_number(bytes, (tid - FAR_THREAD) as usize);
        }
        if more >= FAR_LENGTH {
            write_number(bytes, more - FAR_LENGTH);
        }
    }
}

fn write_outcomes(bytes: &mut Vec<u8>, outcomes: &[usize]) {
    write_number(bytes, outcomes.len());
    let mut between = 0;
    for outcome in outcomes {
        if *outcome == 0 {
            between += 1;
            continue;
        }
        write_number(bytes, between);
        write_number(bytes, *outcome);
        between = 0;
    }
}

fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(0x80 | u8::try_from(number & 0x7F).unwrap_or(0));
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap_or(0));
}

/// What is left of the content.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn pair(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in [0, 7, 14] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn token(&mut self) -> Option<Token> {
        let flags = self.byte()?;
        Some(Token {
            mode: Mode {
                counting: match flags & 3 {
                    0 => Counting::Unseen,
                    1 => Counting::Steps,
                    2 => Counting::LastDrops,
                    _ => return None,
                },
                gaps: flags & 32 != 0,
                stubborn: flags & 16 != 0,
                whims: u32::from(flags >> 6),
            },
            always: flags & 4 != 0,
            whose: self.pair()?,
            way: if flags & 8 == 0 {
                None
            } else {
                Some(self.pair()?)
            },
            choices: Schedule {
                threads: self.threads()?,
                outcomes: self.outcomes()?,
            },
        })
    }

    fn threads(&mut self) -> Option<Vec<Tid>> {
        let mut threads = Vec::new();
        for _ in 0..self.number()? {
            let byte = self.byte()?;
            let mut tid = u32::from(byte >> 5);
            let mut length = usize::from(byte & 31) + 1;
            if tid == FAR_THREAD {
                tid += u32::try_from(self.number()?).ok()?;
            }
            if length > FAR_LENGTH {
                length += self.number()?;
            }
            if threads.len() + length > MOST_CHOICES {
                return None;
            }
            threads.extend(std::iter::repeat_n(Tid(tid), length));
        }
        Some(threads)
    }

    fn outcomes(&mut self) -> Option<Vec<usize>> {
        let count = self.number().filter(|count| *count <= MOST_CHOICES)?;
        let mut outcomes = vec![0; count];
        let mut at = 0;
        while !self.0.is_empty() {
            at += self.number()?;
            *outcomes.get_mut(at)? = self.number()?;
            at += 1;
        }
        Some(outcomes)
    }
}

/// The letters of a row of bytes.
fn spell(bytes: &[u8]) -> String {
    let (mut held, mut bits) = (0_u32, 0);
    let mut text = String::new();
    let letter = |five: u32| char::from(ALPHABET[(five & 31) as usize]);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text
}

fn read_letters(text: &str) -> Result<Vec<u8>, Damage> {
    let (mut held, mut bits) = (0_u32, 0);
    let mut bytes = Vec::new();
    for c in text.chars() {
        // As Crockford has it: what looks like a digit is taken for one.
        let plain = match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        let five = ALPHABET.iter().position(|a| char::from(*a) == plain);
        let five = five.ok_or(Damage::Letter(c))?;
        held = (held << 5 | u32::try_from(five).unwrap_or(0)) & 0xFFFF;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xFF).unwrap_or(0));
        }
    }
    // What is left of the last letter is nothing.
    if bits >= 5 || held & ((1 << bits) - 1) != 0 {
        return Err(Damage::Checksum);
    }
    Ok(bytes)
}

/// A digest in the manner of Fowler, Noll and Vo, folded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digest(u32);

impl Digest {
    pub fn new() -> Digest {
        Digest(0x811C_9DC5)
    }

    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    pub fn fold(self) -> u16 {
        u16::try_from((self.0 >> 16 ^ self.0) & 0xFFFF).unwrap_or(0)
    }
}

fn checksum(bytes: &[u8]) -> u16 {
    let mut digest = Digest::new();
    digest.add(bytes);
    digest.fold()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::random::Dice;

    /// A token such as may come up, and some that hardly do.
    fn any(dice: &mut Dice) -> Token {
        let runs = dice.below(12);
        let threads = (0..runs).flat_map(|_| {
            let tid = Tid(u32::try_from([0, 1, 2, 3, 6, 7, 8, 300][dice.below(8)]).unwrap());
            let length = [1, 2, 5, 30, 31, 32, 33, 500][dice.below(8)];
            std::iter::repeat_n(tid, length)
        });
        let threads = threads.collect();
        let outcomes = dice.below(40);
        Token {
            mode: Mode {
                whims: u32::try_from(dice.below(3)).unwrap(),
                counting: [Counting::Unseen, Counting::Steps, Counting::LastDrops][dice.below(3)],
                gaps: dice.below(2) == 0,
                stubborn: dice.below(2) == 0,
            },
            always: dice.below(2) == 0,
            whose: u16::try_from(dice.below(1 << 16)).unwrap(),
            way: (dice.below(2) == 0).then(|| u16::try_from(dice.below(1 << 16)).unwrap()),
            choices: Schedule {
                threads,
                outcomes: (0..outcomes)
                    .map(|_| dice.below(9).saturating_sub(5))
                    .collect(),
            },
        }
    }

    #[test]
    fn a_token_is_read_as_it_was_written() {
        for seed in 0..2_000 {
            let token = any(&mut Dice::new(seed));
            let text = token.encode();
            assert_eq!(Token::decode(&text).as_ref(), Ok(&token), "{text}");
            assert_eq!(
                Token::decode(&format!(" {}\n", text.to_uppercase())),
                Ok(token)
            );
        }
    }

    #[test]
    fn an_ordinary_token_is_short() {
        let token = Token {
            mode: Mode::default(),
            always: false,
            whose: 0xABCD,
            way: Some(0xABCD),
            choices: Schedule {
                threads: [0, 0, 1, 1, 1, 2, 0, 1, 2].map(Tid).to_vec(),
                outcomes: vec![0, 0, 1],
            },
        };
        assert!(token.encode().len() < 40, "{}", token.encode());
    }

    #[test]
    fn every_single_wrong_letter_is_noticed() {
        for seed in 0..5 {
            let good = any(&mut Dice::new(seed)).encode();
            for at in 0..good.len() {
                for letter in ALPHABET {
                    let mut bad = good.clone().into_bytes();
                    if bad[at] == *letter {
                        continue;
                    }
                    bad[at] = *letter;
                    let bad = String::from_utf8(bad).unwrap();
                    assert!(Token::decode(&bad).is_err(), "{good} read as {bad}");
                }
                assert!(Token::decode(&good[..at]).is_err(), "{}", &good[..at]);
            }
        }
    }

    #[test]
    fn nonsense_is_an_error_and_no_panic() {
        let mut dice = Dice::new(3);
        assert_eq!(Token::decode(""), Err(Damage::Checksum));
        assert_eq!(Token::decode("é"), Err(Damage::Letter('é')));
        for _ in 0..20_000 {
            // Half of them with a checksum that is right.
            let mut bytes: Vec<u8> = (0..dice.below(24))
                .map(|_| u8::try_from(dice.below(256)).unwrap())
                .collect();
            if dice.below(2) == 0 {
                bytes.insert(0, VERSION);
                bytes.extend(checksum(&bytes).to_le_bytes());
            }
            let _ = Token::decode(&spell(&bytes));
        }
    }

    #[test]
    fn a_token_of_another_version_says_so() {
        let mut bytes = vec![VERSION + 1, 0];
        bytes.extend(checksum(&bytes).to_le_bytes());
        assert_eq!(
            Token::decode(&spell(&bytes)),
            Err(Damage::Version(VERSION + 1))
        );
    }
}
