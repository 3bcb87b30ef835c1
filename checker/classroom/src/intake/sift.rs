//! One submission's entries, sorted into taken, ignored and refused. Each exactly once.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::sync::Arc;

use crate::intake::catalogue::{Spot, Stand, begins_work, is_litter, may_wrap, whole_below};
use crate::intake::path::{Separators, folded, parse};
use crate::intake::shelf::Shelf;
use crate::intake::sniff::named_like_an_archive;
use crate::intake::tree::{self, Blob, Bounds, Content, Kind, Listed, Tree};
use crate::{
    Catalogue, ContentHash, Ignored, Limits, RawName, Refused, SourceFile, WhyIgnored, WhyRefused,
    Work,
};

/// What all siftings share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub catalogue: &'a Catalogue,
    pub limits: &'a Limits,
    pub shelf: &'a Arc<Shelf>,
}

/// An entry on its way into a submission.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its number in its tree.
    pub index: usize,
    /// Its path below the submission's own folder, as it stands there.
    pub path: RawName,
    /// What it is.
    pub kind: Kind,
    /// Its size as declared.
    pub size: u64,
}

impl Entry {
    pub(crate) fn of(index: usize, listed: Listed) -> Self {
        Self {
            index,
            path: listed.path,
            kind: listed.kind,
            size: listed.size,
        }
    }
}

/// Around a set of entries: how they were reached.
#[derive(Debug, Clone)]
pub(crate) struct Around {
    /// What to show before their paths: the archive that they are in.
    pub shown: RawName,
    /// How their names are separated.
    pub separators: Separators,
    /// How many archives they lie in.
    pub nesting: u32,
}

/// An entry whose content is wanted.
#[derive(Debug)]
pub(crate) enum Wanted {
    /// A source file.
    Source { found: RawName, stand: Stand },
    /// An archive at the top of the submission.
    Archive { found: RawName, nesting: u32 },
}

/// What was made of a submission's entries.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sifted {
    pub work: BTreeMap<u32, Work>,
    pub opened: Vec<RawName>,
    pub ignored: Vec<Ignored>,
    pub refused: Vec<Refused>,
}

struct Candidate {
    stand: Stand,
    hash: ContentHash,
    found: RawName,
}

/// The sorting of one submission.
pub(crate) struct Sifting<'a> {
    ground: Ground<'a>,
    candidates: Vec<Candidate>,
    opened: Vec<RawName>,
    ignored: Vec<Ignored>,
    refused: Vec<Refused>,
    /// Where in `ignored` each folder that is left out whole stands.
    whole: HashMap<RawName, usize>,
    entries: u64,
    kept: u64,
    came_out: u64,
    went_in: u64,
    bounds: Bounds,
    /// Why the whole submission is refused.
    fatal: Option<WhyRefused>,
}

impl<'a> Sifting<'a> {
    pub(crate) fn new(ground: Ground<'a>) -> Self {
        Self {
            ground,
            candidates: Vec::new(),
            opened: Vec::new(),
            ignored: Vec::new(),
            refused: Vec::new(),
            whole: HashMap::new(),
            entries: 0,
            kept: 0,
            came_out: 0,
            went_in: 0,
            bounds: Bounds::of_one(ground.limits),
            fatal: None,
        }
    }

    /// Sorts all of `tree`. `shown` is what to show before its entries.
    pub(crate) fn tree(&mut self, tree: &mut dyn Tree, shown: RawName, nesting: u32) {
        let listed = match tree.list() {
            Ok(listed) => listed,
            Err(why) if nesting == 0 => return self.refuse_whole(why),
            Err(why) => return self.refuse(archive_name(&shown), why),
        };
        let around = Around {
            shown,
            separators: tree.separators(),
            nesting,
        };
        let entries = listed.into_iter().enumerate();
        let mut plan = self.plan(entries.map(|(index, one)| Entry::of(index, one)), &around);
        let wanted: Vec<usize> = plan.keys().copied().collect();
        let outcome = tree.visit(&wanted, &mut |index, content| {
            if let Some(wanted) = plan.remove(&index) {
                self.deliver(wanted, content);
            }
        });
        if !plan.is_empty() || outcome.is_err() {
            self.break_off(plan.into_values(), outcome.err());
        }
    }

    /// Says of entries whose content never came that it did not.
    pub(crate) fn break_off(
        &mut self,
        rest: impl IntoIterator<Item = Wanted>,
        why: Option<WhyRefused>,
    ) {
        let why = why.unwrap_or(WhyRefused::Changed);
        for wanted in rest {
            let (Wanted::Source { found, .. } | Wanted::Archive { found, .. }) = wanted;
            self.refuse(found, WhyRefused::WithTheRest);
        }
        self.fatal.get_or_insert(why);
    }

