use crate::WRITTEN_BY;

/// Texts of forms are made safe in one way for pages and for packages.
pub(super) use crate::domain::forms::escape_html as escape;

/// What every XML file of a package begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The schemas of what every package has.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The properties of a Word file or a workbook (ECMA-376 part 2, 11): its title, and what wrote it.
pub(super) fn core_properties(title: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>vi-VN</dc:language>\
         <dc:description>{WRITTEN_BY}</dc:description></cp:coreProperties>",
        escape(title)
    )
}

/// Where the properties stand in the package, to be listed among its content types.
pub(super) fn core_type() -> &'static str {
    "<Override PartName=\"/docProps/core.xml\" \
     ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
}

/// The package's relation to its properties.
pub(super) fn core_relation() -> String {
    format!(
        "<Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>"
    )
}
