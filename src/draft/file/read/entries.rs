//! The entries of the file's lists.

use rust_decimal::Decimal;

use super::Reader;
use crate::draft::json::Json;
use crate::draft::number::Kind;
use crate::draft::{self, Date, Entered, EntryId, Evidence, FinanceYear, Identified, List, Member, ReferenceLine};
use crate::policy::{Category, EvidenceKind, Level, MemberKind, Rank, Role};

/// One entry, with the path that leads to it.
pub struct Entry<'a> {
    pub object: &'a Json,
    pub path: String,
}

impl Entry<'_> {
    pub fn at(&self, key: &str) -> String {
        format!("{}.{key}", self.path)
    }
}

impl Reader<'_> {
    /// Reads each entry of a list; one that is wrong is left out, since its faults refuse the file.
    pub fn entries<T>(&mut self, value: &Json, key: &str, read: fn(&mut Self, &Entry) -> Option<T>) -> Vec<T> {
        let mut entries = Vec::new();
        for (position, object) in self.faults.list(value, key).iter().enumerate() {
            let path = format!("{key}[{position}]");
            if self.faults.object(object, &path).is_some() {
                entries.extend(read(self, &Entry { object, path }));
            }
        }
        entries
    }

    /// Reads a list whose entries have ids: an id stands once.
    pub fn identified<T: Identified + Clone>(
        &mut self,
        value: &Json,
        key: &str,
        read: fn(&mut Self, &Entry) -> Option<T>,
    ) -> List<T> {
        self.ids_stand_once(value, key);
        self.entries(value, key, read).into_iter().collect()
    }

    fn ids_stand_once(&mut self, list: &Json, key: &str) {
        let Json::List(list) = list else { return };
        let ids = list.iter().zip(0..).filter_map(|(entry, at)| Some((entry.get("id")?.as_text()?, at)));
        let mut ids: Vec<(&str, usize)> = ids.collect();
        ids.sort_unstable();
        for pair in ids.windows(2) {
            if let [(one, _), (other, at)] = pair
                && one == other
                && !one.is_empty()
            {
                let id = draft::fault::shortened(one);
                self.faults.add(format!("{key}[{at}].id"), format!("编号“{id}”写了两次。"));
            }
        }
    }

    /// None yet where the file has none.
    pub fn entry_id(&mut self, entry: &Entry) -> EntryId {
        let Some(value) = entry.object.get("id") else { return EntryId::default() };
        let text = self.faults.string(value, &entry.at("id")).unwrap_or("-");
        if text.is_empty() {
            self.faults.add(entry.at("id"), "编号不能空着。");
        }
        EntryId::new(text)
    }

    pub fn finance_year(&mut self, entry: &Entry) -> Option<FinanceYear> {
        self.known_keys(entry.object, &["id", "year", "cost", "rd", "revenue", "typed"], &entry.path);
        let typed = self.entry_typed(entry, &["year", "cost", "rd", "revenue"]);
        if entry.object.get("year").is_none() && !typed.iter().any(|(key, _)| *key == "year") {
            self.faults.missing(&entry.at("year"));
        }
        let id = self.entry_id(entry);
        let mut number = |key: &str, kind| self.entered(entry, key, kind, &typed);
        Some(FinanceYear {
            id,
            year: number("year", Kind::Year),
            cost: number("cost", Kind::Money),
            rd: number("rd", Kind::Money),
            revenue: number("revenue", Kind::Money),
        })
    }

    pub fn member(&mut self, entry: &Entry) -> Option<Member> {
        const KEYS: &[&str] = &["id", "name", "kind", "shareholder", "lead", "contribution", "rank", "typed"];
        self.known_keys(entry.object, KEYS, &entry.path);
        let typed = self.entry_typed(entry, &["contribution"]);
        let kinds: Vec<&str> = MemberKind::ALL.iter().map(|kind| kind.id()).collect();
        let ranks: Vec<&str> = Rank::ALL.iter().map(|rank| rank.id()).collect();
        let kind = self.required(entry, "kind", MemberKind::from_id, &kinds);
        let rank = match entry.object.get("rank") {
            Some(value) => self.faults.one_of(value, &entry.at("rank"), Rank::from_id, &ranks),
            None => Some(Rank::None),
        };
        // Everything is read before anything is given up, so that every fault is listed.
        let name = self.entry_text(entry, "name");
        let shareholder = self.entry_flag(entry, "shareholder");
        let lead = self.entry_flag(entry, "lead");
        let contribution = self.entered(entry, "contribution", Kind::Money, &typed);
        let id = self.entry_id(entry);
        Some(Member { id, name, kind: kind?, shareholder, lead, contribution, rank: rank? })
    }

    pub fn evidence(&mut self, entry: &Entry) -> Option<Evidence> {
        let ids: Vec<&str> = Category::ALL.iter().map(|category| category.id()).collect();
        let typed = self.entry_typed(entry, &["on"]);
        let (id, on) = (self.entry_id(entry), self.entered_date(entry, "on", &typed));
        let (title, number) = (self.entry_text(entry, "title"), self.entry_text(entry, "number"));
        let category = self.required(entry, "category", Category::from_id, &ids);
        let mut keys = vec!["id", "category", "title", "number", "on", "kind", "level", "role", "typed"];
        if let Some(category) = category {
            keys.retain(|key| match *key {
                "kind" => !category.kinds().is_empty(),
                "level" => !category.levels().is_empty(),
                "role" => !category.roles().is_empty(),
                _ => true,
            });
        }
        self.known_keys(entry.object, &keys, &entry.path);
        let category = category?;
        Some(Evidence {
            id,
            category,
            title,
            number,
            on,
            kind: self.carried(entry, "kind", category.kinds(), EvidenceKind::id),
            level: self.carried(entry, "level", category.levels(), Level::id),
            role: self.carried(entry, "role", category.roles(), Role::id),
        })
    }

    pub fn line(&mut self, entry: &Entry) -> Option<ReferenceLine> {
        self.known_keys(entry.object, &["label", "points", "typed"], &entry.path);
        let typed = self.entry_typed(entry, &["points"]);
        let max = (self.policy.total.hundredths() / 100) as u32;
        Some(ReferenceLine {
            label: self.entry_text(entry, "label"),
            points: self.entered(entry, "points", Kind::Points { max }, &typed),
        })
    }

    pub fn required<T>(
        &mut self,
        entry: &Entry,
        key: &str,
        find: impl Fn(&str) -> Option<T>,
        ids: &[&str],
    ) -> Option<T> {
        match entry.object.get(key) {
            Some(value) => self.faults.one_of(value, &entry.at(key), find, ids),
            None => {
                self.faults.missing(&entry.at(key));
                None
            }
        }
    }

    fn carried<T: Copy>(&mut self, entry: &Entry, key: &str, all: &[T], id: fn(T) -> &'static str) -> Option<T> {
        if all.is_empty() {
            return None;
        }
        let ids: Vec<&str> = all.iter().map(|one| id(*one)).collect();
        self.required(entry, key, |wanted| all.iter().copied().find(|one| id(*one) == wanted), &ids)
    }

    pub fn entered(&mut self, entry: &Entry, key: &str, kind: Kind, typed: &[(&str, String)]) -> Entered<Decimal> {
        let value = entry.object.get(key).and_then(|value| self.faults.number(value, kind, &entry.at(key)));
        Entered { value, text: text_of(typed, key) }
    }

    pub fn entered_date(&mut self, entry: &Entry, key: &str, typed: &[(&str, String)]) -> Entered<Date> {
        let value = entry.object.get(key).and_then(|value| self.faults.date(value, &entry.at(key)));
        Entered { value, text: text_of(typed, key) }
    }

    pub fn entry_text(&mut self, entry: &Entry, key: &str) -> String {
        let found = entry.object.get(key).and_then(|value| self.faults.string(value, &entry.at(key)));
        found.unwrap_or_default().to_owned()
    }

    fn entry_flag(&mut self, entry: &Entry, key: &str) -> bool {
        entry.object.get(key).and_then(|value| self.faults.boolean(value, &entry.at(key))).unwrap_or(false)
    }

    pub fn entry_typed<'k>(&mut self, entry: &Entry, known: &[&'k str]) -> Vec<(&'k str, String)> {
        let Some(value) = entry.object.get("typed") else { return Vec::new() };
        let path = entry.at("typed");
        let mut found = Vec::new();
        for (at, path, value) in self.known_keys(value, known, &path) {
            found.extend(self.faults.string(value, &path).map(|text| (known[at], text.to_owned())));
        }
        found
    }
}

fn text_of(typed: &[(&str, String)], key: &str) -> Option<String> {
    // An empty text only says that the place is there: a year's row without a year yet.
    typed.iter().find(|(one, text)| *one == key && !text.is_empty()).map(|(_, text)| text.clone())
}
