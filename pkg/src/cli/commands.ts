//! The commands: which function of the package answers each, from how many files, in which forms?
//!
//! To add a command, add an entry. The names and the JSON are a stable surface.

import * as superbill from "../entry/node.js";

/** What a command is given besides its files. */
export interface Options {
  /** The operands as they were written. */
  words: string[];
  /** The present moment, ISO 8601: the core has no clock. */
  at: string;
  /** Where control numbers start, for reproducible output. */
  seed?: number;
  /** The SNIP types asked for, such as "1-2". */
  snip?: string;
  /** Which acknowledgment: "999" or "ta1". */
  kind?: string;
  /** The text of a companion guide. */
  companion?: string;
}

export interface Command {
  /** What it prints, for the help text. */
  summary: string;
  /** Whether it takes one file, any number that belong together, or a rule's id. */
  files: "one" | "many" | "rule";
  /** The document that `--json` prints. */
  json: Answer<object>;
  /** What people read, by the name `--format` takes; the first is the default. */
  formats: Record<string, Answer<string>>;
}

type Answer<Result> = (files: Uint8Array[], options: Options) => Result;

export const commands: Record<string, Command> = {
  remit: {
    summary: "what an 835 pays, claim by claim, and whether the money balances",
    files: "one",
    json: one(superbill.remit),
    formats: { text: one(superbill.remitText) },
  },
  account: {
    summary: "each patient's account after the given 835s",
    files: "many",
    json: superbill.account,
    formats: { text: superbill.accountText },
  },
  statement: {
    summary: "the statement each patient gets",
    files: "many",
    json: superbill.statement,
    formats: { text: superbill.statementText, html: superbill.statementHtml },
  },
  describe: {
    summary: "any X12 file as an indented, annotated tree",
    files: "one",
    json: one(superbill.describe),
    formats: { text: one(superbill.describeText) },
  },
  validate: {
    summary: "whether a file is acceptable, and every finding",
    files: "one",
    json: one(superbill.validate),
    formats: { text: one(superbill.validateText) },
  },
  ack: {
    summary: "what its receiver answers: a 999, or with --kind ta1 a TA1",
    files: "one",
    json: one(superbill.acknowledge),
    formats: { x12: one((file, options) => superbill.acknowledge(file, options).x12) },
  },
  explain: {
    summary: "what a rule says, where it comes from and what to do",
    files: "rule",
    json: rule(superbill.explain),
    formats: { text: rule(superbill.explainText) },
  },
};

/** Fits a function of one file into the table. */
function one<Result>(answer: (file: Uint8Array, options: Options) => Result): Answer<Result> {
  return (files, options) => answer(files[0] ?? new Uint8Array(), options);
}

/** Fits a function of a rule's id into the table. */
function rule<Result>(answer: (id: string) => Result | undefined): Answer<Result> {
  return (_, { words: [id = ""] }) => {
    const result = answer(id);
    if (result !== undefined) return result;
    throw new superbill.SuperbillError("MISUSE", `there is no rule "${id}"; findings name theirs, such as SYN-24`);
  };
}
