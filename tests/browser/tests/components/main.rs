//! What several places use, as `src/components` has it.

mod fields;
mod import;
mod rows;
mod typing;
