use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::form::Scored;
use crate::domain::council::Sheet;
use crate::domain::decision::NoteKind;
use crate::domain::dossier::Question;
use crate::ui::components::Fold;
use crate::ui::hooks::use_app;

#[derive(Properties, PartialEq)]
pub struct BreachProps {
    pub sheet: Sheet,
    pub question: Question,
    pub onscored: Callback<Scored>,
}

/// Where a scorer says that there is a breach which ends the evaluation, folded away: who says nothing saw none. It is not
/// there where the set prints no such line.
#[component]
pub fn Breach(props: &BreachProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let BreachProps { sheet, question, onscored } = props;
    let (assessment, question) = (&sheet.assessment, *question);
    let set = assessment.set;
    let found = match question {
        Question::Dossier => {
            set.disqualification.map(|line| (t.council.breach_dossier, line.question, assessment.declared_dossier))
        }
        Question::Breach(position) => set.criteria[position]
            .declared_note()
            .map(|note| (t.council.breach, note.question.unwrap_or(note.text), assessment.is_declared(position))),
        Question::MinimumBinds(_) => None,
    };
    let Some((summary, asked, held)) = found else { return html! {} };
    let is_entry = matches!(question, Question::Breach(position)
        if set.criteria[position].note(NoteKind::EntryRequirement).is_some());
    let onchange = onscored.reform(move |event: Event| Scored::Breach {
        question,
        held: event.target_unchecked_into::<HtmlInputElement>().checked(),
    });
    let id = format!("breach-{}", question.key(set));
    // Beside so many others: which one it is of.
    let named = |text: &str| match question {
        Question::Breach(position) => format!("{}: {text}", set.criteria[position].code),
        Question::Dossier | Question::MinimumBinds(_) => text.to_owned(),
    };
    html! {
        <Fold class="sheet-breach" open={held} summary={html! { <span>{ named(summary) }</span> }}>
            <p id={id.clone()}>{ asked.get(language) }</p>
            if is_entry { <p class="soft">{ t.stops.reading_entry }</p> }
            <label class="check-row"><input type="checkbox" checked={held} aria-describedby={id} {onchange} />
                <span>{ named(t.council.breach_yes) }</span></label>
            if held { <p class="note" role="status">{ t.council.breach_rest }</p> }
        </Fold>
    }
}
