//! Folders on disk. Links are never followed.

use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::{Content, Kind, Listed, Take, Tree};
use crate::intake::catalogue::whole_below;
use crate::{Limits, RawName, WhyRefused};

/// Folders and files of one learner.
#[derive(Debug)]
pub(crate) struct FolderTree {
    /// Folders whose content stands at the top.
    roots: Vec<PathBuf>,
    /// Files that stand at the top, each under a name.
    files: Vec<(PathBuf, RawName)>,
    /// Each entry's path on disk, in the order of the list.
    paths: Vec<PathBuf>,
    entries: u64,
    folders: usize,
}

impl FolderTree {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            roots: Vec::new(),
            files: Vec::new(),
            paths: Vec::new(),
            entries: limits.entries,
            folders: limits.folders,
        }
    }

    pub(crate) fn add_folder(&mut self, folder: PathBuf) {
        self.roots.push(folder);
    }

    pub(crate) fn add_file(&mut self, file: PathBuf, name: RawName) {
        self.files.push((file, name));
    }
}

impl Tree for FolderTree {
    fn list(&mut self) -> Result<Vec<Listed>, WhyRefused> {
        let mut all = Vec::new();
        let roots = self
            .roots
            .iter()
            .map(|root| (root.clone(), RawName::from(""), 0));
        let mut open: Vec<_> = roots.collect();
        self.paths.clear();
        for (path, name) in &self.files {
            let kind = match fs::symlink_metadata(path) {
                Ok(meta) => kind_of(meta.file_type()),
                Err(error) => Kind::Bad(WhyRefused::Unreadable(error.to_string())),
            };
            self.paths.push(path.clone());
            all.push(Listed {
                path: name.clone(),
                kind,
                size: 0,
            });
        }
        while let Some((folder, below, depth)) = open.pop() {
            let children = match children(&folder) {
                Ok(children) => children,
                Err(error) if depth == 0 => return Err(WhyRefused::Unreadable(error.to_string())),
                Err(error) => {
                    self.paths.push(folder);
                    let why = WhyRefused::Unreadable(error.to_string());
                    all.push(Listed {
                        path: below,
                        kind: Kind::Bad(why),
                        size: 0,
                    });
                    continue;
                }
            };
            for (name, file_type) in children {
                if all.len() as u64 >= self.entries {
                    return Err(WhyRefused::OverLimit {
                        what: "entries",
                        limit: self.entries,
                    });
                }
                let path = folder.join(&name);
                let shown = below.joined("/", RawName::of_os(&name).as_bytes());
                let kind = if !file_type.is_dir() {
                    kind_of(file_type)
                } else if let Some(why) = name
                    .to_str()
                    .and_then(|name| whole_below(shown.as_bytes(), name))
                {
                    Kind::Skipped(why)
                } else if depth >= self.folders {
                    Kind::Bad(WhyRefused::DeepPath)
                } else {
                    open.push((path.clone(), shown.clone(), depth + 1));
                    Kind::Folder
                };
                self.paths.push(path);
                all.push(Listed {
                    path: shown,
                    kind,
                    size: 0,
                });
            }
        }
        Ok(all)
    }

    fn visit(&mut self, wanted: &[usize], take: &mut Take<'_>) -> Result<(), WhyRefused> {
        for &index in wanted {
            match self.paths.get(index).map(|path| open_ordinary(path)) {
                None => take(index, Err(WhyRefused::Changed)),
                Some(Err(why)) => take(index, Err(why)),
                Some(Ok(mut file)) => {
                    let reader = &mut file;
                    take(
                        index,
                        Ok(Content {
                            reader,
                            packed: None,
                        }),
                    );
                }
            }
        }
        Ok(())
    }
}

/// What is in a folder, in the order of its names.
pub(crate) fn children(folder: &Path) -> io::Result<Vec<(std::ffi::OsString, FileType)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        all.push((entry.file_name(), entry.file_type()?));
    }
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(all)
}

fn kind_of(file_type: FileType) -> Kind {
    if file_type.is_file() {
        return Kind::File;
    }
    if file_type.is_symlink() {
        return Kind::Bad(WhyRefused::Symlink);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if file_type.is_fifo() {
            return Kind::Bad(WhyRefused::Fifo);
        }
        if file_type.is_socket() {
            return Kind::Bad(WhyRefused::Socket);
        }
        if file_type.is_block_device() || file_type.is_char_device() {
            return Kind::Bad(WhyRefused::Device);
        }
    }
    Kind::Bad(WhyRefused::OddFile)
}

/// Opens a regular file that has one name. Neither waits nor follows a link, whatever was
/// put in its place since it was listed.
pub(crate) fn open_ordinary(path: &Path) -> Result<File, WhyRefused> {
    let unreadable = |error: io::Error| WhyRefused::Unreadable(error.to_string());
    let before = fs::symlink_metadata(path).map_err(unreadable)?;
    match kind_of(before.file_type()) {
        Kind::Bad(why) => return Err(why),
        _ if has_other_names(&before) => return Err(WhyRefused::HardLink),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path).map_err(unreadable)?;
    let after = file.metadata().map_err(unreadable)?;
    if !after.is_file() || !is_same(&before, &after) {
        return Err(WhyRefused::Changed);
    }
    Ok(file)
}

#[cfg(unix)]
fn has_other_names(meta: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(meta) > 1
}

#[cfg(unix)]
fn is_same(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

#[cfg(not(unix))]
fn is_same(a: &Metadata, b: &Metadata) -> bool {
    a.len() == b.len()
}
