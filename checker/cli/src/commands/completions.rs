//! `completions`: a script that lets a shell complete commands and names.

use clap::CommandFactory as _;
use clap_complete::Shell;
use serde::Serialize;

use crate::args::Args;
use crate::report::Report;
use crate::screen::Page;

#[derive(Debug, Serialize)]
pub struct Completions {
    shell: String,
    script: String,
}

pub fn run(shell: Shell) -> Completions {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "checker", &mut script);
    Completions {
        shell: shell.to_string(),
        script: String::from_utf8_lossy(&script).into_owned(),
    }
}

impl Report for Completions {
    fn command(&self) -> &'static str {
        "completions"
    }

    fn draw(&self, page: &mut Page) {
        page.line(self.script.trim_end());
    }
}
