use std::collections::BTreeMap;

/// A field of Forms 01 and 02 (Annex III). Each is asked once and used wherever it occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Form 01 item 2, Form 02 I.7.
    ProductName,
    /// Form 02 I.7: specification and standard.
    ProductSpecification,
    /// Form 01 item 5: number of samples.
    Samples,
    /// Product code of Annex II's heading: province – commune – running number – year.
    ProductCode,
    /// Form 01 item 1, Form 02 I.1.
    ApplicantName,
    /// Form 02 I.2; one of the kinds of article 2.3.
    LegalForm,
    Address,
    Phone,
    Email,
    /// Date founded or registered, dd/mm/yyyy.
    Founded,
    /// Number of the registration, if any.
    RegistrationNumber,
    RepresentativeName,
    /// Form 01 item 1.
    RepresentativePosition,
    /// `male` or `female`.
    RepresentativeSex,
    RepresentativeEthnicGroup,
    RepresentativeAddress,
    /// Form 02 I.8.
    History,
    /// Form 02 I.9.
    Organisation,
    /// Heading of Form 01.
    Province,
    /// For the unit that the dossier is filed with (article 7.1).
    Commune,
    /// Heading of Form 01: the year of the rating.
    Year,
    /// Signature lines.
    Place,
    /// dd/mm/yyyy; empty: left blank to be filled by hand.
    SignedOn,
    TickBusinessRegistration,
    TickQualityDeclared,
    TickFoodSafetyCertificate,
    TickProductionCertificate,
    TickIntellectualProperty,
    TickTrademark,
    TickCollectiveRight,
    TickPatent,
    TickIndustrialDesign,
    TickCopyright,
    TickOtherProperty,
    /// What the other property is.
    OtherProperty,
    /// Form 02 II, the four prompted topics.
    ResultsMaterials,
    ResultsQuality,
    ResultsMarket,
    ResultsBusiness,
    /// Form 02 IV.
    PlanProduct,
    PlanProduction,
    PlanMarket,
    /// Re-rating, the eleven topics of article 6.1c and Form 02.
    RenewedMaterials,
    RenewedTechnology,
    RenewedPackaging,
    RenewedLabels,
    RenewedDeclaration,
    RenewedTests,
    RenewedMarket,
    RenewedOutput,
    RenewedRevenue,
    RenewedPapers,
    RenewedAchievements,
}

/// How a field is asked and checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Line,
    Paragraph,
    Phone,
    Email,
    /// dd/mm/yyyy
    Date,
    Year,
    Number,
    /// One of these values.
    Choice(&'static [&'static str]),
    Tick,
}

/// Where a field is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Product,
    Applicant,
    Representative,
    Filing,
    Ticks,
    /// Form 02 part II.
    Results,
    /// Form 02 part IV.
    Plans,
    /// Re-rating only.
    Renewal,
}

use FieldKind::{Choice, Date, Email, Line, Number, Paragraph, Phone, Tick, Year};
use Section::{Applicant, Filing, Plans, Product, Renewal, Representative, Results, Ticks};

/// Who may apply (article 2.3), and for tourism also associations and operating centres.
pub const LEGAL_FORMS: [&str; 7] = [
    "cooperative",
    "cooperative-group",
    "small-medium-enterprise",
    "farm",
    "household",
    "association",
    "operating-centre",
];

