//! Columns of the grid: what does a service line of each kind of claim show, and what waits behind "More"?

import type { ClaimKind } from "superbill/claims";
import type { FieldSpec } from "./spec.ts";

/** A column: a field of the line with the room it takes in the grid. */
export type Column = Omit<FieldSpec, "input"> & {
  size: string;
  input?: FieldSpec["input"] | "pointers";
};

const from: Column = { path: "dates[qualifier=472].from", label: "From", input: "date", size: "minmax(7.4rem, 1.2fr)", also: ["dates"] };
const to: Column = { path: "dates[qualifier=472].to", label: "To", input: "date", size: "minmax(7.4rem, 1.2fr)" };
const modifiers: Column = { path: "procedure.modifiers", label: "Modifiers", input: "words", size: "minmax(4.5rem, 1fr)" };
const pointers: Column = { path: "diagnosisPointers", label: "Diagnoses", input: "pointers", size: "minmax(6.4rem, 1fr)" };
const charge: Column = { path: "chargeAmount", label: "Charge", input: "money", size: "minmax(4.75rem, 1fr)" };
const units: Column = { path: "units", label: "Units", input: "number", size: "3.25rem" };

const procedure = (qualifier: string, system: string): Column => ({
  path: `procedure{qualifier=${qualifier}}.code`,
  label: "Procedure",
  system,
  size: "minmax(5rem, 1fr)",
  also: ["procedure"],
});

export const COLUMNS: Record<ClaimKind, readonly Column[]> = {
  professional: [from, to, procedure("HC", "hcpcs"), modifiers, pointers, charge, units],
  institutional: [
    { path: "revenueCode", label: "Revenue", system: "revenue", size: "minmax(4.5rem, 1fr)" },
    procedure("HC", "hcpcs"),
    modifiers,
    { ...from, label: "Date" },
    units,
    charge,
    { path: "nonCoveredAmount", label: "Not covered", input: "money", size: "minmax(4.75rem, 1fr)" },
  ],
  dental: [
    { ...from, label: "Date" },
    procedure("AD", "cdt"),
    { path: "teeth?[0].tooth", label: "Tooth", size: "3.5rem" },
    { path: "teeth?[0].surfaces", label: "Surfaces", input: "letters", size: "minmax(4.5rem, 1fr)", hint: "MOD" },
    { path: "oralCavity[0]", label: "Area", input: "select", size: "minmax(5.5rem, 1fr)" },
    pointers,
    charge,
    units,
  ],
};

/** What a line has besides its columns. */
export const MORE: readonly FieldSpec[] = [
  { path: "placeOfService", label: "Place of service", hint: "where it differs", system: "place-of-service", width: 4, kinds: ["professional", "dental"] },
  { path: "unit", label: "Counted in", input: "select", width: 4, kinds: ["professional", "institutional"] },
  { path: "controlNumber", label: "Our line number", width: 4 },
  { path: "procedure.description", label: "Description", width: 12, hint: "for unlisted procedures" },
  { path: "prosthesis", label: "Crown, bridge or denture", input: "select", width: 6, kinds: ["dental"] },
  { path: "emergency", label: "Emergency", input: "select", width: 3, kinds: ["professional"] },
  { path: "earlyScreening", label: "Early screening", input: "select", width: 3, kinds: ["professional"] },
  { path: "familyPlanning", label: "Family planning", input: "select", width: 3, kinds: ["professional"] },
  { path: "copayExempt", label: "Copay", input: "select", width: 3, kinds: ["professional"] },
  { path: "references[qualifier=G1].value", label: "Prior authorization", width: 4, kinds: ["professional", "dental"] },
  { path: "references[qualifier=9F].value", label: "Referral number", width: 4, kinds: ["professional", "dental"] },
];
