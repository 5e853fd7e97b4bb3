//! Export of claim rows: how do they become a file a spreadsheet opens?

import { csvFormat } from "d3-dsv";
import type { ClaimRecord } from "superbill";

/** Hands the rows to the browser as a CSV download. */
export function downloadCsv(name: string, rows: ClaimRecord[]): void {
  const table = rows.map((row) => ({
    claim: inert(row.patientControlNumber),
    patient: inert(row.patient ?? ""),
    service_date: row.serviceDate ?? "",
    status: row.statusLabel,
    charged: row.chargeAmount ?? "",
    paid: row.paymentAmount ?? "",
    adjusted: row.adjustmentAmount ?? "",
    patient_share: row.patientResponsibility ?? "",
    balanced: row.balanced ? "yes" : "no",
  }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvFormat(table)], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

/** Text from a file must not start a formula when a spreadsheet opens it. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
