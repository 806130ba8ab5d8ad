//! Mounts the page.

use leptos::mount::mount_to_body;
use zhichuang::app::App;

fn main() {
    mount_to_body(App);
}
