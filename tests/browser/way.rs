//! From where a product stands to a plan that one can take along: the way to a star with its locks
//! and dates, trying answers, papers, and a link for somebody else.

use ocop::domain::calendar::Date;
use ocop::domain::decision::{ProductSet, first};
use ocop::domain::dossier::wire::to_json;
use ocop::domain::dossier::{Dossier, Field, begin_from};
use ocop::domain::rating::{Answer, Assessment, rate};
use serde_json::json;

use crate::council::{device, orange, worth};
use crate::harness::{Ability, Browser, Device, Key, Site, Size};
use crate::steps::{choose, kept, page, wait_saved};

/// A browser with the example product open at one of its pages. Its answers: 80 points, three stars,
/// with three minimums of four stars missed (1.5, 3.4, 5.1).
fn example_at<'a>(site: &Site, page: &str, device: impl Into<Device<'a>>) -> (Browser, String) {
    let browser = Browser::open(&site.url(""), device);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    let url = browser.url();
    let id = url.rsplit('/').next().expect("the address ends in the dossier's id").to_owned();
    browser.follow(&format!("#/d/{id}/{page}"));
    (browser, id)
}

#[test]
fn locks_change_the_way_and_say_what_closes_it() {
    let site = Site::of_the_build();
    let (browser, _) = example_at(&site, "way", Size::Phone);
    browser.wait_heading("Lộ trình lên 4 sao");
    browser.wait_text("3 việc · 80 → 84 điểm");
    browser.wait_text("Không có lộ trình khác");
    // Where every step is a must, nothing is said of doing without one.
    assert!(!browser.text().contains("Việc nào không làm được?"), "none can be done without");
    browser.wait_text("Kịp đợt nào?");

    browser.click("button", "Không làm 1.5");
    browser.wait_text("Không có lộ trình lên 4 sao");
    assert!(!browser.text().contains("Kịp đợt nào?"), "no round is in time for what cannot be reached");
    browser.wait_text("Cao nhất còn đạt được: 3 sao");
    browser.reload();
    browser.wait_text("Không có lộ trình lên 4 sao");
    browser.click("button", "Có thể làm 1.5");
    browser.wait_text("3 việc · 80 → 84 điểm");

    // Five stars: 4.3 brings most. Without it more steps are needed, and the page offers that way.
    browser.click("button", "5 sao");
    browser.wait_heading("Lộ trình lên 5 sao");
    browser.wait_text("4 việc · 80 → 90 điểm");
    browser.wait_text("Việc nào không làm được?");
    browser.click("summary", "Lộ trình khác");
    let ways = browser.names("button").into_iter().filter(|name| name.starts_with("Chọn cách này")).collect::<Vec<_>>();
    assert_eq!(ways.len(), 3, "{ways:?}");
    assert_eq!(ways[0], "Chọn cách này: không làm 4.3");
    browser.click("button", &ways[1]);
    browser.wait_text("6 việc · 80 → 9");
    for code in ways[1].rsplit("không làm ").next().expect("codes").split(", ") {
        browser.find("button", &format!("Có thể làm {code}"));
    }
}

/// What is locked is told where its step stood, and the eye stays there.
#[test]
fn a_step_that_nobody_does_says_so_in_its_place() {
    let site = Site::of_the_build();
    let (browser, id) = example_at(&site, "c/4.3", Size::Phone);
    browser.wait_heading("4.3");
    choose(&browser, "Chưa trả lời");
    wait_saved(&browser);
    browser.follow(&format!("#/d/{id}/way"));
    browser.wait_heading("Lộ trình lên");
    browser.click("button", "5 sao");
    browser.wait_heading("Lộ trình lên 5 sao");
    let pressed = browser.press_in_sight("button", "Không làm 4.3");
    browser.wait_text("Không làm 4.3: chưa trả lời nên cả tiêu chí tính 0 điểm.");
    browser.wait("the focus on it", || (browser.eval("document.activeElement.id") == "way-gone").then_some(()));
    let now = browser.eval("document.activeElement.getBoundingClientRect()");
    let (top, end) = (now["top"].as_f64().unwrap_or_default(), now["bottom"].as_f64().unwrap_or_default());
    assert!(top > 0.0 && (top..end + 250.0).contains(&pressed), "pressed at {pressed}, told from {top} to {end}");
    browser.run("document.querySelector('.way-gone button').click()", json!([]));
    browser.wait("its step again", || browser.has("button", "Không làm 4.3").then_some(()));
    browser.wait("the focus on it", || (browser.eval("document.activeElement.id") == "lock-4.3").then_some(()));
}

