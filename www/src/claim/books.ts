//! Code tables and payer rules in use: those of the page, those of the practice, and how do they change?

import * as claims from "superbill/claims";
import type { PackInfo, RuleTestReport } from "superbill/claims";
import hcpcs from "superbill/codes/hcpcs.pack?url";
import icd10cm from "superbill/codes/icd10cm.pack?url";
import icd10pcs from "superbill/codes/icd10pcs.pack?url";
import modifier from "superbill/codes/modifier.pack?url";
import msDrg from "superbill/codes/ms_drg.pack?url";
import type { PackOptions, TableFile } from "superbill/packs";
import * as store from "./store.ts";

/** A table that is loaded. */
export interface Table extends PackInfo {
  /** Whether the practice added it, and how large it is then. */
  own: boolean;
  size: number;
}

/** A file of payer rules, and how its own tests came out. */
export interface Rules {
  name: string;
  report: RuleTestReport;
}

/** What came of files that were added: nothing is added of those with a problem. */
export interface Added {
  added: string[];
  problems: { file: string; message: string }[];
}

/** What is asked about claims. */
interface Loaded {
  books: claims.CodeBooks;
  checker: claims.ClaimChecker;
  tables: Table[];
}

export const ready = claims.init();
/** What is in use; small tables at once, the others as they come. */
let loaded: Promise<Loaded> = ready.then(empty);
let ruleFiles: Promise<{ name: string; text: string }[]> = store.all("rules").then(
  (kept) => kept.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) })),
  () => [], // a browser that keeps nothing has none
);

/** Loads every table; false where one of those that come with the page cannot be had. */
export const coming: Promise<boolean> = loaded.then((into) => fill(into));

export function inUse(): Promise<Loaded> {
  return loaded;
}

/** Texts of the payer rules in use. */
export async function payerRules(): Promise<string[]> {
  return (await ruleFiles).map(({ text }) => text);
}

export async function tables(): Promise<Table[]> {
  await coming;
  return (await loaded).tables;
}

/** Adds packs, or the files of a table as its owner publishes them; together where they are one table's. */
export async function addTables(files: TableFile[], options: PackOptions): Promise<Added> {
  const out: Added = { added: [], problems: [] };
  const packs = files.filter(({ bytes }) => isPack(bytes)).map(({ name, bytes }) => ({ name, make: async () => bytes }));
  const others = files.filter(({ bytes }) => !isPack(bytes));
  const { makePack } = others.length > 0 ? await packer() : { makePack: undefined };
  const made = (some: TableFile[]) => ({ name: some[0]?.name ?? "", make: async () => makePack?.(some, options) ?? new Uint8Array() });
  const table = others.length > 0 ? [made(others)] : [];
  for (const { name, make } of [...packs, ...table]) {
    try {
      out.added.push(await take(await make()));
    } catch (error) {
      out.problems.push({ file: name, message: (error as Error).message });
    }
  }
  return out;
}

export async function removeTable(name: string): Promise<void> {
  await store.forget("tables", name);
  const next = await empty();
  await fill(next);
  const before = await loaded;
  loaded = Promise.resolve(next);
  before.checker.free();
  before.books.free();
}

export async function rules(): Promise<Rules[]> {
  await ready;
  return (await ruleFiles).map(({ name, text }) => ({ name, report: claims.testRules(text) }));
}

/** Adds a file of payer rules, in place of one of the same name. Throws where nothing of it can be read. */
export async function addRules(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await ready;
  const text = new TextDecoder().decode(bytes);
  claims.testRules(text);
  await store.keep("rules", { name, bytes, at: new Date().toISOString() });
  ruleFiles = ruleFiles.then((all) => [...all.filter((one) => one.name !== name), { name, text }]);
}

export async function removeRules(name: string): Promise<void> {
  await store.forget("rules", name);
  ruleFiles = ruleFiles.then((all) => all.filter((one) => one.name !== name));
}

/** Loads a pack and keeps it; its name. */
async function take(bytes: Uint8Array): Promise<string> {
  const into = await loaded;
  const { name } = put(into, bytes, true);
  into.checker.forget();
  await store.keep("tables", { name, bytes: new Uint8Array(bytes), at: new Date().toISOString() });
  return name;
}

async function empty(): Promise<Loaded> {
  await ready;
  const books = new claims.CodeBooks();
  return { books, checker: new claims.ClaimChecker(books), tables: [] };
}

/** Those of the page first: what the practice added takes the place of one of the same name. */
async function fill(into: Loaded): Promise<boolean> {
  const came = await Promise.allSettled([hcpcs, modifier, icd10cm, msDrg, icd10pcs].map(async (url) => put(into, await fetched(url), false)));
  for (const { bytes } of await store.all("tables").catch(() => [])) {
    try {
      put(into, bytes, true);
    } catch {
      // Damaged: it is not in use, and the list does not have it.
    }
  }
  into.checker.forget();
  return came.every(({ status }) => status === "fulfilled");
}

function put(into: Loaded, bytes: Uint8Array, own: boolean): PackInfo {
  const info = into.books.load(bytes);
  into.tables = [...into.tables.filter(({ name }) => name !== info.name), { ...info, own, size: bytes.length }];
  return info;
}

async function fetched(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The module that makes packs, once it is needed. */
async function packer(): Promise<typeof import("superbill/packs")> {
  const module = await import("superbill/packs");
  await module.init();
  return module;
}

function isPack(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 4)) === "SBCP";
}
