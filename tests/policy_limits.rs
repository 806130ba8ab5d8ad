//! Policies that are nearly sound, and numbers in them that would break what rests on a sound policy.
//!
//! The small policies are those that fuzzing starts from; each test changes one at a precise place.

use zhichuang::policy::check;
use zhichuang::policy::lint::read_sound;

const FACTS: &str = include_str!("../fuzz/seeds/policy/facts.toml");
const LISTS: &str = include_str!("../fuzz/seeds/policy/lists.toml");
const BANDS: &str = include_str!("../fuzz/seeds/policy/bands.toml");

#[track_caller]
fn changed(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from:?} marks one place");
    text.replace(from, to)
}

#[track_caller]
fn refused(text: &str, from: &str, to: &str, words: &str) {
    let faults = read_sound(&changed(text, from, to)).expect_err(to);
    assert!(faults.iter().any(|fault| fault.contains(words)), "{words:?} in {faults:#?}");
}

#[track_caller]
fn accepted(text: &str, from: &str, to: &str) {
    assert_eq!(read_sound(&changed(text, from, to)).map(|_| ()), Ok(()), "{to}");
}

/// A choice of so many options, unused, after the facts of the first policy.
fn with_choice(options: usize) -> String {
    let options: Vec<String> = (0..options).map(|at| format!("{{ id = \"o{at}\", label = \"o\" }}")).collect();
    let fact =
        format!("[[fact]]\nid = \"f\"\nlabel = \"f\"\nkind = \"choice\"\noptions = [{}]\n", options.join(", "));
    changed(FACTS, "[[reading]]\n", &format!("{fact}[[reading]]\n"))
}

/// The reading of the first policy with so many choices more.
fn with_choices(more: usize) -> String {
    let choice = |at| format!("[[reading.choice]]\nid = \"c{at}\"\nlabel = \"c\"\nreason = \"r\"\n");
    let more: String = (0..more).map(choice).collect();
    changed(FACTS, "\n[[indicator]]\n", &format!("\n{more}[[indicator]]\n"))
}

#[test]
fn the_policies_that_fuzzing_starts_from_are_sound() {
    for text in [FACTS, LISTS, BANDS] {
        assert_eq!(read_sound(text).map(|_| ()), Ok(()));
    }
}

// The proof looked only at how an input is measured under the first choice of the reading. A count from 1 that
// is a sum from 0 under the other choice passed, and a sum of 0 then met no case.
#[test]
fn cases_must_hold_for_what_is_measured_under_every_choice() {
    let whole = "measure = { kind = \"fact\", fact = \"whole\" }\nunder = { two = { kind = \"finance_sum\", of = \"rd\" } }";
    let share =
        "label = \"s\"\nunit = \"share\"\nmeasure = { kind = \"fact_ratio\", part = \"part\", whole = \"whole\" }";
    let text = changed(FACTS, share, &format!("{whole}\n[[indicator.item.input]]\nid = \"ratio\"\n{share}"));
    let text = changed(&text, "id = \"ratio\"\nlabel", "id = \"share\"\nlabel");
    let text = text.replacen("id = \"share\"\nmeasure", "id = \"sum\"\nmeasure", 1);
    let over = "when = { share = \"> 1/3\" }";
    accepted(&text, over, "when = { share = \"> 1/3\", sum = \">= 0\" }");
    refused(&text, over, "when = { share = \"> 1/3\", sum = \">= 1\" }", "sum = 0, share = 2/3 meets no case");
}

// Of what is counted, only the limits and the numbers one beside them were tried, so that 3 was never met when
// the limits were 2.5 and 3.4.
#[test]
fn whole_numbers_between_limits_that_are_not_whole_are_tried() {
    let (few, many) = ("leaders = \"<= 5\", kinds = \"< 2\"", "leaders = \"> 5\", share = \"<= 40%\"");
    assert!(LISTS.contains(few) && LISTS.contains(many));
    let between = |low: &str, high: &str| {
        LISTS
            .replace("leaders = \"<= 5\"", &format!("leaders = \"{low}\""))
            .replace("leaders = \"> 5\"", &format!("leaders = \"{high}\""))
    };
    for (low, high, missed) in [("<= 2.5", ">= 3.4", "leaders = 3"), ("<= 5", ">= 7", "leaders = 6")] {
        let faults = read_sound(&between(low, high)).expect_err(missed);
        let told = |fault: &String| fault.contains(missed) && fault.contains("meets no case");
        assert!(faults.iter().any(told), "{faults:#?}");
    }
    // Nothing that is counted lies between these two.
    assert_eq!(read_sound(&between("<= 2.5", ">= 2.6")).map(|_| ()), Ok(()));
}

