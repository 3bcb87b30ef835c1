//! `spawn_task` does not wait. The task would still look at the page when its
//! owner has returned and the page is gone.

fn main() {
    let page = String::from("one fish");
    let words = page.as_str(); //~ E0597
    let task = ex34::spawn_task(move || words.len());
    assert_eq!(task.join().unwrap(), 8);
}
