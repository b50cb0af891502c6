//! How long it takes to find the sets of a product by its name, on one core: `make bench`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use ocop::domain::decision::{Language, newest};
use ocop::domain::find::find;

const NAMES: [&str; 12] = [
    "Nước mắm Phú Quốc Khải Hoàn 43 độ đạm",
    "nuoc mam",
    "nuowcs mawms",
    "Trà túi lọc cà gai leo",
    "Bánh tráng cuốn Hương Huệ",
    "Thực phẩm bảo vệ sức khỏe Vicumax Limited Nano Curcumin",
    "Cam",
    "Hưng Thịnh",
    "Dried mango of Cao Lãnh",
    "Điểm du lịch dịch vụ làng quê Hồng Vân",
    "Sầu riêng sấy thăng hoa Sáu Ri",
    "Nước lau sàn hữu cơ",
];

fn main() {
    let start = Instant::now();
    black_box(find(newest(), "Cam", Language::Vi));
    println!("{:<44} {:>10.2?}", "the first name, with the index made", start.elapsed());

    let mut times: Vec<Duration> = NAMES.iter().map(|name| time(name)).collect();
    times.sort();
    let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
    let budget = Duration::from_micros(50);
    let verdict = if slowest <= budget { "ok" } else { "OVER" };
    println!(
        "{:<44} median {median:>10.2?}   slowest {slowest:>10.2?}   budget {budget:>8.0?}   {verdict}",
        "finding the sets of a name"
    );
}

/// The least of five rounds: what the machine does beside it only adds.
fn time(name: &str) -> Duration {
    const CALLS: u32 = 400;
    let round = |_| {
        let start = Instant::now();
        for _ in 0..CALLS {
            black_box(find(newest(), black_box(name), Language::Vi));
        }
        start.elapsed() / CALLS
    };
    (0..5).map(round).min().unwrap_or_default()
}
