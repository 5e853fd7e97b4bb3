//! Code packs on this machine: which tables does the terminal load, and which does it make?

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { CodeBooks, SuperbillError, type PackInfo } from "../entry/claims/node.js";
import type { Options } from "./commands.js";

/** The packs that come with the package, and those of a folder: a licensee's own. Loaded once. */
export function codeBooks(folder?: string): CodeBooks {
  const known = loaded.get(folder);
  if (known) return known;
  const books = new CodeBooks();
  const own = fileURLToPath(new URL("../../codes", import.meta.url));
  for (const from of [...(existsSync(own) ? [own] : []), ...(folder === undefined ? [] : [folder])]) {
    const packs = named(from, () => readdirSync(from).filter((name) => name.endsWith(".pack")));
    for (const name of packs.sort()) named(name, () => books.load(readFileSync(join(from, name))));
  }
  loaded.set(folder, books);
  return books;
}

/** The pack of the files behind the verb, made once however often it is asked for. */
export async function packOf(options: Options): Promise<Uint8Array> {
  const known = made.get(options);
  if (known) return known;
  const { words, system, edition, on } = options;
  const read = (path: string) => ({ name: basename(path), bytes: readFileSync(path) });
  const files = words.slice(1).map((path) => named(path, () => read(path)));
  const { makePack } = await import("../entry/packs/node.js");
  const pack = makePack(files, { ...(system && { system }), ...(edition && { edition }), ...(on && { on }) });
  made.set(options, pack);
  return pack;
}

/** What is in that pack. */
export async function packInfo(options: Options): Promise<PackInfo> {
  return new CodeBooks().load(await packOf(options));
}

const loaded = new Map<string | undefined, CodeBooks>();
const made = new WeakMap<Options, Uint8Array>();

/** Lets an error say which file it is about. */
function named<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof SuperbillError ? error.message : "this cannot be read";
    throw new SuperbillError("MISUSE", `${name}: ${reason}`);
  }
}
