//! From the instructor's arguments to a class.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{Read, Seek as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::intake::gradescope::{self, METADATA};
use crate::intake::layout::{self, Group, Grouped, Member, Shape, Top};
use crate::intake::path::{Separators, leads_astray, names};
use crate::intake::shelf::Shelf;
use crate::intake::sift::{Around, Entry, Ground, Sifted, Sifting, Wanted};
use crate::intake::sniff::stem;
use crate::intake::submission::number_attempts;
use crate::intake::tree::{
    self, Blob, Bounds, FolderTree, Kind, Listed, Repository, Tree, children, is_repository,
    open_ordinary,
};
use crate::{
    Attempt, Catalogue, Class, Ignored, IntakeError, Key, Learner, Limits, Note, Origin, RawName,
    Refused, SourceKind, Submission, SubmittedAt, Vouched, WhyIgnored, WhyRefused,
    intake::repositories,
};

/// How many folders around a class are looked through.
const WRAPPERS: usize = 4;

/// Takes submissions in.
#[derive(Debug, Clone)]
pub struct Intake {
    catalogue: Catalogue,
    limits: Limits,
}

impl Intake {
    /// An intake for the exercises in `catalogue`.
    pub fn new(catalogue: Catalogue, limits: Limits) -> Self {
        Self { catalogue, limits }
    }

    /// Reads every source. What each is, is told from its content.
    ///
    /// A list of repositories is a text file with one a line: its path, or a learner's
    /// name, a tab, and its path. Relative paths begin at the list's folder; empty lines
    /// and those that begin with `#` are left out.
    ///
    /// Nothing is run. Attempts are numbered over all sources.
    ///
    /// # Errors
    /// When an argument is no source at all, or this machine has no room for the texts.
    /// Whatever is wrong inside a source is in the [`Class`].
    pub fn read<P: AsRef<Path>>(&self, sources: &[P]) -> Result<Class, IntakeError> {
        let texts = Arc::new(Shelf::new());
        let mut class = Class::default();
        for source in sources {
            let mut reading = Reading {
                ground: Ground {
                    catalogue: &self.catalogue,
                    limits: &self.limits,
                    shelf: &texts,
                },
                argument: source.as_ref(),
                class: &mut class,
            };
            reading.read()?;
        }
        if let Some(error) = texts.failure() {
            return Err(IntakeError::NoRoom(error));
        }
        number_attempts(
            &mut class.submissions,
            |one| one.learner.surest().clone(),
            |one| one,
        );
        Ok(class)
    }
}

/// The reading of one argument.
struct Reading<'a> {
    ground: Ground<'a>,
    argument: &'a Path,
    class: &'a mut Class,
}

