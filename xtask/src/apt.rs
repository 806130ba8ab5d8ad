//! Debian's packages, for the tools that cargo can't install.

use crate::process;

/// Whether packages can be installed without asking anybody: apt-get is there and this is root, as
/// on most build machines. Nobody is asked for a password here.
pub fn usable() -> bool {
    let root = process::output(process::command("id").arg("-u")).as_deref() == Some("0");
    root && process::output(process::command("apt-get").arg("--version")).is_some()
}

/// Tries to install `packages`, and says whether that worked; what went wrong, apt-get shows.
pub fn install(packages: &[&str]) -> bool {
    let run = |arguments: &[&str]| {
        process::run(
            process::command("apt-get")
                .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
        .is_ok()
    };
    let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
    // Package lists that are out of date may still do, so only the installation counts.
    run(&["update"]);
    run(&arguments)
}
