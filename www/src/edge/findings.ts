//! Findings in groups: which transaction set is each about, and which are asked for?

import type { FindingRecord } from "superbill";

/** Findings of one transaction set, or of the envelope around the sets. */
export interface Group {
  key: string;
  title: string;
  findings: FindingRecord[];
}

/** What the list is narrowed to; an empty text asks for all. */
export interface Filter {
  snip: string;
  severity: string;
}

export const SEVERITIES = ["error", "warning", "note"] as const;

/** The seven types of checks of the SNIP scheme, in two or three words each. */
export const SNIP: Record<number, string> = {
  1: "X12 syntax",
  2: "guide",
  3: "balancing",
  4: "situations",
  5: "code sets",
  6: "service types",
  7: "trading partner",
};

/** Those asked for, by transaction set in file order and by severity within. `sets` are the bytes sets begin at. */
export function grouped(findings: FindingRecord[], filter: Filter, sets: number[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    if (filter.snip !== "" && String(finding.snip) !== filter.snip) continue;
    if (filter.severity !== "" && finding.severity !== filter.severity) continue;
    const title = [finding.transactionSet, finding.controlNumber].filter(Boolean).join(" ");
    const key = title ? `${title} ${sets.findLastIndex((start) => start <= finding.span[0])}` : "envelope";
    const group = groups.get(key) ?? { key, title: title || "Envelope", findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    group.findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  }
  return [...groups.values()];
}

/** `3 errors, 1 warning`; nothing of what is not there. */
export function counted(findings: FindingRecord[]): string {
  return SEVERITIES.map((severity) => ({ severity, count: findings.filter((it) => it.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count.toLocaleString("en-US")} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}

/** Where a finding is, as an EDI engineer says it: `Loop 2300, CLM07, segment 18`. */
export function place({ loop, segment, element, component, repetition, ordinal }: FindingRecord): string {
  const at = [
    element === undefined ? "" : String(element).padStart(2, "0"),
    component === undefined ? "" : `-${component}`,
    repetition === undefined || repetition === 1 ? "" : ` (repetition ${repetition})`,
  ].join("");
  return [loop ? `Loop ${loop}` : "", segment ? `${segment}${at}` : "", ordinal === undefined ? "" : `segment ${ordinal} of its set`]
    .filter(Boolean)
    .join(", ");
}

/** The worst severity found in each segment. */
export function marks(findings: FindingRecord[], segmentAt: (byte: number) => number | undefined): Map<number, string> {
  const found = new Map<number, string>();
  for (const { severity, span } of findings) {
    const index = segmentAt(span[0]);
    if (index === undefined) continue;
    const before = found.get(index);
    if (before === undefined || rank(severity) < rank(before)) found.set(index, severity);
  }
  return found;
}

const rank = (severity: string) => SEVERITIES.indexOf(severity as FindingRecord["severity"]);
