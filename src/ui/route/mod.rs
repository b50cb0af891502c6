use crate::domain::decision::{ProductSet, set_with_key};
use crate::domain::spelling::legible;

#[cfg(feature = "pages")]
mod page;
#[cfg(feature = "pages")]
pub use page::{Page, Spot};

/// A place in the page: parsed from and printed to the address's fragment, nowhere else.
///
/// Measured against yew-router 0.20, which adds 37 kB (brotli) to the first program. That one knows the addresses of its
/// own pages and of those it links to; all others it leaves to the whole page as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// My products.
    Home,
    /// A new product: its name, and the sets it may belong to.
    New,
    /// The same, with the name typed so far.
    NewNamed {
        name: String,
    },
    /// A name and the set that was chosen for it: a dossier begins.
    Begun {
        name: String,
        set: &'static ProductSet,
    },
    /// A made-up product to look around with.
    Example,
    /// A new dossier begun from one that is here.
    #[cfg(feature = "pages")]
    NewFrom {
        id: String,
    },
    /// A page of one dossier.
    #[cfg(feature = "pages")]
    Dossier {
        id: String,
        page: Page,
    },
    /// All sets.
    Criteria,
    /// One set, perhaps at one criterion.
    #[cfg(feature = "pages")]
    Set {
        set: &'static ProductSet,
        code: Option<String>,
    },
    /// The scoring sheet of a set, blank.
    #[cfg(feature = "pages")]
    BlankSheet {
        set: &'static ProductSet,
    },
    /// Two sets side by side.
    #[cfg(feature = "pages")]
    Compare {
        left: &'static ProductSet,
        right: &'static ProductSet,
    },
    /// Several dossiers as a table.
    Table,
    /// An assessment shared as a link.
    #[cfg(feature = "pages")]
    Shared {
        code: String,
    },
    /// A dossier to be scored, sent as a link.
    #[cfg(feature = "pages")]
    ScoreLink {
        code: String,
    },
    About,
    /// The glossary, perhaps at one term, by id.
    Glossary {
        term: Option<String>,
    },
    /// An address that leads nowhere here.
    Lost,
}

