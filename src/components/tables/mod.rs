//! The tables that several items share: members, years, evidence.

mod evidence;
mod finance;
mod members;

pub use evidence::EvidenceTable;
pub use finance::{FinanceTable, finance_sums, year_standing_words};
pub use members::{MembersTable, member_share, members_sum};
