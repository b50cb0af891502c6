//! The fonts that the forms are set in where Word's own are not: each set alone, so that none helps another.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A family that stands in for Times New Roman.
pub struct Fonts {
    pub family: &'static str,
    /// What fontconfig reads instead of the machine's own settings.
    pub settings: PathBuf,
}

impl Fonts {
    /// The three families that a free system has, each with settings written into this folder.
    pub fn all(folder: &Path) -> Vec<Fonts> {
        ["Liberation Serif", "Noto Serif", "DejaVu Serif"].map(|family| Fonts::of(family, folder)).into()
    }

    fn of(family: &'static str, folder: &Path) -> Fonts {
        let name = family.to_lowercase().replace(' ', "-");
        let own = folder.join(&name);
        std::fs::create_dir_all(&own).expect("cargo's folder for tests can be written");
        // Its four faces, and the signs that Noto keeps in a font of their own.
        let wanted = |file: &Path| {
            let file = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            file.starts_with(&family.replace(' ', "")) || family.starts_with("Noto") && file.starts_with("NotoSansMath")
        };
        let files: Vec<PathBuf> = installed().into_iter().filter(|file| wanted(file)).collect();
        assert!(files.len() >= 3, "{family} is not here: `scripts/setup.sh test` brings it");
        for file in files {
            std::fs::copy(&file, own.join(file.file_name().expect("a file"))).expect("it can be copied");
        }
        let settings = folder.join(format!("{name}.conf"));
        let text = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig><dir>{}</dir>\
             <cachedir>{}</cachedir><alias binding=\"same\"><family>Times New Roman</family>\
             <prefer><family>{family}</family></prefer></alias></fontconfig>\n",
            own.display(),
            own.join("cache").display()
        );
        std::fs::write(&settings, text).expect("written");
        Fonts { family, settings }
    }
}

/// Every font file that the machine has, the set-up's own first.
fn installed() -> Vec<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache")));
    let tools = cache.map(|cache| cache.join("ocop-tools/fonts"));
    let brought = tools.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let list =
        Command::new("fc-list").args([":", "file"]).output().expect("fc-list: `scripts/setup.sh test` brings it");
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    let system = list.lines().map(|line| PathBuf::from(line.trim_end_matches([' ', ':'])));
    let mut files: Vec<PathBuf> = brought.map(|entry| entry.path()).chain(system).collect();
    // The same face twice, older in one place: the set-up's own stays.
    let mut names = std::collections::BTreeSet::new();
    files.retain(|file| file.file_name().is_some_and(|name| names.insert(name.to_owned())));
    files
}
