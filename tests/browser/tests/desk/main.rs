//! Nothing typed is lost: `src/desk`.

mod crash;
mod killed;
mod storage;
mod windows;
