//! A blank claim: what stands in it before anything is typed?
//!
//! What most claims say, told once as data; the core judges it as anything else.

import type { Claim, ClaimBatch, ClaimKind, ServiceLine } from "superbill/claims";

/** A batch of one claim of a kind. */
export function blankBatch(kind: ClaimKind): ClaimBatch {
  return {
    submitter: {
      name: { entityType: "2" },
      identifier: { qualifier: "46" },
      contacts: [{ function: "IC", numbers: [{ kind: "TE", value: "" }] }],
    },
    receiver: { name: { entityType: "2" }, identifier: { qualifier: "46" } },
    claims: [blankClaim(kind)],
  };
}

function blankClaim(kind: ClaimKind): Claim {
  return {
    kind,
    frequency: "1",
    signatureOnFile: "Y",
    assignment: "A",
    benefitsAssigned: "Y",
    releaseOfInformation: "Y",
    billingProvider: {
      name: { entityType: "2" },
      identifier: { qualifier: "XX" },
      taxId: { qualifier: "EI" },
      address: { lines: [""] },
    },
    coverage: {
      sequence: "P",
      relationship: "18",
      subscriber: { name: { entityType: "1" }, identifier: { qualifier: "MI" } },
      payer: { name: { entityType: "2" }, identifier: { qualifier: "PI" } },
    },
    lines: [blankLine(kind)],
    ...structuredClone(OF_KIND[kind]),
  };
}

/** A service line of a kind of claim. */
export function blankLine(kind: ClaimKind): ServiceLine {
  return structuredClone(LINES[kind]);
}

/** The patient, where another than the subscriber. */
export const BLANK_PATIENT = { relationship: "19", party: { name: { entityType: "1" } } };

/** How a subscriber who is the patient stands to the subscriber. */
export const SELF = "18";

const OF_KIND: Record<ClaimKind, Partial<Claim>> = {
  professional: { facilityCode: "11", diagnoses: [{ qualifier: "ABK", code: "" }] },
  institutional: {
    diagnoses: [{ qualifier: "ABK", code: "" }],
    providers: { attending: { name: { entityType: "1" }, identifier: { qualifier: "XX" } } },
  },
  dental: { facilityCode: "11" },
};

const LINES: Record<ClaimKind, ServiceLine> = {
  professional: { procedure: { qualifier: "HC" }, unit: "UN", units: "1", diagnosisPointers: ["1"] },
  institutional: { unit: "UN", units: "1" },
  dental: { procedure: { qualifier: "AD" }, units: "1" },
};