    /// Decides what can be decided by name, kind and size alone. What remains is wanted.
    pub(crate) fn plan(
        &mut self,
        entries: impl IntoIterator<Item = Entry>,
        around: &Around,
    ) -> BTreeMap<usize, Wanted> {
        let limits = self.ground.limits;
        let mut named = Vec::new();
        for entry in entries {
            self.entries += 1;
            match parse(entry.path.as_bytes(), around.separators, limits) {
                Ok(path) => named.push((entry, path)),
                // `./`, the top itself.
                Err(WhyRefused::NoName) if entry.kind == Kind::Folder => {}
                Err(why) => self.refuse(shown(around, &entry), why),
            }
        }
        if self.entries > limits.entries {
            self.fatal.get_or_insert(WhyRefused::OverLimit {
                what: "entries",
                limit: limits.entries,
            });
        }
        let root = root_of(&named);
        let doubles = doubles(&named, &root, self.ground.catalogue);
        let mut plan = BTreeMap::new();
        for (number, (entry, names)) in named.iter().enumerate() {
            let found = shown(around, entry);
            if let Some(other) = doubles.get(&number) {
                let other = shown(around, &named[*other].0);
                self.refuse(found, WhyRefused::Duplicate(other));
            } else if let Some(wanted) = self.place(entry, names, &root, found, around) {
                plan.insert(entry.index, wanted);
            }
        }
        plan
    }

    fn place(
        &mut self,
        entry: &Entry,
        names: &[String],
        root: &[String],
        found: RawName,
        around: &Around,
    ) -> Option<Wanted> {
        let below = names.strip_prefix(root);
        let spot = match below {
            Some(below) => self.ground.catalogue.spot(below),
            None => Spot::Elsewhere(WhyIgnored::NotRust),
        };
        let why = match spot {
            Spot::Source(mut stand) => {
                match &entry.kind {
                    Kind::Folder => {}
                    Kind::Skipped(why) => self.ignore(found, why.clone()),
                    Kind::Bad(why) => self.refuse(found, why.clone()),
                    Kind::File if entry.size > self.ground.limits.file_bytes => {
                        let limit = self.ground.limits.file_bytes;
                        self.refuse(found, WhyRefused::LargeFile(limit));
                    }
                    Kind::File => {
                        let home = [root, &[stand.home]].concat().join("/");
                        let home = around.shown.joined("", home.as_bytes());
                        stand.home = String::from_utf8_lossy(home.as_bytes()).into_owned();
                        return Some(Wanted::Source { found, stand });
                    }
                }
                return None;
            }
            Spot::Elsewhere(why) => why,
        };
        if self.is_left_out_whole(entry, names, around) {
            return None;
        }
        match &entry.kind {
            Kind::Folder => {}
            Kind::Skipped(why) => self.ignore(found, why.clone()),
            Kind::Bad(why) => self.refuse(found, why.clone()),
            Kind::File => {
                let name = names.last().map_or("", String::as_str);
                if !named_like_an_archive(name) || is_litter(name.as_bytes()) {
                    self.ignore(found, why);
                } else if names.len() > root.len() + 1 {
                    self.ignore(found, WhyIgnored::PackedDeep);
                } else if around.nesting >= self.ground.limits.nesting {
                    let limit = u64::from(self.ground.limits.nesting);
                    let what = "archives within each other";
                    self.refuse(found, WhyRefused::OverLimit { what, limit });
                } else {
                    let nesting = around.nesting + 1;
                    return Some(Wanted::Archive { found, nesting });
                }
            }
        }
        None
    }

    /// Counts an entry of a folder of which nothing is taken with that folder.
    fn is_left_out_whole(&mut self, entry: &Entry, names: &[String], around: &Around) -> bool {
        let folders = &names[..names.len() - 1];
        let whole = folders.iter().enumerate().find_map(|(at, name)| {
            let path = folders[..=at].join("/");
            whole_below(path.as_bytes(), name).map(|why| (path, why))
        });
        let Some((path, why)) = whole else {
            return false;
        };
        if entry.kind == Kind::Folder {
            return true;
        }
        let path = around.shown.joined("", path.as_bytes());
        if let Some(at) = self.whole.get(&path) {
            self.ignored[*at].entries += 1;
        } else {
            self.whole.insert(path.clone(), self.ignored.len());
            self.ignore(path, why);
        }
        true
    }

