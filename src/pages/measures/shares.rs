//! 转让股权: from whom, to whom, and how much of it in whatever unit; the sum stays.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::outcome::Outcome;
use crate::components::{FormField, FormSelect, TextKind, chosen_of};
use crate::desk::{Desk, use_desk};
use crate::draft::number::{self, Kind, millionths};
use crate::draft::{Change, Draft, EntryId, Member, field};
use crate::policy::in_order;
use crate::scenario::{self, PartOf, words};

const FROM: &str = "shares.from";
const TO: &str = "shares.to";
const AMOUNT: &str = "shares.amount";
const UNIT: &str = "shares.unit";

const UNITS: [(&str, &str); 3] = [("company", "占公司的 %"), ("holding", "占所持的 %"), ("money", "万元")];

fn held(member: &Member) -> i128 {
    member.contribution.value.map_or(0, millionths)
}

/// Shareholders, the largest first: it is mostly the one that sells.
fn sellers(draft: &Draft) -> Vec<(String, String)> {
    let holders = draft.members.iter().enumerate().filter(|(_, member)| member.shareholder);
    in_order(holders, |(_, member)| -held(member)).into_iter().map(option).collect()
}

/// Whoever is not the seller, those with the least first.
fn buyers(draft: &Draft, from: &str) -> Vec<(String, String)> {
    let others = draft.members.iter().enumerate().filter(|(_, member)| member.id.as_str() != from);
    in_order(others, |(_, member)| (!member.shareholder, held(member))).into_iter().map(option).collect()
}

fn option((at, member): (usize, &Member)) -> (String, String) {
    let name = member.name.trim();
    let name = if name.is_empty() { format!("第 {} 个成员", at + 1) } else { name.to_owned() };
    let holds = match member.contribution.value {
        Some(contribution) if member.shareholder => format!("（{} 万元）", number::write(contribution)),
        _ => String::new(),
    };
    (member.id.to_string(), format!("{name}{holds}"))
}

/// What is sold, 万元; nothing yet, or what is wrong with it.
fn amount(desk: Desk, draft: &Draft, from: &str) -> Result<Option<Decimal>, String> {
    let text = desk.form(AMOUNT);
    let read = |kind: Kind| field::read_number(&text, kind).map_err(|fault| fault.to_string());
    let (of, unknown) = match desk.form(UNIT).as_str() {
        "money" => return read(Kind::Money),
        "holding" => (PartOf::Holding, "转让方的认缴出资额没有填，算不出占所持的百分比。"),
        _ => (PartOf::Company, "有股东的认缴出资额没有填，算不出占公司的百分比。"),
    };
    let Some(percent) = read(Kind::Percent)?.filter(|_| !from.is_empty()) else { return Ok(None) };
    let amount = scenario::contribution(draft, &EntryId::new(from), of, percent);
    amount.map(Some).ok_or_else(|| format!("{unknown}先填全，或者改按万元转让。"))
}

#[component]
pub fn SharesForm() -> impl IntoView {
    let desk = use_desk();
    let from_options = Memo::new(move |_| sellers(&desk.main_draft()));
    let from = Memo::new(move |_| chosen_of(&desk.form(FROM), &from_options.get()));
    let to_options = Memo::new(move |_| buyers(&desk.main_draft(), &from.get()));
    let to = Memo::new(move |_| chosen_of(&desk.form(TO), &to_options.get()));
    let amount = Memo::new(move |_| amount(desk, &desk.main_draft(), &from.get()));
    let changes = Memo::new(move |_| match amount.get() {
        Ok(Some(amount)) if !amount.is_zero() && !from.get().is_empty() && !to.get().is_empty() => {
            vec![Change::Transfer { from: EntryId::new(&from.get()), to: EntryId::new(&to.get()), amount }]
        }
        _ => Vec::new(),
    });
    let sold = move || amount.get().ok().flatten().map(number::write).unwrap_or_default();
    let name = Signal::derive(move || {
        let change = changes.with(|changes| changes.first().cloned());
        change.map_or_else(String::new, |one| words::change(desk.policy, &desk.main_draft(), &one))
    });
    let is = move || {
        if sold().is_empty() {
            String::new()
        } else {
            format!("即出资额 {} 万元；出资总额不变。", sold())
        }
    };
    let fault = Signal::derive(move || amount.get().err().unwrap_or_default());
    let nobody = move || match (from_options.with(Vec::is_empty), to_options.with(Vec::is_empty)) {
        (true, _) => "还没有填股东：先在“成员与股权”里填。",
        (_, true) => "还没有可以受让的：先在“成员与股权”里添加成员。",
        _ => "",
    };
    let units = Signal::stored(UNITS.map(|(id, label)| (id.to_owned(), label.to_owned())).to_vec());
    view! {
        <div class="form">
            <p class="help" prop:textContent=nobody></p>
            <div class="columns">
                <FormSelect control=FROM label="转让方" options=from_options />
                <FormSelect control=TO label="受让方" options=to_options />
                <FormField control=AMOUNT label="转让多少" kind=TextKind::Number fault />
                <FormSelect control=UNIT label="按" options=units />
            </div>
            <p class="help" prop:textContent=is></p>
            <Outcome changes name clears=vec![AMOUNT.to_owned()] />
        </div>
    }
}
