//! `ocop catalogue | rate FILE… | check FILE…`, for officers and scripts.

fn main() {
    println!("{}", ocop::domain::criteria::catalogue_json());
}
