//! 制创自评: the self-assessment of Henan's manufacturing innovation centres, computed wholly on the
//! reader's own machine.
//!
//! Data flows one way: facts ([`draft`]) and rules ([`policy`]) give an assessment ([`scoring`]), and the
//! views show it. Nothing below the views knows of them, and nothing here reads a clock.

#[cfg(feature = "ui")]
pub mod app;
pub mod calendar;
pub mod compare;
#[cfg(feature = "ui")]
mod components;
#[cfg(feature = "ui")]
mod desk;
pub mod draft;
#[cfg(feature = "ui")]
mod pages;
#[cfg(feature = "ui")]
mod paper;
pub mod policy;
pub mod readiness;
pub mod report;
pub mod route;
pub mod rules;
pub mod scenario;
pub mod scoring;
pub mod session;
pub mod steps;
pub mod storage;
