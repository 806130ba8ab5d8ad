//! How quick the built page is: `cargo xtask measure`. It reports, and never fails on a figure.

use std::path::Path;

use browser_tests::{Key, Outcome, Visit, case, case_path, see_that};
use serde_json::{Value, json};

const NAVIGATIONS: usize = 20;
const KEYS: usize = 120;
const LIBRARY_PAGES: usize = 5;
const BATCHES: usize = 100;
/// A browser's clock gives a page tenths of a millisecond, which is most of a call.
const CALLS_IN_A_BATCH: usize = 20;

/// A row with a number that moves the total at every keystroke.
const ROW: &str = "建设目标完成情况";
const RATE: &str = "建设目标完成率";

#[tokio::main]
async fn main() -> Outcome {
    let visit = Visit::begin().await?;
    visit.page().main().press("打开一份填好的示例").await?;
    visit.page().see_saved().await?;
    println!("{:<65}{:>10}{:>10}{:>10}", "", "median", "p95", "mark");
    report("first usable input after navigation, warm browser", first_inputs(&visit).await?, Some(250.0));
    for (name, file) in [("the worked sample", None), ("full marks", Some("full-marks.draft.json"))] {
        if let Some(file) = file {
            import(&visit, &case_path(file)).await?;
        }
        for (rate, mark) in [(1, 16.0), (4, 40.0)] {
            type_into_the_table(&visit).await?;
            let times = keystrokes(&visit, rate, "#total-declared").await?;
            report(&format!("keystroke to painted total, {name}, {rate}× CPU"), times, Some(mark));
        }
    }
    for (rate, mark) in [(1, 16.0), (4, 40.0)] {
        type_into_a_stage(&visit).await?;
        let times = keystrokes(&visit, rate, ".standing").await?;
        report(&format!("keystroke to painted verdict, 36 requirements, {rate}× CPU"), times, Some(mark));
    }
    let file = std::env::temp_dir().join("zhichuang-measures.json");
    std::fs::write(&file, with_measures(case("ordinary.draft.json")?)?.to_string())?;
    import(&visit, &file).await?;
    for (rate, mark) in [(1, 16.0), (4, 40.0)] {
        type_into_the_table(&visit).await?;
        let times = keystrokes(&visit, rate, "#total-declared").await?;
        report(&format!("keystroke to painted total, 40 measures, 10 scenarios, {rate}× CPU"), times, Some(mark));
    }
    type_a_target(&visit).await?;
    let times = keystrokes(&visit, 1, ".answers").await?;
    report("a target typed to three painted answers over 40 measures", times, Some(50.0));
    let (first, calls) = library_calls(&visit).await?;
    report("first assess(draft) in a page, ordinary case, compiling included", first, None);
    report(&format!("assess(draft), ordinary case, {CALLS_IN_A_BATCH} calls a batch, per call"), calls, Some(0.3));
    visit.end().await
}

fn report(what: &str, mut times: Vec<f64>, mark: Option<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times.get((times.len() as f64 * part) as usize).copied().unwrap_or(f64::NAN);
    let places = if mark.is_some_and(|mark| mark < 1.0) { 3 } else { 1 };
    let mark = mark.map_or_else(|| "none".to_owned(), |mark| format!("{mark} ms"));
    println!("{what:<65}{:>7.places$} ms{:>7.places$} ms{mark:>10}   {} times", at(0.5), at(0.95), times.len());
}

/// From the navigation to the moment when the table's first field is there with all that listens to it.
async fn first_inputs(visit: &Visit) -> Outcome<Vec<f64>> {
    let watch = "new MutationObserver((_, observer) => {
                     if (document.querySelector('main input')) {
                         window.firstInput = performance.now();
                         observer.disconnect();
                     }
                 }).observe(document, {childList: true, subtree: true})";
    visit.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": watch})).await?;
    let mut times = Vec::new();
    for _ in 0..NAVIGATIONS {
        visit.page().open(&visit.site.address()).await?;
        let time = visit.browser.script("return window.firstInput", Vec::new()).await?;
        times.push(time.as_f64().ok_or("no field was seen")?);
    }
    Ok(times)
}

async fn import(visit: &Visit, file: &Path) -> Outcome {
    let page = visit.page();
    page.go("草稿").await?;
    page.choose_file(file).await?;
    page.main().press("导入").await?;
    page.see_saved().await
}

/// 8 stands in a row of the table; 86 makes another total.
async fn type_into_the_table(visit: &Visit) -> Outcome {
    let page = visit.page();
    page.open(&visit.site.address()).await?;
    page.open_row(ROW).await?.fill(RATE, "8").await
}

/// 8 people are a team that blocks the first stage, 86 are not: every key makes another verdict and another list of what
/// is to be done.
async fn type_into_a_stage(visit: &Visit) -> Outcome {
    let page = visit.page();
    page.open(&format!("{}#/way/apply", visit.site.address())).await?;
    page.group("专业技术研发人员不少于 30 人").fill("专业技术研发人员", "8").await
}

