//! A command line: which command, which files and which options did the words ask for?

import { parseArgs } from "node:util";

import { SuperbillError, version } from "../entry/node.js";
import { commands, type Command, type Options } from "./commands.js";

/** One command line, understood. */
export interface Request {
  name: string;
  command: Command;
  paths: string[];
  options: Options;
  /** A name in `command.formats`, or "json". */
  format: string;
  output: string | undefined;
  /** Path of a companion guide. */
  companion: string | undefined;
  /** Paths of files of payer rules. */
  rules: string[];
}

/** Reads a command line; a string is an answer in itself, such as the help text. */
export function parse(words: string[]): Request | string {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      format: { type: "string" },
      output: { type: "string", short: "o" },
      at: { type: "string" },
      seed: { type: "string" },
      snip: { type: "string" },
      kind: { type: "string" },
      sender: { type: "string" },
      receiver: { type: "string" },
      usage: { type: "string" },
      separators: { type: "string" },
      on: { type: "string" },
      system: { type: "string" },
      edition: { type: "string" },
      codes: { type: "string" },
      repair: { type: "boolean" },
      rules: { type: "string", multiple: true },
      form: { type: "string" },
      stock: { type: "boolean" },
      companion: { type: "string" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
  if (values.version) return `${version()}\n`;
  const [name, ...paths] = positionals;
  if (values.help || name === undefined || name === "help") return help();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw misuse(`there is no command "${name}"; superbill --help lists them`);
  const { shown, least, most, files } = command.operands;
  if (paths.length < least || paths.length > most) {
    const input = files ? ", where - is standard input" : "";
    throw misuse(`${name} takes ${shown}${input}; ${paths.length} given`);
  }
  if (paths.filter((path) => path === "-").length > 1) throw misuse("- can be given only once");

  const known = Object.keys(command.formats);
  const asked = values.repair ? "repaired" : values.json ? "json" : values.format;
  const format = asked ?? known[0] ?? "json";
  if (format !== "json" && !known.includes(format)) {
    throw misuse(`${name} has no --format ${format}; it has ${known.join(", ")}`);
  }
  const { output, companion, rules = [] } = values;
  return { name, command, paths, options: { words: paths, ...options(values) }, format, output, companion, rules };
}

/** Options that the core itself reads and judges. */
const TEXTS = ["kind", "sender", "receiver", "usage", "separators", "on", "system", "edition", "codes", "form"] as const;

/** The paper forms there are. */
const FORMS = ["cms1500", "ub04", "ada"];

type Values = { at?: string; seed?: string; snip?: string; stock?: boolean } & { [name in (typeof TEXTS)[number]]?: string };

function options(values: Values): Omit<Options, "words"> {
  const now = values.at === undefined ? new Date() : new Date(values.at);
  if (Number.isNaN(now.getTime())) throw misuse(`--at takes an ISO 8601 time, not ${values.at}`);
  const options: Omit<Options, "words"> = { at: now.toISOString() };
  if (values.seed !== undefined) {
    options.seed = Number(values.seed);
    const whole = /^\d{1,9}$/.test(values.seed);
    if (!whole) throw misuse(`--seed takes a whole number of at most nine digits, not ${values.seed}`);
  }
  if (values.snip !== undefined) {
    if (!/^[1-7](-[1-7])?$/.test(values.snip)) throw misuse(`--snip takes 1 to 7 or a range such as 1-3`);
    options.snip = values.snip;
  }
  if (values.stock) options.stock = true;
  if (values.form !== undefined && !FORMS.includes(values.form)) {
    throw misuse(`--form takes ${FORMS.join(", ")}, not ${values.form}`);
  }
  for (const name of TEXTS) {
    const value = values[name];
    if (value !== undefined) options[name] = value;
  }
  return options;
}

function misuse(message: string): SuperbillError {
  return new SuperbillError("MISUSE", message);
}

function help(): string {
  const entries = Object.entries(commands);
  const lines = entries.map(([name, { summary, operands, formats }]) => {
    const others = Object.keys(formats).slice(1);
    const choice = others.length > 0 ? ` (--format ${Object.keys(formats).join(", ")})` : "";
    return `  ${`${name} ${operands.shown}`.padEnd(22)}  ${summary}${choice}`;
  });
  return `superbill COMMAND FILE [options]

${lines.join("\n")}

FILE is a path, or - for standard input. Nothing leaves this machine.

  --json              print one JSON document
  --format NAME       another form for people
  -o, --output PATH   write there instead of to standard output
  --at TIME           the present moment, such as 2026-11-23T10:00:00Z
  --seed N            where control numbers start
  --snip 1-7          which types of finding validate reports
  --companion FILE    a payer's companion guide, for validate
  --kind NAME         which acknowledgment ack makes: 999, ta1 or 277ca
  --sender QUAL:ID    who sends the interchange, such as ZZ:CLINIC; and --receiver
  --usage P           production; a test without it
  --separators CHARS  of element, component, repetition and segment, instead of *:^~
  --codes DIR         load code packs from there too
  --rules FILE        a payer's own rules for scrub and explain; may be given more than once
  --repair            print the claims as they are after the repairs of scrub
  --form NAME         cms1500, ub04 or ada, instead of that of the claim's kind
  --stock             letters alone, for a form that is printed already
  --on DATE           the day a code is asked about; up to which day a pack's table is complete
  --system NAME       which codes are searched, or made a pack of: icd10cm, icd10pcs, hcpcs, cpt, ...
  --edition NAME      which edition a pack's table is, such as 2026 or "2026 Q4"
  -v, --version       print the version

Exit code: 0 clean; 1 findings of severity error, or money that does not balance;
2 unreadable input or wrong usage.
`;
}
