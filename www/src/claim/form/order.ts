//! The order of the page: which sections follow each other?

import type { ClaimKind } from "superbill/claims";

export interface Section {
  id: string;
  title: string;
  kinds?: readonly ClaimKind[];
}

export const SECTIONS: readonly Section[] = [
  { id: "claim", title: "Claim" },
  { id: "patient", title: "Patient" },
  { id: "plan", title: "Coverage" },
  { id: "providers", title: "Providers" },
  { id: "diagnoses", title: "Diagnoses" },
  { id: "codes", title: "Codes", kinds: ["institutional"] },
  { id: "services", title: "Services" },
  { id: "extras", title: "Extras" },
];
