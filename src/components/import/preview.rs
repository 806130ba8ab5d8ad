//! What was found in a file, and what importing it would do.

use leptos::prelude::*;

use crate::desk::{FileDraft, Saving, Unread, use_desk};
use crate::draft::file::Refused;
use crate::draft::{Date, Draft, Fault, name};
use crate::scoring::assess;

/// Faults that are listed: a hundred thousand would freeze the page, and nobody mends them one by one.
const LISTED: usize = 100;

/// What has been read, and waits for a word.
#[derive(Clone)]
pub struct Read {
    pub file: String,
    pub found: Result<FileDraft, Unread>,
}

#[component]
pub fn Preview(
    /// Emptied once it is done with.
    read: RwSignal<Option<Read>>,
    found: Read,
) -> impl IntoView {
    let Read { file, found } = found;
    match found {
        Ok(FileDraft { draft, version, encoding, destroyed }) => {
            let warning = decoded_words(encoding, destroyed);
            view! { <Offer read file draft version warning /> }.into_any()
        }
        Err(unread) => view! { <Refusal file unread /> }.into_any(),
    }
}

#[component]
fn Offer(
    read: RwSignal<Option<Read>>,
    file: String,
    draft: Draft,
    version: u64,
    warning: Option<String>,
) -> impl IntoView {
    let desk = use_desk();
    let declared = assess(desk.policy, &draft).total.declared;
    let filled = draft.facts.iter().filter(|fact| fact.value.is_some()).count();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(draft.period.from.value), day(draft.period.to.value));
    let title = name::title(&draft);
    let same = desk.drafts().unwrap_or_default().iter().filter(|listed| listed.name == title).count();
    let name = name::shown(&title);
    let what = format!(
        "“{file}”里的草稿“{name}”可以导入：考评期 {from} 至 {to}，已填数据 {filled} 项，成员 {} 个，佐证材料 {} 条，自评 {declared}。",
        draft.members.len(),
        draft.evidence.len()
    );
    let effect = match same {
        0 => "导入的内容成为一份新草稿，不影响现有草稿。".to_owned(),
        same => format!("浏览器里已有 {same} 份同名草稿，都会保留；导入的内容成为一份新草稿。"),
    };
    // Whether it was decoded rightly is to be seen in words that somebody wrote.
    let sample = warning.is_some().then(|| sample(&draft)).flatten();
    let begin = move |_| {
        if !desk.start_from(draft.clone(), version) {
            return;
        }
        if !matches!(desk.saving.get_untracked(), Saving::Failed(_)) {
            desk.say("已导入为一份新草稿。", None);
        }
        read.set(None);
        desk.go_home();
    };
    view! {
        <div class="offer">
            <p prop:textContent=what></p>
            <p prop:textContent=effect></p>
            {warning.map(|words| view! { <p class="warn" role="alert" prop:textContent=words></p> })}
            {sample.map(|words| view! { <p prop:textContent=words></p> })}
            <button type="button" class="primary" on:click=begin>
                "导入"
            </button>
            <button type="button" on:click=move |_| read.set(None)>
                "不导入"
            </button>
        </div>
    }
}

/// What has to be looked at before the text of a file is taken.
fn decoded_words(encoding: Option<&str>, destroyed: usize) -> Option<String> {
    let decoded = encoding.map(|encoding| {
        format!("文件不是 UTF-8 编码，已按 {encoding} 读出：请核对名称和下面的文字有没有乱码，再决定是否导入。")
    });
    let destroyed = (destroyed > 0).then(|| {
        format!("文件里有 {destroyed} 个字符已被别的程序损坏，显示为“�”，无法还原；如有原来的文件，请改用原来的。")
    });
    let all: String = decoded.into_iter().chain(destroyed).collect();
    (!all.is_empty()).then_some(all)
}

/// The first words of a draft, for a look at their letters.
fn sample(draft: &Draft) -> Option<String> {
    let members = draft.members.iter().map(|member| &member.name);
    let titles = draft.evidence.iter().map(|entry| &entry.title);
    let words: Vec<&str> = members
        .chain(titles)
        .chain(draft.notes.iter())
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .take(3)
        .collect();
    (!words.is_empty()).then(|| format!("其中的文字：{}。", words.join("、")))
}

#[component]
fn Refusal(file: String, unread: Unread) -> impl IntoView {
    let words = format!("“{file}”：{unread}没有导入任何内容。");
    let all = if let Unread::Refused(Refused::Faults(faults)) = unread { faults } else { Vec::new() };
    let more = (all.len() > LISTED).then(|| view! { <p>{format!("这里列出前 {LISTED} 处。")}</p> });
    let fault = |fault: Fault| view! { <li><code prop:textContent=fault.path></code> <span prop:textContent=format!("：{}", fault.message)></span></li> };
    let faults: Vec<_> = all.into_iter().take(LISTED).map(fault).collect();
    view! {
        <div class="refusal" role="alert">
            <p class="warn" prop:textContent=words></p>
            <ul>{faults}</ul>
            {more}
        </div>
    }
}
