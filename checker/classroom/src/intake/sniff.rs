//! What a file is, by its first bytes.

/// How many bytes [`sniff`] wants to see.
pub(crate) const HEAD: usize = 512;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    Zip,
    Tar,
    TarGz,
    /// An archive of a kind that is not read here.
    Foreign(&'static str),
    /// No archive.
    None,
}

const FOREIGN: &[(&[u8], &str)] = &[
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x04\x22\x4d\x18", "lz4"),
    (b"LZIP", "lzip"),
    (b"\x1f\x9d", "compress"),
    (b"MSCF", "cabinet"),
    (b"xar!", "xar"),
    (b"!<arch>\n", "ar"),
    (b"070701", "cpio"),
];

/// What the file is that begins with `head`.
pub(crate) fn sniff(head: &[u8]) -> Packing {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Packing::Zip;
    }
    if head.starts_with(b"PK\x07\x08") {
        return Packing::Foreign("split zip");
    }
    if head.starts_with(b"\x1f\x8b") {
        return Packing::TarGz;
    }
    if is_tar(head) {
        return Packing::Tar;
    }
    FOREIGN
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map_or(Packing::None, |(_, name)| Packing::Foreign(name))
}

/// A tar header has a checksum of its own: the sum of its bytes, its own field taken as
/// spaces. A block of zeros is an empty tar.
fn is_tar(head: &[u8]) -> bool {
    let Some(block) = head.get(..512) else {
        return false;
    };
    let said = block[148..156]
        .iter()
        .skip_while(|byte| **byte == b' ')
        .take_while(|byte| (b'0'..=b'7').contains(*byte))
        .fold(0_u64, |sum, byte| sum * 8 + u64::from(byte - b'0'));
    let sum = |(at, byte): (usize, &u8)| {
        if (148..156).contains(&at) {
            u64::from(b' ')
        } else {
            u64::from(*byte)
        }
    };
    said > 0 && block.iter().enumerate().map(sum).sum::<u64>() == said
        || block.iter().all(|byte| *byte == 0)
}

/// Whether a file of this name may be an archive that somebody hands in.
pub(crate) fn named_like_an_archive(name: &str) -> bool {
    const ENDS: &[&str] = &[
        ".zip", ".tar", ".tgz", ".gz", ".7z", ".rar", ".xz", ".txz", ".bz2", ".tbz", ".tbz2",
        ".zst", ".lz", ".lz4", ".cab",
    ];
    let name = name.to_ascii_lowercase();
    ENDS.iter()
        .any(|end| name.len() > end.len() && name.ends_with(end))
}

/// The name of an archive without what says that it is one.
pub(crate) fn stem(name: &[u8]) -> &[u8] {
    const ENDS: &[&[u8]] = &[
        b".tar.gz",
        b".tar.xz",
        b".tar.bz2",
        b".tar.zst",
        b".tgz",
        b".zip",
        b".tar",
        b".gz",
        b".git",
    ];
    ENDS.iter()
        .find_map(|end| {
            let at = name.len().checked_sub(end.len()).filter(|at| *at > 0)?;
            name[at..].eq_ignore_ascii_case(end).then_some(&name[..at])
        })
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_not_names() {
        let mut tar = tar::Builder::new(Vec::new());
        let mut header = tar::Header::new_ustar();
        header.set_size(1);
        header.set_cksum();
        tar.append_data(&mut header, "a", &b"x"[..]).unwrap();
        assert_eq!(sniff(&tar.into_inner().unwrap()), Packing::Tar);
        assert_eq!(sniff(b"PK\x03\x04..."), Packing::Zip);
        assert_eq!(sniff(b"\x1f\x8b\x08"), Packing::TarGz);
        assert_eq!(sniff(b"Rar!\x1a\x07\x01\x00"), Packing::Foreign("rar"));
        assert_eq!(sniff(b""), Packing::None);
        assert_eq!(sniff(&[b'a'; 512]), Packing::None);
        assert_eq!(sniff(b"fn main() {}"), Packing::None);
    }

    #[test]
    fn a_stem_keeps_dots_of_a_name() {
        for (name, expected) in [
            ("alice.tar.gz", "alice"),
            ("j.doe.ZIP", "j.doe"),
            ("alice", "alice"),
            (".zip", ".zip"),
        ] {
            assert_eq!(stem(name.as_bytes()), expected.as_bytes());
        }
    }
}
