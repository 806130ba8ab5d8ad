//! The places of the page in two levels: groups in the words of the office, and the places of each.

use leptos::prelude::*;

use super::route::Route;
use super::state::Desk;
use crate::draft::Purpose;
use crate::policy::Stage;

/// A group of places: a word of the first row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Filling,
    Readings,
    Scenarios,
    Pathway,
    Calendar,
    Overview,
    Drafts,
}

impl Group {
    pub const ALL: [Group; 7] = [
        Group::Filling,
        Group::Readings,
        Group::Scenarios,
        Group::Pathway,
        Group::Calendar,
        Group::Overview,
        Group::Drafts,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Group::Filling => "填报",
            Group::Readings => "口径",
            Group::Scenarios => "测算",
            Group::Pathway => "培育认定",
            Group::Calendar => "日程",
            Group::Overview => "总览",
            Group::Drafts => "草稿",
        }
    }

    /// The group that a place is of; what a new draft asks first is of none.
    fn of(place: &Route) -> Option<Group> {
        match place {
            Route::Home | Route::Start => None,
            Route::Table | Route::Item(_) | Route::Points | Route::Pick(_) | Route::Facts => Some(Group::Filling),
            Route::Members | Route::Finance | Route::Evidence => Some(Group::Filling),
            Route::Readings => Some(Group::Readings),
            Route::Steps | Route::Measures | Route::Compare | Route::Target => Some(Group::Scenarios),
            Route::Pathway | Route::Stage(_) | Route::Requirement(_) | Route::Panel => Some(Group::Pathway),
            Route::Dates | Route::Annual => Some(Group::Calendar),
            Route::Overview => Some(Group::Overview),
            Route::Drafts => Some(Group::Drafts),
        }
    }
}

/// A place as the navigation shows it.
pub type Place = (Route, &'static str);

impl Desk {
    /// The places of a group, in order.
    pub fn places(self, group: Group) -> Vec<Place> {
        let stage = |stage: &Stage| (Route::Stage(stage.id.to_owned()), stage.name);
        match group {
            Group::Filling => vec![
                (Route::Table, "评估表"),
                (Route::Facts, "基础数据"),
                (Route::Members, "成员与股权"),
                (Route::Finance, "财务"),
                (Route::Evidence, "佐证材料"),
            ],
            Group::Readings => vec![(Route::Readings, "口径与说明")],
            Group::Scenarios => vec![
                (Route::Steps, "提分清单"),
                (Route::Measures, "举措与方案"),
                (Route::Compare, "比选"),
                (Route::Target, "达标路径"),
            ],
            Group::Pathway => self.pathway.stages.iter().map(stage).chain([(Route::Panel, "模拟评审")]).collect(),
            Group::Calendar => vec![(Route::Dates, "日期"), (Route::Annual, "年度目标")],
            Group::Overview => vec![(Route::Overview, "总览")],
            Group::Drafts => vec![(Route::Drafts, "草稿")],
        }
    }

    /// The group that one is in.
    pub fn group(self) -> Option<Group> {
        self.place.with(Group::of)
    }

    /// Whether one is at a place; where points are typed, one is at the table.
    pub fn is_at(self, place: &Route) -> bool {
        self.place.with(|here| here == place || (*here == Route::Points && *place == Route::Table))
    }

    /// What the place that one is at is called.
    pub fn place_label(self) -> &'static str {
        let place = self.place.get();
        let all = Group::of(&place).map(|group| self.places(group)).unwrap_or_default();
        let labelled = |(route, _): &Place| *route == place;
        match place {
            Route::Points => "直接填分",
            _ => all.into_iter().find(labelled).map_or("开始", |(_, label)| label),
        }
    }

    /// Where a group leads: its first place, and of the pathway the stage where the centre stands.
    pub fn entrance(self, group: Group) -> Route {
        match group {
            Group::Pathway => self.stage_route(self.current_stage()),
            _ => self.places(group).into_iter().next().map_or(Route::Home, |(route, _)| route),
        }
    }

    /// What the open draft is for; drafts from before it was asked were for the table.
    pub fn purpose(self) -> Purpose {
        self.draft.with(|draft| draft.purpose).unwrap_or(Purpose::Evaluation)
    }

    /// Where the open draft is at home: its table, or the stage where the centre stands.
    pub(super) fn home(self) -> Route {
        match self.purpose() {
            Purpose::Evaluation => Route::Table,
            Purpose::Recognition => self.entrance(Group::Pathway),
        }
    }

    fn current_stage(self) -> usize {
        let readiness = self.readiness();
        self.with_facts(|facts| readiness.current(facts))
    }

    fn stage_route(self, at: usize) -> Route {
        self.pathway.stages.get(at).map_or(Route::Pathway, |stage| Route::Stage(stage.id.to_owned()))
    }

    /// Position of the stage that the address names; the first where it names none.
    pub fn open_stage(self) -> Memo<usize> {
        Memo::new(move |_| self.place.with(|place| self.stage_of(place)).unwrap_or(0))
    }

    /// The place, all stages as one: they are the same sheet about another stage.
    pub fn sheet(self) -> Memo<Route> {
        let sheet =
            move |place: &Route| if self.stage_of(place).is_some() { Route::Pathway } else { place.clone() };
        Memo::new(move |_| self.place.with(sheet))
    }

    /// Position of the stage that is a place by itself.
    pub fn stage_of(self, place: &Route) -> Option<usize> {
        match place {
            Route::Stage(id) => self.pathway.stages.iter().position(|stage| stage.id == *id),
            _ => None,
        }
    }
}
