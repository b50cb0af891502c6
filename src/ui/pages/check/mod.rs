//! What is missing, every way out, and what comes next.

mod findings;
mod holds;
mod next;
mod ways;

use yew::prelude::*;

use self::findings::{commune, groups, is_pressing, pressing, to_fix};
use self::ways::{Counter, Way};
use super::DossierProps;
use super::corrections::Asked;
use super::frame::Frame;
use super::writing::AfterSigning;
use crate::domain::council::{CorrectionPlace, blank_for, is_blind};
use crate::domain::decision::Star;
use crate::domain::dossier::checks::{Finding, Severity, check_with};
use crate::session::WorkKind;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    Stop, attachments_of, can_share, download_sheet, in_app_browser, leave_work, use_app, use_attached, use_day,
    use_outputs, use_paper_names, use_places_for, use_title,
};
use crate::ui::route::{Page, Route};

/// Check and download.
#[component]
pub fn Check(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.check.title.to_owned());
    let today = use_day();
    let blind = is_blind(dossier);
    let places = use_places_for(dossier);
    let checked = use_memo((dossier.clone(), today, places), |(dossier, today, places)| {
        let blind = is_blind(dossier);
        let mut findings = check_with(dossier, Some(*today), places.as_deref());
        // Where the time is over, nothing is complete. While sheets are awaited, neither word is said: both would tell
        // whether anything is missing by the levels.
        let is_missing = |finding: &Finding| finding.severity == Severity::MustFix || is_pressing(finding);
        let complete = !blind && !findings.iter().any(is_missing);
        findings.retain(|finding| !(blind && finding.tells_rating()));
        (findings, complete)
    });
    let (findings, complete) = (&checked.0, checked.1);
    // Their names alone are handed in where their bytes are gone.
    let here = use_attached(dossier);
    let gone = here.map_or(0, |here| attachments_of(dossier).filter(|file| !here.contains(&file.id)).count());
    let said = use_state_eq(|| None::<ways::Said>);
    let outputs = use_outputs(&dossier.id, (*said).clone());
    let counter = Counter {
        app: app.clone(),
        dossier: dossier.clone(),
        names: use_paper_names(&app),
        busy: use_state_eq(|| None),
        stop: use_state_eq(Stop::default),
        outputs,
        said,
        to_fix: to_fix(findings),
        at_thumb: use_state_eq(|| false),
    };
    {
        let app = app.clone();
        use_effect_with((), |()| move || leave_work(&app, WorkKind::Packing));
    }
    // Inside another app's browser a download would do nothing.
    let (way, sign, name) = match in_app_browser() {
        false => (Way::Zip, Icon::Download, t.check.zip_act),
        true if can_share() => (Way::Share, Icon::Share, t.check.share),
        true => (Way::Copy, Icon::Copy, t.check.copy),
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Preview).href()}>{ t.forms.preview }</a>
            { counter.at_thumb(way, sign, name) }
        </>
    };
    let given = use_state_eq(|| false);
    let give = {
        let (dossier, given) = (dossier.clone(), given.clone());
        Callback::from(move |_: MouseEvent| {
            download_sheet(&blank_for(&dossier));
            given.set(true);
        })
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-check" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.check.title }</h1>
            <p class="lead">
                { t.check.provisional }
                if complete { { " " }<strong>{ t.check.complete }</strong> }
            </p>
            if gone > 0 { <p class="note">{ t.attached.left_out.of(gone) }</p> }
            <Asked dossier={dossier.clone()} at={CorrectionPlace::Dossier} />
            { pressing(&app, dossier, findings) }
            { commune(&app, dossier, findings) }
            <AfterSigning dossier={dossier.clone()} />
            { groups(&app, dossier, findings) }
            if blind {
                // Form 02 has the applicant's own points in it, so what is handed in does: a scorer's file is another one.
                <div class="note check-blind">
                    <p>{ t.council.ways_blind }</p>
                    <button type="button" class="button button-small" onclick={give}>{ icon(Icon::Download) }{ t.council.give }</button>
                    <p role="status">{ given.then_some(t.council.given) }</p>
                </div>
            }
            { counter.ways() }
            <details class="fold check-part">
                <summary>{ t.council.more }</summary>
                <p class="soft">{ t.council.more_text }</p>
                <p class="links">
                    <a href={Route::dossier(&dossier.id, Page::Council).href()}>{ t.council.title }</a>
                    <a href={Route::dossier(&dossier.id, Page::ScoreSheet).href()}>{ t.council.sheet_title }</a>
                    <a href={Route::dossier(&dossier.id, Page::Desk).href()}>{ t.council.desk }</a>
                    <a href={Route::Table.href()}>{ t.home.table }</a>
                </p>
            </details>
            { next::next(&app, today, dossier.set(), dossier.kind, !blind && dossier.rating().star_by_points == Star::Five) }
        </Frame>
    }
}
