//! The provinces and communes (xã, phường, đặc khu) with the codes of Decision 19/2025/QĐ-TTg, which
//! Annex II's product code uses. The list is a file that the page fetches when a form asks for it;
//! `scripts/communes.py` writes it.

mod short;
mod written;

pub use short::province_called;
pub use written::Written;

use crate::domain::decision::fold;

/// What a unit at commune level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommuneKind {
    Commune,
    Ward,
    SpecialZone,
}

impl CommuneKind {
    fn of(letter: char) -> Option<CommuneKind> {
        match letter {
            'x' => Some(CommuneKind::Commune),
            'p' => Some(CommuneKind::Ward),
            'k' => Some(CommuneKind::SpecialZone),
            _ => None,
        }
    }

    /// The word that stands before the name.
    pub fn word(self) -> &'static str {
        match self {
            CommuneKind::Commune => "xã",
            CommuneKind::Ward => "phường",
            CommuneKind::SpecialZone => "đặc khu",
        }
    }
}

/// A province or a city of the same rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// Two digits in print.
    pub code: u8,
    /// "Lào Cai", "Thành phố Huế".
    pub name: String,
    folded: String,
}

/// A unit at commune level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Five digits in print.
    pub code: u32,
    pub kind: CommuneKind,
    /// Without the word for its kind.
    pub name: String,
    province: usize,
    folded: String,
    /// Its title and its name, folded.
    called: String,
    bare: String,
}

impl Commune {
    /// "Xã Ea Kao".
    pub fn title(&self) -> String {
        let word = self.kind.word();
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
        format!("{first}{} {}", letters.as_str(), self.name)
    }
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub provinces: Vec<Province>,
    pub communes: Vec<Commune>,
}

impl Places {
    /// Reads the list: a line a province ("15 Lào Cai"), below it a line a commune ("2647p Lào Cai").
    /// `None` where a line is of no such form.
    pub fn parse(list: &str) -> Option<Places> {
        let mut places = Places::default();
        for line in list.lines() {
            let (head, name) = line.split_once(' ')?;
            if let Ok(code) = head.parse() {
                places.provinces.push(Province { code, name: name.to_owned(), folded: fold(name) });
                continue;
            }
            let letter = head.chars().last()?;
            let code = head[..head.len() - letter.len_utf8()].parse().ok()?;
            let kind = CommuneKind::of(letter)?;
            let province = places.provinces.len().checked_sub(1)?;
            let folded = fold(&format!("{} {name} {}", kind.word(), places.provinces[province].name));
            let called = fold(&format!("{} {name}", kind.word()));
            places.communes.push(Commune {
                code,
                kind,
                name: name.to_owned(),
                province,
                folded,
                called,
                bare: fold(name),
            });
        }
        Some(places)
    }

    pub fn province_of(&self, commune: &Commune) -> &Province {
        &self.provinces[commune.province]
    }

    /// "Xã Ea Kao, Đắk Lắk": what stands in a list and in an address.
    pub fn full_title(&self, commune: &Commune) -> String {
        format!("{}, {}", commune.title(), self.province_of(commune).name)
    }

