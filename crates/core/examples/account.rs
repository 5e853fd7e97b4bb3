//! Account: prints the accounts after the files named on the command line.
#![expect(clippy::print_stdout, reason = "an example prints")]
use superbill::ActBy;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files: Vec<_> = std::env::args().skip(1).map(std::fs::read).collect::<Result<_, _>>()?;
    let by = ActBy { at: "2026-11-23".into(), actor: "example".into(), ..ActBy::default() };
    let text = superbill::account_text(&files, &by).map_err(|(_, error)| error)?;
    print!("{text}{}", superbill::statement_text(&files, &by).map_err(|(_, error)| error)?);
    Ok(())
}
