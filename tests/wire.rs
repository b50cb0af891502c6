//! The dossier format: what is written is read back the same.

mod support;

use ocop::domain::dossier::wire;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_dossier_comes_back_the_same_from_its_file(dossier in support::dossier()) {
        let (read, warnings) = wire::from_json(&wire::to_json(&dossier)).unwrap();
        prop_assert_eq!(warnings, vec![]);
        prop_assert_eq!(read, dossier);
    }

    #[test]
    fn a_dossier_comes_back_the_same_from_its_html_copy(dossier in support::dossier()) {
        let script = wire::to_html_script(&dossier, &Default::default());
        let page = format!("<!DOCTYPE html>\n<html lang=\"vi\"><title>ocop-dossier</title><script>1</script>{script}</html>");
        let (read, warnings) = wire::from_json(&page).unwrap();
        prop_assert_eq!(warnings, vec![]);
        prop_assert_eq!(read, dossier);
    }
}
