//! Deep links in the hash, so that any static server will do: `#/members`, `#/item/goals.completion`.

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
    Drafts,
}

impl Route {
    /// The places of the navigation, with their labels.
    pub const PLACES: [(Route, &'static str); 8] = [
        (Route::Table, "评估表"),
        (Route::Points, "只填分数"),
        (Route::Facts, "按事实填"),
        (Route::Members, "成员与股权"),
        (Route::Finance, "财务"),
        (Route::Evidence, "佐证材料"),
        (Route::Readings, "口径与说明"),
        (Route::Drafts, "草稿"),
    ];

    /// An address that nobody knows is the table's.
    pub fn from_hash(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        match path.split_once('/') {
            Some(("item", id)) => Route::Item(id.to_owned()),
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
            other => format!("#/{}", other.path()),
        }
    }

    /// The page that the place is on.
    pub fn page(&self) -> Route {
        if let Route::Item(_) = self { Route::Table } else { self.clone() }
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
            Route::Drafts => "drafts",
        }
    }
}
