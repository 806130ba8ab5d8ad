//! What the main draft is compared with.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{dom, following};
use crate::desk::{FileDraft, MOST_SIDES, Origin, Side, Unread, replaced_words, use_desk};
use crate::draft::file::Refused;

#[component]
pub fn Choosing() -> impl IntoView {
    let desk = use_desk();
    let chosen = Memo::new(move |_| desk.chosen_sides());
    // What was chosen and is not among the possible ones, such as a file, stays to be chosen.
    let possible = Memo::new(move |_| {
        let mut all = desk.possible_sides();
        let more: Vec<Side> =
            chosen.get().into_iter().filter(|side| all.iter().all(|one| one.origin != side.origin)).collect();
        all.extend(more);
        all
    });
    let choose = move |place: usize, at: Option<usize>| {
        let mut sides = chosen.get_untracked();
        let side = at.and_then(|at| possible.get_untracked().get(at).cloned());
        match side {
            Some(side) if place < sides.len() => sides[place] = side,
            Some(side) => sides.push(side),
            None if place < sides.len() => {
                sides.remove(place);
            }
            None => {}
        }
        desk.sides.set(Some(sides));
    };
    let select = move |place: usize| {
        let id = dom::new_id();
        let options = move || {
            let (all, chosen) = (possible.get(), chosen.get());
            let at = chosen.get(place).and_then(|side| all.iter().position(|one| one.origin == side.origin));
            let option = |(number, side): (usize, Side)| {
                view! { <option value=number.to_string() prop:selected=at == Some(number) prop:textContent=side.name></option> }
            };
            view! {
                <option value="" prop:selected=at.is_none()>"不选"</option>
                {all.into_iter().enumerate().map(option).collect::<Vec<_>>()}
            }
        };
        // One after the other: there is nothing to choose in the third before the second is chosen.
        let is_there = move || chosen.with(Vec::len) + 1 > place;
        view! {
            <div class="field" hidden=move || !is_there()>
                <label for=id.clone()>{format!("对比 {}", place + 1)}</label>
                <select id=id on:change=move |event| choose(place, event_target_value(&event).parse().ok())>
                    {following(options)}
                </select>
            </div>
        }
    };
    view! {
        <div class="columns choosing">
            {(0..MOST_SIDES).map(select).collect::<Vec<_>>()}
            <FileSide chosen />
        </div>
    }
}

/// A file as a side; it is only looked at, and changes nothing.
#[component]
fn FileSide(chosen: Memo<Vec<Side>>) -> impl IntoView {
    let desk = use_desk();
    let id = dom::new_id();
    let take = move |event: web_sys::Event| {
        let Some(input) = dom::input_of(&event) else { return };
        let Some(chosen_file) = input.files().and_then(|all| all.get(0)) else { return };
        let name = chosen_file.name();
        desk.read_file(&chosen_file, move |found| {
            // The page may have been left while the browser read.
            let Some(mut sides) = chosen.try_get_untracked() else { return };
            match found {
                Ok(FileDraft { draft, encoding, .. }) => {
                    let mut told: Vec<String> = Vec::new();
                    told.extend(encoding.map(|encoding| {
                        format!("“{name}”不是 UTF-8 编码，已按 {encoding} 读出，请核对有没有乱码。")
                    }));
                    let left = sides.len() >= MOST_SIDES;
                    told.extend(left.then(|| replaced_words(&name, &sides[MOST_SIDES - 1].name)));
                    if !told.is_empty() {
                        desk.say(told.concat(), None);
                    }
                    sides.truncate(MOST_SIDES - 1);
                    let origin = Origin::File(name.clone(), Arc::new(draft));
                    sides.push(Side { origin, name: format!("文件 {name}") });
                    desk.sides.set(Some(sides));
                }
                Err(unread) => {
                    // Where it is wrong, as far as a sentence bears it.
                    let first = match &unread {
                        Unread::Refused(Refused::Faults(faults)) => faults.first(),
                        _ => None,
                    };
                    let first = first
                        .map_or_else(String::new, |fault| format!("第一处：{}，{}", fault.path, fault.message));
                    desk.say(format!("“{name}”：{unread}没有加进对比。{first}"), None);
                }
            }
        });
        input.set_value("");
    };
    view! {
        <div class="field">
            <label for=id.clone()>"加一份文件"</label>
            <input id=id type="file" accept=".json,application/json" on:change=take />
        </div>
    }
}
