//! The first visit: what this is, that nothing leaves the browser, and three ways to begin.

use leptos::prelude::*;

use crate::components::{Begin, Import, Sheet, Trash, following};
use crate::desk::{Saving, use_desk};

#[component]
pub fn WelcomePage() -> impl IntoView {
    let desk = use_desk();
    let trouble = move || match desk.saving.get() {
        Saving::Failed(fault) => Some(view! { <p class="warn" role="alert">{fault.to_string()}</p> }),
        _ => None,
    };
    let lead = "河南省制造业创新中心自评计算器：按豫工信联科〔2019〕194号的评估指标自评打分，按豫工信联创新〔2023〕52号核对培育、验收和认定的条件，推算各个日期。";
    // index.html says the same until the program runs.
    view! {
        <Sheet class="welcome" title="制创自评" lead>
            <ul class="points">
                <li>
                    <strong>"边填边算。"</strong>
                    "每一项都给出最低可得、自评、最高可得三个分数，并写明依据的条文、缺什么、下一步差多少。"
                </li>
                <li>
                    <strong>"不出本机。"</strong>
                    "全部在你的浏览器里计算，草稿存在本浏览器，不向任何地方发送数据。"
                </li>
                <li>
                    <strong>"随时可停。"</strong>
                    "填到哪里都会自动保存，也可以导出成文件带走，或打印成表。"
                </li>
            </ul>
            <Begin />
            {following(trouble)}
            <div>
                <Import />
                <Trash />
            </div>
        </Sheet>
    }
}
