/// Texts of forms are made safe in one way for pages and for packages.
pub(super) use crate::domain::forms::escape_html as escape;

/// What every XML file of a package begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
