use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::corrections::Asked;
use super::commune::{CommuneField, names_commune};
use super::drawn::DrawnText;
use super::labels::{choice, help, label};
use super::parts::field_id;
use crate::domain::council::CorrectionPlace;
use crate::domain::decision::Language;
use crate::domain::dossier::checks::{Finding, What, Where, text};
use crate::domain::dossier::{Dossier, Field, FieldKind};
use crate::ui::components::{Icon, icon, list_option};
use crate::words::Words;

/// What drawing a field needs to know.
pub struct Fieldset<'a> {
    pub dossier: &'a Rc<Dossier>,
    pub findings: &'a [Finding],
    /// The field being written for the first time: nothing is said of it before it is left.
    pub fresh: Option<Field>,
    pub t: &'static Words,
    pub language: Language,
}

impl Fieldset<'_> {
    /// One field with its name, help and what seems wrong with it.
    pub fn field(&self, field: Field) -> Html {
        match field.kind() {
            FieldKind::Tick => self.tick(field),
            FieldKind::Choice(values) if field == Field::RepresentativeSex => self.radios(field, values),
            FieldKind::Choice(values) => self.labelled(field, self.select(field, values)),
            FieldKind::Paragraph => self.labelled(field, self.area(field)),
            _ if names_commune(field) => self.labelled(field, self.commune(field)),
            _ => self.labelled(field, self.line(field)),
        }
    }

    fn value(&self, field: Field) -> String {
        self.dossier.fields.get(field).to_owned()
    }

    fn labelled(&self, field: Field, control: Html) -> Html {
        let wide = matches!(field.kind(), FieldKind::Paragraph) || is_long(field);
        html! {
            <div class={classes!("field", wide.then_some("field-wide"))} key={field.key()}>
                <label class="field-label" for={field_id(field)}>
                    { label(field, self.t) }
                    if is_optional(field) { <span class="field-optional">{ self.t.forms.optional }</span> }
                </label>
                { control }
                if field.kind() == FieldKind::Paragraph { <DrawnText dossier={self.dossier.clone()} {field} /> }
                { self.below(field) }
            </div>
        }
    }

    /// Help, and what the checks say of the value.
    fn below(&self, field: Field) -> Html {
        let notes = self.notes(field);
        let at = CorrectionPlace::Field(field);
        html! {
            <>
                <Asked dossier={self.dossier.clone()} {at} />
                if let Some(help) = self.help(field) {
                    <p class="field-help" id={format!("{}-help", field_id(field))}>{ help }</p>
                }
                if !notes.is_empty() {
                    <p class="field-note" id={format!("{}-note", field_id(field))}>
                        { icon(Icon::Info) }<span>{ notes.join(" ") }</span>
                    </p>
                }
            </>
        }
    }

    /// A field that is merely empty says so by being empty.
    fn notes(&self, field: Field) -> Vec<String> {
        let quiet = |what: &What| match what {
            What::Missing | What::TooFewSamples { given: None, .. } => true,
            What::Faulty(_) | What::TooFewSamples { .. } | What::NotListed(_) | What::NoProvince(_) => {
                self.fresh == Some(field)
            }
            _ => false,
        };
        let of_field = |finding: &&Finding| finding.subject == Where::Field(field) && !quiet(&finding.what);
        self.findings
            .iter()
            .filter(of_field)
            .map(|finding| text(finding, self.dossier.set().decision(), self.language))
            .collect()
    }

    /// Whether something other than what is asked for stands in a field; not before it is left.
    fn is_wrong(&self, field: Field) -> bool {
        let wrong = |what: &What| match what {
            What::Faulty(_) | What::TooFewSamples { given: Some(_), .. } => self.fresh != Some(field),
            What::NotYet(_) | What::YearOver(_) => true,
            _ => false,
        };
        self.findings.iter().any(|finding| finding.subject == Where::Field(field) && wrong(&finding.what))
    }

    fn help(&self, field: Field) -> Option<String> {
        help(field, self.dossier.set().decision(), self.language, self.t)
    }

    fn described_by(&self, field: Field) -> Option<String> {
        let id = field_id(field);
        let note = (!self.notes(field).is_empty()).then(|| format!("{id}-note"));
        let help = self.help(field).map(|_| format!("{id}-help"));
        let ids: Vec<String> = note.into_iter().chain(help).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn line(&self, field: Field) -> Html {
        let id = field_id(field);
        let kind = match field.kind() {
            FieldKind::Phone => "tel",
            FieldKind::Email => "email",
            _ => "text",
        };
        let keys = match field.kind() {
            FieldKind::Phone => Some("tel"),
            FieldKind::Email => Some("email"),
            FieldKind::Date | FieldKind::Year | FieldKind::Number => Some("numeric"),
            _ => None,
        };
        let list = match field {
            Field::Province => Some("provinces"),
            Field::RepresentativeEthnicGroup => Some("ethnic-groups"),
            _ => None,
        };
        html! {
            <input type={kind} id={id.clone()} name={id} inputmode={keys} {list} autocomplete={autocomplete(field)}
                value={self.value(field)} spellcheck="false" enterkeyhint="next" aria-describedby={self.described_by(field)}
                aria-invalid={self.is_wrong(field).then_some("true")} />
        }
    }

    fn commune(&self, field: Field) -> Html {
        html! {
            <CommuneField dossier={self.dossier.clone()} {field} described_by={self.described_by(field)}
                autocomplete={autocomplete(field)} />
        }
    }

    fn area(&self, field: Field) -> Html {
        let id = field_id(field);
        html! {
            <textarea id={id.clone()} name={id} rows="3" value={self.value(field)} spellcheck="false"
                aria-describedby={self.described_by(field)} />
        }
    }

    fn select(&self, field: Field, values: &'static [&'static str]) -> Html {
        let id = field_id(field);
        let value = self.value(field);
        let offered = |known: &&&str| self.dossier.set().admits(known) || **known == value;
        html! {
            <select id={id.clone()} name={id} aria-describedby={self.described_by(field)}>
                { list_option("", value.is_empty(), self.t.forms.choose) }
                for known in values.iter().filter(offered) {
                    { list_option(*known, *known == value, choice(known, self.t)) }
                }
                if !value.is_empty() && !values.contains(&value.as_str()) {
                    <option value={value.clone()} selected=true>{ value.clone() }</option>
                }
            </select>
        }
    }

    fn radios(&self, field: Field, values: &'static [&'static str]) -> Html {
        let id = field_id(field);
        let value = self.value(field);
        html! {
            <fieldset class="field field-radios" key={field.key()}>
                <legend class="field-label">{ label(field, self.t) }</legend>
                <div class="field-choices">
                    for (place, known) in values.iter().enumerate() {
                        <label class={classes!("option", "option-half", (value == *known).then_some("option-chosen"))}>
                            <input type="radio" id={(place == 0).then(|| id.clone())} name={id.clone()} value={*known}
                                checked={value == *known} />
                            <span class="option-text">{ choice(known, self.t) }</span>
                        </label>
                    }
                </div>
                { self.below(field) }
            </fieldset>
        }
    }

    fn tick(&self, field: Field) -> Html {
        let id = field_id(field);
        let ticked = self.dossier.fields.is_ticked(field);
        html! {
            <div class={classes!("form-tick", is_property(field).then_some("form-tick-under"))} key={field.key()}>
                <label class={"form-tick-label"}>
                    <input type="checkbox" id={id.clone()} name={id} checked={ticked} aria-describedby={self.described_by(field)} />
                    <span>{ label(field, self.t) }</span>
                </label>
                { self.below(field) }
            </div>
        }
    }
}

