//! A `Cell` is `Send` and not `Sync`. It may move into a task or a job, and it may
//! come back as a result, because each has one owner at a time.

use std::cell::Cell;

use ex34::{parallel_map, run_all, spawn_task};

fn main() {
    let clicks = Cell::new(1);
    let task = spawn_task(move || clicks.replace(2));
    assert_eq!(task.join().unwrap(), 1);

    let jobs: Vec<_> = [Cell::new(1), Cell::new(2)]
        .into_iter()
        .map(|clicks| move || clicks.replace(0))
        .collect();
    let results: Vec<i32> = run_all(jobs);
    assert_eq!(results, [1, 2]);

    assert_eq!(spawn_task(|| Cell::new(3)).join().unwrap(), Cell::new(3));
    let cells: Vec<Cell<i32>> = run_all(vec![|| Cell::new(4)]);
    assert_eq!(cells, [Cell::new(4)]);
    let cells: Vec<Cell<i32>> = parallel_map(&[5, 6], |number: &i32| Cell::new(*number));
    assert_eq!(cells, [Cell::new(5), Cell::new(6)]);
}
