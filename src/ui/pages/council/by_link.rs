use std::rc::Rc;

use yew::prelude::*;

use super::super::{display_name, name_lang, set_line, unreadable_link};
use crate::domain::dossier::Field;
use crate::ui::components::{ActionBar, Icon, icon};
use crate::ui::hooks::{SheetLinkFault, begin_sheet, go, sheet_of_link, use_app, use_title};

#[derive(Properties, PartialEq)]
pub struct SheetLinkProps {
    pub code: String,
}

/// A dossier to be scored that somebody sent as a link: what it is, and the way to score it here. A link that cannot be
/// read says why.
#[component]
pub fn SheetLinkPage(props: &SheetLinkProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let read = use_memo(props.code.clone(), |code| sheet_of_link(code).map(Rc::new));
    use_title(if read.is_ok() { t.council.sheet_of_file } else { t.shared.unreadable }.to_owned());
    let sheet = match &*read {
        Ok(sheet) => sheet.clone(),
        Err(SheetLinkFault::Broken) => return unreadable_link(t.shared.broken.to_owned(), t),
        Err(SheetLinkFault::Newer) => return unreadable_link(t.council.link_newer.to_owned(), t),
        Err(SheetLinkFault::Wrong(error)) => return unreadable_link(error.text(language), t),
    };
    let applicant = sheet.fields.get(Field::ApplicantName).trim().to_owned();
    let begin = {
        let (app, sheet) = (app.clone(), sheet.clone());
        Callback::from(move |_: MouseEvent| go(&begin_sheet(&app, &sheet)))
    };
    html! {
        <>
            <main class="page page-narrow">
                <h1 id="page-title" tabindex="-1">{ t.council.sheet_of_file }</h1>
                <p class="lead" lang={name_lang(&sheet)}>{ display_name(&sheet, t, language) }</p>
                <p><span lang="vi">{ applicant }</span><br /><span class="soft">{ set_line(&sheet, t, language) }</span></p>
                <p>{ t.council.sheet_of_file_text }</p>
                <p class="soft">{ t.council.link_kept }</p>
            </main>
            <ActionBar>
                <button type="button" class="button button-act" onclick={begin}>{ icon(Icon::Edit) }{ t.council.link_begin }</button>
            </ActionBar>
        </>
    }
}
