//! One answer of the 达标路径, as its page and its paper show it.

use leptos::prelude::*;

use crate::desk::{Offer, Route, use_desk};
use crate::draft::{Draft, number};
use crate::policy::Policy;
use crate::route::{self, Answer, Bound, Goal, On, Prefer};
use crate::scenario::{self, words};

#[component]
pub fn RouteAnswer(
    answer: Offer,
    /// As it stands on paper, without buttons.
    #[prop(optional)]
    on_paper: bool,
) -> impl IntoView {
    let desk = use_desk();
    let Offer { title, goal, answer } = answer;
    let whose = if goal.only_sure { "只用确定能成的举措，" } else { "" };
    let asks = format!("{whose}{} ≥ {}", goal.on.label(), goal.target);
    let body = match answer {
        Err(fault) => view! { <p class="fault" prop:textContent=fault></p> }.into_any(),
        Ok(answer) => {
            let main = desk.main_untracked();
            let chosen = scenario::chosen(&main, &answer.measures);
            let steps: Vec<_> = chosen
                .iter()
                .map(|measure| {
                    let cost = format!("{}，{} 天", words::cost(measure.cost()), measure.days());
                    view! {
                        <li>
                            <span prop:textContent=words::name(desk.policy, &main, measure)></span>
                            " "
                            <small prop:textContent=cost></small>
                        </li>
                    }
                })
                .collect();
            let (measures, note) = (answer.measures.clone(), format!("{title}：{asks}"));
            let keep = (!on_paper && !measures.is_empty()).then(|| {
                let keep = move |_| {
                    desk.compare_with_new(measures.clone(), note.clone());
                    desk.go(&Route::Compare);
                };
                view! {
                    <button type="button" aria-label=format!("存为方案：{title}") on:click=keep>
                        "存为方案"
                    </button>
                }
            });
            view! {
                <p class="figure-words" prop:textContent=reached(&answer, goal.on.label())></p>
                <ul class="route-steps">{steps}</ul>
                <p class="help" prop:textContent=proof(&answer, &goal)></p>
                <p class="help" prop:textContent=if answer.reached { String::new() } else { held_down(desk.policy, &main, &answer, goal.on) }></p>
                {keep}
            }
            .into_any()
        }
    };
    view! {
        <section class="answer">
            <h2 prop:textContent=title></h2>
            <p class="when" prop:textContent=asks></p>
            {body}
        </section>
    }
}

fn reached(answer: &Answer, figure: &str) -> String {
    let what = format!("{figure} {}，费用 {}，最长 {} 天", answer.score, words::cost(answer.cost), answer.days);
    match (answer.reached, answer.measures.is_empty()) {
        (true, true) => format!("已经达到：{figure} {}，什么都不用做。", answer.score),
        (true, false) => format!("能达到：{what}。"),
        (false, _) => format!("这些举措达不到目标。最多能到：{what}。"),
    }
}

/// Whether there is nothing better, and else what could be.
fn proof(answer: &Answer, goal: &Goal) -> String {
    match (answer.bound, answer.reached) {
        (None, true) if answer.measures.is_empty() => String::new(),
        (None, true) => match (goal.only_sure, goal.prefer) {
            (true, _) => "在确定能成的举措里，这是全部组合里最省钱的。",
            (false, Prefer::Cheapest) => "这是全部组合里最省钱的。",
            (false, Prefer::Fastest) => "全部组合里没有更快的；同样快的里面，这是最省钱的。",
        }
        .to_owned(),
        (None, false) => "全部组合都试过，没有更高的。".to_owned(),
        (Some(Bound { cost, days, score }), _) => format!(
            "互相牵连的举措太多，没有试遍全部组合：这是找到的最好的一种，不保证没有更好的；但费用不会少于 {} 万元，天数不会少于 {days} 天，分数不会高于 {score}。",
            number::write_millionths(cost)
        ),
    }
}

/// As many items as are named for holding a figure down.
const NAMED: usize = 3;

/// What a figure is held down by where the target can't be reached.
fn held_down(policy: &'static Policy, main: &Draft, answer: &Answer, on: On) -> String {
    let lacking = route::lacking(policy, main, answer, on);
    let named: Vec<String> =
        lacking.iter().take(NAMED).map(|(at, lacks)| format!("{}差 {lacks}", policy.items[*at].label)).collect();
    format!("还差得最多的是：{}；可以在提分清单里再找举措。", named.join("、"))
}
