//! How much of one draft is not in another.

use crate::draft::json::Json;

/// How many typed characters of `from` do not stand in `to`, at the same place.
pub fn characters_lost(from: &Json, to: Option<&Json>) -> usize {
    match (from, to) {
        (Json::Text(from), Some(Json::Text(to))) => {
            let same = |(a, b): &(char, char)| a == b;
            let ahead = from.chars().zip(to.chars()).take_while(same).count();
            let behind = from.chars().rev().zip(to.chars().rev()).take_while(same).count();
            from.chars().count().saturating_sub(ahead + behind)
        }
        (Json::Text(text), _) => text.chars().count(),
        (Json::Number(number), to) if !matches!(to, Some(Json::Number(other)) if other == number) => number.len(),
        (Json::List(from), Some(Json::List(to))) => {
            // Of a row that was added or taken away the others are no others.
            let same = |(a, b): &(&Json, &Json)| a == b;
            let ahead = from.iter().zip(to).take_while(same).count();
            let (from, to) = (&from[ahead..], &to[ahead..]);
            let behind = from.iter().rev().zip(to.iter().rev()).take_while(same).count();
            let from = &from[..from.len() - behind];
            from.iter().enumerate().map(|(at, from)| characters_lost(from, to.get(at))).sum()
        }
        (Json::List(list), _) => list.iter().map(|from| characters_lost(from, None)).sum(),
        (Json::Object(entries), to) => {
            entries.iter().map(|(key, from)| characters_lost(from, to.and_then(|to| to.get(key)))).sum()
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_counted_where_it_stood() {
        let lost =
            |from: &str, to: &str| characters_lost(&Json::parse(from).unwrap(), Some(&Json::parse(to).unwrap()));
        assert_eq!(lost(r#"{"a":"一段话"}"#, r#"{"a":"一段话"}"#), 0);
        assert_eq!(lost(r#"{"a":"一段长话"}"#, r#"{"a":"一段话"}"#), 1);
        assert_eq!(lost(r#"{"a":"一段话"}"#, r#"{"b":"一段话"}"#), 3);
        assert_eq!(lost(r#"{"a":[{"b":"1800","c":1},{"b":"12"}]}"#, r#"{"a":[{"b":"1800","c":1}]}"#), 2);
        assert_eq!(lost(r#"["甲乙丙","丁戊己"]"#, r#"["零零零","甲乙丙","丁戊己"]"#), 0, "nothing is gone");
        assert_eq!(lost(r#"["甲乙丙","丁戊己"]"#, r#"["丁戊己"]"#), 3);
        assert_eq!(lost(r#"{"a":2024,"b":true}"#, r#"{"a":2025}"#), 4);
    }
}
