//! Ending an editor where there are no signals.

use std::process::Child;

/// Ends an editor.
pub fn end(child: &mut Child) {
    // If it has ended already, all the better.
    let _ = child.kill();
    let _ = child.wait();
}
