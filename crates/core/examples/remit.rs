//! Remit: prints the remittance file named on the command line.
#![expect(clippy::print_stdout, reason = "an example prints")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    print!("{}", superbill::remit_text(&std::fs::read(path)?)?);
    Ok(())
}
