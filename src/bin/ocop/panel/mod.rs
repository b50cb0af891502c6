//! `ocop panel`: the sheets of several scorers put together, by the rules of the page.

mod left_out;
mod lines;
mod table;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ocop::domain::council::{Council, Outcome as Sitting, Scorer, SheetFault, Taken, outcome};
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::checks::needs_no_paper;

use self::left_out::{LeftOut, Reason};
use self::lines::{Panel, WarningOf};
use crate::args::Args;
use crate::output;
use crate::report::{self, Outcome};

/// What the files hold together: the sheets that count, and what does not.
struct Gathered {
    /// Waits for more than ever come: what is given together was seen by nobody in between.
    council: Council,
    /// How many scorers there are, as far as a file says it.
    expected: usize,
    /// The same, where somebody said it: more sheets may have come.
    said: usize,
    /// A sitting in a file has sheets, and nobody said there how many there will be.
    is_unsaid: bool,
    /// Who has a sheet in the sitting of a file that is not finished.
    scoring: Vec<String>,
    /// The dossier of the first file: what all others must be of.
    of: Dossier,
    left_out: Vec<LeftOut>,
    warnings: Vec<WarningOf>,
    /// The sittings that agreed on a sheet, each with its file.
    agreed: Vec<(PathBuf, Council)>,
}

/// Each file is one scorer's, or a dossier that carries all sheets already; what is left out is named with its reason, and
/// counts as a fault. While sheets are awaited, nothing that is in is told, as on the page, unless it is asked for.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let mut gathered: Option<Gathered> = None;
    let code = report::each(args, |path, opened| {
        let file = opened.dossier;
        let all = gathered.get_or_insert_with(|| Gathered::of(&file));
        for warning in &opened.warnings {
            output::complain(&format!("{}: {}", path.display(), warning.text(args.language)));
            all.warnings.push(WarningOf::new(path, warning, args.language));
        }
        let counted_before = all.left_out.len();
        all.take(path, file);
        let new = &all.left_out[counted_before..];
        new.iter().for_each(|left_out| output::complain(&left_out.line(args.language)));
        Ok(if opened.warnings.is_empty() && new.is_empty() { Outcome::Fine } else { Outcome::Faults })
    })?;
    let Some(mut all) = gathered else { return Ok(code) };
    let before = all.left_out.len();
    all.agree();
    all.left_out[before..].iter().for_each(|left_out| output::complain(&left_out.line(args.language)));
    if args.apart.is_some() {
        all.council.apart = args.apart;
    }
    let set = all.of.set();
    all.council = all.council.on(&all.of);
    let sitting = outcome(&all.council, |position| needs_no_paper(set.criteria[position].wording.key));
    let is_told = all.is_in() || args.early;
    let told: Option<&Sitting> = sitting.as_ref().filter(|_| is_told);
    if args.json {
        report::json(&Panel::of(&all, told, args.language))?;
    } else {
        table::print(&all, told, args.language)?;
    }
    let is_whole = all.is_in() && all.left_out.len() == before && sitting.is_some();
    Ok(if is_whole || code != ExitCode::SUCCESS { code } else { ExitCode::from(Outcome::Faults as u8) })
}

impl Gathered {
    fn of(first: &Dossier) -> Gathered {
        Gathered {
            council: Council { expected: usize::MAX, ..Council::default() },
            expected: 0,
            said: 0,
            is_unsaid: false,
            scoring: Vec::new(),
            of: first.clone(),
            left_out: Vec::new(),
            warnings: Vec::new(),
            agreed: Vec::new(),
        }
    }

    /// Takes the sheets of one file.
    fn take(&mut self, path: &Path, file: Dossier) {
        let before: Vec<Scorer> = self.council.sheets.iter().map(|sheet| sheet.scorer.clone()).collect();
        // Sheets of one scorer within the file: nobody waits for the second.
        let mut twice = 0;
        for (scorer, taken) in self.council.take_files(&self.of, [&file]).concat() {
            if matches!(taken, Ok(Taken::Already) | Err(SheetFault::SameScorer)) {
                twice += usize::from(!before.iter().any(|known| known.is(&scorer)));
            }
            let reason = match taken {
                Ok(Taken::In) => continue,
                Ok(Taken::Already) => Reason::Already,
                Err(fault) => Reason::Fault { fault, sets: (file.set().no.0, self.of.set().no.0) },
            };
            self.left_out.push(LeftOut { file: path.into(), scorer: scorer.trim().to_owned(), reason });
        }
        let Some(sitting) = file.council.filter(|_| file.id == self.of.id) else { return };
        let expected = sitting.expected.max(sitting.sheets.len()).saturating_sub(twice).min(Council::MOST);
        self.expected = self.expected.max(expected);
        self.said = self.said.max(sitting.expected);
        self.is_unsaid |= !sitting.sheets.is_empty() && sitting.needs_number();
        let unfinished = sitting.sheets.iter().filter(|sheet| !sheet.is_finished());
        self.scoring.extend(unfinished.map(|sheet| sheet.scorer.name.clone()));
        self.council.apart = self.council.apart.or(sitting.apart);
        if sitting.agreed.is_some() {
            self.agreed.push((path.into(), sitting));
        }
    }

    /// How many sheets are still to come, as far as a file says how many there will be, or who has not finished.
    fn awaited(&self) -> usize {
        let missing = self.expected.saturating_sub(self.council.sheets.len());
        missing.max(self.council.missing_of(&self.scoring))
    }

    /// Whether a sitting in a file has no number, and no other file says one that is enough.
    fn needs_number(&self) -> bool {
        self.is_unsaid && self.said < self.council.sheets.len() + self.council.missing_of(&self.scoring)
    }

    /// Whether all sheets are in. Whoever gives sheets on their own says by that that there are no more.
    fn is_in(&self) -> bool {
        self.awaited() == 0 && !self.needs_number()
    }

    /// How many sheets were said to come and how many are in, where there are more.
    fn beyond(&self) -> Option<(usize, usize)> {
        let is_in = self.council.sheets.len();
        (self.said > 0 && is_in > self.said).then_some((self.said, is_in))
    }

    /// Takes the agreed sheet of the files, if it belongs to the sheets that are counted and there is one alone.
    fn agree(&mut self) {
        let mut leave_out = |path: &Path, reason: Reason| {
            self.left_out.push(LeftOut { file: path.into(), scorer: String::new(), reason });
        };
        let mut ours = Vec::new();
        for (path, sitting) in &self.agreed {
            match self.council.agree_as(sitting) {
                true => ours.push((path, sitting)),
                false => leave_out(path, Reason::AgreedOfOthers),
            }
        }
        let (agreed, decided) = (&self.council.agreed, &self.council.decided);
        if ours.iter().any(|(_, sitting)| sitting.agreed != *agreed || sitting.decided != *decided) {
            self.council.agreed = None;
            self.council.decided.clear();
            ours.iter().for_each(|(path, _)| leave_out(path, Reason::AgreedTwice));
        }
    }
}
