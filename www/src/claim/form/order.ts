//! The order of the page: which sections follow each other, and which one does a path belong to?

import type { ClaimKind } from "superbill/claims";

export interface Section {
  id: string;
  title: string;
  /** Fields of the claim (`claims[0].`) or of the batch whose findings belong here. */
  fields: readonly string[];
  kinds?: readonly ClaimKind[];
}

export const SECTIONS: readonly Section[] = [
  { id: "claim", title: "Claim", fields: [] },
  { id: "patient", title: "Patient", fields: ["patient", "coverage.subscriber", "coverage.relationship"] },
  {
    id: "plan",
    title: "Coverage",
    fields: ["coverage", "otherCoverages", "benefitsAssigned", "assignment", "releaseOfInformation", "signatureOnFile"],
  },
  {
    id: "providers",
    title: "Providers",
    fields: ["billingProvider", "providers", "payToAddress", "submitter", "receiver", "envelope"],
  },
  { id: "diagnoses", title: "Diagnoses", fields: ["diagnoses"] },
  {
    id: "codes",
    title: "Codes",
    fields: ["conditions", "occurrences", "occurrenceSpans", "values", "procedures"],
    kinds: ["institutional"],
  },
  { id: "services", title: "Services", fields: ["lines", "chargeAmount"] },
  {
    id: "extras",
    title: "Extras",
    fields: [
      "relatedCauses",
      "toothStatus",
      "orthodontics",
      "amounts",
      "delayReason",
      "notes",
      "attachments",
      "ambulance",
      "spinalManipulation",
      "certifications",
      "contract",
      "pricing",
      "fileInformation",
    ],
  },
];

/** The section of a path as findings write it; the longest match wins. */
export function sectionOf(path: string): string {
  const own = path.replace(/^claims\[\d+\]\.?/, "");
  let [best, length] = ["claim", 0];
  for (const { id, fields } of SECTIONS) {
    for (const field of fields) {
      const inside = own === field || own.startsWith(`${field}.`) || own.startsWith(`${field}[`);
      if (inside && field.length > length) [best, length] = [id, field.length];
    }
  }
  return best;
}
