use yew::prelude::*;

use crate::domain::calendar::Date;
use crate::domain::council::is_blind;
use crate::domain::dossier::Dossier;
use crate::domain::rating::Rating;
use crate::ui::components::{Stars, range_text};
use crate::words::Words;

/// The star if only answers counted that are proven today, beside the star as answered; nothing while there is none, or while sheets of
/// scorers are awaited.
pub fn safe_and_hoped(dossier: &Dossier, rating: &Rating, today: Date, t: &'static Words, below: Html) -> Html {
    if rating.answered == 0 || rating.star.is_none() || is_blind(dossier) {
        return html! {};
    }
    let proven = dossier.proven_rating(Some(today));
    let column = |title: &'static str, rating: &Rating, begun: bool| {
        let (now, _) = range_text(rating, begun, t);
        html! {
            <div class="safe-column">
                <h3>{ title }</h3>
                <Stars now={rating.star.filter(|_| begun)} best={None} />
                <p><strong>{ rating.total.0 }</strong><span class="soft">{ format!("/100 · {now}") }</span></p>
            </div>
        }
    };
    html! {
        <section class="card safe">
            <h2>{ t.result.safe_title }</h2>
            <div class="safe-columns">
                { column(t.result.safe, &proven, proven.total.0 > 0) }
                { column(t.result.hoped, rating, true) }
            </div>
            { below }
        </section>
    }
}
