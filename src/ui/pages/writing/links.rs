use std::rc::Rc;

use yew::prelude::*;

use crate::domain::decision::PaperId;
use crate::domain::dossier::Dossier;
use crate::domain::templates::Template;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{use_app, use_templates};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct WriteLinksProps {
    pub dossier: Rc<Dossier>,
    /// A paper of the guide.
    pub paper: PaperId,
    /// Only what goes along with it, and not the paper itself.
    #[prop_or_default]
    pub beside_only: bool,
}

/// The ways to where a paper is written, and to what is written along with it.
#[component]
pub fn WriteLinks(props: &WriteLinksProps) -> Html {
    let app = use_app();
    let language = app.language;
    let (dossier, paper) = (&props.dossier, &props.paper);
    let templates = use_templates(dossier.set().decision().id);
    let shown = |template: &&Template| !props.beside_only || !template.papers.contains(paper);
    let links: Vec<&Template> =
        templates.into_iter().flat_map(|templates| templates.of_paper(paper)).filter(shown).collect();
    if links.is_empty() {
        return html! {};
    }
    html! {
        <p class="write-links">
            for template in links {
                <a key={template.key.clone()} class="link" href={Route::dossier(&dossier.id, Page::Writing(template.key.clone())).href()}>
                    { icon(Icon::Edit) }{ template.name.get(language) }</a>
            }
        </p>
    }
}
