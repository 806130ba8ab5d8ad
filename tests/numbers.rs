//! Numbers as people type them.

use proptest::prelude::*;
use zhichuang::draft::{Draft, Field, date, field};
use zhichuang::policy::{Figure, Policy};
use zhichuang::rules;

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

fn blank() -> Draft {
    let day = |text| date::parse(text).unwrap();
    Draft::blank(policy(), "试", day("2023-07-01"), day("2026-06-30"))
}

/// A draft with a year of finance, whose cost is typed like this.
fn typed(text: &str) -> Draft {
    let mut draft = blank();
    draft.finance.push(Default::default());
    field::enter(policy(), &mut draft, COST, text);
    draft
}

const COST: Field = Field::Finance(0, Figure::Cost);

/// What was taken for a blank, or parts numbers, must not stand between two digits of one that counts.
const BLANKS: &str = "[0-9]{1,4}([ \u{3000}\t\r\n、；]|[ \t]{2})[0-9]{1,4}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_blank_stands_between_the_digits_of_a_number_that_counts(text in BLANKS) {
        let draft = typed(&text);
        let fault = field::fault(policy(), &draft, COST);
        prop_assert!(fault.is_some_and(|(fault, counts)| fault.to_string().contains("好像是几个数") && counts.is_none()));
        prop_assert_eq!(field::text(policy(), &draft, COST), text, "and what was typed is there");
    }

    #[test]
    fn blanks_around_a_number_are_nothing(
        before in "[ \u{3000}\t\r\n]{0,3}", number in "[1-9][0-9]{0,6}(\\.[0-9]{0,4}[1-9])?", after in "[ \u{3000}\t\r\n]{0,3}",
    ) {
        let draft = typed(&format!("{before}{number}{after}"));
        prop_assert_eq!(draft.finance.get(0).unwrap().cost.value.map(|value| value.to_string()), Some(number));
    }

    /// Digits that are accepted are all digits that were typed, in their order.
    #[test]
    fn digits_are_neither_lost_nor_made(text in "[0-9., \u{a0}\u{2009}万元]{1,12}") {
        let draft = typed(&text);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        if let Some(value) = draft.finance.get(0).unwrap().cost.value
            && field::conversion(policy(), &draft, COST).is_none()
        {
            let trimmed = |text: String| text.trim_start_matches('0').trim_end_matches('0').to_owned();
            prop_assert_eq!(trimmed(digits(&value.to_string())), trimmed(digits(&text)));
        }
    }
}

/// A table pasted into a name once stood in it with its tabs; a day pasted into a date did nothing, without a word.
#[test]
fn what_is_pasted_is_one_cell_and_a_day_is_taken_however_it_is_written() {
    let refused = field::refused_cells("甲公司\t企业\t500\n乙大学").unwrap();
    assert!(refused.contains("好像是表格里的几格") && refused.ends_with("原来的内容没有变。"), "{refused}");
    assert_eq!(field::refused_cells("河南省洛阳市\n涧西区\t"), None);
    for day in ["2024-05-06", " 2024年5月6日\r\n", "2024/5/6", "２０２４－０５－０６"] {
        assert_eq!(field::pasted_day(day).as_deref(), Ok("2024-05-06"), "{day}");
    }
    for none in ["明天", "", "2024-02-30", "2024-05-06、2024-05-07"] {
        assert!(field::pasted_day(none).unwrap_err().contains("不是一个日期"), "{none}");
    }
}

#[test]
fn a_wrong_text_in_a_file_counts_once_it_is_understood() {
    let text = r#"{"format":"zhichuang-draft","version":2,"policy":"henan-2019-194","name":"试",
        "period":{"from":"2023-07-01","to":"2026-06-30"},
        "finance":[{"year":2024,"cost":"12","typed":{"cost":"1240.5万元","rd":"1 800"}}],
        "typed":{"facts.team.total_staff":"41人"}}"#;
    let draft = zhichuang::draft::file::read(policy(), text).unwrap();
    assert_eq!(draft.finance.get(0).unwrap().cost.value.map(|one| one.to_string()).as_deref(), Some("1240.5"));
    assert_eq!(draft.finance.get(0).unwrap().rd.value, None, "1 800 was understood once, and is not any more");
    let staff = policy().facts.iter().position(|fact| fact.id == "team.total_staff").unwrap();
    assert_eq!(field::fault(policy(), &draft, Field::Fact(staff)), None);
    assert!(draft.fact(staff).is_some());
}
