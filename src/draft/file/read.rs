//! Reading a draft file.

mod entries;
mod measures;
mod pathway;

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::faults::Faults;
use super::{FORMAT, VERSION, migrations};
use crate::draft::json::{Json, NotJson};
use crate::draft::number::{self, Kind};
use crate::draft::{
    Complete, Date, DayList, Discretion, Draft, Entered, FactValue, Fault, ListName, Purpose, ValueFault, field,
};
use crate::policy::{FactKind, Policy};

/// Why a file was not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Bytes that are no text in UTF-8, such as a file that was saved again as ANSI.
    NotUtf8,
    /// Not JSON at all; the line where it ends to be JSON.
    NotJson {
        line: usize,
    },
    /// JSON, but no draft of this program.
    NotADraft,
    /// Written by a newer version of the program.
    Newer {
        version: u64,
    },
    /// A draft for a policy that this program does not hold.
    OtherPolicy(String),
    Faults(Vec<Fault>),
}

impl fmt::Display for Refused {
    /// Nothing of a file that was refused is taken.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}没有导入任何内容。", self.reason())
    }
}

impl std::error::Error for Refused {}

impl Refused {
    /// What is wrong, for wherever the file was to go.
    pub fn reason(&self) -> String {
        match self {
            Refused::NotUtf8 => {
                "文件不是 UTF-8 编码的文字，可能在记事本里另存成了 ANSI（GBK），请另存为 UTF-8 后再试。".to_owned()
            }
            Refused::NotJson { line } => {
                format!("文件不是有效的 JSON（第 {line} 行），可能不完整或不是草稿文件。")
            }
            Refused::NotADraft => "这不是制创自评的草稿文件。".to_owned(),
            Refused::Newer { version } => {
                format!("草稿由更新版本的程序保存（文件版本 {version}），请先更新本程序。")
            }
            Refused::OtherPolicy(id) => format!("草稿依据的评价办法“{id}”本程序没有收录。"),
            Refused::Faults(faults) => format!("文件里有 {} 处问题，改好后再导入。", faults.len()),
        }
    }

    /// Every fault by its path, also where the file was refused as a whole.
    pub fn faults(&self) -> Vec<Fault> {
        let at = |path: &str| vec![Fault { path: path.to_owned(), message: self.to_string() }];
        match self {
            Refused::NotUtf8 | Refused::NotJson { .. } => at(""),
            Refused::NotADraft => at("format"),
            Refused::Newer { .. } => at("version"),
            Refused::OtherPolicy(_) => at("policy"),
            Refused::Faults(faults) => faults.clone(),
        }
    }
}

/// Reads the bytes of a draft file, and says which version it is of: the one way in for files, of the page and of the
/// command line alike.
pub fn read_bytes(policy: &Policy, bytes: &[u8]) -> Result<(Draft, u64), Refused> {
    let text = str::from_utf8(bytes).map_err(|_| Refused::NotUtf8)?;
    read_with_version(policy, text)
}

/// Reads the text of a draft file.
pub fn read(policy: &Policy, text: &str) -> Result<Draft, Refused> {
    read_with_version(policy, text).map(|(draft, _)| draft)
}

/// Reads the text of a draft file, and says which version it is of.
pub fn read_with_version(policy: &Policy, text: &str) -> Result<(Draft, u64), Refused> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = Json::parse(text).map_err(|NotJson { line }| Refused::NotJson { line })?;
    read_value(policy, &value).map(|draft| (draft, version_of(&value)))
}

/// Reads a draft file that is JSON already.
pub fn read_value(policy: &Policy, root: &Json) -> Result<Draft, Refused> {
    if root.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return Err(Refused::NotADraft);
    }
    let version = version_of(root);
    if version > VERSION {
        return Err(Refused::Newer { version });
    }
    let root = &*migrations::up_to_date(root, version);
    if let Some(other) = root.get("policy").and_then(Json::as_text).filter(|id| *id != policy.id) {
        return Err(Refused::OtherPolicy(other.to_owned()));
    }
    let mut reader = Reader { policy, faults: Faults::default() };
    let draft = reader.draft(root);
    match draft {
        Some(draft) if reader.faults.0.is_empty() => Ok(draft),
        _ => Err(Refused::Faults(reader.faults.0)),
    }
}

/// The version that a file says it is of; the newest where it says nothing that could be one.
pub fn version_of(root: &Json) -> u64 {
    root.get("version").and_then(Json::as_u64).unwrap_or(VERSION)
}

struct Reader<'a> {
    policy: &'a Policy,
    faults: Faults,
}

