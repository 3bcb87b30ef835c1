//! `report`: one page about the class. `feedback`: one page for each learner.

use std::path::Path;

use classroom::ledger::{Depth, Ledger};
use classroom::report::{ClassReport, Feedback, Pictures};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::session;
use crate::args::{Feedback as Asked, Pages, Report};
use crate::failure::{Exit, Result};
use crate::files::{make_folder, name_for, write_whole};
use crate::{book, likeness};

pub fn report(path: &Path, asked: &Report) -> Result<Exit> {
    let course = session::course()?;
    let ledger = Ledger::open_read_only(path)?;
    let class = asked.class.class.as_deref();
    let roster = asked.class.roster.as_ref();
    let book = book::reckon(&course, &ledger, class, roster, Depth::Gist)?;
    let similarity = if asked.no_similarity {
        None
    } else {
        let settings = book::rules(class)?.similarity;
        Some(likeness::of_class(&course, &ledger, &settings)?)
    };
    let page = ClassReport {
        gradebook: &book,
        made: Timestamp::now(),
        zone: TimeZone::UTC,
        hand_ins: &[],
        similarity: similarity.as_ref(),
    };
    write_whole(&asked.out, |mut out| page.write_to(&mut out))?;
    anstream::println!("{} is written.", asked.out.display());
    Ok(Exit::Done)
}

pub fn feedback(path: &Path, asked: &Asked) -> Result<Exit> {
    let course = session::course()?;
    let ledger = Ledger::open_read_only(path)?;
    let class = asked.class.class.as_deref();
    let roster = asked.class.roster.as_ref();
    let book = book::reckon(&course, &ledger, class, roster, Depth::Whole)?;
    make_folder(&asked.out)?;
    for row in &book.rows {
        let feedback = Feedback::new(&book, row, &TimeZone::UTC);
        let name = name_for(&row.learner.0);
        if asked.pages != Pages::Markdown {
            let file = asked.out.join(format!("{name}.html"));
            write_whole(&file, |out| out.write_all(feedback.html().as_bytes()))?;
        }
        if asked.pages != Pages::Html {
            let file = asked.out.join(format!("{name}.md"));
            let text = feedback.markdown(Pictures::LeftOut);
            write_whole(&file, |out| out.write_all(text.as_bytes()))?;
        }
    }
    anstream::println!(
        "Feedback for {} learners is in {}.",
        book.rows.len(),
        asked.out.display()
    );
    Ok(Exit::Done)
}
