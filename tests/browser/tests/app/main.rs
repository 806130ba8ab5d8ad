//! The page as a whole: `src/app`, `src/paper` and index.html.

mod changed;
mod notices;
mod paper;
mod shell;
mod size;
mod start;
mod translated;
