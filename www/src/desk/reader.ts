//! The reading worker: who opens files and keeps their bytes, so that the page never waits?
//!
//! Everything about billing happens in the package; this file moves bytes in and plain objects out.

import { expose } from "comlink";
import { init, RemittanceFile } from "superbill";
import type { ClaimQuery, ClaimRecord, ClaimStory, FileSummary, FindingRecord, SegmentRecord } from "superbill";

/** A status that occurs in a file, with how many claims carry it. */
export interface StatusCount {
  status: string;
  label: string;
  count: number;
}

/** What came of opening a file. */
export type Opened =
  | { kind: "open"; summary: FileSummary; statuses: StatusCount[]; findings: FindingRecord[]; findingCount: number }
  | { kind: "unreadable"; message: string }
  | { kind: "cancelled" };

/** How far a file is: bytes read so far, or `undefined` while its claims are being found. */
export type Progress = (bytesRead: number | undefined) => void;

const ready = init();
const reading = new Set<number>();
const files = new Map<number, RemittanceFile>();

const reader = {
  /** Resolves once the package is loaded; throws when it cannot be. */
  async ready(): Promise<void> {
    await ready;
  },

  async open(id: number, source: Blob, progress: Progress): Promise<Opened> {
    await ready;
    reading.add(id);
    try {
      const file = await read(id, source, progress);
      if (!file) return { kind: "cancelled" };
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
      return { kind: "unreadable", message: (error as Error).message };
    } finally {
      reading.delete(id);
    }
  },

  /** Lets go of a file, also while it is being read. */
  close(id: number): void {
    reading.delete(id);
    files.get(id)?.free();
    files.delete(id);
  },

  search(id: number, query: Partial<ClaimQuery>): Uint32Array {
    return opened(id).search(query);
  },

  /** Rows of the claims at `indexes`; neighbours in the file are fetched together. */
  rows(id: number, indexes: number[]): ClaimRecord[] {
    const file = opened(id);
    return runs(indexes).flatMap(([start, end]) => file.rows(start, end));
  },

  story(id: number, index: number): ClaimStory {
    return opened(id).story(index);
  },

  segments(id: number, index: number): SegmentRecord[] {
    return opened(id).segments(index);
  },
};

/** What the page may ask of the reader. */
export type Reader = typeof reader;

/** Reads a file chunk by chunk into the package's memory; `undefined` when it was closed half-way. */
async function read(id: number, source: Blob, progress: Progress): Promise<RemittanceFile | undefined> {
  const file = RemittanceFile.begin(source.size);
  const chunks = source.stream().getReader();
  let [bytesRead, pauseAt] = [0, PAUSE];
  try {
    for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) {
      if (!reading.has(id)) {
        file.free();
        await chunks.cancel();
        return undefined;
      }
      file.push(chunk.value);
      bytesRead += chunk.value.length;
      progress(bytesRead);
      if (bytesRead < pauseAt) continue;
      pauseAt += PAUSE;
      await new Promise((resolve) => setTimeout(resolve)); // lets "cancel" and other requests in
    }
    progress(undefined);
    file.finish();
    return file;
  } catch (error) {
    file.free();
    throw error;
  }
}

function opened(id: number): RemittanceFile {
  const file = files.get(id);
  if (!file) throw new Error("The file is no longer open.");
  return file;
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

const SHOWN = 100;
/** Bytes between two looks at what else the page asks for. */
const PAUSE = 4_000_000;

expose(reader);
