//! Deep links in the hash, so that any static server will do: `#/members`, `#/item/goals.completion`,
//! `#/way/apply`, `#/requirement/lead.credit`.

/// A place on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Table,
    /// The table with the row of this item (its id) open.
    Item(String),
    Points,
    Facts,
    Members,
    Finance,
    Evidence,
    Readings,
    Pathway,
    /// The pathway with this stage (its id) open.
    Stage(String),
    /// The pathway with the stage of this requirement (its id) open.
    Requirement(String),
    Dates,
    Annual,
    Overview,
    Drafts,
}

impl Route {
    /// The places of the navigation, with their labels.
    pub const PLACES: [(Route, &'static str); 12] = [
        (Route::Table, "评估表"),
        (Route::Points, "直接填分"),
        (Route::Facts, "基础数据"),
        (Route::Members, "成员与股权"),
        (Route::Finance, "财务"),
        (Route::Evidence, "佐证材料"),
        (Route::Readings, "口径与说明"),
        (Route::Pathway, "培育与认定"),
        (Route::Dates, "日期"),
        (Route::Annual, "年度目标"),
        (Route::Overview, "总览"),
        (Route::Drafts, "草稿"),
    ];

    /// An address that nobody knows is the table's.
    pub fn from_hash(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        match path.split_once('/') {
            Some(("item", id)) => Route::Item(id.to_owned()),
            Some(("way", id)) => Route::Stage(id.to_owned()),
            Some(("requirement", id)) => Route::Requirement(id.to_owned()),
            _ => Route::PLACES
                .into_iter()
                .map(|(route, _)| route)
                .find(|route| route.path() == path)
                .unwrap_or(Route::Table),
        }
    }

    pub fn hash(&self) -> String {
        match self {
            Route::Item(id) => format!("#/item/{id}"),
            Route::Stage(id) => format!("#/way/{id}"),
            Route::Requirement(id) => format!("#/requirement/{id}"),
            other => format!("#/{}", other.path()),
        }
    }

    /// The page that the place is on.
    pub fn page(&self) -> Route {
        match self {
            Route::Item(_) => Route::Table,
            Route::Stage(_) | Route::Requirement(_) => Route::Pathway,
            other => other.clone(),
        }
    }

    fn path(&self) -> &'static str {
        match self {
            Route::Table | Route::Item(_) => "",
            Route::Points => "points",
            Route::Facts => "facts",
            Route::Members => "members",
            Route::Finance => "finance",
            Route::Evidence => "evidence",
            Route::Readings => "readings",
            Route::Pathway | Route::Stage(_) | Route::Requirement(_) => "way",
            Route::Dates => "dates",
            Route::Annual => "annual",
            Route::Overview => "summary",
            Route::Drafts => "drafts",
        }
    }
}
