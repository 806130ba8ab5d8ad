//! What a draft is called, whose it is, and who filled it in, as they are shown and as a file carries them.

use super::{Draft, Purpose};

/// What a draft is called: its name, or else the unit and what the draft is for, as far as given.
pub fn title(draft: &Draft) -> String {
    of(&draft.name, &draft.unit, draft.purpose)
}

fn of(name: &str, unit: &str, purpose: Option<Purpose>) -> String {
    if is_a_name(name) {
        return name.to_owned();
    }
    let derived = format!("{} {}", unit.trim(), purpose.map_or("", Purpose::label));
    format!("{}{}", derived.trim(), name.trim())
}

/// Whether a draft has a name of its own; what tells a copy of an unnamed draft from it, as （副本）, is none.
fn is_a_name(name: &str) -> bool {
    let mut depth = 0;
    name.chars().any(|one| match one {
        '（' => {
            depth += 1;
            false
        }
        '）' => {
            depth -= 1;
            false
        }
        _ => depth <= 0 && !one.is_whitespace(),
    })
}

/// Whose figures these are: the unit, or else the name of the draft; empty where neither is given.
pub fn holder(draft: &Draft) -> &str {
    match draft.unit.trim() {
        "" if is_a_name(&draft.name) => draft.name.trim(),
        unit => unit,
    }
}

/// Who filled it in, and where to ask, as far as given: 填表人：张工　联系电话：0371-…
pub fn contact(draft: &Draft) -> String {
    let given = |(label, text): (&str, &String)| {
        // A file may hold anything, and a sign that controls something would end a line of a calendar.
        let text: String = text.trim().chars().filter(|one| !one.is_control()).collect();
        (!text.is_empty()).then(|| format!("{label}：{text}"))
    };
    let parts = [("填表人", &draft.preparer), ("联系电话", &draft.phone)];
    parts.into_iter().filter_map(given).collect::<Vec<_>>().join("　")
}

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
    fn a_draft_without_a_name_is_called_by_its_unit() {
        let called = |name, unit, purpose| of(name, unit, purpose);
        assert_eq!(called("甲", "乙中心", Some(Purpose::Evaluation)), "甲");
        assert_eq!(called(" ", " 乙中心 ", Some(Purpose::Evaluation)), "乙中心 三年评估");
        assert_eq!(called("", "乙中心", Some(Purpose::Recognition)), "乙中心 培育与认定");
        assert_eq!(called("", "乙中心", None), "乙中心");
        assert_eq!(called("", "", Some(Purpose::Evaluation)), "三年评估");
        assert_eq!(called("", " ", None), "");
        // A copy of an unnamed draft goes on being called by its unit, whichever that is.
        assert_eq!(called("（副本）", "丙中心", Some(Purpose::Evaluation)), "丙中心 三年评估（副本）");
        assert_eq!(called("（副本）（副本 2）", "丙中心", None), "丙中心（副本）（副本 2）");
        // What begins and ends with brackets is a name all the same.
        assert_eq!(called("（2024）洛阳中心（终稿）", "丙中心", None), "（2024）洛阳中心（终稿）");
        assert_eq!(called("）甲（", "丙中心", None), "）甲（");
    }

    #[test]
    fn every_system_takes_the_name_of_a_file() {
        assert_eq!(for_file("甲/乙:丙", ".txt"), "甲_乙_丙.txt");
        assert_eq!(for_file(" ", ".txt"), "草稿.txt");
        assert_eq!(for_file(&"长".repeat(80), "").chars().count(), 60);
    }
}