// A tally of what takes points away was accepted, and its floor fell below zero.
#[test]
fn what_a_tally_counts_adds_points() {
    refused(LISTS, "each = \"0.5\"", "each = 0", "counts what adds no points");
    for each in ["-1", "\"-0.01\""] {
        refused(LISTS, "each = \"0.5\"", &format!("each = {each}"), "is no points");
    }
}

// Points that are multiplied to hundredths, summed or compared overflowed.
#[test]
fn points_are_bounded() {
    for (from, to) in [("total = 9", "total ="), ("weight = 9", "weight ="), ("max = 4", "max =")] {
        for points in ["9223372036854775807", "1001", "-1"] {
            refused(FACTS, from, &format!("{to} {points}"), &format!("is {points}, not from 0 to 1000"));
        }
    }
    let thousand = FACTS.replace("total = 9", "total = 1000").replace("weight = 9", "weight = 1000");
    let thousand = thousand.replace("max = 2\n", "max = 993\n");
    accepted(&thousand, "{ way = \"full\" }]\npoints = 2", "{ way = \"full\" }]\npoints = 993");
    for each in ["1001", "\"1000.01\"", "\"0.001\"", "\"1/3\""] {
        refused(LISTS, "each = \"0.5\"", &format!("each = {each}"), "is no points");
    }
    accepted(LISTS, "each = \"0.5\"", "each = \"0.01\"");
    accepted(LISTS, "each = \"0.5\"", "each = 1000");
}

// A fraction of 18 digits below the line overflowed as soon as it was multiplied with one of a draft.
#[test]
fn limits_are_bounded() {
    for limit in ["1000001", "-1000001", "1/10001"] {
        let fault = "beyond 1000000, or finer than 1/10000";
        refused(FACTS, "share = \"> 1/3\"", &format!("share = \"> {limit}\""), fault);
        refused(FACTS, "from = [\"10%\", 3]", &format!("from = [\"{limit}\", 3]"), fault);
    }
    accepted(FACTS, "from = [\"10%\", 3]", "from = [\"1/10000\", 3]");
    accepted(FACTS, "to = [80, 4]", "to = [1000000, 4]");
    accepted(FACTS, "from = [\"10%\", 3]", "from = [-1000000, 3]");
}

// The thirty-third case of an item is one more than a set of cases holds.
#[test]
fn cases_are_bounded() {
    let cases = |count: u32| {
        let one = |at| {
            format!(
                "[[indicator.item.case]]\nlabel = \"{at}\"\nwhen = {{ leaders = \"= {at}\", kinds = \"< 2\" }}\nband = [0, 3]\n"
            )
        };
        let more: String = (0..count).map(one).collect();
        let rest = format!(
            "{more}[[indicator.item.case]]\nlabel = \"few\"\nwhen = {{ leaders = \"<= 5, >= {count}\", kinds = \"< 2\" }}"
        );
        let text = changed(
            LISTS,
            "[[indicator.item.case]]\nlabel = \"few\"\nwhen = { leaders = \"<= 5\", kinds = \"< 2\" }",
            &rest,
        );
        text.replace("<= 5", "<= 60").replace("> 5", "> 60")
    };
    assert_eq!(read_sound(&cases(29)).map(|_| ()), Ok(()), "32 cases");
    assert_eq!(read_sound(&cases(30)).map(|_| ()), Err(vec!["item c: more than 32 cases".to_owned()]));
}

// An item with many inputs and many limits kept the build busy without an end.
#[test]
fn combinations_are_bounded() {
    let inputs: String = (0..17)
        .map(|at| {
            format!("[[indicator.item.input]]\nid = \"i{at}\"\nmeasure = {{ kind = \"fact\", fact = \"good\" }}\n")
        })
        .collect();
    let case = "[[indicator.item.case]]\nlabel = \"high\"";
    refused(FACTS, case, &format!("{inputs}{case}"), "item a: its inputs have more than 100000 combinations");
}

// What a scale's input can be was taken to meet all alternatives of its case at once.
#[test]
fn a_scale_has_one_set_of_conditions() {
    let one = "under = [\"one\"]\nwhen = { share = \"<= 1/3\" }";
    refused(
        FACTS,
        one,
        "under = [\"one\"]\nwhen = [{ share = \"< 1/3\" }, { share = \"= 1/3\" }]",
        "one set of conditions",
    );
    accepted(FACTS, one, "under = [\"one\"]\nwhen = [{ share = \"<= 1/3\" }]");
}

