use super::*;
use crate::domain::council::{Scorer, Sheet};
use crate::domain::decision::first;
use crate::domain::dossier::Question;
use crate::domain::forms::plain_text;
use crate::domain::rating::{Answer, Assessment};

#[test]
fn minutes_say_who_was_there_each_total_the_average_and_the_star() {
    let set = first().set(1).expect("set 1");
    let mut dossier = Dossier::new("a".into(), String::new(), set);
    dossier.fields.set(Field::ProductName, "Cam Cao Phong".into());
    assert_eq!(minutes(&dossier), None, "nobody has scored");
    let mut best = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        best.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    let mut less = best.clone();
    less.set_answer(0, Answer::NoneOfThese);
    let sheet = |name: &str, assessment: &Assessment| Sheet {
        scorer: Scorer {
            name: name.into(),
            role: "Thư ký".into(),
            done: true,
            here: true,
            opinion: "Cần tem QR".into(),
            ..Scorer::default()
        },
        assessment: assessment.clone(),
    };
    let council =
        Council { sheets: vec![sheet("An", &best), sheet("Bình", &less)], expected: 3, ..Council::default() };
    dossier.council = Some(council);
    assert_eq!(minutes(&dossier), None, "one sheet is missing");
    if let Some(council) = &mut dossier.council {
        council.expected = 2;
    }
    let text = plain_text(&minutes(&dossier).expect("both are in"));
    assert!(!text.contains("sau khi kết quả"), "nobody came late");
    if let Some(council) = &mut dossier.council {
        council.sheets[1].scorer.late = true;
    }
    assert!(plain_text(&minutes(&dossier).expect("both are in")).contains("đã hiện: Bình."));
    assert!(!plain_text(&minutes(&dossier).expect("both are in")).contains("bản hồ sơ khác"));
    if let Some(council) = &mut dossier.council {
        council.sheets[0].scorer.other_state = true;
    }
    assert!(plain_text(&minutes(&dossier).expect("both are in")).contains("bản của cuộc họp: An."));
    // What is not agreed on to the end gives no star.
    if let Some(council) = &mut dossier.council {
        council.agreed = council.common();
    }
    let text = plain_text(&minutes(&dossier).expect("both are in"));
    assert!(text.contains("theo phiếu thống nhất: chưa xét được, còn 1 tiêu chí"), "{text}");
    if let Some(council) = &mut dossier.council {
        council.agree(0, Answer::NoneOfThese);
    }
    let text = plain_text(&minutes(&dossier).expect("both are in"));
    assert!(text.contains("theo phiếu thống nhất: 5 sao") || text.contains("theo phiếu thống nhất: 4 sao"), "{text}");
    let lost = set.criteria[0].max.0;
    let average = format!("{},{}", 100 - lost.div_ceil(2), if lost % 2 == 1 { "50" } else { "00" });
    for part in ["Cam Cao Phong", "An", "Bình", "Thư ký", "Cần tem QR", "5 sao", &average, &(100 - lost).to_string()]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn minutes_name_who_declared_what_ends_the_evaluation() {
    // What three scorers who gave the best levels made the minutes say.
    let text = |no: u8, change: &dyn Fn(&mut [Sheet])| {
        let set = first().set(no).expect("a set");
        let mut best = Assessment::new(set);
        for (position, criterion) in set.criteria.iter().enumerate() {
            best.set_answer(position, Answer::Level(criterion.best_level() as u8));
        }
        let sheet = |name: &str| Sheet {
            scorer: Scorer { name: name.into(), done: true, ..Scorer::default() },
            assessment: best.clone(),
        };
        let mut sheets: Vec<Sheet> = ["An", "Bình", "Chi"].map(sheet).into();
        change(&mut sheets);
        let mut dossier = Dossier::new("a".into(), String::new(), set);
        dossier.council = Some(Council { sheets, expected: 3, ..Council::default() });
        plain_text(&minutes(&dossier).expect("all are in"))
    };
    #[track_caller]
    fn says(text: &str, line: &str) {
        assert!(text.lines().any(|one| one.trim() == line), "{line} in {text}");
    }
    assert!(!text(1, &|_| ()).contains("lý do dừng đánh giá"));
    let origin = first().set(1).and_then(|set| set.position("1.1")).expect("1.1");
    let of_fruit = text(1, &|sheets| {
        sheets[0].declare(Question::Dossier, true);
        sheets[2].declare(Question::Dossier, true);
        sheets[1].declare(Question::Breach(origin), true);
    });
    let rejected = "Hồ sơ bị loại khi: Giả mạo hồ sơ hoặc không tuân thủ đầy đủ các quy định về giấy chứng nhận cơ sở \
                    đủ điều kiện an toàn thực phẩm theo quy định; hoặc không đáp ứng về hồ sơ đăng ký theo quy định";
    says(&of_fruit, &format!("- Phiếu nêu lý do dừng đánh giá (An, Chi): {rejected}"));
    says(
        &of_fruit,
        "- Phiếu nêu lý do dừng đánh giá (Bình): tiêu chí 1.1: Toàn bộ (100%) sản phẩm đăng ký phải trồng trong tỉnh.",
    );
    says(&of_fruit, "- Khi xét yêu cầu tối thiểu đối với quá nửa số phiếu: dừng đánh giá");
    let washed = first().set(16).and_then(|set| set.position("6.2")).expect("6.2");
    let of_water = text(16, &|sheets| sheets[1].assessment.set_answer(washed, Answer::NoneOfThese));
    says(&of_water, "- Phiếu nêu lý do dừng đánh giá (Bình): tiêu chí 6.2: 0 điểm");
}

#[test]
fn minutes_say_what_was_decided_together_on_a_breach_and_what_is_open() {
    let set = first().set(1).expect("set 1");
    let mut best = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        best.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    let sheet = |name: &str| Sheet {
        scorer: Scorer { name: name.into(), done: true, ..Scorer::default() },
        assessment: best.clone(),
    };
    let mut sheets: Vec<Sheet> = ["An", "Bình", "Chi"].map(sheet).into();
    sheets[1].declare(Question::Dossier, true);
    let mut council = Council { sheets, expected: 3, ..Council::default() };
    let mut text = |change: &dyn Fn(&mut Council)| {
        change(&mut council);
        let mut dossier = Dossier::new("a".into(), String::new(), set);
        dossier.council = Some(council.clone());
        plain_text(&minutes(&dossier).expect("all are in"))
    };
    assert!(!text(&|_| ()).contains("Cuộc họp quyết định"));
    let upheld = text(&|council| council.decide(Question::Dossier, Some(true)));
    assert!(upheld.contains("quyết định về lý do trên: dừng đánh giá"), "{upheld}");
    assert!(upheld.contains("theo phiếu thống nhất: dừng đánh giá"), "{upheld}");
    let refused = text(&|council| council.decide(Question::Dossier, Some(false)));
    assert!(refused.contains("quyết định về lý do trên: không dừng đánh giá"), "{refused}");
    assert!(refused.contains("theo phiếu thống nhất: 5 sao"), "{refused}");
    let open = text(&|council| council.decide(Question::Dossier, None));
    assert!(open.contains("chưa xét được, còn 1 lý do dừng đánh giá chưa thống nhất"), "{open}");
}

#[test]
fn what_was_scored_differently_stands_in_the_order_of_the_criteria() {
    let set = first().set(1).expect("set 1");
    let mut dossier = Dossier::new("a".into(), String::new(), set);
    let mut best = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        best.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    // Further apart on the last criterion than on one before it.
    let max = |position: usize| set.criteria[position].max.0;
    let last = set.criteria.len() - 1;
    let earlier = (0..last).find(|position| max(*position) < max(last)).expect("one that counts less");
    let mut less = best.clone();
    less.set_answer(earlier, Answer::NoneOfThese);
    less.set_answer(last, Answer::NoneOfThese);
    let sheet = |name: &str, assessment: Assessment| Sheet {
        scorer: Scorer { name: name.into(), done: true, ..Scorer::default() },
        assessment,
    };
    let sheets = vec![sheet("An", best), sheet("Bình", less)];
    dossier.council = Some(Council { sheets, expected: 2, ..Council::default() });
    let text = plain_text(&minutes(&dossier).expect("both are in"));
    let at = |position: usize| {
        let named = format!("{}. {}", set.criteria[position].code, criterion_title(set, position));
        text.find(&named).unwrap_or_else(|| panic!("{named} in {text}"))
    };
    assert!(at(earlier) < at(last), "{text}");
}

#[test]
fn minutes_say_where_levels_differ_that_bring_the_same_points() {
    let set = first().set(1).expect("set 1");
    let given = |answer: Answer| {
        let mut given = Assessment::new(set);
        (0..set.criteria.len()).for_each(|position| given.set_answer(position, Answer::Level(1)));
        given.set_answer(set.position("1.2").expect("1.2"), answer);
        given
    };
    let minutes_of = |answers: [Answer; 2]| {
        let sheets = ["An", "Bình"].into_iter().zip(answers).map(|(name, answer)| {
            let scorer = Scorer { name: name.into(), done: true, ..Scorer::default() };
            Sheet { scorer, assessment: given(answer) }
        });
        let council = Some(Council { expected: 2, sheets: sheets.collect(), ..Council::default() });
        let dossier = Dossier { council, ..Dossier::new("a".into(), String::new(), set) };
        plain_text(&minutes(&dossier).expect("both are in"))
    };
    let equal = "Các phiếu chấm giống nhau ở mọi tiêu chí.";
    assert!(minutes_of([Answer::Level(0), Answer::Level(0)]).contains(equal));
    // The lowest level has no points, as none of the levels has.
    let text = minutes_of([Answer::Level(0), Answer::NoneOfThese]);
    assert!(!text.contains(equal) && text.contains("cùng số điểm ở tiêu chí: 1.2."), "{text}");
}
