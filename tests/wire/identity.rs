//! What is written is read back the same.

use std::collections::BTreeMap;

use ocop::domain::dossier::wire::{self, AttachedFile};
use proptest::prelude::*;

use crate::{schema, support};

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_dossier_comes_back_the_same_from_its_file_and_fits_the_schema(dossier in support::dossier()) {
        let json = wire::to_json(&dossier);
        prop_assert_eq!(schema::faults(&json), Vec::<String>::new());
        let (read, warnings) = wire::from_json(&json).unwrap();
        prop_assert_eq!(warnings, vec![]);
        prop_assert_eq!(read, dossier);
    }

    #[test]
    fn a_dossier_comes_back_the_same_from_its_html_copy(dossier in support::dossier(), bytes in any::<Vec<u8>>()) {
        let ids = dossier.papers.iter().flat_map(|paper| &paper.attachments).map(|attachment| attachment.id.clone());
        let files: BTreeMap<String, AttachedFile> =
            ids.map(|id| (id, AttachedFile { media: String::from("<p>"), data: bytes.clone() })).collect();
        let script = wire::to_html_script(&dossier, &files);
        prop_assert_eq!(script.matches('<').count(), 2, "only the element itself is markup");
        let page = format!("<!DOCTYPE html>\n<html lang=\"vi\"><title>ocop-dossier</title><script>1</script>{script}</html>");
        let opened = wire::from_bytes(page.as_bytes()).unwrap();
        prop_assert_eq!(opened.warnings, vec![]);
        prop_assert_eq!(opened.dossier, dossier);
        prop_assert_eq!(opened.files, files);
    }
}

#[test]
fn the_value_and_the_line_say_the_same_as_the_file() {
    let (dossier, _) = wire::from_json(&crate::golden("upgrade.json")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&wire::to_json(&dossier)).unwrap();
    assert_eq!(wire::to_value(&dossier), value);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&wire::to_json_line(&dossier)).unwrap(), value);
    assert!(!wire::to_json_line(&dossier).contains('\n'));
    assert_eq!(wire::rating_to_value(&dossier), value["rating"]);
}