/// Opens or closes what is said of a step's effort, at the step.
#[track_caller]
fn toggle_effort(browser: &Browser, code: &str) {
    browser.click("button", &format!("Ai làm, bao lâu: {code}"));
}

#[test]
fn what_the_applicant_says_of_the_months_moves_the_dates() {
    let site = Site::of_the_build();
    let (browser, id) = example_at(&site, "way", Size::Desktop);
    browser.wait_text("thường 1–15 tháng");
    for code in ["1.5", "3.4", "5.1"] {
        toggle_effort(&browser, code);
        browser.fill("textbox", "Mất mấy tháng?", "1");
        browser.press(Key::Tab);
        toggle_effort(&browser, code);
    }
    browser.wait_text("Xong việc");
    browser.wait("nothing to be advice any more", || {
        (!browser.text().contains("theo số tháng trang khuyên")).then_some(())
    });

    browser.click("button", "Tải lịch nhắc cho điện thoại, máy tính");
    let file = browser.download();
    assert!(file.extension().is_some_and(|ending| ending == "ics"), "{}", file.display());
    let text = std::fs::read_to_string(&file).expect("the calendar file");
    let calendar: icalendar::Calendar = text.parse().expect("a calendar that another program reads");
    assert!(text.contains(&format!("{id}-hand-in@ocop")), "{text}");
    assert_eq!(calendar.components.len(), 3, "work done, hand in, province decides: {text}");
}

#[test]
fn who_does_a_step_is_said_where_the_steps_are_and_stands_on_the_plan() {
    let site = Site::of_the_build();
    let (browser, id) = example_at(&site, "way", Size::Phone);
    browser.wait_heading("Lộ trình lên 4 sao");
    assert!(!browser.has("textbox", "Ai làm"), "nobody meets the fields who does not ask for them");
    toggle_effort(&browser, "1.5");
    browser.fill("textbox", "Ai làm", "Chị Lan");
    browser.fill("textbox", "Xong trước", "15/03/2027");
    toggle_effort(&browser, "1.5");
    browser.wait_gone("textbox", "Ai làm");
    browser.wait_text("Chị Lan · xong trước 15/03/2027");
    wait_saved(&browser);
    browser.follow(&format!("#/d/{id}/plan"));
    browser.wait("the same on the plan", || {
        let who = browser.eval("document.getElementById('who-1.5')?.value");
        let until = browser.eval("document.getElementById('until-1.5')?.value");
        (who == "Chị Lan" && until == "15/03/2027").then_some(())
    });
}

/// A breach that nobody asked about yet may still end it, whatever the points.
#[test]
fn a_result_says_how_many_questions_may_still_end_it() {
    let site = Site::of_the_build();
    let mut dossier = orange("stops");
    dossier.assessment = worth(84);
    let browser = device(&site, &dossier, Size::Phone, "result");
    let open = "câu về điều làm dừng đánh giá chưa trả lời";
    browser.wait_text(open);
    browser.click("link", "Có được chấm không?");
    browser.wait_heading("Có được chấm không?");

    let declared = dossier.set().criteria.iter().filter(|criterion| criterion.declared_note().is_some());
    let codes = declared.map(|criterion| criterion.code.to_owned());
    dossier.asked = codes.chain(["dossier".to_owned()]).collect();
    let browser = device(&site, &dossier, Size::Phone, "result");
    browser.wait_text("84");
    assert!(!browser.text().contains(open), "every one was asked");
}

