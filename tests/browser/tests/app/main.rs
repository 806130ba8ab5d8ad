//! The page as a whole: `src/app`, `src/paper` and index.html.

mod changed;
mod journeys;
mod next;
mod notices;
mod paper;
mod places;
mod shell;
mod size;
mod start;
mod translated;
