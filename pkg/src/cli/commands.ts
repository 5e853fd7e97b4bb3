//! The commands: which function of the package answers each, from what, in which forms?
//!
//! To add a command, add an entry. The names and the JSON are a stable surface. A module besides the main one
//! is loaded when a command first needs it.

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
  /** Which acknowledgment: "999", "ta1" or "277ca". */
  kind?: string;
  /** The text of a companion guide. */
  companion?: string;
  /** The texts of files of payer rules. */
  payerRules?: string[];
  /** Sender and receiver of an interchange, as `qualifier:id`. */
  sender?: string;
  receiver?: string;
  /** `P` production or `T` test. */
  usage?: string;
  /** Separators of element, component, repetition and segment. */
  separators?: string;
  /** The day codes are asked about, YYYY-MM-DD; `at` if absent. */
  on?: string;
  /** Which code list is searched, or made a pack of. */
  system?: string;
  /** Of which edition a pack is, such as "2026". */
  edition?: string;
  /** Which paper form: "cms1500", "ub04" or "ada". */
  form?: string;
  /** Letters alone, for a form that is printed already. */
  stock?: boolean;
  /** A folder of code packs to load besides those of the package. */
  codes?: string;
}

export interface Command {
  /** What it prints, for the help text. */
  summary: string;
  /** What stands behind its name. */
  operands: Operands;
  /** The document that `--json` prints. */
  json: Answer<object>;
  /** What of that document tells how it ended, where it is cheaper alone. */
  verdict?: Answer<object>;
  /** What people read or partners get, by the name `--format` takes; the first is the default. None: the document. */
  formats: Record<string, Answer<string | Uint8Array>>;
}

/** How many operands, of which kind. */
interface Operands {
  /** As the help text writes them. */
  shown: string;
  least: number;
  most: number;
  /** Whether they are files to be read. */
  files: boolean;
}

const FILE: Operands = { shown: "FILE", least: 1, most: 1, files: true };
const FILES: Operands = { shown: "FILE...", least: 1, most: Infinity, files: true };
const CLAIM_AND_ANSWER: Operands = { shown: "CLAIM REMIT", least: 2, most: 2, files: true };
const QUESTION: Operands = { shown: "lookup CODE | search TEXT | pack FILE...", least: 2, most: Infinity, files: false };
const ANSWER: Operands = { shown: "ANSWER [SENT]", least: 1, most: 2, files: true };
const RULE: Operands = { shown: "RULE", least: 1, most: 1, files: false };

const NOTHING = new Uint8Array();

type Answer<Result> = (files: Uint8Array[], options: Options) => Result | Promise<Result>;

const claims = () => import("../entry/claims/node.js");
const forms = () => import("../entry/forms/node.js");
const packs = () => import("./packs.js");
const codeBooks = async ({ codes }: Options) => (await packs()).codeBooks(codes);

/** The tables that a file of claims is checked with; other files need none. */
async function booksFor(file: Uint8Array, options: Options): Promise<Books> {
  const { CodeBooks, hasClaims } = await claims();
  return hasClaims(file) ? codeBooks(options) : new CodeBooks();
}