/// 8 is reached already, 86 is a way to look for.
async fn type_a_target(visit: &Visit) -> Outcome {
    let page = visit.page();
    page.open(&format!("{}#/target", visit.site.address())).await?;
    page.main().fill("目标分数", "8").await
}

/// The draft with 40 measures, of which up to 12 have something in common, and 10 scenarios.
fn with_measures(mut draft: Value) -> Outcome<Value> {
    let year = draft["finance"][0]["year"].clone();
    draft["finance"][0]["id"] = json!("f1");
    let change = |at: usize| match at {
        0..12 => {
            json!([{"increase": "facts.team.technical_staff", "by": 1 + at % 5}, {"increase": "facts.team.total_staff", "by": 1 + at % 5}])
        }
        12..24 => {
            let level = ["national", "provincial", "city"][at % 3];
            let entry = json!({"category": "project", "on": "2025-03-01", "level": level, "role": "lead"});
            json!([{"add": "evidence", "entry": entry}])
        }
        24..32 => json!([{"increase": "facts.goals.completion_rate", "by": format!("{}", 1 + at % 4)}]),
        _ => json!([{"increase": "finance.f1.revenue", "by": format!("{}", 10 * (at - 30))}]),
    };
    let measure = |at: usize| json!({"id": format!("m{at}"), "name": format!("举措 {at}"), "cost": format!("{}", 3 + at * 7 % 11), "days": 10 * (at % 9), "changes": change(at)});
    let scenario = |at: usize| {
        let measures: Vec<String> = (0..4).map(|step| format!("m{}", (at + 11 * step) % 40)).collect();
        json!({"id": format!("s{at}"), "name": format!("方案 {at}"), "measures": measures})
    };
    draft["measures"] = (0..40).map(measure).collect();
    draft["scenarios"] = (0..10).map(scenario).collect();
    if year.is_null() { Err("the case has no year of finance".into()) } else { Ok(draft) }
}

/// From a real key event, by the time that the browser gave it, to the end of the frame that shows what
/// is watched anew: a message posted in the frame's callback is handled when the frame has been put together.
async fn keystrokes(visit: &Visit, rate: u32, watched: &str) -> Outcome<Vec<f64>> {
    let page = visit.page();
    let watch = "window.times = []; let pressed = null;
                 addEventListener('keydown', event => { pressed = event.timeStamp }, true);
                 new MutationObserver(() => {
                     if (pressed === null) return;
                     const from = pressed; pressed = null;
                     const channel = new MessageChannel();
                     channel.port1.onmessage = () => times.push(performance.now() - from);
                     requestAnimationFrame(() => channel.port2.postMessage(0));
                 }).observe(document.querySelector(arguments[0]),
                            {childList: true, characterData: true, subtree: true})";
    visit.browser.script(watch, vec![watched.into()]).await?;
    visit.browser.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await?;
    for key in 1..=KEYS {
        // 8 and 86 by turns.
        if key % 2 == 1 {
            page.keys("6").await?
        } else {
            page.keys(Key::Backspace + "").await?
        }
        see_that("the frames with a new total", async || {
            let seen = visit.browser.script("return times.length", Vec::new()).await?;
            Ok((seen == key, seen.to_string()))
        })
        .await?;
    }
    let times = visit.browser.script("return times", Vec::new()).await?;
    visit.browser.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
    Ok(times.as_array().ok_or("no times")?.iter().filter_map(serde_json::Value::as_f64).collect())
}

/// What other pages wait for, from call to answer in JavaScript, in milliseconds: the first call of each page, and
/// all calls after it, the batches' means. The browser still compiles what is called often during the early ones.
async fn library_calls(visit: &Visit) -> Outcome<(Vec<f64>, Vec<f64>)> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         import('{}library/zhichuang.js').then(async library => {{
             await library.default();
             const draft = {};
             const perCall = calls => {{
                 const from = performance.now();
                 for (let call = 0; call < calls; call++) {{
                     if (library.assess(draft).errors) throw Error('the draft is refused');
                 }}
                 return (performance.now() - from) / calls;
             }};
             return Array.from({{length: 1 + {BATCHES}}}, (_, at) => perCall(at === 0 ? 1 : {CALLS_IN_A_BATCH}));
         }}).then(done, error => done('' + error))",
        visit.site.address(),
        case("ordinary.draft.json")?,
    );
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for _ in 0..LIBRARY_PAGES {
        visit.page().open(&visit.site.address()).await?;
        let answer = visit.browser.script_with_answer(&script).await?;
        let times = answer.as_array().ok_or_else(|| format!("no times: {answer}"))?;
        let mut times = times.iter().filter_map(serde_json::Value::as_f64);
        first.extend(times.next());
        later.extend(times);
    }
    Ok((first, later))
}