    /// Takes the content of an entry, or why there is none.
    pub(crate) fn deliver(&mut self, wanted: Wanted, content: Result<Content<'_>, WhyRefused>) {
        match wanted {
            Wanted::Source { found, stand } => {
                let limit = self.ground.limits.file_bytes;
                match self.read(content, limit).and_then(text_of) {
                    Ok(text) => self.keep(found, stand, &text),
                    Err(why) => self.refuse(found, why),
                }
            }
            Wanted::Archive { found, nesting } => {
                let limit = self.ground.limits.nested_bytes;
                let opened = self.read(content, limit).and_then(|bytes| {
                    let bounds = Bounds {
                        entries: self.ground.limits.entries.saturating_sub(self.entries),
                        ..self.bounds.clone()
                    };
                    tree::open(Blob::Memory(bytes.into()), bounds)
                });
                match opened {
                    Ok(Some(mut inner)) => {
                        let shown = found.joined("", b"!/");
                        // An archive that cannot be listed is refused under its name.
                        let before = self.refused.len();
                        self.tree(inner.as_mut(), shown, nesting);
                        let itself = |one: &Refused| one.path.as_ref() == Some(&found);
                        if !self.refused[before..].iter().any(itself) {
                            self.opened.push(found);
                        }
                    }
                    Ok(None) => self.ignore(found, WhyIgnored::NotRust),
                    Err(why) => self.refuse(found, why),
                }
            }
        }
    }

    fn read(
        &mut self,
        content: Result<Content<'_>, WhyRefused>,
        limit: u64,
    ) -> Result<Vec<u8>, WhyRefused> {
        let content = content?;
        let mut bytes = Vec::new();
        let outcome = content.reader.take(limit + 1).read_to_end(&mut bytes);
        if let Some(packed) = content.packed {
            self.came_out += bytes.len() as u64;
            self.went_in += packed;
            let why = tree::too_much(self.came_out, self.went_in, &self.bounds);
            if let Some(why) = why {
                self.fatal.get_or_insert(why.clone());
                return Err(why);
            }
        }
        if bytes.len() as u64 > limit {
            return Err(WhyRefused::LargeFile(limit));
        }
        outcome.map_err(|error| WhyRefused::Damaged(error.to_string()))?;
        Ok(bytes)
    }

    fn keep(&mut self, found: RawName, stand: Stand, text: &str) {
        self.kept += text.len() as u64;
        let limit = self.ground.limits.kept_bytes;
        if self.kept > limit {
            let what = "bytes of source";
            self.fatal
                .get_or_insert(WhyRefused::OverLimit { what, limit });
        }
        if self.fatal.is_some() {
            return self.refuse(found, WhyRefused::WithTheRest);
        }
        self.candidates.push(Candidate {
            stand,
            hash: self.ground.shelf.keep(text),
            found,
        });
    }

    /// Refuses the whole submission.
    pub(crate) fn refuse_whole(&mut self, why: WhyRefused) {
        self.fatal.get_or_insert(why);
    }

    pub(crate) fn refuse(&mut self, path: RawName, why: WhyRefused) {
        let path = Some(path);
        self.refused.push(Refused { path, why });
    }

    fn ignore(&mut self, path: RawName, why: WhyIgnored) {
        self.ignored.push(Ignored {
            path,
            why,
            entries: 1,
        });
    }

    /// Settles what could only be settled when everything was seen.
    pub(crate) fn finish(mut self) -> Sifted {
        let mut work = BTreeMap::new();
        let mut exercises: BTreeMap<u32, Vec<Candidate>> = BTreeMap::new();
        for candidate in std::mem::take(&mut self.candidates) {
            if self.fatal.is_some() {
                self.refuse(candidate.found, WhyRefused::WithTheRest);
            } else {
                let exercise = candidate.stand.exercise;
                exercises.entry(exercise).or_default().push(candidate);
            }
        }
        if let Some(why) = self.fatal.take() {
            self.refused.push(Refused { path: None, why });
        }
        for (exercise, candidates) in exercises {
            let files = self.settle(candidates);
            if let Some(one) = Work::new(files) {
                work.insert(exercise, one);
            }
        }
        Sifted {
            work,
            opened: self.opened,
            ignored: self.ignored,
            refused: self.refused,
        }
    }

