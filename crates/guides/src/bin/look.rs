//! Look: what do the guides say of a file?
//!
//! `cargo run -p superbill-guides --bin look -- FILE...` prints its findings; with `-d` its tree.
#![allow(clippy::print_stdout)]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let tree = arguments.next_if(|argument| argument == "-d").is_some();
    for path in arguments {
        let bytes = std::fs::read(&path)?;
        let library = superbill_guides::library();
        if tree {
            println!("{}", superbill_x12::describe(&bytes, library, 1 << 20)?);
            continue;
        }
        let start = std::time::Instant::now();
        match superbill_x12::validate(&bytes, library) {
            Err(unreadable) => println!("{path}: {unreadable}"),
            Ok(findings) => {
                println!(
                    "{path}: {} findings, {} errors, {:?}",
                    findings.total(),
                    findings.errors(),
                    start.elapsed()
                );
                for finding in findings.kept().iter().take(30) {
                    let at = &finding.location;
                    println!(
                        "  {} {:?} {}/{}{:02}-{} @{} #{}: {}",
                        finding.rule.id,
                        finding.severity,
                        at.loop_id,
                        at.segment,
                        at.element,
                        at.component,
                        at.span.start,
                        at.ordinal,
                        finding.message()
                    );
                }
            }
        }
    }
    Ok(())
}
