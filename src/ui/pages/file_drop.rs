use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

use crate::ui::components::{Icon, icon};
use crate::ui::hooks::use_app;

#[derive(Properties, PartialEq)]
pub struct FileDropProps {
    /// Hears of the files that come in together.
    pub onfiles: Callback<Vec<File>>,
}

/// The way in for dossier files: a button, and a place to drop them.
#[component]
pub fn FileDrop(props: &FileDropProps) -> Html {
    let t = use_app().t();
    let over = use_state_eq(|| false);
    let onchange = props.onfiles.reform(|event: Event| take_files(&event));
    let ondrop = {
        let (onfiles, over) = (props.onfiles.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            onfiles.emit(listed(event.data_transfer().and_then(|data| data.files())));
        })
    };
    let hover = |value: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(value);
        })
    };
    html! {
        <label class={classes!("drop", over.then_some("drop-over"))} {ondrop} ondragover={hover(true)} ondragleave={hover(false)}>
            <input type="file" multiple=true accept=".json,.html,.zip,application/json" {onchange} />
            <span class="drop-title">{ icon(Icon::Open) }{ t.home.open }</span>
            <span class="soft">{ t.home.open_kinds }</span>
        </label>
    }
}

/// The files that were chosen; the same ones can be chosen again.
pub fn take_files(event: &Event) -> Vec<File> {
    let input: HtmlInputElement = event.target_unchecked_into();
    let files = listed(input.files());
    input.set_value("");
    files
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.map_or(Vec::new(), |list| (0..list.length()).filter_map(|place| list.get(place)).collect())
}
