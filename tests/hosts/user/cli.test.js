//! The command line: are output, exit codes and messages what a script may rely on?

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { version } from "superbill";
import { CLAIMS, sample } from "./sample.js";

const here = import.meta.dirname;
const file = join(here, "sample.835");
writeFileSync(file, sample);

const COMMANDS = ["remit", "account", "statement", "describe", "validate"];

test("--version and --help", () => {
  assert.equal(superbill("--version").stdout, `${version()}\n`);
  const { status, stdout } = superbill("--help");
  assert.equal(status, 0);
  for (const command of COMMANDS) {
    assert.match(stdout, new RegExp(`^  ${command} `, "m"));
  }
});

test("remit --json prints one document", () => {
  const { status, stdout, stderr } = superbill("remit", file, "--json");
  assert.equal(status, 0, stderr);
  assert.equal(stderr, "");
  const { balanced, remittances } = JSON.parse(stdout);
  assert.equal(balanced, true);
  assert.equal(remittances[0].claims.length, CLAIMS);
});

for (const command of COMMANDS) {
  test(`${command} prints text for people`, () => {
    const { status, stdout, stderr } = superbill(command, file, "--at", "2026-11-23T10:00:00Z");
    assert.equal(status, 0, stderr);
    assert.ok(stdout.length > 0 && stdout.endsWith("\n"));
  });

  test(`${command} --json never says null`, () => {
    const { stdout } = superbill(command, file, "--json", "--at", "2026-11-23T10:00:00Z");
    JSON.parse(stdout, (key, value) => assert.notEqual(value, null, key));
  });
}

test("standard input, and output to a file", () => {
  const html = join(here, "statement.html");
  const { status, stdout } = superbill({ input: sample }, "statement", "-", "--format", "html", "-o", html);
  assert.equal(status, 0);
  assert.equal(stdout, "");
  assert.match(readFileSync(html, "utf8"), /</);
});

const unusable = {
  "no file named": [["remit"], /takes FILE.*; 0 given/],
  "a file that is not there": [["remit", "nowhere.835"], /nowhere\.835: there is no such file/],
  "bytes that are no interchange": [["remit", "package.json"], /package\.json: byte 0: /],
  "a command that is not there": [["remits", file], /no command "remits"/],
  "an option that is not there": [["remit", file, "--wrong"], /--wrong/],
  "a format that is not there": [["remit", file, "--format", "html"], /no --format html/],
  "two files where one is read": [["remit", file, file], /takes FILE.*; 2 given/],
  "a time that is none": [["remit", file, "--at", "noon"], /--at takes/],
};

for (const [name, [words, message]] of Object.entries(unusable)) {
  test(`${name}: exit 2 and one line`, () => {
    const { status, stdout, stderr } = superbill(...words);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.equal(stderr.trimEnd().split("\n").length, 1);
  });
}

test("a reader that stops early is no error", () => {
  const command = `node_modules/.bin/superbill describe ${file} | head -c 1 > /dev/null; echo \${PIPESTATUS[0]}`;
  assert.equal(spawnSync("bash", ["-c", command], { cwd: here, encoding: "utf8" }).stdout.trim(), "0");
});

function superbill(...words) {
  const options = typeof words[0] === "object" ? words.shift() : {};
  return spawnSync(join(here, "node_modules/.bin/superbill"), words, { cwd: here, encoding: "utf8", ...options });
}
