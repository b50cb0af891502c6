use super::Text;

/// Number of a product set in Annex II, 1 to 26.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SetNo(pub u8);

/// Where a product belongs in Annex I, in that annex's words (Form 01, item 3 asks for them).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProductClass {
    pub sector: Text,
    pub group: Text,
    /// Absent where Annex I does not divide the group.
    pub subgroup: Option<Text>,
    /// The ministries in charge, as Annex I names them.
    pub ministries: &'static [&'static str],
}
