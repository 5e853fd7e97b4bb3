//! The reading worker: who opens files and keeps their bytes, so that the page never waits?
//!
//! Everything about billing happens in the package; this file moves bytes in and plain objects out.
//! One account book lives as long as the page; nothing is stored.

import { expose } from "comlink";
import { AccountBook, init, RemittanceFile } from "superbill";
import type { ClaimQuery, ClaimRow, ClaimStory, FileSummary, Finding, SegmentText } from "superbill";

/** A status that occurs in a file, with how many claims carry it. */
export interface StatusCount {
  status: string;
  label: string;
  count: number;
}

/** What came of opening a file. */
export type Opened =
  | { kind: "open"; summary: FileSummary; statuses: StatusCount[]; findings: Finding[]; findingCount: number }
  | { kind: "unreadable"; message: string; byteOffset?: number }
  | { kind: "cancelled" };

/** What came of posting a file to the accounts. */
export interface Posted {
  posted: number;
  refused: { patientControlNumber?: string; message: string; help: string }[];
  refusedCount: number;
}

/** How far a file is: bytes read so far, or `undefined` while its claims are being found. */
export type Progress = (bytesRead: number | undefined) => void;

const ready = init();
const sources = new Map<number, Blob>();
const files = new Map<number, RemittanceFile>();
let book: AccountBook | undefined;

const worker = {
  /** Resolves once the package is loaded; throws when it cannot be. */
  async ready(): Promise<void> {
    await ready;
  },

  async open(id: number, source: Blob, progress: Progress): Promise<Opened> {
    await ready;
    sources.set(id, source);
    const bytes = await readAll(id, source, progress);
    if (!bytes) return { kind: "cancelled" };
    progress(undefined);
    try {
      const file = new RemittanceFile(bytes);
      files.set(id, file);
      const findings = file.findings();
      return {
        kind: "open",
        summary: file.summary(),
        statuses: statuses(file),
        findings: findings.slice(0, SHOWN),
        findingCount: findings.length,
      };
    } catch (error) {
      sources.delete(id);
      return unreadable(error);
    }
  },

  /** Lets go of a file, also while it is being read. */
  close(id: number): void {
    sources.delete(id);
    files.get(id)?.free();
    files.delete(id);
  },

  search(id: number, query: ClaimQuery): Uint32Array {
    return opened(id).search(query);
  },

  /** Rows of the claims at `indexes`; neighbours in the file are fetched together. */
  rows(id: number, indexes: number[]): ClaimRow[] {
    const file = opened(id);
    return runs(indexes).flatMap(([start, end]) => file.rows(start, end));
  },

  story(id: number, index: number): ClaimStory {
    return opened(id).story(index);
  },

  segments(id: number, index: number): SegmentText[] {
    return opened(id).segments(index);
  },

  async post(id: number, acceptUnbalanced: boolean): Promise<Posted> {
    const source = sources.get(id);
    if (!source) throw new Error("The file was closed before it could be posted.");
    const bytes = new Uint8Array(await source.arrayBuffer());
    book ??= new AccountBook();
    const { posted, refused } = book.post(bytes, { ...signature(), acceptUnbalanced });
    return { posted, refused: refused.slice(0, SHOWN), refusedCount: refused.length };
  },

  statement(patient: string): string {
    if (!book) throw new Error("Nothing has been posted to the accounts yet.");
    return book.statement({ ...signature(), format: "html", patient });
  },
};

/** What the page may ask of the worker. */
export type DeskWorker = typeof worker;

async function readAll(id: number, source: Blob, progress: Progress): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(source.size);
  const reader = source.stream().getReader();
  let offset = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (!sources.has(id)) {
      await reader.cancel();
      return undefined;
    }
    if (done) return bytes.subarray(0, offset);
    bytes.set(value, offset);
    offset += value.length;
    progress(offset);
  }
}

function opened(id: number): RemittanceFile {
  const file = files.get(id);
  if (!file) throw new Error("The file is no longer open.");
  return file;
}

function unreadable(error: unknown): Opened {
  const { message, byteOffset } = error as { message?: string; byteOffset?: number };
  return { kind: "unreadable", message: message ?? String(error), byteOffset };
}

function statuses(file: RemittanceFile): StatusCount[] {
  const found = new Map<number, { first: number; count: number }>();
  file.columns().status.forEach((status, index) => {
    const seen = found.get(status);
    if (seen) seen.count += 1;
    else found.set(status, { first: index, count: 1 });
  });
  return [...found.values()].flatMap(({ first, count }) =>
    file.rows(first, first + 1).map((row) => ({ status: row.status, label: row.statusLabel, count })),
  );
}

function runs(indexes: number[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const index of indexes) {
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}

function signature(): { at: string; actor: string } {
  return { at: new Date().toISOString(), actor: "remittance desk" };
}

const SHOWN = 100;

expose(worker);
