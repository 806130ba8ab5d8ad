//! What people with disabilities would stumble over, as axe-core finds it.

use std::env;

use crate::{Browser, Outcome};

/// What axe finds on the page as it is: the rule and the place of each fault.
pub async fn stumbling_blocks(browser: &Browser) -> Outcome<Vec<String>> {
    let path = env::var("AXE").map_err(|_| "AXE is not set; run `cargo xtask test`")?;
    let source = std::fs::read_to_string(&path).map_err(|fault| format!("{path}: {fault}"))?;
    // The driver may run what the page's own policy would not.
    let script = format!(
        "const done = arguments[arguments.length - 1];
         if (!window.axe) {{ {source} }}
         axe.run(document).then(
             found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                 rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary))),
             error => done(['axe failed: ' + error]))"
    );
    let found = browser.script_with_answer(&script).await?;
    let found = found.as_array().ok_or("axe answers nothing")?;
    Ok(found.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect())
}
