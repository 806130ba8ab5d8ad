//! The name of a draft, as it is shown and as a file carries it.

/// A draft without a name still needs something to click on, and one whose name turns the direction of writing
/// may not turn that of the sentence around it.
pub fn shown(name: &str) -> String {
    let turns = |one| matches!(one, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if name.trim().is_empty() {
        "（未命名草稿）".to_owned()
    } else if name.contains(turns) {
        let plain: String = name.chars().filter(|one| !turns(*one)).collect();
        format!("\u{2068}{plain}\u{2069}")
    } else {
        name.to_owned()
    }
}

/// A file name that every system takes.
pub fn for_file(name: &str, ending: &str) -> String {
    let safe: String = name
        .chars()
        .map(|one| if one.is_control() || "\\/:*?\"<>|".contains(one) { '_' } else { one })
        .take(60)
        .collect();
    format!("{}{ending}", if safe.trim().is_empty() { "草稿" } else { safe.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_turns_the_writing_turns_nothing_around_it() {
        assert_eq!(shown("甲"), "甲");
        assert_eq!(shown("  "), "（未命名草稿）");
        assert_eq!(shown("甲\u{202e}乙"), "\u{2068}甲乙\u{2069}");
    }

    #[test]
    fn every_system_takes_the_name_of_a_file() {
        assert_eq!(for_file("甲/乙:丙", ".txt"), "甲_乙_丙.txt");
        assert_eq!(for_file(" ", ".txt"), "草稿.txt");
        assert_eq!(for_file(&"长".repeat(80), "").chars().count(), 60);
    }
}
