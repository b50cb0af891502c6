use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use ocop::domain::decision::Language;
use ocop::domain::dossier::wire::{self, MAX_BYTES, Opened, ReadError};

/// The files that were named, and in a folder every `.json` and `.html` file, folders within
/// included, in the order of their names. Names are held for the folders on the way, contents never.
pub struct Walk {
    folders: Vec<IntoIter<Step>>,
}

enum Step {
    /// Named by the user, or a link: looked at when its turn comes.
    Unknown(PathBuf),
    Folder(PathBuf),
    File(PathBuf),
}

/// Why a file gave no dossier.
pub enum Unread {
    Io(io::Error),
    /// A pipe, a device or the like.
    NoFile,
    Format(ReadError),
    /// A folder without any dossier file.
    Empty,
}

impl Walk {
    pub fn new(named: &[PathBuf]) -> Walk {
        let steps: Vec<Step> = named.iter().cloned().map(Step::Unknown).collect();
        Walk { folders: vec![steps.into_iter()] }
    }

    /// Enters a folder; an error or an empty folder takes its place in the walk.
    fn enter(&mut self, folder: PathBuf) -> Option<(PathBuf, Result<(), Unread>)> {
        let listed = fs::read_dir(&folder).and_then(|entries| entries.map(|entry| step(&entry?)).collect());
        let mut steps: Vec<Step> = match listed {
            Ok(steps) => steps,
            Err(error) => return Some((folder, Err(Unread::Io(error)))),
        };
        steps.retain(Step::may_hold_dossiers);
        steps.sort_by(|one, other| one.path().cmp(other.path()));
        // Only a folder that was named is missed when nothing is in it.
        let named = self.folders.len() == 1;
        if steps.is_empty() && named {
            return Some((folder, Err(Unread::Empty)));
        }
        self.folders.push(steps.into_iter());
        None
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn step(entry: &fs::DirEntry) -> io::Result<Step> {
    let kind = entry.file_type()?;
    // A link to a folder is not followed: it could lead back here.
    Ok(if kind.is_dir() { Step::Folder(entry.path()) } else { Step::File(entry.path()) })
}

impl Step {
    fn path(&self) -> &Path {
        match self {
            Step::Unknown(path) | Step::Folder(path) | Step::File(path) => path,
        }
    }

    fn may_hold_dossiers(&self) -> bool {
        let path = self.path();
        // What a Mac puts beside each file of an archive has the same ending and is no dossier.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_hidden = name.starts_with('.') || name == "__MACOSX";
        !is_hidden
            && (matches!(self, Step::Folder(_))
                || ["json", "html", "htm"].iter().any(|ending| has_ending(path, ending)))
    }
}

impl Iterator for Walk {
    /// A file to read, or what cannot be walked.
    type Item = (PathBuf, Result<(), Unread>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(step) = self.folders.last_mut()?.next() else {
                self.folders.pop();
                continue;
            };
            match step {
                Step::File(path) => return Some((path, Ok(()))),
                Step::Unknown(path) if !path.is_dir() => return Some((path, Ok(()))),
                Step::Unknown(path) | Step::Folder(path) => {
                    if let Some(fault) = self.enter(path) {
                        return Some(fault);
                    }
                }
            }
        }
    }
}

/// Reads one file; `-` is standard input.
pub fn open(path: &Path) -> Result<Opened, Unread> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        // As many bytes as are refused, and no more.
        io::stdin().lock().take(MAX_BYTES as u64).read_to_end(&mut bytes).map_err(Unread::Io)?;
    } else {
        // Looked at before it is opened: a pipe that nobody writes to opens never.
        let known = fs::metadata(path).map_err(Unread::Io)?;
        if !known.is_file() && !path.starts_with("/dev/fd") && !path.starts_with("/proc/self/fd") {
            return Err(Unread::NoFile);
        }
        let file = File::open(path).map_err(Unread::Io)?;
        let size = usize::try_from(known.len()).unwrap_or(usize::MAX);
        if size >= MAX_BYTES {
            return Err(Unread::Format(ReadError::TooLarge { bytes: size }));
        }
        file.take(MAX_BYTES as u64).read_to_end(&mut bytes).map_err(Unread::Io)?;
    }
    wire::from_bytes(&bytes).map_err(Unread::Format)
}

impl Unread {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Unread::Io(_) | Unread::NoFile => "cannot-open",
            Unread::Format(error) => error.code(),
            Unread::Empty => "no-dossiers",
        }
    }

    pub fn text(&self, language: Language) -> String {
        match (self, language) {
            (Unread::Io(error), Language::Vi) => vietnamese(error),
            (Unread::Io(error), Language::En) => format!("Cannot be opened: {error}. Check its name and permissions."),
            (Unread::NoFile, Language::Vi) => {
                String::from("Không mở được: đây không phải tệp thường. Dùng “-” để đọc từ đầu vào chuẩn.")
            }
            (Unread::NoFile, Language::En) => {
                String::from("Cannot be opened: this is no regular file. Use - to read standard input.")
            }
            (Unread::Format(error), language) => error.text(language),
            (Unread::Empty, Language::Vi) => String::from("Thư mục không có tệp .json hay .html nào."),
            (Unread::Empty, Language::En) => String::from("The folder has no .json or .html file."),
        }
    }
}

/// What the system says in English, for the faults that people meet.
fn vietnamese(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => String::from("Không mở được: không có tệp hay thư mục này. Hãy kiểm tra tên."),
        io::ErrorKind::PermissionDenied => String::from("Không mở được: không có quyền đọc."),
        _ => format!("Không đọc được ({error}). Hãy kiểm tra tệp và ổ đĩa."),
    }
}
