//! The engine: what does the page ask of the package, and what does it get?
//!
//! The only file of this page that knows the package. It runs in a worker, moves claims in and plain objects
//! out, and decides nothing about billing.

import { expose } from "comlink";
import * as claims from "superbill/claims";
import type {
  BuildReport,
  ClaimBatch,
  ClaimEntry,
  ClaimKind,
  CodeMatch,
  CodeRecord,
  CodeSystem,
  FieldPlace,
  FindingRecord,
  ImportReport,
  RepairRecord,
  SegmentRecord,
} from "superbill/claims";
import type { PackOptions, TableFile } from "superbill/packs";
import * as books from "./books.ts";
import type { Added, Rules, Table } from "./books.ts";

/** A claim as it stands. */
export interface Checked {
  /** Whether it could be sent. */
  accepted: boolean;
  findings: FindingRecord[];
  /** Changes of writing that the core offers. */
  repairs: RepairRecord[];
  /** The file segment by segment: as it would be sent, or as far as it is. */
  segments: SegmentRecord[];
  /** Where each field stands in that file. */
  places: FieldPlace[];
  /** What the lines come to, where that was asked for: it was checked as the claim's charge. */
  charge: string | undefined;
}

/** The printed form: one drawing a page, and what it cannot hold. */
export interface Printed {
  pages: string[];
  findings: FindingRecord[];
}

/** How codes are searched: the day they are for, and what was picked of late. */
export interface Wish {
  on: string;
  recent: string[];
}

const { ready } = books;

const engine = {
  /** Resolves once the large code tables are loaded; false where one of them cannot be had. */
  async tables(): Promise<boolean> {
    return books.coming;
  },

  /** What the core offers for claims of each kind. */
  async offers(): Promise<Record<ClaimKind, ClaimEntry>> {
    await ready;
    const { claimEntry } = claims;
    return { professional: claimEntry("professional"), institutional: claimEntry("institutional"), dental: claimEntry("dental") };
  },

  /** Judges the claim in front; where lines changed, with the charge they come to. */
  async check(batch: ClaimBatch, at: string, sum: boolean): Promise<Checked> {
    await ready;
    const [claim] = batch.claims ?? [];
    const charge = sum && claim ? claims.claimTotals(batch)[0]?.chargeAmount : undefined;
    if (claim && charge !== undefined) claim.chargeAmount = charge;
    const payerRules = await books.payerRules();
    const { checker } = await books.inUse();
    const { accepted, findings, repairs } = checker.check(batch, { at, payerRules });
    const built = claims.build(batch, { at });
    const text = fileOf(built);
    const segments = text ? claims.describe(encode(text)).segments : [];
    const places = text ? claims.places(batch, { at }) : [];
    return { accepted: accepted && built.accepted, findings, repairs, segments, places, charge };
  },

  /** How many claims of a batch have something to fix, claim by claim. */
  async checkEach(batch: ClaimBatch, at: string): Promise<boolean[]> {
    const payerRules = await books.payerRules();
    const loaded = await books.inUse();
    return (batch.claims ?? []).map((claim) => claims.scrub({ ...batch, claims: [claim] }, loaded.books, { at, payerRules }).accepted);
  },

  /** The file to send; empty where it is refused. */
  async file(batch: ClaimBatch, at: string): Promise<BuildReport> {
    await ready;
    return claims.build(batch, { at, usage: "P" });
  },

  /** The claims with every repair made. */
  async repair(batch: ClaimBatch): Promise<ClaimBatch | undefined> {
    await ready;
    return claims.repair(batch)[0];
  },

  async import(bytes: Uint8Array): Promise<ImportReport> {
    await ready;
    return claims.importClaims(bytes);
  },

  /** The claims to the next payer, and why any of them is not to be billed. */
  async nextPayer(batch: ClaimBatch, remittance: Uint8Array, at: string): Promise<Omit<ImportReport, "format">> {
    await ready;
    const sent = claims.build(batch, { at });
    if (!sent.accepted) return { batches: [], findings: sent.findings };
    const next = claims.secondary(encode(sent.x12), remittance, { at });
    const text = fileOf(next);
    return { batches: text ? claims.importClaims(encode(text)).batches : [], findings: next.findings };
  },

  async search(system: string, text: string, { on, recent }: Wish): Promise<CodeMatch[]> {
    const loaded = await books.inUse();
    return loaded.books.search(system as CodeSystem, text, { on, recent, limit: 12 });
  },

  async lookup(system: string, code: string, on: string): Promise<CodeRecord | undefined> {
    const loaded = await books.inUse();
    return loaded.books.lookup(system as CodeSystem, code, on);
  },

  /** The code tables in use. */
  loaded: (): Promise<Table[]> => books.tables(),
  addTables: (files: TableFile[], options: PackOptions): Promise<Added> => books.addTables(files, options),
  removeTable: (name: string): Promise<void> => books.removeTable(name),

  /** The payer rules in use, with the results of their own tests. */
  rules: (): Promise<Rules[]> => books.rules(),
  addRules: (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => books.addRules(name, bytes),
  removeRules: (name: string): Promise<void> => books.removeRules(name),

  async form(batch: ClaimBatch): Promise<Printed> {
    const { form } = await forms();
    const report = form(batch, undefined);
    return { pages: report.forms.flatMap(({ pages }) => pages), findings: report.findings };
  },

  async formPdf(batch: ClaimBatch): Promise<Uint8Array> {
    const { formPdf } = await forms();
    return formPdf(batch, undefined);
  },
};

/** What the page may ask of the engine. */
export type Engine = typeof engine;

/** The module that draws forms, once it is asked for. */
async function forms(): Promise<typeof import("superbill/forms")> {
  const module = await import("superbill/forms");
  await module.init();
  return module;
}

/** The file, or what would have been written. */
function fileOf({ x12, draft = "" }: BuildReport): string {
  return x12 || draft;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

expose(engine);
