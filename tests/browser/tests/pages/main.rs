//! The places of the page, as `src/pages` has them.

mod annual;
mod by_facts;
mod dates;
mod drafts;
mod finance;
mod overview;
mod pathway;
mod points;
mod readings;
mod scenarios;
mod table;
