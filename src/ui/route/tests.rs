use super::*;
use crate::domain::decision::first;
use crate::domain::dossier::Field;

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
        Route::BlankSheet { set: numbered(26) },
        Route::Compare { left: numbered(1), right: numbered(26) },
        Route::Table,
        Route::Shared { code: "abc-_9".into() },
        Route::ScoreLink { code: "1abc-_9".into() },
        Route::About,
        Route::Glossary { term: None },
        Route::Glossary { term: Some("vietgap".into()) },
        Route::dossier("k3", Page::Tasks),
        Route::criterion("k3", "1.5"),
        Route::spot("k3", Spot::Field(Field::RepresentativeEthnicGroup)),
        Route::spot("k3", Spot::Recognised),
        Route::spot("k3", Spot::Change("6.1.1".into())),
        Route::dossier("k3", Page::EvidenceOf("1.5".into())),
        Route::dossier("k3", Page::DescriptionOf("6.1.1".into())),
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
fn what_a_network_hangs_onto_a_link_leads_nowhere_else() {
    for (fragment, route) in [
        ("#/about?fbclid=IwAR0/x", Route::About),
        ("#/s/1AQCJ?utm_source=zalo&a=b", Route::Shared { code: "1AQCJ".into() }),
        ("#/s/1AQCJ./", Route::Shared { code: "1AQCJ.".into() }),
        ("#?fbclid=x", Route::Home),
    ] {
        assert_eq!(Route::parse(fragment), route, "{fragment}");
    }
    assert_eq!(Route::parse(&Route::named("Cam? 5%").href()), Route::named("Cam? 5%"));
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
        "#/score",
        "#/criteria/27/sheet",
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
