//! Accounts from files: who owes what after these claims and remittances?

use std::fmt::Write;

use serde::Serialize;
use superbill_accounts::AccountReport;
use superbill_types::{Date, Money};

use crate::{AccountBook, ActBy, RefusalRecord, RemittanceFile, Unreadable};

/// Accounts after posting files.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AccountsReport {
    /// One for each patient control number.
    #[cfg_attr(feature = "typescript", tsify(type = "AccountReport[]"))]
    pub accounts: Vec<AccountReport>,
    /// Claims and payments that were not posted, and why.
    pub unmatched: Vec<RefusalRecord>,
    /// What is to be said of what was posted.
    pub remarks: Vec<RefusalRecord>,
    /// Whether charges are payments, adjustments and balances in every account.
    pub conserved: bool,
}

/// Posts claims (837) and remittances (835), in any order, and returns the accounts, on the day of `by.at`.
///
/// # Errors
/// [`Unreadable`] with the position of the file when one cannot be framed as X12; nothing is posted.
pub fn account(files: &[Vec<u8>], by: &ActBy) -> Result<AccountsReport, (usize, Unreadable)> {
    let (book, unmatched, remarks) = post_all(files, by)?;
    let accounts = book.accounts(day(by));
    let conserved = accounts.iter().all(|account| account.conserved);
    Ok(AccountsReport { accounts, unmatched, remarks, conserved })
}

/// The accounts as text for people.
///
/// # Errors
/// As [`account`].
pub fn account_text(files: &[Vec<u8>], by: &ActBy) -> Result<String, (usize, Unreadable)> {
    let report = account(files, by)?;
    let mut out = String::new();
    for account in &report.accounts {
        let _ = writeln!(out, "Account {}", account.patient_control_number.reveal());
        let rows: [(&str, Money, bool); 7] = [
            ("charges", account.charges, true),
            ("insurance paid", account.insurance_payments, true),
            ("contractual adjustments", account.contractual_adjustments, false),
            ("other adjustments", account.other_adjustments, false),
            ("patient paid", account.patient_payments, false),
            ("insurance balance", account.insurance_balance, true),
            ("patient balance", account.patient_balance, true),
        ];
        for (label, amount, always) in rows {
            if always || !amount.is_zero() {
                let _ = writeln!(out, "{:>14}  {label}", amount.to_string());
            }
        }
        if !account.denied.is_zero() {
            let _ = writeln!(out, "{:>14}  of it denied, to be worked", account.denied.to_string());
        }
        for line in &account.entries {
            let date = line.date.map_or_else(|| " ".repeat(10), |date| date.to_string());
            let _ = writeln!(out, "    {date}  {}", line.text.reveal());
        }
        out.push('\n');
    }
    for (title, list) in [("Not posted", &report.unmatched), ("Note", &report.remarks)] {
        for one in list {
            let number = one.patient_control_number.as_deref().unwrap_or("(whole payment)");
            let _ = writeln!(out, "{title}: {number} {} {}", one.rule, one.message);
            let _ = writeln!(out, "  {}", one.help);
        }
    }
    let verdict = if report.conserved { "Conserved" } else { "NOT conserved" };
    let _ = writeln!(
        out,
        "{verdict}: {} accounts, {} not posted.",
        report.accounts.len(),
        report.unmatched.len()
    );
    Ok(out)
}

type Posted = (AccountBook, Vec<RefusalRecord>, Vec<RefusalRecord>);

/// A book with all files posted; a file that cannot be read posts nothing of any.
pub(crate) fn post_all(files: &[Vec<u8>], by: &ActBy) -> Result<Posted, (usize, Unreadable)> {
    let mut opened = Vec::with_capacity(files.len());
    for (index, bytes) in files.iter().enumerate() {
        opened.push(RemittanceFile::open(bytes.clone()).map_err(|error| (index, error))?);
    }
    let mut book = AccountBook::new();
    let (mut unmatched, mut remarks) = (Vec::new(), Vec::new());
    // Charges first: what a remittance answers is then there, in whatever order the files came.
    let charges: Vec<_> = opened.iter().map(|file| book.charge(file, by)).collect();
    let posted: Vec<_> = opened.iter().map(|file| book.post(file, by)).collect();
    for act in charges.into_iter().chain(posted) {
        unmatched.extend(act.refused);
        remarks.extend(act.remarks);
    }
    Ok((book, unmatched, remarks))
}

/// The day of an act; the first of January 1970 where its time names none.
pub(crate) fn day(by: &ActBy) -> Date {
    by.at.parse().unwrap_or(Date::EPOCH)
}
