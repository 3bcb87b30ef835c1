//! The story of a failure. `data` is what happened, as plain data; `slice`
//! says which steps matter; `explain` says in words what went wrong; `lanes`
//! draws it as text, `svg` as a picture, and `json` writes it for tools.

pub(crate) mod data;
pub(crate) mod json;

pub(crate) use data::Telling;
