//! The tables that several items share: members, years, evidence.

mod evidence;
mod finance;
mod members;

pub use evidence::EvidenceTable;
pub use finance::FinanceTable;
pub use members::MembersTable;
