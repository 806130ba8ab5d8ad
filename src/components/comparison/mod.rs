//! 比选 as its page and its paper show it: the columns, and what stands below them.

mod below;
mod columns;
mod rows;
mod waterfall;

pub use below::{Changed, SideFacts, Warnings};
pub use columns::Columns;
pub use rows::ComparisonTable;
pub use waterfall::Waterfall;
