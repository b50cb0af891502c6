//! Which file of an archive is which photo. People unpack a set, put its folder among others and pack it
//! again: paths change, and two products stand in one folder. Size and sum decide, and the path only between
//! files of the same size.

use super::unzip::PackedFile;

/// A photo or scan that a dossier names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its place in an archive as we pack it.
    pub path: String,
    pub size: u64,
    /// Checksum of its bytes, where the dossier has it.
    pub sum: Option<u32>,
    /// What tells it from every other one.
    pub attachment: String,
}

/// For each dossier of an archive, told by the name of its file and what it names: the places of its
/// photos among the archive's files. `None`: it is not there, or cannot be told from another one.
pub fn matched(files: &[PackedFile], dossiers: &[(&str, Vec<Wanted>)]) -> Vec<Vec<Option<usize>>> {
    let found: Vec<Vec<Option<usize>>> = dossiers
        .iter()
        .map(|(name, wanted)| {
            let folder = name.rfind('/').map_or("", |end| &name[..=end]);
            wanted.iter().map(|wanted| place(files, folder, wanted)).collect()
        })
        .collect();
    // Two claims on one file: neither is believed, unless it is one photo that two dossiers share.
    let claims = || dossiers.iter().zip(&found).flat_map(|((_, wanted), found)| wanted.iter().zip(found));
    let is_disputed = |place: usize, ours: &Wanted| {
        let by_sum = ours.sum == Some(files[place].checksum);
        !by_sum && claims().any(|(other, claimed)| *claimed == Some(place) && other.attachment != ours.attachment)
    };
    let settled = dossiers.iter().zip(&found).map(|((_, wanted), found)| {
        let both = wanted.iter().zip(found);
        both.map(|(wanted, found)| found.filter(|place| !is_disputed(*place, wanted))).collect()
    });
    settled.collect()
}

fn place(files: &[PackedFile], folder: &str, wanted: &Wanted) -> Option<usize> {
    let sized: Vec<usize> = (0..files.len()).filter(|place| files[*place].size == wanted.size).collect();
    let whole = |place: &usize| wanted.sum.is_none_or(|sum| sum == files[*place].checksum);
    let fitting: Vec<usize> = sized.iter().copied().filter(whole).collect();
    // Its sum is nowhere: what stands in its place is damaged, and found so when it is read.
    let (fitting, is_damaged) = if fitting.is_empty() { (sized, true) } else { (fitting, false) };
    let name = |place: &usize| files[*place].name.as_str();
    let below = |place: &&usize| {
        let whole = name(place).strip_suffix(wanted.path.as_str());
        whole.is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    let beside = fitting.iter().find(|place| name(place) == format!("{folder}{}", wanted.path));
    let found = beside.or_else(|| one(fitting.iter().filter(below))).or_else(|| {
        // Renamed: the only content of this size, however often it is there.
        let first = fitting.first().filter(|_| !is_damaged)?;
        fitting.iter().all(|place| files[*place].checksum == files[*first].checksum).then_some(first)
    });
    found.copied()
}

fn one<'a>(mut places: impl Iterator<Item = &'a usize>) -> Option<&'a usize> {
    places.next().filter(|_| places.next().is_none())
}
