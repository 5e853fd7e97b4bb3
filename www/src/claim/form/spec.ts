//! What a form is made of: how is a field, a list and a group of them told as data?

import type { ClaimKind } from "superbill/claims";

/** A code and what it means here. */
export type Choice = readonly [code: string, meaning: string];

/** One field. `path` is relative to what the field stands in: a claim, an entry of a list. */
export interface FieldSpec {
  path: string;
  label: string;
  /** How it is filled in; text if absent. */
  input?: "text" | "date" | "time" | "money" | "number" | "select" | "note" | "words";
  choices?: readonly Choice[];
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
}

/** A list whose entries a biller adds and takes away. */
export interface ListSpec {
  list: string;
  /** What one entry is called, with its article: `an occurrence`. */
  one: string;
  title?: string;
  fields: readonly FieldSpec[];
  /** A new entry. */
  blank: unknown;
  kinds?: readonly ClaimKind[];
}

/** Fields under one heading. */
export interface GroupSpec {
  title: string;
  items: readonly (FieldSpec | ListSpec)[];
  kinds?: readonly ClaimKind[];
  /** Closed at first: while nothing is filled in, or always. What is found wanting opens it. */
  folded?: "empty" | "always";
}

/** The items a claim of a kind has. */
export function ofKind<T extends { kinds?: readonly ClaimKind[] }>(items: readonly T[], kind: ClaimKind): T[] {
  return items.filter(({ kinds }) => !kinds || kinds.includes(kind));
}