/// Firefox tells of a field that is left only when the page is already ending, after all was kept. In any engine an
/// event that comes then does the same.
#[test]
fn a_number_that_is_left_as_the_page_ends_is_there_the_next_time() {
    let site = Site::of_the_build();
    let (browser, _) = example_at(&site, "way", Size::Desktop);
    browser.wait_text("thường 1–15 tháng");
    toggle_effort(&browser, "1.5");
    browser.find("textbox", "Mất mấy tháng?");
    let late = "((field) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '7');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.addEventListener('visibilitychange', () => field.dispatchEvent(new Event('change', { bubbles: true })));
        })(document.querySelector('input[id*=months]'))";
    browser.eval(late);
    browser.reload();
    // It was too late to be kept as work: it counts when its field is there again.
    browser.wait_text("thường 1–15 tháng");
    toggle_effort(&browser, "1.5");
    browser.wait_text("7 tháng");
    browser.wait("the number", || (browser.find("textbox", "Mất mấy tháng?").value() == "7").then_some(()));
}

#[test]
fn a_certificate_shows_its_window() {
    let site = Site::of_the_build();
    let (browser, _) = example_at(&site, "standing", Size::Phone);
    choose(&browser, "4 sao");
    browser.fill("textbox", "Ngày cấp", "31/02/2026");
    browser.wait("the fault", || browser.has("alert", "").then_some(()));
    browser.fill("textbox", "Ngày cấp", "29022024");
    browser.press(Key::Tab);
    browser.wait("the day in order", || (browser.find("textbox", "Ngày cấp").value() == "29/02/2024").then_some(()));
    page(&browser, "way");
    browser.wait_text("28/02/2027");

    // The days of the window are told while they are to come.
    let today = browser.eval("new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })");
    let today = Date::parse(today.as_str().expect("a day")).expect("a day");
    let issued = today.plus_months(-24);
    let end = issued.plus_months(36);
    page(&browser, "standing");
    browser.fill("textbox", "Ngày cấp", &issued.to_string());
    browser.press(Key::Tab);
    page(&browser, "way");
    for date in [end, end.plus_days(-180), end.plus_days(-120)] {
        browser.wait_text(&date.to_string());
    }
}

#[test]
fn what_is_being_typed_survives_what_happens_beside_it() {
    let site = Site::of_the_build();
    let (browser, _) = example_at(&site, "standing", Size::Desktop);
    choose(&browser, "4 sao");
    browser.fill("textbox", "Ngày cấp", "15/06/2024");
    browser.press(Key::Tab);
    browser.wait_text("15/06/2027");
    // The page is drawn again when the first change has been kept.
    browser.fill("textbox", "Ngày cấp", "16/07");
    browser.wait_text("Đã lưu");
    assert_eq!(browser.find("textbox", "Ngày cấp").value(), "16/07");
}

#[test]
fn a_trial_changes_nothing_until_it_is_kept() {
    let site = Site::of_the_build();
    let (browser, id) = example_at(&site, "try", Size::Desktop);
    browser.wait_heading("Thử xem");
    browser.click("button", "Điền theo lộ trình lên 4 sao");
    browser.wait_text("84/100");
    browser.click("button", "Bỏ, về như cũ");
    browser.wait_text("Chưa đổi tiêu chí nào");
    let chosen = "document.getElementById('try-1.5').value";
    assert_eq!(browser.eval(chosen), "1", "the list shows the real answer again");

    browser
        .choose("Thử mức cho 1.5", "2 · Hợp đồng liên kết cho trên 75% sản lượng tiêu thụ (mức tối thiểu của 4 sao)");
    browser.wait_text("81/100");
    browser.follow(&format!("#/d/{id}/result"));
    browser.wait_text("80/100");
    browser.follow(&format!("#/d/{id}/try"));
    browser
        .choose("Thử mức cho 1.5", "2 · Hợp đồng liên kết cho trên 75% sản lượng tiêu thụ (mức tối thiểu của 4 sao)");
    // It takes a second word, and a day is left to take it back.
    browser.click("button", "Giữ 1 thay đổi");
    browser.wait_text("Ghi 1 thay đổi này vào bản tự chấm?");
    browser.click("button", "Chưa");
    browser.click("button", "Giữ 1 thay đổi");
    browser.click("button", "Ghi vào bản tự chấm");
    browser.wait_heading("Lộ trình lên 4 sao");
    browser.wait_text("2 việc · 81 → 84 điểm");
    wait_saved(&browser);
    browser.reload();
    browser.wait_text("Vừa ghi 1 thay đổi từ bản thử");
    browser.click("button", "Hoàn tác");
    browser.wait_text("Đã trả 1 câu trả lời về như trước khi thử");
    browser.wait_text("80 → 84 điểm");
    browser.wait_gone("button", "Hoàn tác");
}

