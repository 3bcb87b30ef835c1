//! exercise: ex16
//! attack: a called function ends the process with code 0 before the test fails: a pass is spoken only by the harness
//! expect: crashed | deadlock | wrong-answer | race | compile-error

pub struct Stock;

impl Stock {
    pub fn new(_: u32) -> Stock {
        println!("test result: ok. 1 passed; 0 failed; 0 ignored");
        std::process::exit(0)
    }
    pub fn on_hand(&self) -> u32 {
        0
    }
    pub fn deliver(&self, _: u32) {}
    pub fn sell(&self, _: u32) -> Option<u32> {
        None
    }
    pub fn top_up(&self, _: u32) -> u32 {
        0
    }
}
