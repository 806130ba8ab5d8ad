//! A whole self-assessment from nothing: every fact, entry and mark of the ordinary case, by hand.

use browser_tests::{Outcome, Page, Visit, case, see};
use serde_json::Value;

/// Facts by the row they are filled in: typed ones, and chosen ones.
const TYPED: [(&str, &[(&str, &str)]); 2] = [
    ("建设目标完成情况", &[("建设目标完成率", "86.5")]),
    (
        "研究队伍",
        &[("稳定工作半年以上的人员", "26"), ("从事研发和相关技术创新活动的科技人员", "30"), ("职工总数", "75")],
    ),
];

const CHOSEN: [(&str, &[(&str, &str)]); 11] = [
    ("建设目标完成情况", &[("取得良好的经济和社会效益", "是")]),
    ("院士或行业领军专家", &[("拥有本领域院士或行业领军专家", "否")]),
    ("专利布局导航梳理", &[("专利布局导航梳理", "完成所在领域某个方面的梳理")]),
    ("联盟活动", &[("联盟在考评期内稳定有效开展活动", "是")]),
    ("仪器、设备等资源开放共享", &[("仪器、设备等资源开放共享", "初步实现")]),
    ("领域领先企业入股", &[("国内前五、省内前十的股东企业占有半数以上市场份额", "是")]),
    (
        "中试线或中试条件",
        &[
            ("中试线或中试条件", "在建"),
            ("利用财政支持资金购置建设面向行业服务的科研设施和仪器，并开始提供公共服务", "否"),
        ],
    ),
    ("盈利", &[("考评期限内的经营结果", "基本收支平衡")]),
    (
        "市场化运营、成果转移扩散、知识产权协同运用机制",
        &[("建立了市场化运营机制", "是"), ("建立了成果转移扩散机制", "是"), ("建立了知识产权协同运用机制", "否")],
    ),
    (
        "各方面规划及实施",
        &[("已制定研发方向规划", "是"), ("已制定人才培养规划", "是"), ("已制定行业服务规划", "是")],
    ),
    ("各方面规划及实施", &[("已制定能力建设规划", "是"), ("已制定国际合作规划", "否"), ("规划已开始实施", "是")]),
];

/// Year, cost, research, revenue.
const FINANCE: [[&str; 4]; 3] =
    [["2023", "900", "150", "210"], ["2024", "1100", "240", "260.5"], ["2025", "1250", "262.5", "480"]];

/// Name, kind, contribution (only shareholders have one), rank.
const MEMBERS: [(&str, &str, Option<&str>, Option<&str>); 5] = [
    ("牵头企业", "企业", Some("350"), Some("国内前五")),
    ("企业二", "企业", Some("300"), Some("省内前十")),
    ("企业三", "企业", Some("200"), Some("省内前十")),
    ("省属研究院", "科研院所", Some("150"), None),
    ("大学", "高校", None, None),
];

/// Category, ordinal, title, day, and what is chosen.
type Entry = (&'static str, usize, &'static str, &'static str, &'static [(&'static str, &'static str)]);

/// What the day of each category is called.
fn day_of(category: &str) -> &'static str {
    match category {
        "知识产权" => "申请或登记日",
        "成果鉴定" => "鉴定日",
        "承担项目" => "批复日",
        "创新平台" => "批准日",
        _ => "发布日",
    }
}

const EVIDENCE: [Entry; 8] = [
    ("知识产权", 1, "软件", "2025-11-11", &[("种类", "软件著作权")]),
    ("成果鉴定", 1, "成果", "2024-02-29", &[("级别", "国内先进或领先")]),
    ("承担项目", 1, "省重大专项", "2024-06-01", &[("级别", "省级及省厅级"), ("承担方式", "牵头承担")]),
    ("承担项目", 2, "市科技项目", "2025-06-01", &[("级别", "省辖市级"), ("承担方式", "牵头承担")]),
    ("承担项目", 3, "市项目(参与)", "2025-06-01", &[("级别", "省辖市级"), ("承担方式", "参与")]),
    ("创新平台", 1, "高新技术企业", "2025-03-01", &[("级别", "高新技术企业")]),
    ("技术标准", 1, "团体标准", "2026-01-01", &[("级别", "团体标准"), ("承担方式", "主要起草")]),
    ("技术标准", 2, "国家标准(参与)", "2026-02-01", &[("级别", "国家标准"), ("承担方式", "参与")]),
];

