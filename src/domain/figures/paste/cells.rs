use super::{MOST_COLUMNS, MOST_ROWS};

/// Lines and cells of what a spreadsheet puts on the clipboard: tabs between cells, a cell with line
/// breaks in quotes. Without a tab, semicolons part cells. Beyond the most that are taken, lines are counted only.
pub(super) fn cells(text: &str) -> (Vec<Vec<String>>, usize) {
    let sign = if text.contains('\t') || !text.contains(';') { '\t' } else { ';' };
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_full = lines.len() > MOST_ROWS;
        let Some(line) = lines.last_mut() else { break };
        let Some(cell) = line.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\n' | '\r' if quoted => cell.push(' '),
            '\r' => {}
            // The headings, and as many rows as are taken: of the rest only how many there are is of use.
            '\n' if is_full && !quoted => {
                let rest: String = letters.collect();
                let unread = rest.lines().filter(|line| !line.trim().is_empty()).count();
                return (tidied(lines), unread);
            }
            '\n' => lines.push(vec![String::new()]),
            other if other == sign && !quoted => line.push(String::new()),
            other => cell.push(other),
        }
    }
    let mut lines = tidied(lines);
    while lines.last().is_some_and(|line| line.iter().all(String::is_empty)) {
        lines.pop();
    }
    (lines, 0)
}

fn tidied(mut lines: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for line in &mut lines {
        line.truncate(MOST_COLUMNS);
        line.iter_mut().for_each(|cell| *cell = cell.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    lines
}
