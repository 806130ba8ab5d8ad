//! What was found in a file, and what importing it would do.

use leptos::prelude::*;

use crate::desk::{Saving, use_desk};
use crate::draft::file::Refused;
use crate::draft::{Date, Draft, Fault, name};
use crate::scoring::assess;

/// Faults that are listed: a hundred thousand would freeze the page, and nobody mends them one by one.
const LISTED: usize = 100;

/// What has been read, and waits for a word.
#[derive(Clone)]
pub struct Read {
    pub file: String,
    pub found: Found,
}

#[derive(Clone)]
pub enum Found {
    Draft {
        draft: Box<Draft>,
        /// Of its file.
        version: u64,
        /// What it was decoded from, where that was not UTF-8.
        encoding: Option<&'static str>,
        /// How many characters another program has destroyed.
        destroyed: usize,
    },
    Refused(Refused),
    /// The browser could not read the file at all.
    Unreadable,
    /// In bytes.
    TooLarge {
        size: f64,
        most: f64,
    },
}

#[component]
pub fn Preview(
    /// Emptied once it is done with.
    read: RwSignal<Option<Read>>,
    found: Read,
) -> impl IntoView {
    let Read { file, found } = found;
    let alert = |words: String| view! { <p class="warn" role="alert" prop:textContent=words></p> }.into_any();
    match found {
        Found::Draft { draft, version, encoding, destroyed } => {
            let warning = decoded_words(encoding, destroyed);
            view! { <Offer read file draft=*draft version warning /> }.into_any()
        }
        Found::Refused(refused) => view! { <Refusal file refused /> }.into_any(),
        Found::Unreadable => alert(format!("文件“{file}”读不出来。没有导入任何内容，请换一个文件再试。")),
        Found::TooLarge { size, most } => alert(format!(
            "文件“{file}”有 {} MB，草稿文件不会超过 {} MB。没有导入任何内容，请确认选对了文件。",
            (size / 1e6).ceil() as u64,
            (most / 1e6) as u64
        )),
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
fn Refusal(file: String, refused: Refused) -> impl IntoView {
    let words = format!("“{file}”：{refused}");
    let all = if let Refused::Faults(faults) = refused { faults } else { Vec::new() };
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
