//! The places of the page. A page leads to another by its route; none knows another.

mod annual;
mod compare;
mod dates;
mod drafts;
mod evidence;
mod facts;
mod finance;
mod measures;
mod members;
mod overview;
mod panel;
mod readings;
mod stage;
mod start;
mod steps;
mod table;
mod target;
mod welcome;

pub use annual::AnnualPage;
pub use compare::ComparePage;
pub use dates::DatesPage;
pub use drafts::DraftsPage;
pub use evidence::EvidencePage;
pub use facts::FactsPage;
pub use finance::FinancePage;
pub use measures::MeasuresPage;
pub use members::MembersPage;
pub use overview::OverviewPage;
pub use panel::PanelPage;
pub use readings::ReadingsPage;
pub use stage::StagePage;
pub use start::StartPage;
pub use steps::StepsPage;
pub use table::TablePage;
pub use target::TargetPage;
pub use welcome::WelcomePage;