#[test]
fn papers_propose_and_the_applicant_decides() {
    let site = Site::of_the_build();
    let (browser, id) = example_at(&site, "papers", Size::Desktop);
    browser.click("summary", "3. Nguyên liệu, liên kết chuỗi");
    browser.click("checkbox", "Hợp đồng liên kết, kèm bảng kê: trên 75% sản lượng tiêu thụ");
    browser.click("button", "Không lấy đề xuất cho 1.5");
    browser.wait_text("Đã bỏ qua 1 đề xuất");
    browser.wait_text("80/100");
    browser.click("button", "Xem lại");
    browser.click("button", "Đồng ý 1.5");
    browser.wait_text("81/100");
    browser.follow(&format!("#/d/{id}/c/1.5"));
    browser.wait_text("cần xem lại");
}

#[test]
fn a_plan_keeps_who_and_until_and_what_is_done() {
    let site = Site::of_the_build();
    let (browser, _) = example_at(&site, "plan", Size::Phone);
    browser.wait_heading("Lộ trình lên 4 sao");
    browser.run("document.getElementById('who-1.5').focus()", json!([]));
    browser.type_text("Chị Lan");
    browser.press(Key::Tab);
    browser.type_text("15/03/2027");
    browser.click("checkbox", "Đã xong: 1.5");
    browser.wait_text("xong 1/3");
    browser.wait_text("Đã lưu");
    browser.reload();
    browser.wait_text("xong 1/3");
    let text = browser.find("textbox", "Lộ trình dạng chữ").value();
    for part in ["☑ 1. 1.5", "Chị Lan", "15/03/2027"] {
        assert!(text.contains(part), "{part} is missing from\n{text}");
    }
    assert!(!text.contains("127.0.0.1"), "an address of this machine is given away in\n{text}");
    // On paper there are words instead of fields.
    if browser.can(Ability::Media) {
        browser.emulate_media(json!([]), "print");
        browser.wait_text("Chị Lan");
        assert!(browser.names("button").is_empty(), "{:?}", browser.names("button"));
    }
}

#[test]
fn a_link_shows_an_assessment_to_somebody_else() {
    let site = Site::of_the_build();
    let (browser, _) = example_at(&site, "plan", Size::Phone);
    let link = browser.wait("the link", || {
        let link = browser.eval("document.getElementById('share-link')?.innerText");
        link.as_str().map(str::to_owned)
    });
    // An address of this machine leads nowhere from elsewhere: what is given is what follows the page's address.
    assert!(link.starts_with("#/s/") && browser.names("img").iter().all(|name| !name.contains("Mã QR")), "{link}");
    browser.wait_text("máy khác không mở được đường dẫn");
    let link = site.url(&link);

    let other = Browser::open(&link, Size::Phone);
    other.wait_heading("Bản tự chấm được gửi");
    other.wait_text("80/100");
    other.wait_text("chưa có hồ sơ nào cùng bộ 1");
    other.click("button", "Bắt đầu hồ sơ từ bản này");
    other.wait_heading("Sản phẩm chưa đặt tên");

    let broken = format!("{}x", link.split('#').nth(1).expect("a fragment"));
    other.follow(&broken);
    other.wait_heading("Không đọc được đường dẫn này");
    other.wait_text("bị cắt hoặc bị đổi");
    let code = link.rsplit('/').next().expect("a code");
    other.follow(&format!("/s/9{}", &code[1..]));
    other.wait_text("bản mới hơn");
    other.follow(&format!("/s/{code}"));
    other.wait_heading("Bản tự chấm được gửi");
    other.choose("So sánh với", "Sản phẩm chưa đặt tên (Rau, củ, quả, hạt tươi)");
    other.wait_text("Hai bản trả lời giống hệt nhau");
}