/// Lines that want the whole width.
fn is_long(field: Field) -> bool {
    matches!(
        field,
        Field::ProductName
            | Field::ApplicantName
            | Field::LegalForm
            | Field::Address
            | Field::RepresentativeAddress
            | Field::OtherProperty
    )
}

/// Samples are not required by the form and yet by article 6.2d.
fn is_optional(field: Field) -> bool {
    !field.is_required() && !matches!(field, Field::Samples | Field::OtherProperty)
}

/// The boxes below "intellectual property registered".
pub fn is_property(field: Field) -> bool {
    matches!(
        field,
        Field::TickTrademark
            | Field::TickCollectiveRight
            | Field::TickPatent
            | Field::TickIndustrialDesign
            | Field::TickCopyright
            | Field::TickOtherProperty
    )
}

/// What the browser may fill in by itself.
fn autocomplete(field: Field) -> &'static str {
    match field {
        Field::ApplicantName => "organization",
        Field::Address => "street-address",
        Field::Phone => "tel",
        Field::Email => "email",
        Field::RepresentativeName => "name",
        Field::RepresentativePosition => "organization-title",
        Field::RepresentativeAddress => "section-representative street-address",
        Field::Province => "address-level1",
        Field::Commune => "address-level2",
        _ => "off",
    }
}

/// The field and value of the element that something happened in; `None`: it is no field's.
pub fn written(event: &Event) -> Option<(Field, String)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let field = field_of(&element)?;
    let value = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) if input.type_() == "checkbox" => if input.checked() { "true" } else { "" }.to_owned(),
        Some(input) => input.value(),
        None => match element.dyn_ref::<HtmlSelectElement>() {
            Some(select) => select.value(),
            None => element.dyn_into::<HtmlTextAreaElement>().ok()?.value(),
        },
    };
    Some((field, value))
}

fn field_of(element: &Element) -> Option<Field> {
    Field::from_key(element.get_attribute("name")?.strip_prefix("field-")?)
}
