//! Files out and in.

use browser_tests::{Outcome, Page, Visit, case, case_path, see};
use serde_json::{Value, json};

/// Imports one of the cases by choosing its file.
async fn import(page: &Page<'_>, case: &str) -> Outcome {
    page.choose_file(&case_path(case)).await?;
    page.main().press("导入").await
}

#[tokio::test]
async fn what_was_imported_is_exported_again() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    import(&page, "ordinary.draft.json").await?;
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    page.head().press("导出文件").await?;
    let (name, text) = visit.browser.downloaded().await?;
    assert_eq!(name, "一般中心.zhichuang.json");
    let (mut exported, mut whole) = (serde_json::from_str::<Value>(&text)?, case("ordinary.draft.json")?);
    // Entries get ids when they are read.
    for list in ["finance", "members", "evidence"] {
        for entry in exported[list].as_array_mut().ok_or("no list")? {
            let id = entry.as_object_mut().ok_or("no entry")?.remove("id");
            assert!(id.is_some_and(|id| id.as_str().is_some_and(|id| id.starts_with(&list[..1]))));
        }
    }
    for draft in [&mut exported, &mut whole] {
        // The order of the marks says nothing.
        draft["complete"].as_array_mut().ok_or("no marks")?.sort_by_key(Value::to_string);
    }
    assert_eq!(exported, whole);
    page.notice().see_text("已导出“一般中心.zhichuang.json”").await?;
    visit.end().await
}

#[tokio::test]
async fn an_import_says_first_what_it_will_do() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("full-marks.draft.json")).await?;
    let offer = page.main().classed("offer");
    for told in [
        "“full-marks.draft.json”里的草稿“全部满足”可以导入",
        "考评期 2023-07-01 至 2026-06-30",
        "已填数据 21 项",
        "自评 100.00",
    ] {
        offer.see_text(told).await?;
    }
    offer.see_text("导入的内容成为一份新草稿，不影响现有草稿。").await?;
    see("the kept drafts", Vec::new(), async || page.kept_drafts().await).await?;
    page.main().press("导入").await?;
    page.see_totals(["93.00", "100.00", "100.00"]).await?;
    page.see_draft("全部满足").await?;
    visit.end().await
}

#[tokio::test]
async fn an_import_can_be_declined() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("full-marks.draft.json")).await?;
    page.main().press("不导入").await?;
    page.main().classed("offer").see_gone().await?;
    see("the kept drafts", Vec::new(), async || page.kept_drafts().await).await?;
    visit.end().await
}

#[tokio::test]
async fn a_draft_of_the_same_name_is_kept_beside_the_imported_one() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    import(&page, "full-marks.draft.json").await?;
    page.see_draft("全部满足").await?;
    let row = page.open_row("院士或行业领军专家").await?;
    row.choose("拥有本领域院士或行业领军专家", "否").await?;
    page.see_totals(["91.00", "98.00", "98.00"]).await?;
    page.go("草稿").await?;
    page.choose_file(&case_path("full-marks.draft.json")).await?;
    page.main()
        .classed("offer")
        .see_text("浏览器里已有 1 份同名草稿，都会保留；导入的内容成为一份新草稿。")
        .await?;
    page.main().press("导入").await?;
    page.see_totals(["93.00", "100.00", "100.00"]).await?;
    let expert = |draft: Value| (draft["name"].clone(), draft["facts"]["team.lead_expert"].clone());
    let both = [(json!("全部满足"), json!(false)), (json!("全部满足"), json!(true))];
    let kept = async || Ok(page.kept_drafts().await?.into_iter().map(expert).collect());
    see::<Vec<(Value, Value)>>("the kept drafts", both, kept).await?;
    visit.end().await
}

