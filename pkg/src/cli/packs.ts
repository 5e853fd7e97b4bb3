//! Code packs on this machine: which tables does the terminal load?

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { CodeBooks } from "../entry/claims/node.js";

/** The packs that come with the package, and those of a folder: a licensee's own. */
export function codeBooks(folder?: string): CodeBooks {
  const books = new CodeBooks();
  const own = fileURLToPath(new URL("../../codes", import.meta.url));
  for (const from of folder === undefined ? [own] : [own, folder]) {
    const packs = readdirSync(from).filter((name) => name.endsWith(".pack"));
    for (const name of packs.sort()) books.load(readFileSync(join(from, name)));
  }
  return books;
}
