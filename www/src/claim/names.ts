//! Names of people: how is a patient called on the page?

import type { Claim } from "superbill/claims";

/** Who was treated, as on an envelope; empty where no name is told. */
export function patientOf(claim: Claim | undefined): string {
  const { name } = claim?.patient?.party ?? claim?.coverage?.subscriber ?? {};
  return [name?.firstName, name?.lastName].filter(Boolean).map((part) => inCase(part ?? "")).join(" ");
}

/** Names in capitals as names are written; others as they are. */
function inCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/(^|[\s'-])\p{L}/gu, (first) => first.toUpperCase());
}