impl Reader<'_> {
    fn draft(&mut self, root: &Json) -> Option<Draft> {
        const KEYS: &[&str] = &[
            "format",
            "version",
            "policy",
            "name",
            "unit",
            "preparer",
            "phone",
            "purpose",
            "period",
            "facts",
            "finance",
            "members",
            "evidence",
            "complete",
            "self_awarded",
            "expert",
            "readings",
            "discretion",
            "notes",
            "lines",
            "requirements",
            "panel",
            "grades",
            "holidays",
            "workdays",
            "annual",
            "measures",
            "scenarios",
            "trial",
            "typed",
        ];
        let parts = self.known_keys(root, KEYS, "");
        if root.get("version").and_then(Json::as_u64).is_none_or(|version| version == 0) {
            self.faults.add("version", format!("这里应当是文件版本号（整数，最新的是 {VERSION}）。"));
        }
        if root.get("policy").and_then(Json::as_text).is_none() {
            self.faults.missing("policy");
        }
        let name = match root.get("name") {
            Some(name) => self.faults.string(name, "name").map(str::to_owned),
            None => {
                self.faults.missing("name");
                None
            }
        };
        let period = self.period(root.get("period"));
        let (from, to) = period.unwrap_or((Date::MIN, Date::MIN));
        let mut draft = Draft::blank(self.policy, name.unwrap_or_default(), from, to);
        for (_, key, value) in parts {
            self.part(&mut draft, &key, value);
        }
        self.parts_and_wholes(&draft);
        self.days_in_both(&draft, root);
        draft.number_read_entries();
        self.measures_and_scenarios(&mut draft, root);
        if let Some(typed) = root.get("typed") {
            self.typed(&mut draft, typed);
        }
        if self.faults.0.is_empty() {
            field::settle_read(self.policy, &mut draft);
        }
        if let Some(trial) = root.get("trial") {
            draft.trial = self.trial(&draft, root, trial);
        }
        period.is_some().then_some(draft)
    }

    fn part(&mut self, draft: &mut Draft, key: &str, value: &Json) {
        match key {
            "unit" => draft.unit = self.words(value, key),
            "preparer" => draft.preparer = self.words(value, key),
            "phone" => draft.phone = self.words(value, key),
            "purpose" => {
                draft.purpose = self.faults.one_of(value, key, Purpose::from_id, &Purpose::ALL.map(Purpose::id));
            }
            "facts" => self.facts(draft, value),
            "finance" => draft.finance = self.identified(value, key, Self::finance_year),
            "members" => draft.members = self.identified(value, key, Self::member),
            "evidence" => draft.evidence = self.identified(value, key, Self::evidence),
            "lines" => draft.lines = self.entries(value, key, Self::line).into_iter().collect(),
            "complete" => draft.complete = self.complete(value),
            "self_awarded" => self.points(&mut draft.self_awarded, value, key, |_| number::MOST_POINTS),
            "expert" => self.points(&mut draft.expert, value, key, |max| max),
            "readings" => self.readings(draft, value),
            "discretion" => {
                let ids = Discretion::ALL.map(Discretion::id);
                draft.discretion =
                    self.faults.one_of(value, key, Discretion::from_id, &ids).unwrap_or(draft.discretion);
            }
            "notes" => self.notes(draft, value),
            "requirements" => self.requirements(draft, value),
            "panel" => self.panel(draft, value),
            "grades" => self.grades(draft, value),
            "holidays" => self.days(draft, DayList::Holidays, value),
            "workdays" => self.days(draft, DayList::Workdays, value),
            "annual" => draft.plans = self.entries(value, key, Self::plan).into_iter().collect(),
            _ => {}
        }
    }

    fn words(&mut self, value: &Json, path: &str) -> String {
        self.faults.string(value, path).unwrap_or_default().to_owned()
    }

    fn known_keys<'a>(&mut self, object: &'a Json, known: &[&str], at: &str) -> Vec<(usize, String, &'a Json)> {
        self.faults.entries(object, at, &|key| known.iter().position(|one| *one == key))
    }

    fn period(&mut self, value: Option<&Json>) -> Option<(Date, Date)> {
        let Some(value) = value else {
            self.faults.missing("period");
            return None;
        };
        self.faults.object(value, "period")?;
        self.known_keys(value, &["from", "to"], "period");
        let mut end = |key: &str| {
            let path = format!("period.{key}");
            match value.get(key) {
                Some(value) => self.faults.date(value, &path),
                None => {
                    self.faults.missing(&path);
                    None
                }
            }
        };
        let (from, to) = (end("from"), end("to"));
        let (from, to) = (from?, to?);
        if from > to {
            self.faults.add("period.to", ValueFault::PeriodBackwards);
        }
        Some((from, to))
    }

    fn facts(&mut self, draft: &mut Draft, value: &Json) {
        let find = |id: &str| self.policy.facts.iter().position(|fact| fact.id == id);
        for (at, path, value) in self.faults.entries(value, "facts", &find) {
            let read = self.fact(&self.policy.facts[at].kind, value, &path);
            Arc::make_mut(&mut draft.facts)[at].value = read;
        }
    }

    fn fact(&mut self, kind: &FactKind, value: &Json, path: &str) -> Option<FactValue> {
        match kind {
            FactKind::Percent => self.faults.number(value, Kind::Percent, path).map(FactValue::Number),
            FactKind::Money => self.faults.number(value, Kind::Money, path).map(FactValue::Number),
            FactKind::Date => self.faults.date(value, path).map(FactValue::Day),
            FactKind::Count { min, unit, .. } => {
                self.faults.number(value, Kind::Count { min: *min, unit }, path).map(FactValue::Number)
            }
            FactKind::YesNo => self.faults.boolean(value, path).map(|yes| FactValue::Option(yes.into())),
            FactKind::Choice(options) => {
                let ids: Vec<&str> = options.iter().map(|option| option.id).collect();
                self.faults.one_of(value, path, |id| field::option_position(kind, id), &ids).map(FactValue::Option)
            }
        }
    }

    fn parts_and_wholes(&mut self, draft: &Draft) {
        for (part, fact) in self.policy.facts.iter().enumerate() {
            let FactKind::Count { at_most: Some(_), .. } = &fact.kind else { continue };
            if let Some(FactValue::Number(number)) = draft.fact(part)
                && let Err(fault) = field::part_and_whole(self.policy, draft, part, number)
            {
                self.faults.add(format!("facts.{}", fact.id), fault);
            }
        }
    }

    fn complete(&mut self, value: &Json) -> Complete {
        let mut complete = Complete::default();
        let ids: Vec<&str> = ListName::all().map(ListName::id).collect();
        for (position, value) in self.faults.list(value, "complete").iter().enumerate() {
            let path = format!("complete[{position}]");
            if let Some(list) = self.faults.one_of(value, &path, ListName::from_id, &ids) {
                complete.set(list, true);
            }
        }
        complete
    }

    /// Points by item; `limit` gives the most from the item's weight.
    fn points(
        &mut self,
        target: &mut Arc<Vec<Entered<Decimal>>>,
        value: &Json,
        key: &str,
        limit: impl Fn(u32) -> u32,
    ) {
        for (at, path, value) in self.by_item(value, key) {
            let max = limit((self.policy.items[at].max.hundredths() / 100) as u32);
            Arc::make_mut(target)[at].value = self.faults.number(value, Kind::Points { max }, &path);
        }
    }

    fn notes(&mut self, draft: &mut Draft, value: &Json) {
        for (at, path, value) in self.by_item(value, "notes") {
            if let Some(note) = self.faults.string(value, &path) {
                Arc::make_mut(&mut draft.notes)[at] = note.to_owned();
            }
        }
    }

    fn by_item<'a>(&mut self, value: &'a Json, key: &str) -> Vec<(usize, String, &'a Json)> {
        self.faults.entries(value, key, &|id| self.policy.items.iter().position(|item| item.id == id))
    }

    fn readings(&mut self, draft: &mut Draft, value: &Json) {
        let find = |id: &str| self.policy.readings.iter().position(|reading| reading.id == id);
        for (at, path, value) in self.faults.entries(value, "readings", &find) {
            let choices = &self.policy.readings[at].choices;
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id).collect();
            let find = |id: &str| choices.iter().position(|choice| choice.id == id);
            if let Some(choice) = self.faults.one_of(value, &path, find, &ids) {
                Arc::make_mut(&mut draft.readings)[at] = choice as u8;
            }
        }
    }

    /// Texts that are not, or not simply, their values.
    fn typed(&mut self, draft: &mut Draft, value: &Json) {
        let mut places = vec![
            ("period.from".to_owned(), &mut draft.period.from.text),
            ("period.to".to_owned(), &mut draft.period.to.text),
            (DayList::Holidays.id().to_owned(), &mut draft.holidays.text),
            (DayList::Workdays.id().to_owned(), &mut draft.workdays.text),
        ];
        for (fact, entered) in self.policy.facts.iter().zip(Arc::make_mut(&mut draft.facts)) {
            places.push((format!("facts.{}", fact.id), &mut entered.text));
        }
        for (section, points) in [("self_awarded", &mut draft.self_awarded), ("expert", &mut draft.expert)] {
            for (item, entered) in self.policy.items.iter().zip(Arc::make_mut(points)) {
                places.push((format!("{section}.{}", item.id), &mut entered.text));
            }
        }
        for (at, entered) in draft.panel.weights.iter_mut().enumerate() {
            places.push((format!("panel.weights[{at}]"), &mut entered.text));
        }
        for (row, expert) in draft.panel.experts.iter_mut().enumerate() {
            for (at, entered) in expert.points.iter_mut().enumerate() {
                places.push((format!("panel.experts[{row}][{at}]"), &mut entered.text));
            }
        }
        let find = |key: &str| places.iter().position(|(place, _)| place == key);
        for (at, path, value) in self.faults.entries(value, "typed", &find) {
            *places[at].1 = self.faults.string(value, &path).map(str::to_owned);
        }
    }
}
