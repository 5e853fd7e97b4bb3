//! What every part of the form works on: which page and which draft is it in?

import { getContext, setContext } from "svelte";
import type { Draft } from "./draft.svelte.ts";
import type { Entry } from "./entry.svelte.ts";
import type { Words } from "./form/words.ts";

interface Work {
  entry: Entry;
  draft: Draft;
  /** What the core offers for its kind of claim. */
  words: Words;
}

const KEY = Symbol("work");

export function setEntry(work: Work): void {
  setContext(KEY, work);
}

export function getEntry(): Work {
  return getContext<Work>(KEY);
}