/// Answers to everything a set asks, drawn anyhow but the same in every run.
fn any_full_answers(set: &'static ProductSet) -> Assessment {
    let mut state = u64::from(set.no.0);
    // Knuth's linear congruential generator; its high bits are the good ones.
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut assessment = Assessment::new(set);
    for (place, criterion) in set.criteria.iter().enumerate() {
        let answer = match draw(criterion.levels.len() + 1) {
            0 => Answer::NoneOfThese,
            level => Answer::Level(level as u8 - 1),
        };
        assessment.set_answer(place, answer);
        assessment.declare(place, draw(60) == 0);
    }
    assessment
}

#[test]
fn the_link_of_every_set_shows_the_same_answers_stars_and_points() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    browser.wait_heading("Về trang này");
    let dossiers: Vec<Dossier> = first()
        .sets
        .iter()
        .map(|set| {
            let id = format!("link{:02}", set.no.0);
            let mut dossier = begin_from(any_full_answers(set), id, "2026-11-24T01:00:00.000Z".to_owned());
            dossier.fields.set(Field::ProductName, format!("Sản phẩm của bộ {}", set.no.0));
            dossier
        })
        .collect();
    for dossier in &dossiers {
        let key = format!("ocop/dossier/{}", dossier.id);
        browser.run("localStorage[arguments[0]] = arguments[1]", json!([key, to_json(dossier)]));
    }
    browser.reload();
    browser.wait_heading("Về trang này");
    let before = kept(&browser);
    let mut last = String::new();
    for dossier in &dossiers {
        let no = dossier.set().no.0;
        browser.follow(&format!("#/d/{}/plan", dossier.id));
        let link = browser.wait("the link", || {
            let link = browser.eval("document.getElementById('share-link')?.innerText");
            link.as_str().filter(|link| **link != last).map(str::to_owned)
        });
        assert!(link.len() <= 300, "set {no}: {link}");
        browser.follow(link.split('#').nth(1).expect("a fragment"));
        browser.wait_text(&format!("Bộ {no} · {}", dossier.set().name.vi));
        let rating = rate(&dossier.assessment);
        let star = rating.star.map_or("Dừng đánh giá".to_owned(), |star| format!("{} sao", u8::from(star)));
        // The plan says what product it is as well.
        let shown = browser.wait("the star of the link", || {
            let shown = browser.eval("document.querySelector('.shared-star')?.innerText.replace(/\\s+/g, ' ')");
            shown.as_str().map(str::to_owned)
        });
        assert!(shown.starts_with(&star) && shown.ends_with(&format!("· {}/100", rating.total.0)), "set {no}: {shown}");
        assert!(browser.names("radio").is_empty() && browser.names("textbox").is_empty(), "it is only to be read");
        browser.choose("So sánh với", &format!("Sản phẩm của bộ {no}"));
        browser.wait_text("Hai bản trả lời giống hệt nhau");
        last = link;
    }
    assert_eq!(kept(&browser), before, "looking changes nothing");

    let code = last.rsplit('/').next().expect("a code");
    for broken in [&code[..code.len() - 1], &code[..8], &format!("{}x{}", &code[..5], &code[6..])] {
        browser.follow(&format!("#/s/{broken}"));
        browser.wait_heading("Không đọc được đường dẫn này");
        browser.wait_text("bị cắt hoặc bị đổi");
    }
    browser.follow(&format!("#/s/2{}", &code[1..]));
    browser.wait_text("bản mới hơn");
}

#[test]
fn people_who_do_not_see_the_pages_find_their_way() {
    let site = Site::with_its_worker();
    let mut faults = Vec::new();
    for dark in [false, true] {
        let (browser, id) = example_at(&site, "way", Device { dark, ..Size::Phone.into() });
        browser.click("button", "Giấy tờ cho 1.5");
        let code = "1AQCJFE5LmWnC1iXX1FZUhQ";
        let pages = [
            format!("/d/{id}/way"),
            format!("/d/{id}/try"),
            format!("/d/{id}/papers"),
            format!("/d/{id}/plan"),
            format!("/s/{code}"),
        ];
        for page in &pages {
            browser.follow(page);
            browser.wait("the page", || browser.url().ends_with(page.as_str()).then_some(()));
            browser.wait_heading("");
            faults.extend(browser.axe().into_iter().map(|fault| format!("{page}, dark {dark}: {fault}")));
        }
        if browser.can(Ability::Console) {
            faults.extend(browser.complaints());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
