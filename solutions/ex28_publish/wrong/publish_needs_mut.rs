//! expect: compile-error
//!
//! With `&mut self` no cell is needed. But then nobody else can have a reference, to ask whether the value is there.

pub struct Published<T> {
    value: Option<T>,
}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self { value: None }
    }

    pub fn publish(&mut self, value: T) -> Result<(), T> {
        if self.value.is_some() {
            return Err(value);
        }
        self.value = Some(value);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }
}
