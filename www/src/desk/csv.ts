//! Export of claim rows: how do they become a file a spreadsheet opens?

import { csvFormat } from "d3-dsv";
import type { ClaimRecord } from "superbill";
import { download } from "../parts/download.ts";

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
  download(name, new Blob([csvFormat(table)], { type: "text/csv" }));
}

/** Text from a file must not start a formula when a spreadsheet opens it. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
