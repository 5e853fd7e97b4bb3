//! What a form is made of: how is a field, a list and a part of them told as data?

import type { ClaimKind } from "superbill/claims";

/** One field. `path` is relative to what the field stands in: a claim, an entry of a list. */
export interface FieldSpec {
  path: string;
  label: string;
  /** How it is filled in; text if absent. `words` and `letters` are lists typed as one text, `set` one of ticks. */
  input?: "text" | "date" | "time" | "money" | "number" | "select" | "note" | "words" | "letters" | "set";
  /** List of codes that is searched while typing, by its name in the core. */
  system?: string;
  /** Columns of twelve; three if absent. */
  width?: number;
  /** Claims that have it; all if absent. */
  kinds?: readonly ClaimKind[];
  /** Shown only where another field of the same place has one of these values, or none of `not`. */
  when?: { path: string; is?: readonly string[]; not?: readonly string[] };
  /** Further paths whose findings are told here. */
  also?: readonly string[];
  /** A word beside the label. */
  hint?: string;
  /** Belongs to the batch, not to the claim. */
  batch?: boolean;
  /** Of a list: how many of the first have a field elsewhere. */
  skip?: number;
}

/** A list whose entries a biller adds and takes away. The core says what a new one begins with. */
export interface ListSpec {
  list: string;
  /** What one entry is called, with its article: `an occurrence`. The core's names if absent. */
  one?: string;
  title?: string;
  fields: readonly ItemSpec[];
  /** How many of the first stand elsewhere. */
  skip?: number;
  kinds?: readonly ClaimKind[];
}

/** A field for each tag that entries of a list may have: every date, every reference number. */
export interface EachSpec {
  each: string;
  /** What of an entry is filled in. */
  of: string;
  input?: FieldSpec["input"];
  /** Tags that have a field of their own elsewhere. */
  but?: readonly string[];
  kinds?: readonly ClaimKind[];
}

/** A field for each position of a list of values. */
export interface PositionsSpec {
  positions: string;
  kinds?: readonly ClaimKind[];
}

export type ItemSpec = FieldSpec | ListSpec | EachSpec | PositionsSpec;

/** Fields under one heading. */
export interface GroupSpec {
  title: string;
  items: readonly ItemSpec[];
  kinds?: readonly ClaimKind[];
  /** Closed at first. What is found wanting opens it. */
  folded?: boolean;
  /** The record it begins with when it is added, as the core has it. */
  begins?: string;
}

/** The items a claim of a kind has. */
export function ofKind<T extends { kinds?: readonly ClaimKind[] }>(items: readonly T[], kind: ClaimKind): T[] {
  return items.filter(({ kinds }) => !kinds || kinds.includes(kind));
}
