//! A browser killed while somebody types: what was typed up to a second before is there on return.

use std::time::{Duration, Instant};

use browser_tests::{Browser, Outcome, Page, Profile, Setup, Site, see_that};

/// How often the browser is killed, unless `ZHICHUANG_KILLS` says otherwise.
const KILLS: u64 = 25;

/// What may be lost: what was typed within this time before the end.
const BEARABLE: Duration = Duration::from_secs(1);

/// The places where text is typed, one after another.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// The name of a draft that was begun this moment.
    NewDraft,
    /// A name in a row that was added this moment.
    NewMember,
    /// The name of a draft that has been there for a while.
    OldDraft,
    /// A number, of which most is on its way to one.
    Number,
}

const PLACES: [Place; 4] = [Place::NewDraft, Place::NewMember, Place::OldDraft, Place::Number];

/// A repeatable sequence of numbers (SplitMix64), so that a failure can be told by its seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

impl Place {
    /// Goes there and leaves the cursor in a field that was just emptied; says what stood in it.
    async fn enter(self, page: Page<'_>) -> Outcome<String> {
        page.go("草稿").await?;
        let (part, label) = match self {
            Place::NewDraft => {
                page.begin("三年评估").await?;
                page.see_draft("三年评估").await?;
                page.go("草稿").await?;
                (page.main(), "草稿名称")
            }
            Place::OldDraft => (page.main(), "草稿名称"),
            Place::NewMember => {
                page.go("成员与股权").await?;
                page.main().press("＋ 添加成员").await?;
                (page.main().entry("第 1 个成员"), "单位名称")
            }
            Place::Number => {
                page.go("基础数据").await?;
                (page.main(), "建设目标完成率")
            }
        };
        let before = part.value(label).await?;
        part.fill(label, "").await?;
        Ok(before)
    }

    /// What stands there in the draft that was changed last.
    async fn text(self, page: Page<'_>) -> Outcome<String> {
        let draft = page.draft_saved_last().await?;
        let text = match self {
            Place::NewDraft | Place::OldDraft => &draft["name"],
            Place::NewMember => {
                draft["members"].as_array().and_then(|all| all.first()).map_or(&draft["none"], |one| &one["name"])
            }
            // What is not a number yet is kept as it was typed.
            Place::Number => match &draft["typed"]["facts.goals.completion_rate"] {
                typed if typed.is_string() => typed,
                _ => &draft["facts"]["goals.completion_rate"],
            },
        };
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}

/// How many of the keystrokes are in what was kept: none where it is what stood there before, one where the field is
/// empty, one more for each character. Nothing where it is neither.
fn strokes(kept: &str, before: &str, text: &str) -> Option<usize> {
    let typed = text.starts_with(kept).then(|| 1 + kept.len());
    typed.or((kept == before).then_some(0))
}

#[tokio::test]
async fn nothing_older_than_a_second_is_lost() -> Outcome {
    let kills = std::env::var("ZHICHUANG_KILLS").ok().map_or(Ok(KILLS), |number| number.parse())?;
    let seed = std::env::var("ZHICHUANG_SEED").ok().map_or(Ok(20_261_124), |number| number.parse())?;
    let mut dice = Dice(seed);
    let (site, profile) = (Site::serve("/").await?, Profile::new("killed")?);
    let start = || Browser::start_with(1440, 900, Setup { profile: Some(&profile), ..Setup::default() });
    let mut browser = start().await?;
    browser.page().open(&site.address()).await?;
    browser.page().begin("三年评估").await?;
    browser.page().see_draft("三年评估").await?;
    let mut worst = Duration::ZERO;
    for kill in 0..kills {
        let place = PLACES[dice.below(PLACES.len() as u64) as usize];
        let before = place.enter(browser.page()).await?;
        // When each of the keystrokes was made, that is, taken by the browser: the first emptied the field.
        let mut typed: Vec<Instant> = vec![Instant::now()];
        let mut text = String::new();
        let end = Instant::now() + Duration::from_millis(300 + dice.below(2_700));
        while Instant::now() < end {
            // Four digits are a valid rate, of more digits it is none.
            let digit = char::from(b'1' + (text.len() % 9) as u8);
            browser.page().keys(digit.to_string()).await?;
            typed.push(Instant::now());
            text.push(digit);
        }
        let killed = Instant::now();
        profile.kill_browser()?;
        drop(browser);
        browser = start().await?;
        browser.page().open(&site.address()).await?;
        let due = typed.iter().filter(|at| killed - **at > BEARABLE).count();
        see_that(
            &format!("kill {kill} of seed {seed}, {place:?}, {} strokes of which {due} are due", typed.len()),
            async || {
                let kept = place.text(browser.page()).await?;
                Ok((strokes(&kept, &before, &text).is_some_and(|strokes| strokes >= due), kept))
            },
        )
        .await?;
        let kept = strokes(&place.text(browser.page()).await?, &before, &text).unwrap_or_default();
        let lost = typed.get(kept).map_or(Duration::ZERO, |first| killed - *first);
        worst = worst.max(lost);
    }
    println!("{kills} kills, seed {seed}: at worst the last {} ms were lost", worst.as_millis());
    browser.close().await
}