impl Field {
    /// Every field in the order in which the forms print them, with place, kind, whether it is
    /// required to hand in, and its key in files (`group.name`).
    pub const TABLE: [(Field, Section, FieldKind, bool, &'static str); 53] = [
        (Field::ProductName, Product, Line, true, "product.name"),
        (Field::ProductSpecification, Product, Paragraph, true, "product.specification"),
        (Field::Samples, Product, Number, false, "product.samples"),
        (Field::ProductCode, Product, Line, false, "product.code"),
        (Field::ApplicantName, Applicant, Line, true, "applicant.name"),
        (Field::LegalForm, Applicant, Choice(&LEGAL_FORMS), true, "applicant.legal_form"),
        (Field::Address, Applicant, Line, true, "applicant.address"),
        (Field::Phone, Applicant, Phone, true, "applicant.phone"),
        (Field::Email, Applicant, Email, false, "applicant.email"),
        (Field::Founded, Applicant, Date, true, "applicant.founded"),
        (Field::RegistrationNumber, Applicant, Line, false, "applicant.registration_number"),
        (Field::RepresentativeName, Representative, Line, true, "representative.name"),
        (Field::RepresentativePosition, Representative, Line, true, "representative.position"),
        (Field::RepresentativeSex, Representative, Choice(&["male", "female"]), true, "representative.sex"),
        (Field::RepresentativeEthnicGroup, Representative, Line, true, "representative.ethnic_group"),
        (Field::RepresentativeAddress, Representative, Line, true, "representative.address"),
        (Field::History, Applicant, Paragraph, true, "applicant.history"),
        (Field::Organisation, Applicant, Paragraph, true, "applicant.organisation"),
        (Field::Province, Filing, Line, true, "filing.province"),
        (Field::Commune, Filing, Line, true, "filing.commune"),
        (Field::Year, Filing, Year, true, "filing.year"),
        (Field::Place, Filing, Line, false, "filing.place"),
        (Field::SignedOn, Filing, Date, false, "filing.signed_on"),
        (Field::TickBusinessRegistration, Ticks, Tick, false, "ticks.business_registration"),
        (Field::TickQualityDeclared, Ticks, Tick, false, "ticks.quality_declared"),
        (Field::TickFoodSafetyCertificate, Ticks, Tick, false, "ticks.food_safety_certificate"),
        (Field::TickProductionCertificate, Ticks, Tick, false, "ticks.production_certificate"),
        (Field::TickIntellectualProperty, Ticks, Tick, false, "ticks.intellectual_property"),
        (Field::TickTrademark, Ticks, Tick, false, "ticks.trademark"),
        (Field::TickCollectiveRight, Ticks, Tick, false, "ticks.collective_right"),
        (Field::TickPatent, Ticks, Tick, false, "ticks.patent"),
        (Field::TickIndustrialDesign, Ticks, Tick, false, "ticks.industrial_design"),
        (Field::TickCopyright, Ticks, Tick, false, "ticks.copyright"),
        (Field::TickOtherProperty, Ticks, Tick, false, "ticks.other_property"),
        (Field::OtherProperty, Ticks, Line, false, "ticks.other_property_name"),
        (Field::ResultsMaterials, Results, Paragraph, true, "results.materials"),
        (Field::ResultsQuality, Results, Paragraph, true, "results.quality"),
        (Field::ResultsMarket, Results, Paragraph, true, "results.market"),
        (Field::ResultsBusiness, Results, Paragraph, true, "results.business"),
        (Field::PlanProduct, Plans, Paragraph, true, "plans.product"),
        (Field::PlanProduction, Plans, Paragraph, true, "plans.production"),
        (Field::PlanMarket, Plans, Paragraph, true, "plans.market"),
        (Field::RenewedMaterials, Renewal, Paragraph, true, "renewal.materials"),
        (Field::RenewedTechnology, Renewal, Paragraph, true, "renewal.technology"),
        (Field::RenewedPackaging, Renewal, Paragraph, true, "renewal.packaging"),
        (Field::RenewedLabels, Renewal, Paragraph, true, "renewal.labels"),
        (Field::RenewedDeclaration, Renewal, Paragraph, true, "renewal.declaration"),
        (Field::RenewedTests, Renewal, Paragraph, true, "renewal.tests"),
        (Field::RenewedMarket, Renewal, Paragraph, true, "renewal.market"),
        (Field::RenewedOutput, Renewal, Paragraph, true, "renewal.output"),
        (Field::RenewedRevenue, Renewal, Paragraph, true, "renewal.revenue"),
        (Field::RenewedPapers, Renewal, Paragraph, true, "renewal.papers"),
        (Field::RenewedAchievements, Renewal, Paragraph, true, "renewal.achievements"),
    ];

    fn row(self) -> &'static (Field, Section, FieldKind, bool, &'static str) {
        // Every variant stands in the table; the test below holds it to that.
        Field::TABLE.iter().find(|row| row.0 == self).unwrap_or(&Field::TABLE[0])
    }

    pub fn section(self) -> Section {
        self.row().1
    }

    pub fn kind(self) -> FieldKind {
        self.row().2
    }

    /// Whether the form cannot be handed in without it.
    pub fn is_required(self) -> bool {
        self.row().3
    }

    /// Its key in files: group and name.
    pub fn key(self) -> &'static str {
        self.row().4
    }

    /// The field with this key in files.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::TABLE.iter().find(|row| row.4 == key).map(|row| row.0)
    }

    /// The fields of a section in printed order.
    pub fn in_section(section: Section) -> impl Iterator<Item = Field> {
        Field::TABLE.iter().filter(move |row| row.1 == section).map(|row| row.0)
    }
}

/// Field values as typed. An absent field is empty; a ticked box is `true`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<Field, String>);

impl Fields {
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }

    /// Keeps a value as it was typed; an empty one is forgotten.
    pub fn set(&mut self, field: Field, value: String) {
        if value.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, value);
        }
    }

    pub fn is_ticked(&self, field: Field) -> bool {
        self.get(field) == "true"
    }

    /// The fields that have a value, in the order of the forms.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, value)| (*field, value.as_str()))
    }
}
