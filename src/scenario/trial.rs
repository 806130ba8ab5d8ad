//! What was tried out, as the changes of a measure.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::carry::carry;
use crate::draft::field::MemberField;
use crate::draft::{Change, Difference, Draft, EntryId, FinanceField, Measure, Path, Value, differences, number};
use crate::policy::Policy;

/// In what the trial differs from the draft.
pub fn tried_out(policy: &Policy, draft: &Draft) -> Vec<Difference> {
    if draft.trial.is_none() {
        return Vec::new();
    }
    differences(policy, draft, &draft.tried())
}

/// The same, as the changes of a measure that leads there.
pub fn as_changes(policy: &Policy, draft: &Draft) -> Vec<Change> {
    let differences = tried_out(policy, draft);
    let changes = changes(&differences);
    let measure = Measure { changes: Arc::new(changes.clone()), ..Measure::default() };
    let carried = carry(policy, draft, &[&measure]);
    // A transfer makes a shareholder of whoever takes, which may not have been what was tried.
    let leads_there =
        carried.problems.is_empty() && self::differences(policy, &carried.draft, &draft.tried()).is_empty();
    if leads_there { changes } else { differences.iter().map(change).collect() }
}

/// The changes that lead from a draft to another. A number that was there becomes an increase, so that measures add up and
/// follow corrections of the draft; a contribution that went from one shareholder to another becomes a transfer.
pub fn changes(differences: &[Difference]) -> Vec<Change> {
    let transfer = transfer(differences);
    let mut changes: Vec<Change> = Vec::new();
    for difference in differences {
        if transfer.as_ref().is_some_and(|(_, of)| of.contains(&difference)) {
            continue;
        }
        changes.push(change(difference));
    }
    changes.extend(transfer.map(|(change, _)| change));
    changes
}

fn change(difference: &Difference) -> Change {
    match difference {
        Difference::Value { path, a: Value::Number(before), b: Value::Number(after) } if grows(path) => {
            Change::Increase { path: path.clone(), by: less(*after, *before) }
        }
        Difference::Value { path, b, .. } => {
            let to = if *b == Value::Blank { path.blank().unwrap_or(Value::Blank) } else { b.clone() };
            Change::Set { path: path.clone(), to }
        }
        Difference::OnlyA(entry) => Change::Remove(entry.list(), entry.id().clone()),
        // It is named after the measure that it becomes part of.
        Difference::OnlyB(entry) => Change::Add(entry.clone().named(EntryId::default())),
    }
}

/// Whether a number is one that measures add to. Points that are claimed are said anew, and so is a year.
fn grows(path: &Path) -> bool {
    !matches!(path, Path::Pick(_) | Path::Finance(_, FinanceField::Year))
}

fn less(after: Decimal, before: Decimal) -> Decimal {
    number::from_millionths(number::millionths(after) - number::millionths(before))
}

/// The one transfer that all differences of contributions come to, and these differences.
fn transfer(differences: &[Difference]) -> Option<(Change, Vec<&Difference>)> {
    let mut parts: Vec<(&EntryId, i128, &Difference)> = Vec::new();
    for difference in differences {
        if let Difference::Value { path: Path::Member(id, MemberField::Contribution), a, b } = difference {
            let of = |value: &Value| value.number().map_or(0, number::millionths);
            parts.push((id, of(b) - of(a), difference));
        }
    }
    let [(one, by, _), (other, back, _)] = parts[..] else { return None };
    if by + back != 0 || by == 0 {
        return None;
    }
    let (from, to) = if by < 0 { (one, other) } else { (other, one) };
    let amount = number::from_millionths(by.abs());
    let mut of: Vec<&Difference> = parts.iter().map(|(.., difference)| *difference).collect();
    let becomes = |difference: &&Difference| matches!(difference, Difference::Value { path: Path::Member(id, MemberField::Shareholder), b: Value::Flag(true), .. } if id == to);
    let joins = differences.iter().find(becomes);
    // Only a contribution that is there can be given away, and a blank one can be taken up by whoever becomes a shareholder.
    let known = parts.iter().all(|(id, _, difference)| match difference {
        Difference::Value { a, b, .. } => {
            *b != Value::Blank && (*a != Value::Blank || (*id == to && joins.is_some()))
        }
        _ => false,
    });
    of.extend(joins);
    known.then(|| (Change::Transfer { from: from.clone(), to: to.clone(), amount }, of))
}
