//! Paths to what a person reads on the page.

/// A text in a path. XPath 1.0 has no escape, so the quotation mark that the text lacks is used.
pub fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}

/// Whether an element has this class.
pub fn class(name: &str) -> String {
    format!("contains(concat(' ', normalize-space(@class), ' '), ' {name} ')")
}

/// Whether an element reads so.
pub fn reads(text: &str) -> String {
    format!("normalize-space()={}", quoted(text))
}

/// The row of an item in the table, by the item's name.
pub fn item_row(name: &str) -> String {
    let name = quoted(name);
    format!(
        "//main//tr[{}][.//*[{}][text()[normalize-space()={name}] or small[normalize-space()={name}]]]",
        class("item"),
        class("name"),
    )
}
