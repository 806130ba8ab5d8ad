//! What readiness, the dates and the yearly plans are made of.

use std::sync::Arc;

use super::Reader;
use super::entries::Entry;
use crate::draft::json::Json;
use crate::draft::number::Kind;
use crate::draft::panel::{self, ASPECTS, MOST_EXPERTS, WHOLE};
use crate::draft::{
    Attestation, Date, DayList, Draft, Entered, Expert, Task, ValueFault, YEARS, YearPlan, days, field,
};
use crate::policy::{Attested, Duty, Grade, Outcome};

impl Reader<'_> {
    pub fn requirements(&mut self, draft: &mut Draft, value: &Json) {
        let find = |id: &str| self.policy.requirements.iter().position(|one| one.id == id);
        for (at, path, value) in self.faults.entries(value, "requirements", &find) {
            let entry = Entry { object: value, path };
            let said = self.said(&entry, self.policy.requirements[at].attested);
            Arc::make_mut(&mut draft.requirements)[at] = said;
        }
    }

    fn said(&mut self, entry: &Entry, attested: bool) -> Attestation {
        if self.faults.object(entry.object, &entry.path).is_none() {
            return Attestation::default();
        }
        self.known_keys(entry.object, &["state", "note", "document"], &entry.path);
        let state = match entry.object.get("state") {
            Some(_) if !attested => {
                self.faults.add(entry.at("state"), "这一条由填写的数据算出，不能直接写符合与否。");
                None
            }
            _ => self.option(entry, "state", Attested::from_id, Attested::ALL, Attested::id),
        };
        Attestation { state, note: self.entry_text(entry, "note"), document: self.entry_text(entry, "document") }
    }

    /// One of a vocabulary, which may be left out.
    fn option<T: Copy>(
        &mut self,
        entry: &Entry,
        key: &str,
        find: fn(&str) -> Option<T>,
        all: &[T],
        id: fn(T) -> &'static str,
    ) -> Option<T> {
        let ids: Vec<&str> = all.iter().map(|one| id(*one)).collect();
        self.faults.one_of(entry.object.get(key)?, &entry.at(key), find, &ids)
    }

    pub fn panel(&mut self, draft: &mut Draft, value: &Json) {
        if self.faults.object(value, "panel").is_none() {
            return;
        }
        self.known_keys(value, &["weights", "experts"], "panel");
        // First the weights, whatever the file's order: the points are held to them.
        if let Some(weights) = value.get("weights") {
            self.weights(draft, weights);
        }
        let Some(experts) = value.get("experts") else { return };
        let rows = self.faults.list(experts, "panel.experts");
        if rows.len() > MOST_EXPERTS {
            let words = format!("专家最多 {MOST_EXPERTS} 人（工作规程第六条第三步），这里有 {} 人。", rows.len());
            self.faults.add("panel.experts", words);
            return;
        }
        for (at, row) in rows.iter().enumerate() {
            let expert = self.expert(draft, row, &format!("panel.experts[{at}]"));
            draft.panel.experts.push(expert);
        }
    }

    fn weights(&mut self, draft: &mut Draft, value: &Json) {
        let path = "panel.weights";
        let Some(row) = self.aspects(value, path) else { return };
        let read: Vec<_> = row
            .iter()
            .enumerate()
            .map(|(at, one)| self.faults.number(one, Kind::Points { max: WHOLE }, &format!("{path}[{at}]")))
            .collect();
        let Some(weights) = read.into_iter().collect::<Option<Vec<_>>>() else { return };
        if let Err(fault) = panel::sum_up(&weights) {
            return self.faults.add(path, fault);
        }
        for (entered, weight) in draft.panel.weights.iter_mut().zip(weights) {
            *entered = Entered::of(weight);
        }
    }

    fn expert(&mut self, draft: &Draft, value: &Json, path: &str) -> Expert {
        let mut expert = Expert::default();
        let Some(row) = self.aspects(value, path) else { return expert };
        for (at, (points, entered)) in row.iter().zip(&mut expert.points).enumerate() {
            let path = format!("{path}[{at}]");
            // What an expert has not given yet.
            if *points == Json::Null {
                continue;
            }
            let number = self.faults.number(points, Kind::Points { max: WHOLE }, &path);
            let within = number.map(|number| panel::within_weight(&draft.panel, at, number));
            entered.value = within.and_then(|within| within.map_err(|fault| self.faults.add(path, fault)).ok());
        }
        expert
    }

    /// A list with one entry for each aspect.
    fn aspects<'a>(&mut self, value: &'a Json, path: &str) -> Option<&'a [Json]> {
        let before = self.faults.0.len();
        let row = self.faults.list(value, path);
        if self.faults.0.len() == before && row.len() != ASPECTS {
            self.faults.add(path, format!("这里应当有 {ASPECTS} 个数，现有 {} 个。", row.len()));
        }
        (row.len() == ASPECTS).then_some(row)
    }

    pub fn grades(&mut self, draft: &mut Draft, value: &Json) {
        let year = |text: &str| text.parse::<u16>().ok().filter(|year| text.len() == 4 && YEARS.contains(year));
        let find = |text: &str| year(text).map(usize::from);
        let ids: Vec<&str> = Grade::ALL.iter().map(|grade| grade.id()).collect();
        for (year, path, value) in self.faults.entries(value, "grades", &find) {
            let grade = self.faults.one_of(value, &path, Grade::from_id, &ids);
            draft.set_grade(year as u16, grade);
        }
    }

    pub fn days(&mut self, draft: &mut Draft, list: DayList, value: &Json) {
        let rows = self.faults.list(value, list.id());
        if rows.len() > days::MOST_DAYS {
            return self.faults.add(list.id(), ValueFault::TooManyDays);
        }
        let read: Vec<Date> = rows
            .iter()
            .enumerate()
            .filter_map(|(at, day)| self.faults.date(day, &format!("{}[{at}]", list.id())))
            .collect();
        if !read.is_empty() {
            draft.days_mut(list).value = Some(days::sorted(read));
        }
    }

    /// The day that stands in both lists is told where the file lists it as worked.
    pub fn days_in_both(&mut self, draft: &Draft, root: &Json) {
        let workdays = root.get(DayList::Workdays.id());
        let Some(Json::List(rows)) = workdays else { return };
        for (at, row) in rows.iter().enumerate() {
            let Some(day) = row.as_text().and_then(|text| crate::draft::date::parse(text).ok()) else { continue };
            if let Err(fault) = field::no_day_in_both(draft, DayList::Workdays, &[day]) {
                self.faults.add(format!("{}[{at}]", DayList::Workdays.id()), fault);
            }
        }
    }

    pub fn plan(&mut self, entry: &Entry) -> Option<YearPlan> {
        self.known_keys(entry.object, &["year", "tasks", "summary", "reported_on", "typed"], &entry.path);
        let typed = self.entry_typed(entry, &["year", "reported_on"]);
        let mut plan = YearPlan {
            year: self.entered(entry, "year", Kind::Year, &typed),
            summary: self.entry_text(entry, "summary"),
            reported_on: self.entered_date(entry, "reported_on", &typed),
            ..YearPlan::default()
        };
        if let Some(tasks) = entry.object.get("tasks") {
            let find = |id: &str| Duty::ALL.iter().position(|duty| duty.id() == id);
            for (at, path, value) in self.faults.entries(tasks, &entry.at("tasks"), &find) {
                plan.tasks[at] = self.task(&Entry { object: value, path });
            }
        }
        Some(plan)
    }

    fn task(&mut self, entry: &Entry) -> Task {
        if self.faults.object(entry.object, &entry.path).is_none() {
            return Task::default();
        }
        self.known_keys(entry.object, &["target", "measures", "progress", "outcome"], &entry.path);
        Task {
            target: self.entry_text(entry, "target"),
            measures: self.entry_text(entry, "measures"),
            progress: self.entry_text(entry, "progress"),
            outcome: self.option(entry, "outcome", Outcome::from_id, Outcome::ALL, Outcome::id),
        }
    }
}