    /// The communes that what is typed may mean, the likeliest first: every word typed begins a word of
    /// the commune or its province, with or without diacritics. Of those that fit as well, one in the province
    /// that is known goes before.
    pub fn find(&self, typed: &str, near: &str, most: usize) -> Vec<&Commune> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let begins =
            |commune: &&Commune| words.iter().all(|word| commune.folded.split(' ').any(|own| own.starts_with(word)));
        let wanted = words.join(" ");
        let near = self.province(near).map(|province| province.code);
        // As typed from the name or the word for its kind on, then as typed anywhere, then in any order.
        let rank = |commune: &Commune| {
            let own = commune.folded.as_str();
            let name = own.get(fold(commune.kind.word()).len() + 1..).unwrap_or_default();
            match own {
                own if own.starts_with(&wanted) || name.starts_with(&wanted) => 0,
                own if own.contains(&wanted) => 1,
                _ => 2,
            }
        };
        let mut found: Vec<&Commune> = self.communes.iter().filter(begins).collect();
        found.sort_by_cached_key(|commune| {
            let is_near = near == Some(self.province_of(commune).code);
            (rank(commune), !is_near, commune.folded.len())
        });
        found.truncate(most);
        found
    }

    /// The commune that a filled-in title names, by its province where one is given.
    pub fn named(&self, title: &str, province: &str) -> Option<&Commune> {
        let title = fold(title.trim());
        let named = Some(province).filter(|province| !province.trim().is_empty());
        let code = named.map(|province| self.province(province).map(|province| province.code));
        let is_it = |commune: &&Commune| {
            commune.called == title && code.is_none_or(|code| Some(self.province_of(commune).code) == code)
        };
        let mut found = self.communes.iter().filter(is_it);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// The province of this name, with or without the word for what it is, or of this usual short form.
    pub fn province(&self, name: &str) -> Option<&Province> {
        let folded = fold(province_called(name).unwrap_or(name).trim());
        let bare = without_kind(&folded);
        self.provinces.iter().find(|known| without_kind(&known.folded) == bare)
    }

    /// Whether there is a commune called as the forms print what is typed: by the kind that the list has for it, else with
    /// "xã" before a name without one; in the province, where it is one of the list.
    pub fn has(&self, typed: &str, province: &str) -> bool {
        self.meant(typed, province).is_some() || self.so_called(typed, province).next().is_some()
    }

    /// The code of the commune that is meant, five digits; empty where none is.
    pub fn code_of(&self, typed: &str, province: &str) -> String {
        self.meant(typed, province).map_or_else(String::new, |commune| format!("{:05}", commune.code))
    }

    /// The only commune so called; `None` where there is none, or several, or where the province that is named is not on
    /// the list: one that was abolished may have had a commune of the same name. Who writes it may leave out what kind it
    /// is, put it for short, or write the province behind it.
    pub fn meant(&self, typed: &str, province: &str) -> Option<&Commune> {
        let (name, behind) = typed.split_once(',').unwrap_or((typed, ""));
        let behind = behind.rsplit(',').next().unwrap_or_default();
        let named = [province, behind].into_iter().find(|named| !named.trim().is_empty());
        // Older addresses have a district between the commune and its province, some nothing behind it.
        let named = named.filter(|named| !is_district(&fold(named.trim())));
        let code = named.map(|named| self.province(named).map(|province| province.code));
        let written = Written::read(name);
        let (title, whole) = (fold(&written.printed()), fold(name.trim()));
        let bare = fold(written.name);
        let is_there = |commune: &&Commune| code.is_none_or(|code| Some(self.province_of(commune).code) == code);
        let only = |is_it: &dyn Fn(&Commune) -> bool| {
            let mut found = self.communes.iter().filter(|commune| is_it(commune)).filter(is_there);
            found.next().filter(|_| found.next().is_none())
        };
        match written.kind {
            // "Xa Dung" is a name, and begins like a kind.
            Some(_) => only(&|commune| commune.called == title).or_else(|| only(&|commune| commune.bare == whole)),
            None => only(&|commune| commune.bare == bare),
        }
    }

    fn so_called(&self, typed: &str, province: &str) -> impl Iterator<Item = &Commune> {
        let title = fold(&Written::read(typed).printed());
        let province = self.province(province).map(|province| province.code);
        self.communes.iter().filter(move |commune| {
            commune.called == title && province.is_none_or(|code| self.province_of(commune).code == code)
        })
    }

    /// Annex II's product code (province – commune – running number – year) with what is known filled
    /// in: the running number is the commune's to give, and stays as it was.
    pub fn product_code(&self, commune: &Commune, year: &str, before: &str) -> String {
        let number = before.split('-').nth(2).map(str::trim).filter(|number| !number.is_empty()).unwrap_or("…");
        let year = if year.trim().is_empty() { "…" } else { year.trim() };
        format!("{:02}-{:05}-{number}-{year}", self.province_of(commune).code, commune.code)
    }
}

/// A folded name of a province without the word for what it is: "tinh phu tho", "tp. hue".
fn without_kind(folded: &str) -> &str {
    let bare = ["tinh ", "thanh pho ", "tp. ", "tp.", "tp "].into_iter().find_map(|word| folded.strip_prefix(word));
    bare.unwrap_or(folded).trim_start()
}

/// Whether a folded name is one of a district, of which there are none since 01/07/2025.
fn is_district(folded: &str) -> bool {
    ["huyen ", "quan ", "thi xa "].into_iter().any(|word| folded.starts_with(word))
}

/// A product code with another year at its end; `None` where it is no code of four parts.
pub fn code_with_year(code: &str, year: &str) -> Option<String> {
    let parts: Vec<&str> = code.split('-').collect();
    let [province, commune, number, before] = parts[..] else { return None };
    // Up to four digits: the year is followed while it is typed.
    let is_year = before == "…" || (1..=4).contains(&before.len()) && before.chars().all(|c| c.is_ascii_digit());
    let year = if year.is_empty() { "…" } else { year };
    is_year.then(|| format!("{province}-{commune}-{number}-{year}"))
}

#[cfg(test)]
mod tests;
