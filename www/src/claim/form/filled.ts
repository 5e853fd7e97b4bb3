//! What is filled in: has an item of the form something to show, and is there something to fix in it?

import type { Draft } from "../draft.svelte.ts";
import type { Entry } from "../entry.svelte.ts";
import type { FieldSpec, ListSpec } from "./spec.ts";

/** Where an item stands. */
export function pathOf(item: FieldSpec | ListSpec, base: string): string {
  if ("list" in item) return `${base}.${item.list}`;
  return item.batch ? item.path : `${base}.${item.path}`;
}

/** Whether an item has a value; what kind of party somebody is says nothing yet. */
export function isFilled(draft: Draft, item: FieldSpec | ListSpec, base: string): boolean {
  const path = pathOf(item, base);
  if ("list" in item || item.input === "set" || item.input === "words") return draft.list(path).length > (item.skip ?? 0);
  return draft.text(path) !== "" && !path.endsWith("entityType");
}

/** How many things that keep the claim from being sent are told at or below some paths. */
export function toFixIn(entry: Entry, paths: string[]): number {
  return entry.tasks.filter((task) => task.blocking && paths.some((path) => isIn(task.path, path))).length;
}

function isIn(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}