#[tokio::test]
async fn a_broken_file_has_every_fault_named_and_changes_nothing() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    import(&page, "ordinary.draft.json").await?;
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    page.see_saved().await?;
    page.go("草稿").await?;
    let before = page.storage().await?;
    page.drop_file("坏.json", &broken()?.to_string()).await?;
    let refusal = page.main().classed("refusal");
    for (path, message) in [
        ("colour", "这一项不认识。"),
        ("period.to", "“2026-02-30”不是有效的日期，请填成 2024-05-06 这样。"),
        ("facts.team.total_staff", "不能小于 1。"),
        ("facts.goals.completion_rate", "不能大于 1000。"),
        ("finance[1].cost", "不能是负数。"),
        (
            "members[2].kind",
            "“company”不认识，可用的有 enterprise、institute、university、financial、social_capital、other。",
        ),
        ("evidence[0].title", "这里应当是文字。"),
        ("discretion", "“middle”不认识，可用的有 low、proportional、high。"),
    ] {
        refusal.see_text(&format!("{path}：{message}")).await?;
    }
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    see("the storage", before, async || page.storage().await).await?;
    visit.end().await
}

/// The ordinary case with one fault of each sort.
fn broken() -> Outcome<Value> {
    let mut draft = case("ordinary.draft.json")?;
    draft["colour"] = json!("red");
    draft["period"]["to"] = json!("2026-02-30");
    draft["facts"]["team.total_staff"] = json!(0);
    draft["facts"]["goals.completion_rate"] = json!("1000.5");
    draft["finance"][1]["cost"] = json!("-1100");
    draft["members"][2]["kind"] = json!("company");
    draft["evidence"][0]["title"] = json!(7);
    draft["discretion"] = json!("middle");
    Ok(draft)
}

#[tokio::test]
async fn a_file_that_is_no_json_is_refused() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.drop_file("照片.json", "\u{89}PNG").await?;
    page.main().classed("refusal").see_text("“照片.json”：").await?;
    see("the kept drafts", Vec::new(), async || page.kept_drafts().await).await?;
    visit.end().await
}

#[tokio::test]
async fn a_file_can_be_dropped() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.drop_file("拖来的.json", &case("full-marks.draft.json")?.to_string()).await?;
    page.main().classed("offer").see_text("“拖来的.json”里的草稿“全部满足”可以导入").await?;
    page.main().press("导入").await?;
    page.see_totals(["93.00", "100.00", "100.00"]).await?;
    visit.end().await
}

/// A draft whose name is these bytes.
fn named(name: &[u8]) -> Vec<u8> {
    let draft = r#"{"format":"zhichuang-draft","version":2,"policy":"henan-2019-194","name":"@","period":{"from":"2023-07-01","to":"2026-06-30"}}"#;
    let (before, after) = draft.split_once('@').unwrap_or_default();
    [before.as_bytes(), name, after.as_bytes()].concat()
}

/// An export saved again as ANSI once came in with its text destroyed, and 可以导入 beside it.
#[tokio::test]
async fn a_file_in_another_encoding_is_shown_before_it_is_taken() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let in_gbk = b"\xc2\xe5\xd1\xf4\xd6\xe1\xb3\xd0";
    page.drop_bytes("ansi.json", &named(in_gbk)).await?;
    let offer = page.main().classed("offer");
    offer.see_text("“洛阳轴承”可以导入").await?;
    offer.see_text("文件不是 UTF-8 编码，已按 GB18030 读出：请核对名称和下面的文字有没有乱码").await?;
    page.main().press("导入").await?;
    page.see_draft("洛阳轴承").await?;
    page.go("草稿").await?;
    // Bytes that are no text in either are refused.
    page.drop_bytes("broken.json", &named(b"\xff\xff\xc2")).await?;
    page.main().classed("refusal").see_text("文件不是 UTF-8 编码的文字").await?;
    page.main().classed("refusal").see_text("没有导入任何内容").await?;
    // What another program has destroyed already is told.
    page.drop_bytes("destroyed.json", &named("洛阳\u{fffd}\u{fffd}".as_bytes())).await?;
    offer.see_text("文件里有 2 个字符已被别的程序损坏").await?;
    let utf16: Vec<u8> =
        String::from_utf8(named("郑州".as_bytes()))?.encode_utf16().flat_map(u16::to_le_bytes).collect();
    page.drop_bytes("utf16.json", &[&[0xff, 0xfe], &utf16[..]].concat()).await?;
    offer.see_text("“郑州”可以导入").await?;
    offer.see_text("已按 UTF-16LE 读出").await?;
    visit.end().await
}
