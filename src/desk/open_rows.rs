//! Which rows of the table are open, and which row is worked on.

/// A row that somebody works on, by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Item(usize),
    Requirement(usize),
}

/// The rows that were worked on last, of the table and of the stages.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct WorkedOn {
    pub item: Option<usize>,
    pub requirement: Option<usize>,
}

/// The rows that are open, by the positions of their items.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenRows(u64);

impl OpenRows {
    pub fn holds(self, at: usize) -> bool {
        self.0 & (1 << at) != 0
    }

    pub fn open(&mut self, at: usize) {
        self.0 |= 1 << at;
    }

    pub fn toggle(&mut self, at: usize) {
        self.0 ^= 1 << at;
    }
}
