//! Diagnoses in their order: which letter has each, and how do lines keep pointing at the right one?
//!
//! Lines point by place among the diagnoses that have a letter, so a diagnosis that moves or goes takes its pointers along.

import type { Claim, Diagnosis } from "superbill/claims";
import type { Draft } from "./draft.svelte.ts";
import type { Words } from "./form/words.ts";

const PATH = "claims[0].diagnoses";

/** The letter of each diagnosis; empty for one that lines do not point at. */
export function letters(claim: Claim, words: Words): string[] {
  return pointers(claim.diagnoses ?? [], words).map((pointer) => (pointer ? letter(pointer) : ""));
}

/** The letter of a pointer, which counts from 1. */
export function letter(pointer: number): string {
  return String.fromCharCode(64 + pointer);
}

export function addDiagnosis(draft: Draft, words: Words): void {
  draft.add(PATH, words.newEntry(`${PATH}[]`, draft.list(PATH).length === 0 ? "principal" : "further"));
}

/** Changes places with a neighbour; the parts they play stay where they are. */
export function moveDiagnosis(draft: Draft, words: Words, at: number, by: number): boolean {
  const diagnoses = draft.list(PATH) as Diagnosis[];
  const [one, other] = [diagnoses[at], diagnoses[at + by]];
  if (!one || !other) return false;
  const places = pointers(diagnoses, words);
  const [first, second] = [places[at], places[at + by]];
  [one.code, other.code] = [other.code ?? "", one.code ?? ""];
  const [a, b] = [one.presentOnAdmission, other.presentOnAdmission];
  draft.set(`${PATH}[${at}].presentOnAdmission`, b);
  draft.set(`${PATH}[${at + by}].presentOnAdmission`, a);
  if (first && second) repoint(draft, (pointer) => (pointer === first ? second : pointer === second ? first : pointer));
  return true;
}

export function removeDiagnosis(draft: Draft, words: Words, at: number): void {
  const diagnoses = draft.list(PATH) as Diagnosis[];
  const gone = pointers(diagnoses, words)[at];
  const [first, second] = diagnoses;
  if (at === 0 && first && second) second.qualifier = first.qualifier ?? "";
  draft.remove(PATH, at);
  if (gone) repoint(draft, (pointer) => (pointer === gone ? 0 : pointer > gone ? pointer - 1 : pointer));
}

/** By which number lines point at each diagnosis; 0 where they do not. */
function pointers(diagnoses: Diagnosis[], words: Words): number[] {
  let next = 0;
  return diagnoses.map(({ qualifier }) => (words.pointed.has(qualifier ?? "") ? ++next : 0));
}

function repoint(draft: Draft, to: (pointer: number) => number): void {
  draft.claim.lines?.forEach((line) => {
    line.diagnosisPointers = line.diagnosisPointers?.map((one) => to(Number(one))).filter(Boolean).map(String);
  });
}
