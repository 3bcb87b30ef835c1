//! Texts and reports, packed; and what a report says, told from how long it took.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde_json::Value;

/// Nothing that is packed here is as large. A file that claims to be is damaged, or was
/// made to fill the memory.
const LARGEST: u64 = 64 << 20;

pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}

pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut unpacker = DeflateDecoder::new(packed).take(LARGEST + 1);
    unpacker.read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= LARGEST).then_some(bytes)
}

/// A digest of a report, given as JSON, without its durations. It is taken from the JSON
/// as it stands and not from a [`judge::Report`], so that a later version of this program,
/// whose reports have more fields, finds the same.
pub(super) fn said(report: &[u8]) -> Option<String> {
    let mut report: Value = serde_json::from_slice(report).ok()?;
    let fields = report.as_object_mut()?;
    fields.remove("timings");
    for test in fields.get_mut("tests")?.as_array_mut()? {
        test.as_object_mut()?.remove("millis");
    }
    let mut digest = blake3::Hasher::new();
    add(&mut digest, &report);
    Some(digest.finalize().to_hex().to_string())
}

/// Fields by name: how `serde_json` orders them depends on features that any crate of the
/// build may turn on.
fn add(digest: &mut blake3::Hasher, value: &Value) {
    let mut counted = |tag: &[u8; 1], length: usize| {
        digest.update(tag);
        digest.update(&(length as u64).to_le_bytes());
    };
    match value {
        Value::Array(all) => {
            counted(b"[", all.len());
            for one in all {
                add(digest, one);
            }
        }
        Value::Object(fields) => {
            counted(b"{", fields.len());
            let mut names: Vec<_> = fields.iter().collect();
            names.sort_by_key(|(name, _)| *name);
            for (name, field) in names {
                digest.update(&(name.len() as u64).to_le_bytes());
                digest.update(name.as_bytes());
                add(digest, field);
            }
        }
        Value::String(text) => {
            counted(b"\"", text.len());
            digest.update(text.as_bytes());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {
            let text = value.to_string();
            counted(b".", text.len());
            digest.update(text.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        for text in ["", "a", &"fn main() {}\n".repeat(10_000)] {
            assert_eq!(unpack(&pack(text.as_bytes())).unwrap(), text.as_bytes());
        }
        assert_eq!(unpack(&[0xff, 0xff]), None);
    }

    #[test]
    fn what_would_fill_the_memory_is_not_unpacked() {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
        let zeros = vec![0; 1 << 20];
        for _ in 0..=LARGEST >> 20 {
            packer.write_all(&zeros).unwrap();
        }
        assert_eq!(unpack(&packer.finish().unwrap()), None);
    }

    #[test]
    fn durations_and_the_order_of_fields_say_nothing() {
        let of = |text: &str| said(text.as_bytes());
        let one = of(r#"{"verdict":{"a":1,"b":"x"},"tests":[{"t":1,"millis":3}],"timings":{}}"#);
        let other =
            of(r#"{"timings":{"run":9},"tests":[{"millis":4,"t":1}],"verdict":{"b":"x","a":1}}"#);
        assert!(one.is_some());
        assert_eq!(one, other);
        assert_ne!(
            one,
            of(r#"{"verdict":{"a":1,"b":"y"},"tests":[{"t":1}],"timings":{}}"#)
        );
        assert_eq!(of("[]"), None);
    }
}
