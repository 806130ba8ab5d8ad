//! Measures, scenarios and what is being tried out.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::entries::Entry;
use super::{Reader, read_value};
use crate::draft::ValueFault;
use crate::draft::file::VERSION;
use crate::draft::file::write::{TRIED, is_text_tried};
use crate::draft::json::Json;
use crate::draft::number::{self, Kind};
use crate::draft::{
    self, Certainty, Change, Date, Draft, EntryId, EntryList, Measure, Path, Scenario, Shape, Trial, Value, field,
};

impl Reader<'_> {
    pub fn measures_and_scenarios(&mut self, draft: &mut Draft, root: &Json) {
        if let Some(value) = root.get("measures") {
            draft.measures = self.identified(value, "measures", Self::measure);
        }
        let Some(value) = root.get("scenarios") else { return };
        draft.scenarios = self.identified(value, "scenarios", Self::scenario);
        let Json::List(scenarios) = value else { return };
        for (at, scenario) in scenarios.iter().enumerate() {
            let Some(Json::List(ids)) = scenario.get("measures") else { continue };
            for (place, id) in ids.iter().enumerate() {
                if let Some(id) = id.as_text()
                    && draft.measures.with_id(&EntryId::new(id)).is_none()
                {
                    let id = draft::fault::shortened(id);
                    let path = format!("scenarios[{at}].measures[{place}]");
                    self.faults.add(path, format!("没有编号为“{id}”的举措。"));
                }
            }
        }
    }

    fn measure(&mut self, entry: &Entry) -> Option<Measure> {
        const KEYS: &[&str] = &["id", "name", "cost", "days", "certainty", "owner", "note", "changes", "typed"];
        self.known_keys(entry.object, KEYS, &entry.path);
        let typed = self.entry_typed(entry, &["cost", "days"]);
        let certainty = entry.object.get("certainty").and_then(|value| {
            let ids = Certainty::ALL.map(Certainty::id);
            self.faults.one_of(value, &entry.at("certainty"), Certainty::from_id, &ids)
        });
        let mut changes = Vec::new();
        match entry.object.get("changes") {
            Some(value) => {
                let path = entry.at("changes");
                for (position, object) in self.faults.list(value, &path).iter().enumerate() {
                    let path = format!("{path}[{position}]");
                    let Some(change) = self.change(&Entry { object, path: path.clone() }) else { continue };
                    let sets = |one: &Change| matches!((one, &change), (Change::Set { path, .. }, Change::Set { path: other, .. }) if path == other);
                    if changes.iter().any(sets) {
                        self.faults.add(path, "同一项在一个举措里改了两次。");
                    }
                    changes.push(change);
                }
            }
            None => self.faults.missing(&entry.at("changes")),
        }
        Some(Measure {
            id: self.needed_id(entry),
            name: self.entry_text(entry, "name"),
            cost: self.entered(entry, "cost", Kind::Money, &typed),
            days: self.entered(entry, "days", number::DAYS, &typed),
            certainty: certainty.unwrap_or_default(),
            owner: self.entry_text(entry, "owner"),
            note: self.entry_text(entry, "note"),
            changes: Arc::new(changes),
        })
    }

    fn needed_id(&mut self, entry: &Entry) -> EntryId {
        if entry.object.get("id").is_none() {
            self.faults.missing(&entry.at("id"));
        }
        self.entry_id(entry)
    }

    fn change(&mut self, entry: &Entry) -> Option<Change> {
        const KINDS: [(&str, &[&str]); 5] = [
            ("set", &["set", "to"]),
            ("increase", &["increase", "by"]),
            ("transfer", &["transfer", "from", "to", "amount"]),
            ("add", &["add", "entry"]),
            ("remove", &["remove", "id"]),
        ];
        self.faults.object(entry.object, &entry.path)?;
        let Some((kind, keys)) = KINDS.iter().find(|(kind, _)| entry.object.get(kind).is_some()) else {
            let kinds = KINDS.map(|(kind, _)| kind).join("、");
            self.faults.add(entry.path.clone(), format!("这里要写明怎样改，可用的有 {kinds}。"));
            return None;
        };
        let faults = self.faults.0.len();
        self.known_keys(entry.object, keys, &entry.path);
        for key in keys.iter().filter(|key| entry.object.get(key).is_none()) {
            self.faults.missing(&entry.at(key));
        }
        if self.faults.0.len() > faults {
            return None;
        }
        match *kind {
            "set" => self.set(entry),
            "increase" => self.increase(entry),
            "transfer" => self.transfer(entry),
            "add" => self.addition(entry),
            _ => Some(Change::Remove(self.list(entry, "remove")?, self.text_id(entry, "id")?)),
        }
    }

    fn path(&mut self, entry: &Entry, key: &str) -> Option<Path> {
        let text = self.faults.string(entry.object.get(key)?, &entry.at(key))?;
        let found = Path::parse(self.policy, text);
        if found.is_none() {
            self.faults.add(entry.at(key), format!("“{}”不是草稿里能改的一项。", draft::fault::shortened(text)));
        }
        found
    }

    fn set(&mut self, entry: &Entry) -> Option<Change> {
        let path = self.path(entry, "set")?;
        let (value, at) = (entry.object.get("to")?, entry.at("to"));
        let to = match (value, path.shape(self.policy)) {
            (Json::Null, _) => {
                let blank = path.blank();
                if blank.is_none() {
                    self.faults.add(at, ValueFault::Required);
                }
                blank?
            }
            (_, Shape::Number(kind)) => Value::Number(self.faults.number(value, kind, &at)?),
            (_, Shape::Day) => Value::Day(self.faults.date(value, &at)?),
            (_, Shape::Flag) => Value::Flag(self.faults.boolean(value, &at)?),
            (_, Shape::Text) => Value::Text(self.faults.string(value, &at)?.to_owned()),
            (_, Shape::Options(all)) => {
                let ids: Vec<&str> = all.iter().map(|(id, _)| *id).collect();
                let find = |id: &str| ids.iter().position(|one| *one == id);
                Value::Option(self.faults.one_of(value, &at, find, &ids)? as u8)
            }
        };
        Some(Change::Set { path, to })
    }

    fn increase(&mut self, entry: &Entry) -> Option<Change> {
        let path = self.path(entry, "increase")?;
        let Shape::Number(kind) = path.shape(self.policy) else {
            self.faults.add(entry.at("increase"), "这一项不是数字，不能增减。");
            return None;
        };
        let by = self.signed(entry, "by", kind)?;
        Some(Change::Increase { path, by })
    }

    /// A difference of numbers of a kind: as large as any of them, up or down.
    fn signed(&mut self, entry: &Entry, key: &str, kind: Kind) -> Option<Decimal> {
        let (value, path) = (entry.object.get(key)?, entry.at(key));
        let (size, negative) = match value {
            Json::Text(text) | Json::Number(text) => match text.strip_prefix('-') {
                Some(size) => (size, true),
                None => (text.as_str(), false),
            },
            _ => ("", false),
        };
        let size = match value {
            Json::Text(_) => Json::Text(size.to_owned()),
            Json::Number(_) => Json::Number(size.to_owned()),
            other => other.clone(),
        };
        let number = self.faults.number(&size, kind.difference(), &path)?;
        Some(if negative { -number } else { number })
    }

    fn transfer(&mut self, entry: &Entry) -> Option<Change> {
        let list = self.list(entry, "transfer")?;
        if list != EntryList::Members {
            self.faults.add(entry.at("transfer"), "只有 members 里的出资额可以转让。");
        }
        let (from, to) = (self.text_id(entry, "from")?, self.text_id(entry, "to")?);
        let amount = self.faults.number(entry.object.get("amount")?, Kind::Money, &entry.at("amount"))?;
        if from == to {
            self.faults.add(entry.at("to"), "转让方和受让方不能是同一个。");
        }
        if amount.is_zero() {
            self.faults.add(entry.at("amount"), "转让的数额要大于 0。");
        }
        Some(Change::Transfer { from, to, amount })
    }

    fn addition(&mut self, entry: &Entry) -> Option<Change> {
        let list = self.list(entry, "add")?;
        let object = entry.object.get("entry")?;
        let at = Entry { object, path: entry.at("entry") };
        self.faults.object(object, &at.path)?;
        let entry = match list {
            EntryList::Finance => draft::Entry::Finance(self.finance_year(&at)?),
            EntryList::Members => draft::Entry::Member(self.member(&at)?),
            EntryList::Evidence => draft::Entry::Evidence(self.evidence(&at)?),
        };
        Some(Change::Add(self.settled(entry)))
    }

    /// The entry after its texts were looked at as those of the draft itself are: what can be read counts.
    fn settled(&self, entry: draft::Entry) -> draft::Entry {
        let mut around = Draft::blank(self.policy, "", Date::MIN, Date::MIN);
        match &entry {
            draft::Entry::Finance(year) => around.finance.push(year.clone()),
            draft::Entry::Member(member) => around.members.push(member.clone()),
            draft::Entry::Evidence(evidence) => around.evidence.push(evidence.clone()),
        }
        field::settle_read(self.policy, &mut around);
        let year = around.finance.get(0).cloned().map(draft::Entry::Finance);
        let member = around.members.get(0).cloned().map(draft::Entry::Member);
        let evidence = around.evidence.get(0).cloned().map(draft::Entry::Evidence);
        year.or(member).or(evidence).unwrap_or(entry)
    }

    fn list(&mut self, entry: &Entry, key: &str) -> Option<EntryList> {
        let ids = EntryList::ALL.map(EntryList::id);
        self.faults.one_of(entry.object.get(key)?, &entry.at(key), EntryList::from_id, &ids)
    }

    fn text_id(&mut self, entry: &Entry, key: &str) -> Option<EntryId> {
        self.faults.string(entry.object.get(key)?, &entry.at(key)).map(EntryId::new)
    }

    fn scenario(&mut self, entry: &Entry) -> Option<Scenario> {
        self.known_keys(entry.object, &["id", "name", "note", "measures"], &entry.path);
        let mut measures: Vec<EntryId> = Vec::new();
        if let Some(value) = entry.object.get("measures") {
            let path = entry.at("measures");
            for (position, value) in self.faults.list(value, &path).iter().enumerate() {
                let id = self.faults.string(value, &format!("{path}[{position}]")).map(EntryId::new);
                measures.extend(id.filter(|id| !measures.contains(id)));
            }
        }
        Some(Scenario {
            id: self.needed_id(entry),
            name: self.entry_text(entry, "name"),
            note: self.entry_text(entry, "note"),
            measures: Arc::new(measures),
        })
    }

    /// What is tried out: the sections of the file that are other than the draft's, each whole.
    pub fn trial(&mut self, draft: &Draft, root: &Json, trial: &Json) -> Option<Arc<Trial>> {
        let known = [&TRIED[..], &["measure", "name"]].concat();
        let sections = self.known_keys(trial, &known, "trial");
        let measure =
            trial.get("measure").and_then(|id| self.faults.string(id, "trial.measure")).map(EntryId::new);
        let name = trial
            .get("name")
            .and_then(|name| self.faults.string(name, "trial.name"))
            .unwrap_or_default()
            .to_owned();
        let Json::Object(own) = root else { return None };
        // Its texts are its own; and of the rest of the draft only what it can't be without.
        let needed = |key: &str| ["format", "policy", "name"].contains(&key);
        let replaced = |key: &str| sections.iter().any(|(at, ..)| *at < TRIED.len() && known[*at] == key);
        let kept = own
            .iter()
            .filter(|(key, _)| needed(key) || (key != "typed" && TRIED.contains(&key.as_str()) && !replaced(key)));
        let other = sections.iter().filter(|(at, ..)| *at < TRIED.len()).map(|(at, _, value)| match known[*at] {
            "typed" => ("typed".to_owned(), self.only_texts_of_what_is_tried(value)),
            key => (key.to_owned(), (*value).clone()),
        });
        let version = std::iter::once(("version".to_owned(), VERSION.into()));
        let whole = version.chain(kept.cloned()).chain(other).collect();
        match read_value(self.policy, &Json::Object(whole)) {
            Ok(mut tried) => {
                // Lists that are the draft's own have its entries, with the ids that these were given.
                for list in EntryList::ALL.into_iter().filter(|list| !replaced(list.id())) {
                    match list {
                        EntryList::Finance => tried.finance = draft.finance.clone(),
                        EntryList::Members => tried.members = draft.members.clone(),
                        EntryList::Evidence => tried.evidence = draft.evidence.clone(),
                    }
                }
                Some(Arc::new(Trial::of(&tried, measure, name)))
            }
            Err(refused) => {
                // What the draft itself has wrong is told of it already.
                let of_trial = |path: &str| TRIED.iter().any(|key| replaced(key) && path.starts_with(key));
                for fault in refused.faults().into_iter().filter(|fault| of_trial(&fault.path)) {
                    self.faults.add(format!("trial.{}", fault.path), fault.message);
                }
                None
            }
        }
    }

    /// Texts of what can't be tried out have no place in a trial, and would be lost.
    fn only_texts_of_what_is_tried(&mut self, typed: &Json) -> Json {
        let Json::Object(texts) = typed else { return typed.clone() };
        let (kept, others): (Vec<_>, Vec<_>) = texts.iter().cloned().partition(|(key, _)| is_text_tried(key));
        for (key, _) in others {
            self.faults.add(format!("trial.typed.{key}"), "这一项不认识。");
        }
        Json::Object(kept)
    }
}
