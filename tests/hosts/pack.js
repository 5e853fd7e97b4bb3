//! The packed package: what does a user get from `npm install superbill`?
//!
//! Packs `pkg` and installs the tarball into a project of its own; every test here runs on that copy, so a
//! file left out of the package fails a test.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The project with the installed package and the programs of `user`; `node pack.js` makes it. */
export const project = `${here}work/project`;

/** The tarball itself. */
export const tarball = `${here}work/superbill.tgz`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(`${here}work`, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  npm(["pack", "--pack-destination", `${here}work`], `${here}../../pkg`);
  const packed = readdirSync(`${here}work`).find((name) => name.endsWith(".tgz"));
  renameSync(`${here}work/${packed}`, tarball);
  cpSync(`${here}user`, project, { recursive: true });
  writeFileSync(`${project}/package.json`, '{ "name": "user", "private": true, "type": "module" }');
  npm(["install", "--offline", "--no-audit", "--no-fund", tarball], project);
}

function npm(words, cwd) {
  execFileSync("npm", [...words, "--silent"], { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