    /// The files of one exercise, from the one home that counts.
    fn settle(&mut self, candidates: Vec<Candidate>) -> BTreeMap<String, SourceFile> {
        let mut homes: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
        for candidate in candidates {
            let home = candidate.stand.home.clone();
            homes.entry(home).or_default().push(candidate);
        }
        let content = |home: &[Candidate]| -> BTreeMap<String, ContentHash> {
            let files = home.iter().map(|one| (one.stand.file.clone(), one.hash));
            files.collect()
        };
        let canonical: Vec<_> = homes
            .iter()
            .filter(|(_, home)| home.iter().any(|one| one.stand.canonical))
            .map(|(name, _)| name.clone())
            .collect();
        let first = homes.keys().next().cloned().unwrap_or_default();
        let alike = homes.values().all(|home| {
            content(home) == homes.get(&first).map_or_else(BTreeMap::new, |h| content(h))
        });
        let chosen = match canonical.as_slice() {
            [only] => only.clone(),
            [preferred, ..] if alike => preferred.clone(),
            _ if alike => first,
            _ => {
                let all: Vec<_> = homes.keys().map(|home| home.as_str().into()).collect();
                for candidate in homes.into_values().flatten() {
                    self.refuse(candidate.found, WhyRefused::Ambiguous(all.clone()));
                }
                return BTreeMap::new();
            }
        };
        let mut files = BTreeMap::new();
        for (home, candidates) in homes {
            for candidate in candidates {
                let Candidate { stand, hash, found } = candidate;
                if home == chosen {
                    files.insert(
                        stand.file,
                        SourceFile::new(Arc::clone(self.ground.shelf), hash, found),
                    );
                } else if alike {
                    self.ignore(found, WhyIgnored::SameAs(chosen.as_str().into()));
                } else {
                    self.ignore(found, WhyIgnored::OtherCopy(chosen.as_str().into()));
                }
            }
        }
        files
    }
}

fn shown(around: &Around, entry: &Entry) -> RawName {
    around.shown.joined("", entry.path.as_bytes())
}

/// The name of the archive whose entries are shown with `shown` before them.
fn archive_name(shown: &RawName) -> RawName {
    RawName::new(
        shown
            .as_bytes()
            .strip_suffix(b"!/")
            .unwrap_or(shown.as_bytes()),
    )
}

fn text_of(bytes: Vec<u8>) -> Result<String, WhyRefused> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(good).matches('\n').count() + 1;
        WhyRefused::TextNotUtf8(line)
    })
}

/// The folders that do nothing but wrap the submission: `workbook-main/`.
fn root_of(named: &[(Entry, Vec<String>)]) -> Vec<String> {
    const MOST: usize = 4;
    let mut root: Vec<String> = Vec::new();
    while root.len() < MOST {
        let mut folders: Vec<&str> = Vec::new();
        for (entry, names) in named {
            let Some(below) = names.strip_prefix(root.as_slice()) else {
                continue;
            };
            let Some(top) = below.first() else { continue };
            let is_folder = below.len() > 1 || entry.kind == Kind::Folder;
            if begins_work(top, is_folder) {
                return root;
            }
            if is_folder && may_wrap(top) && folders.last() != Some(&top.as_str()) {
                folders.push(top);
            }
        }
        folders.sort_unstable();
        folders.dedup();
        match folders.as_slice() {
            [only] => root.push((*only).to_owned()),
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// Entries that share a path, or nearly, with another, where one of them is a source.
/// Each with the number of another one.
fn doubles(
    named: &[(Entry, Vec<String>)],
    root: &[String],
    catalogue: &Catalogue,
) -> HashMap<usize, usize> {
    let mut by_path: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, (entry, names)) in named.iter().enumerate() {
        if entry.kind != Kind::Folder {
            by_path.entry(folded(names)).or_default().push(number);
        }
    }
    let is_source = |number: &usize| {
        let below = named[*number].1.strip_prefix(root);
        below.is_some_and(|below| matches!(catalogue.spot(below), Spot::Source(_)))
    };
    let mut doubles = HashMap::new();
    // A file cannot also be the folder of another.
    let mut inner = Vec::new();
    for (path, numbers) in &by_path {
        for (at, _) in path.match_indices('/') {
            if let Some(outer) = by_path.get(&path[..at]) {
                inner.push((outer[0], numbers.clone()));
            }
        }
    }
    for (outer, numbers) in inner {
        for number in numbers.into_iter().filter(is_source) {
            doubles.insert(number, outer);
            if is_source(&outer) {
                doubles.insert(outer, number);
            }
        }
    }
    for numbers in by_path.values().filter(|numbers| numbers.len() > 1) {
        if numbers.iter().any(is_source) {
            for (at, number) in numbers.iter().enumerate() {
                doubles.insert(*number, numbers[usize::from(at == 0)]);
            }
        }
    }
    doubles
}
