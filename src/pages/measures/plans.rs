//! 方案: which measures together, and what they come to.

use leptos::prelude::*;

use crate::components::{FieldEntry, TextKind, dom, following};
use crate::desk::{scenario_name, use_desk};
use crate::draft::{Draft, EntryId, Field, Scenario};
use crate::scenario::{self, Effects, words};
use crate::session::Rows;

/// The scenario that is worked on, and what each measure adds.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// Its position; none where the draft has none.
    pub at: Memo<Option<usize>>,
    pub effects: Memo<Vec<Effects>>,
}

/// What the desk keeps the open scenario by.
const OPEN: &str = "scenario";

impl Chosen {
    pub fn new() -> Chosen {
        let desk = use_desk();
        let at = Memo::new(move |_| {
            let main = desk.main_draft();
            let open = EntryId::new(&desk.form(OPEN));
            main.scenarios.position_of(&open).or((!main.scenarios.is_empty()).then_some(0))
        });
        let effects = Memo::new(move |_| {
            let main = desk.main_draft();
            let scenario = at.get().and_then(|at| main.scenarios.get(at));
            scenario::effects(desk.policy, &main, scenario.map_or(&[], |one| one.measures.as_slice()))
        });
        Chosen { at, effects }
    }

    pub fn scenario(self, draft: &Draft) -> Option<Scenario> {
        self.at.get().and_then(|at| draft.scenarios.get(at).cloned())
    }
}

#[component]
pub fn Plans() -> impl IntoView {
    let desk = use_desk();
    let chosen = expect_context::<Chosen>();
    let names = Memo::new(move |_| {
        let main = desk.main_draft();
        main.scenarios.iter().map(|one| (one.id.clone(), scenario_name(one))).collect::<Vec<_>>()
    });
    let tab = move |(at, (id, name)): (usize, (EntryId, String))| {
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.at.get() == Some(at)).to_string()
                on:click=move |_| desk.fill_form(OPEN, id.to_string())
                prop:textContent=name
            ></button>
        }
    };
    let tabs = move || names.get().into_iter().enumerate().map(tab).collect::<Vec<_>>();
    let add = move |event: web_sys::MouseEvent| {
        dom::once(&event, || {
            desk.add_scenario(Vec::new(), String::new());
            if let Some(new) = desk.main_untracked().scenarios.iter().last() {
                desk.fill_form(OPEN, new.id.to_string());
            }
        })
    };
    let is_open = Memo::new(move |_| chosen.at.get().is_some());
    let open = move || is_open.get().then(|| view! { <Plan /> });
    view! {
        <div class="tabs" role="group" aria-label="方案">
            {following(tabs)}
            <button type="button" on:click=add>
                "＋ 添加方案"
            </button>
        </div>
        {following(open)}
    }
}

#[component]
fn Plan() -> impl IntoView {
    let desk = use_desk();
    let chosen = expect_context::<Chosen>();
    let at = Signal::derive(move || chosen.at.get().unwrap_or(usize::MAX));
    let outcome = Memo::new(move |_| {
        let main = desk.main_draft();
        let scenario = chosen.scenario(&main).unwrap_or_default();
        let measures = scenario::measures_of(&main, &scenario);
        let (cost, days) = scenario::cost_and_days(measures.iter().copied());
        let (effect, idle) =
            scenario::effect(desk.policy, &main, &measures).map_err(|refused| refused.message().to_owned())?;
        let idle: Vec<String> = idle.iter().map(|(_, idle)| words::idle(desk.policy, &main, idle)).collect();
        let words = format!(
            "{} 项举措：{}，费用 {}，最长 {days} 天。{}",
            measures.len(),
            effect.words(),
            words::cost(cost),
            idle.concat()
        );
        Ok::<String, String>(words)
    });
    let words = move || outcome.get().unwrap_or_default();
    let fault = move || outcome.get().err().unwrap_or_default();
    // There is nothing to write where nothing is chosen.
    let is_refused = move || {
        outcome.with(Result::is_err)
            || chosen.scenario(&desk.main_draft()).is_none_or(|one| one.measures.is_empty())
    };
    let try_it = move |_| {
        let main = desk.main_untracked();
        if let Some(scenario) = untrack(|| chosen.scenario(&main)) {
            desk.try_measures(&scenario.measures, scenario.name, None);
        }
    };
    let write_in = move |event: web_sys::MouseEvent| {
        dom::once(&event, || desk.write_in(at.get_untracked()));
    };
    let remove = move |event: web_sys::MouseEvent| {
        dom::once(&event, || desk.remove(Rows::Scenarios, at.get_untracked()));
    };
    view! {
        <div class="plan">
            <div class="columns">
                <FieldEntry field=Signal::derive(move || Field::ScenarioName(at.get())) label="方案名称" kind=TextKind::Words />
                <FieldEntry field=Signal::derive(move || Field::ScenarioNote(at.get())) label="说明" kind=TextKind::Words />
            </div>
            <p class="outcome" role="status">
                <span class="stamp">"测算稿"</span>
                <strong prop:textContent=words></strong>
                <span class="fault" prop:textContent=fault></span>
            </p>
            <p class="plan-tools">
                <button type="button" prop:disabled=is_refused on:click=try_it title="各页都按这个方案显示，主稿不变">
                    "放进试算看各页"
                </button>
                <button type="button" prop:disabled=is_refused on:click=write_in title="一步完成，可以撤销">
                    "写入主稿"
                </button>
                <button type="button" on:click=remove>
                    "删除方案"
                </button>
            </p>
        </div>
    }
}