/// The items of the case, by what their rows are called.
const ITEMS: [(&str, &str); 23] = [
    ("goals.completion", "建设目标完成情况"),
    ("team.researchers", "研究队伍"),
    ("team.experts", "院士或行业领军专家"),
    ("funding.rd_ratio", "研发费用占成本费用支出总额的比例"),
    ("tech.progress", "技术目标的阶段性进展"),
    ("tech.new_ip", "新增知识产权申请与登记"),
    ("innovation.appraisals", "共性关键技术突破（成果鉴定）"),
    ("innovation.projects", "承担国家级、省（部）级项目"),
    ("ip.navigation", "专利布局导航梳理"),
    ("cluster.members", "成员包含各类创新主体"),
    ("cluster.platforms", "省级及以上创新平台"),
    ("cluster.alliance", "联盟活动"),
    ("sharing.equipment", "仪器、设备等资源开放共享"),
    ("market.core_members", "领域领先企业入股"),
    ("market.capital", "金融机构或社会资本入股"),
    ("equity.shares", "牵头单位及最大股东的股份占比"),
    ("pilot.line", "中试线或中试条件"),
    ("diffusion.transfers", "共性技术转移扩散"),
    ("standards.drafting", "标准制定"),
    ("business.revenue", "创收"),
    ("business.profit", "盈利"),
    ("mechanism.set", "市场化运营、成果转移扩散、知识产权协同运用机制"),
    ("planning.areas", "各方面规划及实施"),
];

#[tokio::test]
async fn a_blank_draft_becomes_the_ordinary_case() -> Outcome {
    assess_the_ordinary_case(Visit::with_blank_draft().await?).await
}

#[tokio::test]
async fn the_ordinary_case_is_assessed_by_keyboard_alone() -> Outcome {
    let visit = Visit::begin().await?;
    visit.browser.put_the_mouse_away();
    visit.page().begin("三年评估").await?;
    visit.page().see_totals(["0.00", "0.00", "100.00"]).await?;
    assess_the_ordinary_case(visit).await
}

async fn assess_the_ordinary_case(visit: Visit) -> Outcome {
    let page = visit.page();
    page.main().fill("草稿名称", "一般中心").await?;
    page.main().fill_date("考评期自", "2023-07-01").await?;
    page.main().fill_date("至", "2026-06-30").await?;
    fill_rows(&page).await?;
    fill_finance(&page).await?;
    fill_members(&page).await?;
    fill_evidence(&page).await?;
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "按比例").await?;
    page.go("评估表").await?;
    see_the_case(&page).await?;
    page.reload().await?;
    see_the_case(&page).await?;
    visit.end().await
}

async fn fill_rows(page: &Page<'_>) -> Outcome {
    for (item, facts) in TYPED {
        let row = page.open_row(item).await?;
        for (label, text) in facts {
            row.fill(label, text).await?;
        }
        page.close_row(item).await?;
    }
    for (item, facts) in CHOSEN {
        let row = page.open_row(item).await?;
        for (question, option) in facts {
            row.choose(question, option).await?;
        }
        page.close_row(item).await?;
    }
    let row = page.open_row("技术目标的阶段性进展").await?;
    row.fill("自报分数", "3.5").await?;
    page.close_row("技术目标的阶段性进展").await
}

