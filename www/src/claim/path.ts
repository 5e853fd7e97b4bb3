//! Paths into a claim: which value does a path name, and how is it set?
//!
//! Paths are those of findings (`claims[0].lines[2].chargeAmount`) with three signs more, so that a field can
//! name a value that does not stand there yet:
//!
//! - `dates[qualifier=472]`: the entry of a list with this tag; made with it where there is none. A tag with `#`
//!   before it is a number (`values[position=#3]`), and orders the list.
//! - `identifier{qualifier=XX}`: an object; the tag is put in when it is made.
//! - `referring?`: an object that goes away with its last value.

type Step =
  | { kind: "name"; name: string; optional: boolean }
  | { kind: "index"; index: number }
  | { kind: "entry"; tag: string; value: string | number }
  | { kind: "object"; tag: string; value: string | number };

type Node = Record<string, unknown> | unknown[];

const steps = new Map<string, Step[]>();

function parse(path: string): Step[] {
  const known = steps.get(path);
  if (known) return known;
  const found: Step[] = [];
  for (const [, name, optional, index, open, tag, value] of path.matchAll(STEP)) {
    if (name) found.push({ kind: "name", name, optional: optional === "?" });
    else if (index) found.push({ kind: "index", index: Number(index) });
    else if (tag && value !== undefined) found.push({ kind: open === "[" ? "entry" : "object", tag, value: value.startsWith("#") ? Number(value.slice(1)) : value });
  }
  steps.set(path, found);
  return found;
}

/** The value at a path; undefined where nothing stands there. */
export function valueAt(root: unknown, path: string): unknown {
  let here = root;
  for (const step of parse(path)) {
    if (here === undefined || here === null) return undefined;
    if (step.kind === "name") here = (here as Record<string, unknown>)[step.name];
    else if (step.kind === "index") here = (here as unknown[])[step.index];
    else if (step.kind === "entry") here = entry(here, step.tag, step.value);
  }
  return here;
}

/** The text at a path; empty where nothing stands there. */
export function textAt(root: unknown, path: string): string {
  const value = valueAt(root, path);
  return typeof value === "string" ? value : "";
}

/** Sets the value at a path and makes what is missing on the way; undefined or empty text takes it away. */
export function setAt(root: Node, path: string, value: unknown): void {
  if (value === undefined || value === "") return removeAt(root, path);
  const all = parse(path);
  let here: Node = root;
  for (const [at, step] of all.entries()) {
    const next = all[at + 1];
    if (step.kind === "object") {
      const tagged = here as Record<string, unknown>;
      tagged[step.tag] ??= step.value;
    } else if (step.kind === "entry") {
      here = (entry(here, step.tag, step.value) as Node | undefined) ?? added(here as unknown[], step);
    } else {
      const key = step.kind === "name" ? step.name : step.index;
      const place = here as Record<string | number, unknown>;
      if (next === undefined) place[key] = value;
      else place[key] ??= next.kind === "index" || next.kind === "entry" ? [] : {};
      here = place[key] as Node;
    }
  }
}

/** The path as findings write it: lists by number; a tagged entry that is not there by its tag. */
export function plainPath(root: unknown, path: string): string {
  let [here, text] = [root, ""];
  for (const step of parse(path)) {
    if (step.kind === "name") {
      text += `${text ? "." : ""}${step.name}`;
      here = (here as Record<string, unknown> | undefined)?.[step.name];
    } else if (step.kind === "index") {
      text += `[${step.index}]`;
      here = (here as unknown[] | undefined)?.[step.index];
    } else if (step.kind === "entry") {
      const index = Array.isArray(here) ? here.findIndex((one) => tagOf(one, step.tag) === step.value) : -1;
      text += `[${index < 0 ? step.value : index}]`;
      here = index < 0 ? undefined : (here as unknown[])[index];
    }
  }
  return text;
}

function removeAt(root: Node, path: string): void {
  const all = parse(path);
  const trail: { place: Record<string | number, unknown>; key: string | number; leaves: boolean }[] = [];
  let here: unknown = root;
  for (const step of all) {
    if (here === undefined || here === null) return;
    if (step.kind === "object") continue;
    const place = here as Record<string | number, unknown>;
    const key = step.kind === "name" ? step.name : step.kind === "index" ? step.index : indexOf(place, step);
    if (key === -1) return;
    trail.push({ place, key, leaves: step.kind === "entry" || (step.kind === "name" && step.optional) });
    here = place[key];
  }
  const last = trail.pop();
  if (last) take(last.place, last.key);
  for (const { place, key, leaves } of trail.reverse()) if (leaves && isBare(place[key])) take(place, key);
}

function take(place: Record<string | number, unknown>, key: string | number): void {
  if (!Array.isArray(place)) delete place[key];
  else if (typeof place[Number(key)] === "string" && Number(key) < place.length - 1) place[Number(key)] = ""; // keeps the others in place
  else place.splice(Number(key), 1);
}

/** Whether nothing but tags is left. */
function isBare(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.every(isBare);
  return Object.entries(value).every(([key, one]) => TAGS.has(key) || isBare(one));
}

function entry(list: unknown, tag: string, value: string | number): unknown {
  return Array.isArray(list) ? list.find((one) => tagOf(one, tag) === value) : undefined;
}

function indexOf(list: unknown, step: { tag: string; value: string | number }): number {
  return Array.isArray(list) ? list.findIndex((one) => tagOf(one, step.tag) === step.value) : -1;
}

function added(list: unknown[], { tag, value }: { tag: string; value: string | number }): Node {
  const behind = typeof value === "number" ? list.findIndex((one) => Number(tagOf(one, tag)) > value) : -1;
  const at = behind < 0 ? list.length : behind;
  list.splice(at, 0, { [tag]: value });
  return list[at] as Node; // as the list holds it: lists of the page are watched
}

function tagOf(one: unknown, tag: string): unknown {
  return typeof one === "object" && one !== null ? (one as Record<string, unknown>)[tag] : undefined;
}

const STEP = /(\w+)(\??)|\[(\d+)\]|([[{])(\w+)=([^\]}]*)[\]}]/g;
/** Fields that say what kind of thing an object is, not what is known of it. */
const TAGS = new Set(["entityType", "qualifier", "kind", "function", "role", "position"]);
