use crate::domain::decision::Language;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::rating::Answer;
use crate::ui::hooks::decision_today;

/// A made-up product to look around with: oranges, most criteria answered, one four-star minimum
/// missed. `made` is its id and its instant.
pub fn example(language: Language, made: (String, String)) -> Dossier {
    let set = decision_today().set(1).unwrap_or(&decision_today().sets[0]);
    let mut dossier = Dossier::new(made.0, made.1, set);
    let (product, applicant) = match language {
        Language::Vi => ("Cam sành (ví dụ)", "Hợp tác xã Cam Sành Xanh"),
        Language::En => ("Green oranges (example)", "Green Orange Cooperative"),
    };
    dossier.fields.set(Field::ProductName, product.to_owned());
    dossier.fields.set(Field::ApplicantName, applicant.to_owned());
    dossier.unrecognised = true;
    for (position, criterion) in set.criteria.iter().enumerate() {
        let best = criterion.best_level() as u8;
        let answer = match criterion.code {
            "1.5" => Answer::Level(1),
            "1.7" | "2.4" | "4.3" | "11" => Answer::Unanswered,
            "3.4" | "1.4" | "7" | "12" | "5.3" => Answer::Level(best.saturating_sub(1)),
            "5.1" => Answer::Level(best.saturating_sub(1)),
            _ => Answer::Level(best),
        };
        dossier.assessment.set_answer(position, answer);
    }
    dossier
}
