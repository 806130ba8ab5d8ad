//! Every quotation was compared with the documents, and none was changed since: see `policy::quotation`.

use zhichuang::policy::phrase;
use zhichuang::policy::quotation::{self, Quotation};
use zhichuang::rules;

const COMPARED: &str = include_str!("quotations.txt");

#[test]
fn every_quotation_was_compared_with_the_documents() {
    let all = quotation::all(rules::henan_2019_194(), rules::henan_2023_52());
    assert!(all.len() > 100, "{}", all.len());
    let now = quotation::note(&all);
    let changed: Vec<&str> = now.lines().filter(|line| !COMPARED.contains(line)).collect();
    assert!(changed.is_empty(), "compare these with `cargo run --example quotations`: {changed:#?}");
    assert_eq!(now, COMPARED, "what is no longer quoted is still noted");
}

#[test]
fn one_word_more_or_less_is_another_quotation() {
    let [one, other] =
        ["经整改仍不能通过考核的", "经整改仍不能通过考核"].map(|words| Quotation { by: "a", words }.fingerprint());
    assert_ne!(one, other);
    let [one, other] = ["不合格的,得 5 分;否则(见附件)", "不合格的，得5分；否则（见附件）"]
        .map(|words| Quotation { by: "a", words }.fingerprint());
    assert_eq!(one, other, "blanks and the width of signs do not count");
}

#[test]
fn a_quotation_stands_in_a_document_word_for_word() {
    let all = ["完成率达到 80%，得 15 分", "完成率达到 80%，得 16 分"].map(|words| Quotation { by: "a", words });
    let documents = ["（一）".to_owned(), "完成率\n达到 80%,得 15\n分;".to_owned()];
    assert_eq!(quotation::missing(&all, &documents), [&all[1]]);
    assert_eq!(quotation::missing(&all, &documents[..1]).len(), 2);
}

/// Official text is shown with full-width signs, whatever its digital copy has.
#[test]
fn quotations_have_full_width_signs() {
    let all = quotation::all(rules::henan_2019_194(), rules::henan_2023_52());
    let half: Vec<&str> =
        all.iter().filter(|one| one.words.contains([',', ';', ':', '(', ')'])).map(|one| one.by).collect();
    assert!(half.is_empty(), "{half:?}");
    assert!(all.iter().all(|one| !phrase::folded(one.words).is_empty()));
}
