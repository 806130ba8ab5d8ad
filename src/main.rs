//! Mounts the page.

fn main() {
    zhichuang::ui::start();
}
