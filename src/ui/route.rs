use crate::domain::decision::{ProductSet, set_with_key};
#[cfg(feature = "pages")]
use crate::domain::dossier::Field;

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
    About,
    /// The glossary, perhaps at one term, by id.
    Glossary {
        term: Option<String>,
    },
    /// An address that leads nowhere here.
    Lost,
}

/// The pages of a dossier.
#[cfg(feature = "pages")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Tasks,
    /// Where the product stands: stars held, and what follows.
    Standing,
    /// What happened between two ratings.
    Log,
    /// Can it be rated at all: what ends an evaluation.
    Stops,
    /// One criterion, by code.
    Criterion(String),
    /// The whole set as one sheet.
    Sheet,
    Result,
    /// The way to the next star.
    Way,
    /// The same, begun from what a sitting of several scorers came to.
    WayFromCouncil,
    /// Trying answers beside the real ones.
    Try,
    /// From papers to answers.
    Papers,
    /// The printable plan.
    Plan,
    /// Forms 01 and 02 as fields.
    Forms,
    /// The same, at one place.
    FormsAt(Spot),
    /// The forms as printed.
    Preview,
    /// The whole dossier as one bound file.
    Bound,
    /// What to do when it is bound.
    Binder,
    Evidence,
    /// Lists to print and tick: label, visit, samples.
    Lists,
    /// The papers of one criterion, by code.
    EvidenceOf(String),
    /// Papers that the applicant writes here.
    Writings,
    /// One of them, by the key of its template.
    Writing(String),
    /// One paper, by id.
    Paper(String),
    /// Check and download.
    Check,
    /// Earlier versions.
    History,
    /// Several scorers.
    Council,
    /// One scorer's sheet, by its place.
    Scorer(usize),
    /// The sheet of the one scorer whose file this is.
    OwnSheet,
    /// Annex II's scoring sheet as it prints.
    ScoreSheet,
    /// The commune's own work.
    Desk,
    /// What the commune asked to correct.
    Corrections,
    /// The move to the newest decision.
    Move,
    /// The minutes of a sitting of several scorers.
    Minutes,
}

/// A place in the forms, to link to.
#[cfg(feature = "pages")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    Field(Field),
    /// What was recognised before.
    Recognised,
    /// What changed of the criterion with this code.
    Change(String),
}

impl Route {
    /// The route of a fragment such as `#/d/k3/c/1.5`.
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.trim_start_matches('#').trim_start_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Route::Home,
            ["new"] => Route::New,
            ["new", "name", name] => Route::named(&decoded(name)),
            ["new", "set", set, name @ ..] => set_with_key(set).map_or(Route::Lost, |set| Route::Begun {
                name: name.first().map_or(String::new(), |name| decoded(name)),
                set,
            }),
            ["example"] => Route::Example,
            #[cfg(feature = "pages")]
            ["new", id] => Route::NewFrom { id: (*id).to_owned() },
            ["criteria"] => Route::Criteria,
            #[cfg(feature = "pages")]
            ["criteria", set] => set_with_key(set).map_or(Route::Lost, |set| Route::Set { set, code: None }),
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
            ["s", code] => Route::Shared { code: (*code).to_owned() },
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
            Route::Compare { left, right } => format!("#/compare/{}/{}", left.key(), right.key()),
            Route::Table => "#/table".to_owned(),
            #[cfg(feature = "pages")]
            Route::Shared { code } => format!("#/s/{code}"),
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

#[cfg(feature = "pages")]
impl Page {
    fn parse(parts: &[&str]) -> Option<Page> {
        Some(match parts {
            [] => Page::Tasks,
            ["c", code] => Page::Criterion((*code).to_owned()),
            ["forms", "recognised"] => Page::FormsAt(Spot::Recognised),
            ["forms", "field", key] => Page::FormsAt(Spot::Field(Field::from_key(key)?)),
            ["forms", "change", code] => Page::FormsAt(Spot::Change((*code).to_owned())),
            ["evidence", code] => Page::EvidenceOf((*code).to_owned()),
            ["write", key] => Page::Writing((*key).to_owned()),
            ["paper", id] => Page::Paper((*id).to_owned()),
            ["score", place] => Page::Scorer(place.parse().ok()?),
            [name] => Page::NAMED.into_iter().find(|(known, _)| known == name)?.1,
            _ => return None,
        })
    }

    fn path(&self) -> String {
        match self {
            Page::Tasks => String::new(),
            Page::Criterion(code) => format!("/c/{code}"),
            Page::FormsAt(Spot::Recognised) => "/forms/recognised".to_owned(),
            Page::FormsAt(Spot::Field(field)) => format!("/forms/field/{}", field.key()),
            Page::FormsAt(Spot::Change(code)) => format!("/forms/change/{code}"),
            Page::EvidenceOf(code) => format!("/evidence/{code}"),
            Page::Writing(key) => format!("/write/{key}"),
            Page::Paper(id) => format!("/paper/{id}"),
            Page::Scorer(place) => format!("/score/{place}"),
            page => Page::NAMED
                .into_iter()
                .find(|(_, known)| known == page)
                .map_or(String::new(), |(name, _)| format!("/{name}")),
        }
    }

