//! A struct is `Send` if all its fields are. One `Rc` deep inside is enough to keep the
//! whole of it at home.

use std::rc::Rc;

struct Draft {
    pages: u32,
    author: Author,
}

struct Author {
    name: Rc<str>,
}

impl Draft {
    fn print(&self) {
        println!("{} pages by {}", self.pages, self.author.name);
    }
}

fn main() {
    let author = Author { name: "Ada".into() };
    let draft = Draft { pages: 12, author };
    ex05::in_background(move || draft.print()); //~ E0277
}
