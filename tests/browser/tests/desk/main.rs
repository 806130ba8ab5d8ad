//! Nothing typed is lost: `src/desk`.

mod crash;
mod day;
mod killed;
mod storage;
mod windows;