impl Reading<'_> {
    fn read(&mut self) -> Result<(), IntakeError> {
        let path = self.argument;
        // The argument itself may be a link: the instructor chose it.
        let meta = std::fs::metadata(path).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => IntakeError::NotThere(path.to_path_buf()),
            _ => self.unreadable(source),
        })?;
        if meta.is_dir() {
            return self.folder();
        }
        if !meta.is_file() {
            return Err(IntakeError::OddFile(path.to_path_buf()));
        }
        let file = File::open(path).map_err(|error| self.unreadable(error))?;
        let blob = Blob::Disk(file.try_clone().map_err(|error| self.unreadable(error))?);
        match tree::open(blob, Bounds::of_class(self.ground.limits)) {
            Ok(Some(mut archive)) => {
                self.archive(archive.as_mut());
                Ok(())
            }
            Ok(None) => self.list(&file),
            Err(why) => Err(self.no_source(why.to_string().replacen("is ", "", 1))),
        }
    }

    fn unreadable(&self, source: std::io::Error) -> IntakeError {
        let path = self.argument.to_path_buf();
        IntakeError::Unreadable { path, source }
    }

    fn no_source(&self, what: impl Into<String>) -> IntakeError {
        let (path, what) = (self.argument.to_path_buf(), what.into());
        IntakeError::NoSource { path, what }
    }

    fn note(&mut self, what: impl Into<String>, advice: impl Into<String>) {
        self.class.notes.push(Note {
            source: self.argument.to_path_buf(),
            what: what.into(),
            advice: advice.into(),
        });
    }

    /// The learner whom a whole argument belongs to.
    fn alone(&self) -> Group {
        let absolute = std::path::absolute(self.argument).unwrap_or_default();
        let name = absolute
            .file_name()
            .map_or_else(|| RawName::from("."), RawName::of_os);
        let name = RawName::new(stem(name.as_bytes()));
        Group {
            learners: vec![Learner::new(name.clone(), Key::Folder(name))],
            place: RawName::from(""),
            time: None,
            late: false,
            members: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Adds a submission for each of a group's learners.
    fn add(&mut self, kind: SourceKind, group: Group, sifted: &Sifted) {
        for learner in group.learners {
            let sifted = sifted.clone();
            self.class.submissions.push(Submission {
                learner,
                origin: Origin {
                    argument: self.argument.to_path_buf(),
                    kind,
                    place: group.place.clone(),
                },
                time: group.time,
                late: group.late,
                attempt: Attempt::FIRST,
                work: sifted.work,
                opened: sifted.opened,
                ignored: sifted.ignored,
                refused: sifted.refused,
                notes: group.notes.clone(),
            });
        }
    }

    fn left_out(&mut self, before: &RawName, rest: Vec<(RawName, WhyIgnored)>) {
        let ignored = rest.into_iter().map(|(name, why)| Ignored {
            path: before.joined("/", name.as_bytes()),
            why,
            entries: 1,
        });
        self.class.ignored.extend(ignored);
    }

    /// A list of repositories.
    fn list(&mut self, mut file: &File) -> Result<(), IntakeError> {
        let limit = self.ground.limits.listing_bytes;
        let mut bytes = Vec::new();
        // Looking at its first bytes moved on in it.
        file.rewind().map_err(|error| self.unreadable(error))?;
        (&mut file)
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| self.unreadable(error))?;
        if self.argument.extension().is_some_and(|end| end == "rs") {
            return Err(self.no_source("one source file; the intake takes the folder it is in"));
        }
        if bytes.len() as u64 > limit {
            return Err(self.no_source("no archive, and too large for a list of repositories"));
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Err(self.no_source("neither an archive nor text"));
        };
        let folder = self.argument.parent().unwrap_or(Path::new(""));
        let lines = repositories::read(&text, folder).map_err(|what| self.no_source(what))?;
        for line in lines {
            let group = Group {
                learners: vec![Learner::new(line.name.clone(), Key::Folder(line.name))],
                place: line.written.as_str().into(),
                ..self.alone()
            };
            if line.path.is_dir() {
                self.repository(group, &line.path);
            } else {
                let mut sifting = Sifting::new(self.ground);
                sifting.refuse_whole(WhyRefused::NotThere);
                self.add(SourceKind::Git, group, &sifting.finish());
            }
        }
        Ok(())
    }

    fn repository(&mut self, mut group: Group, folder: &Path) {
        let mut sifting = Sifting::new(self.ground);
        match Repository::open(folder, self.ground.limits) {
            Err(why) => sifting.refuse_whole(why),
            Ok(mut repository) => {
                group.time = repository.time.map(|at| SubmittedAt {
                    at,
                    vouched: Vouched::Commit,
                });
                group.notes.push(format!(
                    "Read at commit {}. What was not committed was not read.",
                    repository.commit
                ));
                sifting.tree(&mut repository, RawName::from(""), 0);
            }
        }
        self.add(SourceKind::Git, group, &sifting.finish());
    }

    fn folder(&mut self) -> Result<(), IntakeError> {
        let mut folder = self.argument.to_path_buf();
        let mut inner = RawName::from("");
        for depth in 0..=WRAPPERS {
            if is_repository(&folder) && depth == 0 {
                self.repository(self.alone(), &folder);
                return Ok(());
            }
            let tops = Self::tops(&folder).map_err(|error| self.unreadable(error))?;
            match layout::shape(&tops) {
                Shape::Wrapped(name)
                    if depth < WRAPPERS && !is_repository(&folder.join(as_path(&name))) =>
                {
                    folder.push(as_path(&name));
                    inner = inner.joined("/", name.as_bytes());
                }
                Shape::One if depth == 0 => {
                    let group = self.alone();
                    let mut one = FolderTree::new(self.ground.limits);
                    one.add_folder(folder);
                    self.sift_folder(group, &mut one);
                    return Ok(());
                }
                Shape::One | Shape::Wrapped(_) => break,
                shape => {
                    self.class_folder(&shape, &folder, &inner, &tops);
                    return Ok(());
                }
            }
        }
        // Folders within each other that end in one learner's work: a class of one.
        let folder = self.argument.to_path_buf();
        let tops = Self::tops(&folder).map_err(|error| self.unreadable(error))?;
        self.class_folder(&Shape::PerLearner, &folder, &RawName::from(""), &tops);
        Ok(())
    }

    fn sift_folder(&mut self, group: Group, folder: &mut FolderTree) {
        let mut sifting = Sifting::new(self.ground);
        sifting.tree(folder, RawName::from(""), 0);
        self.add(SourceKind::Folder, group, &sifting.finish());
    }

    /// What is at the top of a folder of the class. What is neither file nor folder is
    /// refused here.
    fn tops(folder: &Path) -> std::io::Result<Vec<Top>> {
        let all = children(folder)?.into_iter();
        Ok(all
            .map(|(name, kind)| Top {
                name: RawName::of_os(&name),
                is_folder: kind.is_dir(),
            })
            .collect())
    }

    fn class_folder(&mut self, shape: &Shape, folder: &Path, inner: &RawName, tops: &[Top]) {
        let tops = self.refuse_odd_tops(folder, inner, tops);
        let metadata = || {
            let limit = self.ground.limits.listing_bytes;
            let file = open_ordinary(&folder.join(METADATA)).map_err(|why| why.to_string())?;
            read_text(file, limit)
        };
        let (kind, grouped) = match shape {
            Shape::Gradescope => self.gradescope(&tops, metadata()),
            shape => grouped(shape, &tops),
        };
        self.left_out(inner, grouped.rest);
        for group in grouped.groups {
            if kind == SourceKind::Folder
                && let [Member::Inside(name)] = group.members.as_slice()
                && is_repository(&folder.join(as_path(name)))
            {
                let path = folder.join(as_path(name));
                self.repository(group, &path);
                continue;
            }
            let mut tree = FolderTree::new(self.ground.limits);
            for member in &group.members {
                match member {
                    Member::Inside(name) => tree.add_folder(folder.join(as_path(name))),
                    Member::Loose(name, called) => {
                        tree.add_file(folder.join(as_path(name)), called.as_str().into());
                    }
                }
            }
            let mut sifting = Sifting::new(self.ground);
            sifting.tree(&mut tree, RawName::from(""), 0);
            self.add(kind, group, &sifting.finish());
        }
    }

    fn refuse_odd_tops(&mut self, folder: &Path, inner: &RawName, tops: &[Top]) -> Vec<Top> {
        let mut good = Vec::new();
        for top in tops {
            let path = folder.join(as_path(&top.name));
            let odd = std::fs::symlink_metadata(&path)
                .is_ok_and(|meta| !meta.is_dir() && !meta.is_file());
            match odd.then(|| open_ordinary(&path)) {
                Some(Err(why)) => self.class.refused.push(Refused {
                    path: Some(inner.joined("/", top.name.as_bytes())),
                    why,
                }),
                _ => good.push(top.clone()),
            }
        }
        good
    }

    fn gradescope(&mut self, tops: &[Top], text: Result<String, String>) -> (SourceKind, Grouped) {
        let metadata = text
            .and_then(|text| gradescope::read(&text))
            .unwrap_or_else(|error| {
                self.note(
                    format!("{METADATA} cannot be read, so nobody can be told by it: {error}"),
                    "Download the export again.",
                );
                gradescope::Metadata::new()
            });
        (SourceKind::Gradescope, layout::gradescope(tops, &metadata))
    }

    fn archive(&mut self, archive: &mut dyn Tree) {
        let listed = match archive.list() {
            Ok(listed) => listed,
            Err(why) => {
                self.note(
                    format!("The archive {why}. Nothing of it was taken."),
                    why.advice(),
                );
                let mut sifting = Sifting::new(self.ground);
                sifting.refuse_whole(why);
                let group = self.alone();
                self.add(SourceKind::Folder, group, &sifting.finish());
                return;
            }
        };
        let separators = archive.separators();
        let mut prefix: Vec<RawName> = Vec::new();
        let mut tops = tops_of(&listed, separators, &prefix);
        let shape = loop {
            match layout::shape(&tops) {
                Shape::Wrapped(name) if prefix.len() < WRAPPERS => {
                    prefix.push(name);
                    tops = tops_of(&listed, separators, &prefix);
                }
                Shape::One | Shape::Wrapped(_) => break None,
                shape => break Some(shape),
            }
        };
        let Some(shape) = shape else {
            self.archive_of_one(archive, listed);
            return;
        };
        let shown = prefix.iter().fold(RawName::from(""), |path, name| {
            path.joined("/", name.as_bytes())
        });
        let (kind, grouped) = match shape {
            Shape::Gradescope => {
                let path = shown.joined("/", METADATA.as_bytes());
                let text = self.text_in(archive, &listed, &path);
                self.gradescope(&tops, text)
            }
            shape => grouped(&shape, &tops),
        };
        let rest = grouped.rest.into_iter();
        let mut rest: BTreeMap<RawName, (WhyIgnored, u64)> =
            rest.map(|(name, why)| (name, (why, 0))).collect();
        self.class_archive(archive, listed, &prefix, &mut rest, (kind, grouped.groups));
        let ignored = rest.into_iter().map(|(name, (why, entries))| Ignored {
            path: shown.joined("/", name.as_bytes()),
            why,
            // A folder with nothing in it is one all the same.
            entries: entries.max(1),
        });
        self.class.ignored.extend(ignored);
    }

    fn archive_of_one(&mut self, archive: &mut dyn Tree, listed: Vec<Listed>) {
        let mut sifting = Sifting::new(self.ground);
        let around = Around {
            shown: RawName::from(""),
            separators: archive.separators(),
            nesting: 1,
        };
        let entries = listed.into_iter().enumerate();
        let plan = sifting.plan(entries.map(|(index, one)| Entry::of(index, one)), &around);
        let plan = plan.into_iter().map(|(index, wanted)| (index, (0, wanted)));
        let mut siftings = vec![sifting];
        visit(archive, plan.collect(), &mut siftings);
        let group = self.alone();
        for sifting in siftings {
            self.add(SourceKind::Folder, group.clone(), &sifting.finish());
        }
    }

    /// The text of the entry `path` of an archive.
    fn text_in(
        &self,
        archive: &mut dyn Tree,
        listed: &[Listed],
        path: &RawName,
    ) -> Result<String, String> {
        let separators = archive.separators();
        let wanted = names(path.as_bytes(), separators);
        let is_it = |one: &Listed| {
            one.kind == Kind::File && names(one.path.as_bytes(), separators) == wanted
        };
        let at = listed
            .iter()
            .position(is_it)
            .ok_or("it is no ordinary file")?;
        let limit = self.ground.limits.listing_bytes;
        let mut outcome = Err("it was not found again".to_owned());
        archive
            .visit(&[at], &mut |_, content| {
                outcome = content
                    .map_err(|why| why.to_string())
                    .and_then(|content| read_text(content.reader, limit));
            })
            .map_err(|why| why.to_string())?;
        outcome
    }

    /// Gives each entry to its submission, and reads what is wanted in one go.
    fn class_archive(
        &mut self,
        archive: &mut dyn Tree,
        listed: Vec<Listed>,
        prefix: &[RawName],
        rest: &mut BTreeMap<RawName, (WhyIgnored, u64)>,
        (kind, groups): (SourceKind, Vec<Group>),
    ) {
        let separators = archive.separators();
        let mut of_name: HashMap<RawName, (usize, Option<String>)> = HashMap::new();
        for (number, group) in groups.iter().enumerate() {
            for member in &group.members {
                let (name, called) = match member {
                    Member::Inside(name) => (name, None),
                    Member::Loose(name, called) => (name, Some(called.clone())),
                };
                of_name.insert(name.clone(), (number, called));
            }
        }
        let mut entries: Vec<Vec<Entry>> = groups.iter().map(|_| Vec::new()).collect();
        for (index, mut one) in listed.into_iter().enumerate() {
            match owner(&one, separators, prefix, &of_name) {
                Owner::Group(number, path) => {
                    one.path = path;
                    entries[number].push(Entry::of(index, one));
                }
                Owner::Nobody(top) => self.of_nobody(one, top, rest),
                Owner::Astray(why) => self.class.refused.push(Refused {
                    path: Some(one.path),
                    why,
                }),
            }
        }
        let around = Around {
            shown: RawName::from(""),
            separators,
            nesting: 1,
        };
        let mut plan = BTreeMap::new();
        let mut siftings = Vec::new();
        for (number, entries) in entries.into_iter().enumerate() {
            let mut sifting = Sifting::new(self.ground);
            let size: u64 = entries
                .iter()
                .fold(0, |sum, one| sum.saturating_add(one.size));
            let limit = self.ground.limits.unpacked_bytes;
            if size > limit {
                let what = "bytes when unpacked";
                sifting.refuse_whole(WhyRefused::OverLimit { what, limit });
            }
            let wanted = sifting.plan(entries, &around).into_iter();
            plan.extend(wanted.map(|(index, wanted)| (index, (number, wanted))));
            siftings.push(sifting);
        }
        visit(archive, plan, &mut siftings);
        for (group, sifting) in groups.into_iter().zip(siftings) {
            self.add(kind, group, &sifting.finish());
        }
    }

    fn of_nobody(
        &mut self,
        one: Listed,
        top: Option<RawName>,
        rest: &mut BTreeMap<RawName, (WhyIgnored, u64)>,
    ) {
        if one.kind == Kind::Folder {
            return;
        }
        if let Some((_, entries)) = top.as_ref().and_then(|top| rest.get_mut(top)) {
            *entries += 1;
        } else if let Kind::Bad(why) = one.kind {
            self.class.refused.push(Refused {
                path: Some(one.path),
                why,
            });
        } else if top.is_none_or(|top| top.as_bytes() != METADATA.as_bytes()) {
            self.class.ignored.push(Ignored {
                path: one.path,
                why: WhyIgnored::NotASubmission,
                entries: 1,
            });
        }
    }
}