export const commands: Record<string, Command> = {
  read: {
    summary: "any X12 file as typed JSON",
    operands: FILE,
    json: one(async (file) => (await claims()).read(file)),
    formats: {},
  },
  validate: {
    summary: "whether a file is acceptable, and every finding",
    operands: FILE,
    json: one(async (file, options) => (await booksFor(file, options)).validate(file, options)),
    formats: { text: one(async (file, options) => (await booksFor(file, options)).validateText(file, options)) },
  },
  ack: {
    summary: "what its receiver answers: a 999, or with --kind a TA1 or 277CA",
    operands: FILE,
    json: one(async (file, options) => (await booksFor(file, options)).acknowledge(file, options)),
    formats: { x12: one(async (file, options) => (await booksFor(file, options)).acknowledge(file, options).x12) },
  },
  answer: {
    summary: "what a TA1, 999 or 277CA that came back says, line by line of the file that was sent",
    operands: ANSWER,
    json: ([answer = NOTHING, sent]) => superbill.acknowledgment(answer, sent),
    formats: { text: ([answer = NOTHING, sent]) => superbill.acknowledgmentText(answer, sent) },
  },
  scrub: {
    summary: "what a payer would reject of claims (837 or JSON), and the repairs that help; --repair makes them",
    operands: FILE,
    json: one(async (file, options) => (await claims()).scrub(file, await codeBooks(options), known(options))),
    formats: {
      text: one(async (file, options) => (await claims()).scrubText(file, await codeBooks(options), known(options))),
      repaired: one(async (file) => `${JSON.stringify((await claims()).repair(file), null, 2)}\n`),
    },
  },
  "test-rules": {
    summary: "whether the examples in a file of payer rules come out as they say",
    operands: FILE,
    json: one(async (file) => (await claims()).testRules(text(file))),
    formats: { text: one(async (file) => (await claims()).testRulesText(text(file))) },
  },
  build: {
    summary: "claims from JSON as the 837 to send",
    operands: FILE,
    json: one(async (file, options) => (await claims()).build(file, options)),
    formats: { x12: one(async (file, options) => (await claims()).build(file, options).x12) },
  },
  secondary: {
    summary: "the next payer's 837, from the claim and what the payer before said",
    operands: CLAIM_AND_ANSWER,
    json: two(async (claim, answer, options) => (await claims()).secondary(claim, answer, options)),
    formats: { x12: two(async (claim, answer, options) => (await claims()).secondary(claim, answer, options).x12) },
  },
  form: {
    summary: "claims (837 or JSON) on paper forms: CMS-1500, UB-04 or ADA",
    operands: FILE,
    json: one(async (file, options) => (await forms()).form(file, paper(options))),
    formats: {
      pdf: one(async (file, options) => (await forms()).formPdf(file, paper(options))),
      svg: one(async (file, options) => {
        const { forms: filled } = (await forms()).form(file, paper(options));
        return filled.flatMap(({ pages }) => pages).join("\n");
      }),
    },
  },
  remit: {
    summary: "what an 835 pays, claim by claim, and whether the money balances",
    operands: FILE,
    json: one(superbill.remit),
    verdict: one((file) => {
      using remittances = new superbill.RemittanceFile(file);
      return { balanced: remittances.balanced, findings: remittances.findings() };
    }),
    formats: { text: one(superbill.remitText) },
  },
  account: {
    summary: "each patient's account after the given 837s and 835s",
    operands: FILES,
    json: superbill.account,
    formats: { text: superbill.accountText },
  },
  statement: {
    summary: "the statement each patient gets",
    operands: FILES,
    json: superbill.statement,
    formats: {
      text: superbill.statementText,
      html: superbill.statementHtml,
      pdf: async (files, options) => (await forms()).statementPdf(superbill.statement(files, options).statements),
    },
  },
  describe: {
    summary: "any X12 file as an indented, annotated tree",
    operands: FILE,
    json: one(superbill.describe),
    verdict: () => ({}),
    formats: { text: one(superbill.describeText) },
  },
  codes: {
    summary: "what a code means and whether it can be billed on a day; the codes that words lead to; a pack of your own tables",
    operands: QUESTION,
    json: question<object>(
      (books, code, { on, at }) => books.lookupAll(code, on ?? at),
      (books, text, { on, at, system }) => ({ matches: books.search(system ?? "icd10cm", text, { on: on ?? at }) }),
      async (options) => (await packs()).packInfo(options),
    ),
    formats: {
      text: question<string | Uint8Array>(
        (books, code, { on, at }) => books.lookupText(code, on ?? at),
        (books, text, { on, at, system }) => {
          const matches = books.search(system ?? "icd10cm", text, { on: on ?? at });
          return matches.map(({ shown, description }) => `${shown.padEnd(9)} ${description}\n`).join("");
        },
        async (options) => (await packs()).packOf(options),
      ),
    },
  },
  explain: {
    summary: "what a rule says, where it comes from and what to do",
    operands: RULE,
    json: rule(
      async (id) => (await claims()).explain(id),
      async (file, id) => (await claims()).explainPayerRule(file, id),
    ),
    formats: {
      text: rule(
        async (id) => (await claims()).explainText(id),
        async (file, id) => (await claims()).explainPayerRuleText(file, id),
      ),
    },
  },
};

/** Fits a function of one file into the table. */
function one<Result>(
  answer: (file: Uint8Array, options: Options) => Result | Promise<Result>,
): Answer<Result> {
  return ([file = NOTHING], options) => answer(file, options);
}

/** Fits a function of two files into the table. */
function two<Result>(
  answer: (first: Uint8Array, second: Uint8Array, options: Options) => Result | Promise<Result>,
): Answer<Result> {
  return ([first = NOTHING, second = NOTHING], options) => answer(first, second, options);
}

/** What scrub knows beside the claims and the codes. */
function known({ at, payerRules = [] }: Options): { at: string; payerRules: string[] } {
  return { at, payerRules };
}

function text(file: Uint8Array): string {
  return new TextDecoder().decode(file);
}

/** Which form, and how it is drawn. The core refuses a form it does not know. */
function paper({ form, stock }: Options): Partial<import("../entry/forms/node.js").FormOptions> {
  return { ...(form && { form }), ...(stock && { stock }) } as Partial<import("../entry/forms/node.js").FormOptions>;
}

type Books = import("../entry/claims/node.js").CodeBooks;
type Asked = Options & { system?: import("../entry/claims/node.js").CodeSystem };
type Question<Result> = (books: Books, words: string, options: Asked) => Result;

/** Fits the verbs about codes into the table. */
function question<Result>(
  lookup: Question<Result>,
  search: Question<Result>,
  pack: (options: Options) => Promise<Result>,
): Answer<Result> {
  return async (_, options) => {
    const [verb = "", ...words] = options.words;
    if (verb === "pack") return pack(options);
    const asked = { lookup, search }[verb];
    if (!asked) throw new superbill.SuperbillError("MISUSE", `codes has lookup, search and pack, not "${verb}"`);
    // The core refuses a system it does not know.
    return asked(await codeBooks(options), words.join(" "), options as Asked);
  };
}

/** Fits functions of a rule's id into the table: of a rule of this build, and of one in a payer's file. */
function rule<Result>(
  built: (id: string) => Promise<Result | undefined>,
  ofPayer: (file: string, id: string) => Promise<Result | undefined>,
): Answer<Result> {
  return async (_, { words: [id = ""], payerRules = [] }) => {
    for (const answer of [() => built(id), ...payerRules.map((file) => () => ofPayer(file, id))]) {
      const result = await answer();
      if (result !== undefined) return result;
    }
    throw new superbill.SuperbillError("MISUSE", `there is no rule "${id}"; findings name theirs, such as SYN-24`);
  };
}
