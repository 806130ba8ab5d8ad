//! What several places of the page use. Components know the desk; they know no page.

mod begin;
mod choice;
mod clause;
mod comparison;
mod dates;
pub mod dom;
mod doubt;
mod draft_list;
mod field;
mod following;
mod form;
mod given_points;
mod grid;
mod import;
mod menu;
mod offered_fact;
mod offered_period;
mod overview;
mod particulars;
mod progress;
mod route_answer;
mod score_bar;
mod sheet;
mod source;
mod steps;
mod switches;
mod tables;
mod typing;
mod verdicts;
mod was;

pub use begin::Begin;
pub use choice::{Choice, TickBox};
pub use clause::{FoldedNotes, Note, Quote};
pub use comparison::{Changed, Columns, ComparisonTable, SideFacts, Warnings, Waterfall};
pub use dates::{Consequences, DueLine, entered_words};
pub use draft_list::{DraftButton, DraftItem, DraftRows, Trash};
pub use field::FieldEntry;
pub use following::following;
pub use form::{FormField, FormSelect, chosen_of};
pub use given_points::{ExpertEntry, PickEntry, expert_difference};
pub use grid::{Cell, CellKind, CompleteTick, Grid, Positions};
pub use import::Import;
pub use menu::Menu;
pub use offered_fact::OfferedFact;
pub use offered_period::PeriodOffer;
pub use overview::Overview;
pub use particulars::{Holder, PurposeChoice};
pub use progress::{ProgressBar, all_verified_words, progress_words};
pub use route_answer::RouteAnswer;
pub use score_bar::ScoreBar;
pub use sheet::Sheet;
pub use source::{Source, SourceEntry};
pub use steps::{BestSteps, Risks, STEP_ORDER, StepList, StepsOfMain, step_order};
pub use switches::{DiscretionSwitch, ReadingSwitch};
pub use tables::{
    EvidenceTable, FinanceTable, MembersTable, finance_sums, level_word, member_share, members_sum, role_word,
    year_standing_words,
};
pub use typing::TextKind;
pub use verdicts::{VerdictMark, settled_words, state_words, to_do};
