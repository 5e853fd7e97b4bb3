//! The command line: what was asked for, from which files, and how did it end?
//!
//! A thin host: it reads bytes, calls one function and prints what comes back.

import { readFile, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";

import { SuperbillError, type FindingRecord } from "../entry/node.js";
import { parse, type Request } from "./request.js";

/** Runs one command line; returns the exit code. */
export async function main(words: string[]): Promise<number> {
  let place = "superbill";
  try {
    const request = parse(words);
    if (typeof request === "string") {
      await print(request);
      return CLEAN;
    }
    const { name, command, paths, output, companion, rules } = request;
    if (companion !== undefined) {
      place = `superbill ${name}: ${companion}`;
      request.options.companion = new TextDecoder().decode(await read(companion));
    }
    for (const path of rules) {
      place = `superbill ${name}: ${path}`;
      (request.options.payerRules ??= []).push(new TextDecoder().decode(await read(path)));
    }
    const files: Uint8Array[] = [];
    for (const path of command.operands.files ? paths : []) {
      place = `superbill ${name}: ${path}`;
      files.push(await read(path));
    }
    if (paths.length > 1) place = `superbill ${name}`;
    const { text, clean } = await answer(request, files);
    if (output !== undefined) place = `superbill ${name}: ${output}`;
    await print(text, output);
    return clean ? CLEAN : FAULTY;
  } catch (error) {
    process.stderr.write(`${place}: ${sentence(error)}\n`);
    return UNUSABLE;
  }
}

const CLEAN = 0;
const FAULTY = 1;
const UNUSABLE = 2;

/** Calls the command's functions. */
async function answer(request: Request, files: Uint8Array[]): Promise<{ text: string | Uint8Array; clean: boolean }> {
  const { command, options, format } = request;
  const render = command.formats[format];
  const judge = (render && command.verdict) ?? command.json;
  const document: Verdict = await judge(files, options);
  const text = render ? await render(files, options) : `${JSON.stringify(document, null, 2)}\n`;
  // What a partner gets has no place for words.
  if (render && format !== "text") process.stderr.write(reasons(document));
  return { text, clean: isClean(document) };
}

/** Why a document is not what was asked for. */
function reasons({ accepted, findings = [] }: Verdict): string {
  if (accepted !== false) return "";
  return findings.map(({ severity, rule, path, message, help }) => `${severity} ${rule} ${path ?? ""}\n  ${message} ${help}\n`).join("");
}

/** What the documents of all commands use to say that something is wrong. */
interface Verdict {
  accepted?: boolean;
  balanced?: boolean;
  conserved?: boolean;
  findings?: FindingRecord[];
}

function isClean({ accepted, balanced, conserved, findings }: Verdict): boolean {
  const verdicts = [accepted, balanced, conserved];
  return !verdicts.includes(false) && !findings?.some(({ severity }) => severity === "error");
}

async function read(path: string): Promise<Uint8Array> {
  if (path === "-") {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  }
  const { size } = await stat(path);
  const shown = process.stderr.isTTY && size >= WORTH_A_WORD;
  if (shown) process.stderr.write(`reading ${basename(path)}, ${Math.round(size / 1e6)} MB ...`);
  const bytes = await readFile(path);
  if (shown) process.stderr.write("\r\u001b[K");
  return bytes;
}

/** Bytes from which on a person would wonder what takes so long. */
const WORTH_A_WORD = 20_000_000;

async function print(text: string | Uint8Array, path?: string): Promise<void> {
  if (path !== undefined) return writeFile(path, text);
  process.stdout.on("error", () => {}); // the callback below is told as well
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // A reader that has seen enough (`| head`) is no error.
      const enough = (error as NodeJS.ErrnoException | null)?.code === "EPIPE";
      if (error && !enough) reject(error);
      else resolve();
    });
  });
}

/** One line that says what and where. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SuperbillError) return oneLine(error.message);
  const { code } = error as NodeJS.ErrnoException;
  if (code?.startsWith("ERR_PARSE_ARGS")) return oneLine(error.message.split(". ")[0] ?? "");
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EISDIR") return "this is a folder, not a file";
  if (code === "EACCES") return "no permission to read or write this file";
  return `unexpected: ${error.name}: ${oneLine(error.message)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
