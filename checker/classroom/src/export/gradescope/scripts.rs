//! The two scripts of an autograder.

/// What [`gradescope_autograder`](super::gradescope_autograder) grades with, in the
/// workbook's folder: it must write `/autograder/results/results.json`, as
/// [`gradescope_results`](super::gradescope_results) does, or end with another status
/// than 0.
pub const AUTOGRADER_GRADE: &str = "cargo run --quiet --release --locked --package grader -- \
    --ledger /tmp/class.ledger grade /autograder/submission \
    --gradescope /autograder/results/results.json";

/// What [`gradescope_autograder`](super::gradescope_autograder) gets everything ready with,
/// in the workbook's folder, once: for what it builds, no submission waits.
pub const AUTOGRADER_PREPARE: &str = "cargo build --release --locked --package grader
# Grading nothing builds the explorer.
mkdir -p /tmp/nothing
cargo run --release --locked --package grader -- --ledger /tmp/nothing.ledger grade /tmp/nothing ||
    echo 'The first submission will wait for the explorer.'";

/// Where rustup installs.
const PATH: &str = "export HOME=\"${HOME:-/root}\"\nexport PATH=\"$HOME/.cargo/bin:$PATH\"\n";

/// `setup.sh`. `prepare` is a command.
pub(super) fn setup(prepare: &str) -> String {
    format!(
        "#!/usr/bin/env bash\n\
         # Gradescope starts this once, when it builds the image.\n\
         set -euo pipefail\n\
         \n\
         # rustc links with the system's compiler; submissions are judged behind walls by\n\
         # bubblewrap.\n\
         export DEBIAN_FRONTEND=noninteractive\n\
         apt-get update --quiet\n\
         apt-get install --quiet --yes --no-install-recommends \\\n    \
             bubblewrap ca-certificates curl gcc git libc6-dev\n\
         \n\
         {PATH}\
         curl --proto '=https' --tlsv1.2 --fail --silent --show-error https://sh.rustup.rs |\n    \
             sh -s -- -y --no-modify-path --profile minimal --default-toolchain none\n\
         \n\
         cd /autograder/source\n\
         # The one that rust-toolchain.toml names.\n\
         rustup toolchain install\n\
         {prepare}\n"
    )
}

/// `run_autograder`. `grade` is a command.
pub(super) fn run(grade: &str) -> String {
    format!(
        "#!/usr/bin/env bash\n\
         # Gradescope starts this for each submission.\n\
         set -euo pipefail\n\
         \n\
         {PATH}\
         cd /autograder/source\n\
         # Without results, Gradescope says that the autograder failed, and gives no mark.\n\
         rm -f /autograder/results/results.json\n\
         {grade}\n"
    )
}
