use yew::prelude::*;

use crate::domain::decision::ProductSet;
use crate::domain::forms::{html_body, score_sheet};
use crate::ui::components::{ActionBar, Icon, icon};
use crate::ui::hooks::{Export, download_blank_sheet, print_page, use_app, use_title};

#[derive(Properties, PartialEq)]
pub struct BlankSheetProps {
    pub set: &'static ProductSet,
}

/// Annex II's scoring sheet of a set as it prints, for whoever scores by hand: no dossier is needed.
#[component]
pub fn BlankSheet(props: &BlankSheetProps) -> Html {
    let app = use_app();
    let t = app.t();
    let set = props.set;
    let title = t.set_page.sheet.name_no(&set.name.get(app.language), &set.no.0);
    use_title(title.clone());
    let page = use_memo(set, |set| score_sheet(set, None, None));
    let printed = use_memo(page.clone(), |page| AttrValue::from(html_body(page, None)));
    let download = |kind: Export| {
        let (app, page) = (app.clone(), page.clone());
        Callback::from(move |_: MouseEvent| download_blank_sheet(&app, set, &page, kind))
    };
    html! {
        <>
            <main class="page page-preview">
                <h1 id="page-title" tabindex="-1">{ title }</h1>
                <p class="lead">{ t.council.sheet_lead }</p>
                <p class="buttons">
                    <button type="button" class="button" onclick={download(Export::Word)}>{ icon(Icon::Download) }{ t.council.word }</button>
                    <button type="button" class="button" onclick={download(Export::Html)}>{ icon(Icon::Download) }{ t.council.html }</button>
                </p>
                <div class="sheets">{ Html::from_html_unchecked((*printed).clone()) }</div>
            </main>
            <ActionBar>
                <button type="button" class="button button-act" onclick={Callback::from(|_: MouseEvent| { print_page(); })}>
                    { icon(Icon::Print) }{ t.preview.print }
                </button>
            </ActionBar>
        </>
    }
}