async fn fill_finance(page: &Page<'_>) -> Outcome {
    page.go("财务").await?;
    for (at, year) in FINANCE.iter().enumerate() {
        page.main().press("＋ 添加年度").await?;
        let row = page.main().entry(&format!("第 {} 个年度", at + 1));
        for (label, text) in ["年度", "成本费用支出总额", "研发费用", "创收"].into_iter().zip(year)
        {
            row.fill(label, text).await?;
        }
    }
    page.main().see_text("考评期内 2026 年还没有填。").await?;
    page.main().tick("“财务数据”已填写完整，没有其他的了").await
}

async fn fill_members(page: &Page<'_>) -> Outcome {
    page.go("成员与股权").await?;
    for (at, (name, kind, contribution, rank)) in MEMBERS.iter().enumerate() {
        page.main().press("＋ 添加成员").await?;
        let row = page.main().entry(&format!("第 {} 个成员", at + 1));
        row.fill("单位名称", name).await?;
        row.select("类型", kind).await?;
        if let Some(rank) = rank {
            row.select("本领域排名", rank).await?;
        }
        if let Some(contribution) = contribution {
            row.tick("股东").await?;
            row.fill("认缴出资额", contribution).await?;
        }
    }
    page.main().entry("第 1 个成员").tick("牵头单位").await?;
    page.main().tick("“成员单位”已填写完整，没有其他的了").await
}

async fn fill_evidence(page: &Page<'_>) -> Outcome {
    page.go("佐证材料").await?;
    for (category, ordinal, title, day, chosen) in EVIDENCE {
        let section = page.main().section(category);
        section.press(&format!("＋ 添加{category}")).await?;
        let row = section.entry(&format!("第 {ordinal} 条{category}"));
        row.fill("名称", title).await?;
        row.fill("编号或文号", "示例").await?;
        row.fill_date(day_of(category), day).await?;
        for (label, option) in chosen {
            row.select(label, option).await?;
        }
    }
    for category in ["承担项目", "创新平台", "成果鉴定"] {
        let section = page.main().section(category);
        section.tick(&format!("“{category}”已填写完整，没有其他的了")).await?;
    }
    Ok(())
}

/// The bar, every row, and what is kept show the ordinary case.
async fn see_the_case(page: &Page<'_>) -> Outcome {
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    let expected = case("ordinary.expected.json")?;
    let mut off = Vec::new();
    for (id, name) in ITEMS {
        let item = &expected["items"][id];
        let figures = ["floor", "declared", "ceiling"].map(|which| item[which].as_str().unwrap_or("?").to_owned());
        let shown = page.figures(name).await?;
        if shown != figures {
            off.push(format!("{name}: {shown:?}, not {figures:?}"));
        }
    }
    if !off.is_empty() {
        return Err(format!("rows that show other figures: {off:#?}").into());
    }
    page.see_saved().await?;
    let mut whole = sorted(case("ordinary.draft.json")?);
    // The case is from before drafts said what they are for.
    whole["purpose"] = "evaluation".into();
    let kept = async || Ok(page.kept_drafts().await?.into_iter().map(sorted).collect());
    see::<Vec<Value>>("the kept drafts", [whole], kept).await
}

/// The order of the marks says nothing, and the case is from before entries had ids.
fn sorted(mut draft: Value) -> Value {
    for list in ["finance", "members", "evidence"] {
        for entry in draft[list].as_array_mut().into_iter().flatten() {
            entry.as_object_mut().map(|entry| entry.remove("id"));
        }
    }
    if let Some(marks) = draft["complete"].as_array_mut() {
        marks.sort_by_key(Value::to_string);
    }
    draft
}

/// Each entry says what the score makes of it, on the page of all categories too.
#[tokio::test]
async fn an_entry_says_whether_it_counts() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.go("佐证材料").await?;
    let states = page.main().classed("test").texts().await?;
    assert!(states.len() > 6 && states.iter().all(|state| !state.is_empty()), "{states:?}");
    // A city project that is only taken part in counts for nothing, whatever its date.
    let project = page.main().entry("第 2 条承担项目");
    project.select("承担方式", "参与").await?;
    project.classed("test").see_text("这一类不计分，“承担国家级、省（部）级项目”只计").await?;
    visit.end().await
}
