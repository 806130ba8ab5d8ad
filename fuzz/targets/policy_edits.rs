//! A sound policy with a few of its words and signs exchanged: of texts that are all random, next to none is
//! a policy, and what scores by a policy would never be reached.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;

const SOUND: [&str; 3] = [
    include_str!("../seeds/policy/facts.toml"),
    include_str!("../seeds/policy/lists.toml"),
    include_str!("../seeds/policy/bands.toml"),
];

/// Words that such a policy could have and these lack.
const MORE: [&str; 12] =
    ["0", "3", "5", "100", "-1", "0.01", "2/5", "0%", "100%", "once", "largest_share", "finance_sum"];

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = edited(&mut Unstructured::new(bytes)) {
        zhichuang_fuzz::try_policy(&text, bytes);
    }
});

fn edited(choices: &mut Unstructured) -> Result<String> {
    let mut tokens: Vec<&str> = tokens(choices.choose(&SOUND)?);
    for _ in 0..choices.int_in_range(1..=6)? {
        let at = choices.choose_index(tokens.len())?;
        let other = if choices.ratio(1, 3)? { choices.choose(&MORE)? } else { *choices.choose(&tokens)? };
        if kind(tokens[at].chars().next()) == kind(other.chars().next()) {
            tokens[at] = other;
        }
    }
    Ok(tokens.concat())
}

/// The text as words, signs and what is between them.
fn tokens(text: &str) -> Vec<&str> {
    let characters = || text.char_indices();
    let ends = characters()
        .zip(characters().skip(1))
        .filter(|((_, one), (_, next))| kind(Some(*one)) != kind(Some(*next)));
    let starts: Vec<usize> = [0].into_iter().chain(ends.map(|(_, (at, _))| at)).chain([text.len()]).collect();
    starts.windows(2).map(|ends| &text[ends[0]..ends[1]]).collect()
}

fn kind(character: Option<char>) -> u8 {
    match character {
        Some('<' | '>' | '=') => 0,
        Some(other) if other.is_alphanumeric() || "_.%/-".contains(other) => 1,
        _ => 2,
    }
}