#[test]
fn a_choice_has_two_to_sixteen_options() {
    for options in [0, 1, 17] {
        let faults = check::read(&with_choice(options)).expect_err("too few or too many");
        assert_eq!(faults, ["fact f: a choice, and only a choice, has 2 to 16 options"], "{options}");
    }
    for options in [2, 16] {
        assert!(check::read(&with_choice(options)).is_ok(), "{options}");
    }
    let options = "kind = \"yes_no\"\noptions = [{ id = \"a\", label = \"a\" }, { id = \"b\", label = \"b\" }]";
    refused(FACTS, "kind = \"yes_no\"", options, "fact good: a choice, and only a choice, has 2 to 16 options");
}

#[test]
fn a_reading_has_two_to_sixteen_choices() {
    assert!(check::read(&with_choices(14)).is_ok());
    assert_eq!(
        check::read(&with_choices(15)).map(|_| ()),
        Err(vec!["reading read: a reading has 2 to 16 choices".into()])
    );
    let two = "[[reading.choice]]\nid = \"two\"\nlabel = \"t\"\nreason = \"r\"\n";
    refused(FACTS, two, "", "reading read: a reading has 2 to 16 choices");
}

#[test]
fn only_a_count_has_what_a_count_has() {
    for more in ["unit = \"u\"", "min = 1", "at_most = \"whole\""] {
        refused(
            FACTS,
            "kind = \"yes_no\"",
            &format!("kind = \"yes_no\"\n{more}"),
            "fact good: only a count has unit",
        );
    }
}

#[test]
fn a_group_is_not_named_again_once_it_was_left() {
    let indicator = |group: &str| {
        format!("[[indicator]]\ngroup = \"{group}\"\nname = \"of {group}\"\nweight = 0\nitem = []\n")
    };
    let again = [FACTS, &indicator("h"), &indicator("g")].concat();
    let left = "indicator of g: its group g was left and is named again".to_owned();
    assert_eq!(check::read(&again).map(|_| ()), Err(vec![left]));
    assert!(check::read(&[FACTS, &indicator("g"), &indicator("h")].concat()).is_ok());
}

#[test]
fn a_filter_asks_only_for_what_its_category_carries() {
    let project = "levels = [\"national\"], roles = [\"lead\"]";
    for filter in ["levels = [\"group\"]", "kinds = [\"software\"]"] {
        refused(LISTS, project, filter, "no project entry can carry what the filter asks for");
    }
    refused(
        LISTS,
        "kinds = [\"invention\"]",
        "roles = [\"lead\"]",
        "no ip entry can carry what the filter asks for",
    );
}

#[test]
fn a_cap_goes_with_a_tally_and_proportional_with_a_band() {
    let fault = "a cap goes with a tally, proportional with a band";
    refused(LISTS, "each = \"0.5\" }]\ncap = 4", "each = \"0.5\" }]", fault);
    refused(LISTS, "band = [0, 3]", "band = [0, 3]\ncap = 4", fault);
    let proportional = "proportional = [{ of = \"way\", from = [0, 0], to = [1, 1] }]";
    refused(
        FACTS,
        "way = \"none\" }\npoints = 0",
        &format!("way = \"none\" }}\npoints = 0\n{proportional}"),
        fault,
    );
}

#[test]
fn every_combination_of_choices_is_tried_once() {
    let third = "[[reading.choice]]\nid = \"number\"\n";
    let text = changed(
        BANDS,
        third,
        &format!("[[reading.choice]]\nid = \"idle\"\nlabel = \"i\"\nreason = \"r\"\n{third}"),
    );
    let policy = read_sound(&text).unwrap();
    let all = policy.items[0].combinations(policy.readings).map(|choices| (choices.of(0), choices.of(1)));
    assert_eq!(all.collect::<Vec<_>>(), [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)]);
    assert_eq!(policy.items[1].combinations(policy.readings).count(), 1, "an item without readings");
}

#[test]
fn a_case_that_always_holds_reaches_beyond_its_words() {
    refused(BANDS, "when = { share = \"> 1/3\" }\n", "", "case “over” reaches beyond “超过三分之一”");
}

#[test]
fn a_value_is_settled_once() {
    let settled = "[[indicator.item.settled]]\nof = \"rate\"\nat = 40\nwords = \"40%—60%\"\n";
    refused(BANDS, settled, &settled.repeat(2), "item a: one value is settled twice");
}

/// With a choice of each taken, nothing says which of the two measures counts.
#[test]
fn an_input_is_measured_under_choices_of_one_reading() {
    let under = "under = { number = { kind = \"fact\", fact = \"done\" } }";
    let two =
        "under = { number = { kind = \"fact\", fact = \"done\" }, lower = { kind = \"fact\", fact = \"done\" } }";
    refused(BANDS, under, two, "input ip is measured under choices of two readings");
}
