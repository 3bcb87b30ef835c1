//! A tray whose prints may not travel is still a tray. On one thread any print type
//! will do: `Tray` asks nothing of `P`, not `Send` and not `Clone`.

use std::rc::Rc;

use ex31::Tray;

struct Portrait {
    sitter: Rc<str>,
}

fn main() {
    let tray = Tray::empty();
    let sitter = Rc::from("Ada");
    assert_eq!(tray.put(Portrait { sitter }), 1);
    let other_handle = tray.clone();
    assert_eq!(&*other_handle.take_all()[0].sitter, "Ada");
}