    /// The page that the way back leads to; `None`: out of the dossier.
    pub fn up(&self) -> Option<Page> {
        match self {
            Page::Tasks => None,
            Page::EvidenceOf(code) => Some(Page::Criterion(code.clone())),
            Page::Writing(_) => Some(Page::Writings),
            Page::Paper(_) | Page::Lists | Page::Writings => Some(Page::Evidence),
            Page::Scorer(_) | Page::Minutes => Some(Page::Council),
            Page::Council | Page::ScoreSheet | Page::Desk => Some(Page::Check),
            Page::FormsAt(_) => Some(Page::Forms),
            _ => Some(Page::Tasks),
        }
    }

    const NAMED: [(&str, Page); 26] = [
        ("log", Page::Log),
        ("standing", Page::Standing),
        ("stops", Page::Stops),
        ("sheet", Page::Sheet),
        ("result", Page::Result),
        ("way", Page::Way),
        ("way-from-council", Page::WayFromCouncil),
        ("try", Page::Try),
        ("papers", Page::Papers),
        ("plan", Page::Plan),
        ("forms", Page::Forms),
        ("preview", Page::Preview),
        ("bound", Page::Bound),
        ("binder", Page::Binder),
        ("evidence", Page::Evidence),
        ("lists", Page::Lists),
        ("writings", Page::Writings),
        ("check", Page::Check),
        ("history", Page::History),
        ("council", Page::Council),
        ("score-sheet", Page::ScoreSheet),
        ("desk", Page::Desk),
        ("corrections", Page::Corrections),
        ("move", Page::Move),
        ("own-sheet", Page::OwnSheet),
        ("minutes", Page::Minutes),
    ];
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
mod tests {
    use super::*;
    use crate::domain::decision::first;

    fn numbered(no: u8) -> &'static ProductSet {
        first().set(no).expect("a set")
    }

    #[test]
    fn every_route_leads_back_to_itself() {
        let mut routes = vec![
            Route::Home,
            Route::New,
            Route::NewFrom { id: "k3".into() },
            Route::NewNamed { name: "Tỏi đen 50% / “Lý Sơn” #1".into() },
            Route::Begun { name: String::new(), set: numbered(1) },
            Route::Begun { name: "Cam / Cao Phong".into(), set: numbered(26) },
            Route::Example,
            Route::Criteria,
            Route::Set { set: numbered(26), code: None },
            Route::Set { set: numbered(11), code: Some("6.1.1".into()) },
            Route::Compare { left: numbered(1), right: numbered(26) },
            Route::Table,
            Route::Shared { code: "abc-_9".into() },
            Route::About,
            Route::Glossary { term: None },
            Route::Glossary { term: Some("vietgap".into()) },
            Route::dossier("k3", Page::Tasks),
            Route::criterion("k3", "1.5"),
            Route::spot("k3", Spot::Field(Field::RepresentativeEthnicGroup)),
            Route::spot("k3", Spot::Recognised),
            Route::spot("k3", Spot::Change("6.1.1".into())),
            Route::dossier("k3", Page::EvidenceOf("1.5".into())),
            Route::dossier("k3", Page::Paper("p7".into())),
            Route::dossier("k3", Page::Scorer(6)),
            Route::dossier("k3", Page::Writing("labour-list".into())),
        ];
        routes.extend(Page::NAMED.map(|(_, page)| Route::dossier("k3", page)));
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
        }
    }

    #[test]
    fn an_address_from_before_decisions_were_named_leads_where_it_led() {
        assert_eq!(Route::parse("#/criteria/26"), Route::Set { set: numbered(26), code: None });
        assert_eq!(Route::parse("#/compare/1/26"), Route::Compare { left: numbered(1), right: numbered(26) });
        assert_eq!(Route::parse("#/criteria/26-2026.26"), Route::parse("#/criteria/26"));
    }

    #[test]
    fn an_address_that_leads_nowhere_is_lost_and_does_no_harm() {
        for fragment in [
            "#/nowhere",
            "#/new/set/27",
            "#/criteria/27",
            "#/criteria/26-2026.27",
            "#/criteria/27-2026.1",
            "#/criteria/x",
            "#/d/k3/c",
            "#/d/k3/what",
            "#/compare/1",
            "#/d/k3/forms/field/x",
        ] {
            assert_eq!(Route::parse(fragment), Route::Lost, "{fragment}");
        }
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#"), Route::Home);
    }
}