impl Route {
    /// The route of a fragment such as `#/d/k3/c/1.5`.
    pub fn parse(fragment: &str) -> Route {
        // Networks hang `?fbclid=…` onto a link.
        let path = fragment.split('?').next().unwrap_or_default();
        let path = path.trim_start_matches('#').trim_start_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Route::Home,
            ["new"] => Route::New,
            ["new", "name", name] => Route::named(&legible(&decoded(name))),
            ["new", "set", set, name @ ..] => set_with_key(set).map_or(Route::Lost, |set| Route::Begun {
                name: name.first().map_or(String::new(), |name| legible(&decoded(name)).into_owned()),
                set,
            }),
            ["example"] => Route::Example,
            #[cfg(feature = "pages")]
            ["new", id] => Route::NewFrom { id: (*id).to_owned() },
            ["criteria"] => Route::Criteria,
            #[cfg(feature = "pages")]
            ["criteria", set] => set_with_key(set).map_or(Route::Lost, |set| Route::Set { set, code: None }),
            #[cfg(feature = "pages")]
            ["criteria", set, "sheet"] => set_with_key(set).map_or(Route::Lost, |set| Route::BlankSheet { set }),
            #[cfg(feature = "pages")]
            ["criteria", set, code] => {
                set_with_key(set).map_or(Route::Lost, |set| Route::Set { set, code: Some((*code).to_owned()) })
            }
            #[cfg(feature = "pages")]
            ["compare", left, right] => match (set_with_key(left), set_with_key(right)) {
                (Some(left), Some(right)) => Route::Compare { left, right },
                _ => Route::Lost,
            },
            ["table"] => Route::Table,
            #[cfg(feature = "pages")]
            ["s", code, ..] => Route::Shared { code: (*code).to_owned() },
            #[cfg(feature = "pages")]
            ["score", code, ..] => Route::ScoreLink { code: (*code).to_owned() },
            ["about"] => Route::About,
            ["glossary"] => Route::Glossary { term: None },
            ["glossary", term] => Route::Glossary { term: Some((*term).to_owned()) },
            #[cfg(feature = "pages")]
            ["d", id, rest @ ..] => {
                Page::parse(rest).map_or(Route::Lost, |page| Route::Dossier { id: (*id).to_owned(), page })
            }
            _ => Route::Lost,
        }
    }

    /// The fragment that leads here.
    pub fn href(&self) -> String {
        match self {
            Route::Home | Route::Lost => "#/".to_owned(),
            Route::New => "#/new".to_owned(),
            Route::NewNamed { name } => format!("#/new/name/{}", encoded(name)),
            Route::Begun { name, set } if name.is_empty() => format!("#/new/set/{}", set.key()),
            Route::Begun { name, set } => format!("#/new/set/{}/{}", set.key(), encoded(name)),
            Route::Example => "#/example".to_owned(),
            #[cfg(feature = "pages")]
            Route::NewFrom { id } => format!("#/new/{id}"),
            #[cfg(feature = "pages")]
            Route::Dossier { id, page } => format!("#/d/{id}{}", page.path()),
            Route::Criteria => "#/criteria".to_owned(),
            #[cfg(feature = "pages")]
            Route::Set { set, code: None } => format!("#/criteria/{}", set.key()),
            #[cfg(feature = "pages")]
            Route::Set { set, code: Some(code) } => format!("#/criteria/{}/{code}", set.key()),
            #[cfg(feature = "pages")]
            Route::BlankSheet { set } => format!("#/criteria/{}/sheet", set.key()),
            #[cfg(feature = "pages")]
            Route::Compare { left, right } => format!("#/compare/{}/{}", left.key(), right.key()),
            Route::Table => "#/table".to_owned(),
            #[cfg(feature = "pages")]
            Route::Shared { code } => format!("#/s/{code}"),
            #[cfg(feature = "pages")]
            Route::ScoreLink { code } => format!("#/score/{code}"),
            Route::About => "#/about".to_owned(),
            Route::Glossary { term: None } => "#/glossary".to_owned(),
            Route::Glossary { term: Some(term) } => format!("#/glossary/{term}"),
        }
    }

    /// Whether it names a place within its page, which takes the focus by itself.
    #[cfg(feature = "pages")]
    pub fn names_spot(&self) -> bool {
        matches!(
            self,
            Route::Set { code: Some(_), .. }
                | Route::Glossary { term: Some(_) }
                | Route::Dossier { page: Page::FormsAt(_), .. }
        )
    }

    /// None of the first program's pages has such places.
    #[cfg(not(feature = "pages"))]
    pub fn names_spot(&self) -> bool {
        false
    }

    /// The first question with what was typed into it.
    pub fn named(name: &str) -> Route {
        if name.trim().is_empty() { Route::New } else { Route::NewNamed { name: name.to_owned() } }
    }
}

#[cfg(feature = "pages")]
impl Route {
    /// A page of this dossier.
    pub fn dossier(id: &str, page: Page) -> Route {
        Route::Dossier { id: id.to_owned(), page }
    }

    /// A place in the forms of this dossier.
    pub fn spot(id: &str, spot: Spot) -> Route {
        Route::dossier(id, Page::FormsAt(spot))
    }

    /// The page of a criterion of this dossier.
    pub fn criterion(id: &str, code: &str) -> Route {
        Route::dossier(id, Page::Criterion(code.to_owned()))
    }
}

/// A text within an address: letters and digits as they are, the rest by its octets.
fn encoded(text: &str) -> String {
    let mut address = String::new();
    for octet in text.bytes() {
        if octet.is_ascii_alphanumeric() {
            address.push(char::from(octet));
        } else {
            address.push('%');
            address.extend([octet >> 4, octet & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])));
        }
    }
    address
}

/// A text back out of an address, whoever wrote it; what is no text is marked as such.
fn decoded(address: &str) -> String {
    let octets = address.as_bytes();
    let mut text = Vec::new();
    let mut place = 0;
    while let Some(octet) = octets.get(place) {
        let half = |place: usize| octets.get(place).and_then(|octet| char::from(*octet).to_digit(16));
        match (octet, half(place + 1), half(place + 2)) {
            (b'%', Some(high), Some(low)) => {
                text.push((high * 16 + low) as u8);
                place += 3;
            }
            _ => {
                text.push(*octet);
                place += 1;
            }
        }
    }
    String::from_utf8_lossy(&text).into_owned()
}

#[cfg(test)]
mod tests;
