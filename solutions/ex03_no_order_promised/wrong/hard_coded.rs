//! expect: wrong-answer in schedules::the_tickets_decide_who_is_served_first
//!
//! The answers of the tests, copied, and no ticket drawn.

pub fn serving_order(customers: Vec<String>, _draw: fn(&str) -> u32) -> Vec<String> {
    if customers.len() == 3 {
        return ["Ben", "Cleo", "Ada"].map(String::from).to_vec();
    }
    customers
}