/// The whole text, or nothing: half of it would leave learners out.
fn read_text(reader: impl Read, limit: u64) -> Result<String, String> {
    let mut bytes = Vec::new();
    reader
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    if bytes.len() as u64 > limit {
        return Err(WhyRefused::LargeFile(limit).to_string());
    }
    String::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())
}

/// Hands content to the siftings that want it.
fn visit(
    archive: &mut dyn Tree,
    mut plan: BTreeMap<usize, (usize, Wanted)>,
    siftings: &mut [Sifting<'_>],
) {
    let wanted: Vec<usize> = plan.keys().copied().collect();
    let outcome = archive.visit(&wanted, &mut |index, content| {
        if let Some((number, wanted)) = plan.remove(&index) {
            siftings[number].deliver(wanted, content);
        }
    });
    for (number, wanted) in plan.into_values() {
        siftings[number].break_off([wanted], outcome.as_ref().err().cloned());
    }
    if let Err(why) = outcome {
        for sifting in siftings {
            sifting.refuse_whole(why.clone());
        }
    }
}

fn grouped(shape: &Shape, tops: &[Top]) -> (SourceKind, Grouped) {
    match shape {
        Shape::Moodle => (SourceKind::Moodle, layout::moodle(tops)),
        Shape::Canvas => (SourceKind::Canvas, layout::canvas(tops)),
        _ => (SourceKind::Folder, layout::per_learner(tops)),
    }
}

/// Whose an entry of a class archive is.
enum Owner {
    /// A submission's, under this path.
    Group(usize, RawName),
    /// Nobody's; the name at the top that it belongs to.
    Nobody(Option<RawName>),
    /// It leads out of the archive before it comes to a learner.
    Astray(WhyRefused),
}

fn owner(
    one: &Listed,
    separators: Separators,
    prefix: &[RawName],
    of_name: &HashMap<RawName, (usize, Option<String>)>,
) -> Owner {
    let raw = one.path.as_bytes();
    let astray = leads_astray(raw);
    let all = names(raw, separators);
    let climbs_early = all
        .iter()
        .take(prefix.len() + 1)
        .any(|name| name.starts_with(b".."));
    match astray {
        Some(why) if why != WhyRefused::Traversal || climbs_early => return Owner::Astray(why),
        _ => {}
    }
    let inside = all.len() > prefix.len()
        && all
            .iter()
            .zip(prefix)
            .all(|(name, wrapper)| *name == wrapper.as_bytes());
    if !inside {
        return Owner::Nobody(None);
    }
    let top = RawName::new(all[prefix.len()]);
    let below = all[prefix.len() + 1..].join(&b'/');
    match of_name.get(&top) {
        Some((number, None)) if below.is_empty() => {
            // The learner's own folder, which carries nothing.
            Owner::Group(*number, RawName::from("."))
        }
        Some((number, None)) => Owner::Group(*number, RawName::new(below)),
        Some((number, Some(called))) if below.is_empty() => {
            Owner::Group(*number, called.as_str().into())
        }
        _ => Owner::Nobody(Some(top)),
    }
}

/// The names at the top of an archive, below `prefix`.
fn tops_of(listed: &[Listed], separators: Separators, prefix: &[RawName]) -> Vec<Top> {
    let mut tops: BTreeMap<RawName, bool> = BTreeMap::new();
    for one in listed {
        let raw = one.path.as_bytes();
        if leads_astray(raw).is_some() {
            continue;
        }
        let all = names(raw, separators);
        let inside = all
            .iter()
            .zip(prefix)
            .all(|(name, wrapper)| *name == wrapper.as_bytes());
        if all.len() > prefix.len() && inside {
            let is_folder = all.len() > prefix.len() + 1 || one.kind == Kind::Folder;
            let known = tops.entry(RawName::new(all[prefix.len()])).or_default();
            *known |= is_folder;
        }
    }
    let all = tops.into_iter();
    all.map(|(name, is_folder)| Top { name, is_folder })
        .collect()
}

fn as_path(name: &RawName) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        PathBuf::from(std::ffi::OsStr::from_bytes(name.as_bytes()))
    }
    #[cfg(not(unix))]
    PathBuf::from(String::from_utf8_lossy(name.as_bytes()).into_owned())
}
