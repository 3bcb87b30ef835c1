//! The story of a failure. `data` is what happened, as plain data; `slice`
//! says which steps matter, and `explain` in words what went wrong; `rows` folds
//! the steps, `lanes` draws them as text, `svg` as a picture, and `json` writes
//! everything for tools.

pub(crate) mod data;
mod explain;
pub(crate) mod json;
mod lanes;
mod paint;
mod rows;
mod sections;
mod slice;
mod svg;
mod visits;

pub(crate) use data::Telling;
pub(crate) use lanes::{cut, draw, is_short, width, wrap};
pub(crate) use paint::Paint;
pub(crate) use svg::svg;

use crate::engine::execution::Execution;
use crate::engine::failure::Failure;
use data::Teller;

/// What happened in a failed execution, and what it means.
pub(crate) fn of_failure(told: &Execution, failure: &Failure, always: bool) -> Telling {
    let mut teller = Teller::new(told);
    let mut telling = teller.tell(Some(failure), &slice::matters(told, failure));
    telling.aside = slice::aside(failure);
    explain::explain(&teller, failure, always, &mut telling);
    telling
}

/// What happened in an execution in which something never happened.
pub(crate) fn of_overlocked(told: &Execution) -> Telling {
    let mut teller = Teller::new(told);
    let mut telling = teller.tell(None, &[]);
    let (overlocked, why) = explain::overlocked(&mut teller);
    telling.overlocked = Some(overlocked);
    telling.why = why;
    telling.look = teller.blamed();
    telling
}
