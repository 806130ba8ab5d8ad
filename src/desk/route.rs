//! Deep links in the hash, so that any static server will do: `#/members`, `#/item/goals.completion`,
//! `#/way/apply`, `#/requirement/lead.credit`.

use crate::policy::{Pathway, Stage};

/// A place on the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// Wherever the open draft is at home.
    Home,
    /// What a new draft asks first.
    Start,
    Table,
    /// The table with the row of this item (its id) open.
    Item(String),
    Points,
    /// Where points are typed, the row of this item (its id).
    Pick(String),
    Facts,
    Members,
    Finance,
    Evidence,
    Readings,
    /// 提分清单.
    Steps,
    /// 举措与方案.
    Measures,
    /// 比选.
    Compare,
    /// 达标路径.
    Target,
    /// The first stage of the pathway.
    Pathway,
    /// A stage (its id).
    Stage(String),
    /// The stage of this requirement (its id), and there the requirement.
    Requirement(String),
    Panel,
    Dates,
    Annual,
    Overview,
    Drafts,
}

impl Route {
    /// The places with addresses of one word.
    const PLAIN: [(Route, &'static str); 18] = [
        (Route::Start, "start"),
        (Route::Table, "table"),
        (Route::Points, "points"),
        (Route::Facts, "facts"),
        (Route::Members, "members"),
        (Route::Finance, "finance"),
        (Route::Evidence, "evidence"),
        (Route::Readings, "readings"),
        (Route::Steps, "steps"),
        (Route::Measures, "measures"),
        (Route::Compare, "compare"),
        (Route::Target, "target"),
        (Route::Pathway, "way"),
        (Route::Panel, "panel"),
        (Route::Dates, "dates"),
        (Route::Annual, "annual"),
        (Route::Overview, "summary"),
        (Route::Drafts, "drafts"),
    ];

    /// An address that nobody knows leads home.
    pub fn from_hash(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        match path.split_once('/') {
            Some(("item", id)) => Route::Item(id.to_owned()),
            Some(("points", id)) => Route::Pick(id.to_owned()),
            Some(("way", id)) => Route::Stage(id.to_owned()),
            Some(("requirement", id)) => Route::Requirement(id.to_owned()),
            _ => Route::PLAIN.into_iter().find(|(_, word)| *word == path).map_or(Route::Home, |(route, _)| route),
        }
    }

    pub fn hash(&self) -> String {
        match self {
            Route::Item(id) => format!("#/item/{id}"),
            Route::Pick(id) => format!("#/points/{id}"),
            Route::Stage(id) => format!("#/way/{id}"),
            Route::Requirement(id) => format!("#/requirement/{id}"),
            plain => {
                let word = Route::PLAIN.iter().find(|(route, _)| route == plain).map_or("", |(_, word)| *word);
                format!("#/{word}")
            }
        }
    }

    /// The place that it leads to, without the row: a stage by its id, the table for each of its rows.
    pub fn place(&self, pathway: &Pathway) -> Route {
        let is_asked =
            |id: &String, stage: &Stage| stage.requirements().any(|at| pathway.requirements[at].id == id);
        let stage = match self {
            Route::Item(_) => return Route::Table,
            Route::Pick(_) => return Route::Points,
            Route::Stage(id) => pathway.stages.iter().find(|stage| stage.id == *id),
            Route::Requirement(id) => pathway.stages.iter().find(|stage| is_asked(id, stage)),
            Route::Pathway => None,
            other => return other.clone(),
        };
        stage.or(pathway.stages.first()).map_or(Route::Pathway, |stage| Route::Stage(stage.id.to_owned()))
    }
}
