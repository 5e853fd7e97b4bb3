//! The checking worker: who reads a file, checks it and takes it apart, so that the page never waits?
//!
//! One worker a file: it is called off by ending the worker, and the memory it tells is that of this file.
//! Everything about X12 happens in the package; this file moves bytes in and plain objects out.

import { expose } from "comlink";
import { acknowledge, acknowledgment, acknowledgmentText, describe, init, RemittanceReader, validate } from "superbill/slim";
import type { ElementRecord, FindingRecord, SegmentRecord, SuperbillError } from "superbill";
import scalarModule from "superbill/superbill_scalar_bg.wasm?url";
import simdModule from "superbill/superbill_bg.wasm?url";

/** A segment without its elements, which are asked for when it is looked at. */
export type SegmentLine = Omit<SegmentRecord, "elements">;

/** What is wrong with a file. */
export interface Verdict {
  accepted: boolean;
  findings: FindingRecord[];
  findingCount: number;
  /** How long the checking itself took. */
  milliseconds: number;
  /** How many claims it has, where it was streamed. */
  claims?: number;
}

/** What came of a file. */
export type Checked =
  | {
      kind: "checked";
      verdict: Verdict;
      /** Whether it was streamed: its envelope and its money were checked, not its guide. */
      streamed: boolean;
      /** Bytes the WebAssembly module held when it was checked. */
      memory: number;
    }
  | { kind: "unreadable"; message: string; byteOffset: number | undefined };

/** A file taken apart. */
export interface Parts {
  segments: SegmentLine[];
  headers: Header[];
  /** Whether these are only the first segments of the file. */
  cut: boolean;
}

/** What goes back to the sender of a file. */
export interface Answer {
  kind: "999" | "ta1";
  accepted: boolean;
  /** The answer as it is sent; empty where nothing is to be answered. */
  x12: string;
  /** The same segment by segment, each with its name. */
  segments: SegmentLine[];
}

/** A header of the envelope with its elements: which segment of the list it is. */
export interface Header {
  index: number;
  elements: ElementRecord[];
}

/** How far a file is. */
export interface Meter {
  /** Bytes taken in so far. */
  bytes: number;
  /** What is being done. */
  doing: "reading" | "streaming" | "checking";
  /** Claims so far, where the file is streamed. */
  claims: number | undefined;
  /** Bytes the WebAssembly module holds. */
  memory: number;
  milliseconds: number;
}

const ready = init({ module_or_path: simdModule }).catch(() => init({ module_or_path: scalarModule }));
let described: SegmentRecord[] = [];

const checker = {
  /** Checks a file. A large remittance is streamed unless it is `whole`: then, as any other, it is read into memory. */
  async check(source: Blob, whole: boolean, meter: (reading: Meter) => void): Promise<Checked> {
    const { memory } = await ready;
    const start = performance.now();
    const tell: Tell = (doing, bytes, claims) => {
      const milliseconds = performance.now() - start;
      meter({ doing, bytes, claims, memory: memory.buffer.byteLength, milliseconds });
    };
    try {
      const head = await bytesOf(source.slice(0, HEAD));
      const streamed = !whole && source.size > HEAD && isRemittance(head);
      const verdict = streamed ? await stream(source, tell) : await checkWhole(source, head, tell);
      return { kind: "checked", verdict, streamed, memory: memory.buffer.byteLength };
    } catch (error) {
      const { code, message, byteOffset } = error as Partial<SuperbillError>;
      if (code !== "UNREADABLE") throw error;
      return { kind: "unreadable", message: message ?? "", byteOffset };
    }
  },

  /** The segments of a file with their names; of a large one the first. */
  async takeApart(source: Blob): Promise<Parts> {
    const { segments, cut } = describe(await bytesOf(source.slice(0, HEAD)));
    const partial = source.size > HEAD;
    if (partial) segments.pop(); // cut off
    described = segments;
    const headers = segments.flatMap((segment, index) => (HEADERS.has(segment.id) ? [{ index, elements: segment.elements }] : []));
    return { segments: segments.map(line), headers, cut: partial || cut };
  },

  /** The elements of a segment, with their names and the meaning of their codes. */
  elements(index: number): ElementRecord[] {
    return described[index]?.elements ?? [];
  },

  /** The acknowledgments that answer a file: of its groups, and of its interchanges. */
  async answers(source: Blob): Promise<Answer[]> {
    const bytes = await bytesOf(source);
    return (["999", "ta1"] as const).map((kind) => answer(bytes, kind));
  },

  /** The acknowledgment of the interchange of a file that cannot be read on; undefined where nobody can be answered. */
  async answerUnreadable(source: Blob): Promise<Answer | undefined> {
    const bytes = await bytesOf(source);
    try {
      return answer(bytes, "ta1");
    } catch {
      return undefined;
    }
  },

  /** What a file says that is an acknowledgment itself; undefined if it is none. */
  async told(source: Blob): Promise<string | undefined> {
    const bytes = await bytesOf(source);
    const { groups, interchanges } = acknowledgment(bytes, undefined);
    return groups.length + interchanges.length > 0 ? acknowledgmentText(bytes, undefined) : undefined;
  },
};

/** What the page may ask of the checker. */
export type Checker = typeof checker;

type Tell = (doing: Meter["doing"], bytes: number, claims?: number) => void;

async function checkWhole(source: Blob, head: Uint8Array, tell: Tell): Promise<Verdict> {
  const bytes = source.size <= head.length ? head : await read(source, tell);
  tell("checking", source.size);
  const start = performance.now();
  const { accepted, findings, total } = validate(bytes, undefined);
  return { accepted, findings, findingCount: total, milliseconds: performance.now() - start };
}

function answer(bytes: Uint8Array, kind: Answer["kind"]): Answer {
  const { accepted, x12 } = acknowledge(bytes, { kind });
  const segments = x12 === "" ? [] : describe(new TextEncoder().encode(x12)).segments;
  return { kind, accepted, x12, segments: segments.map(line) };
}

/** Streams a remittance: one claim in memory, whatever its size. */
async function stream(source: Blob, tell: Tell): Promise<Verdict> {
  using reader = new RemittanceReader();
  let milliseconds = 0;
  await eachChunk(source, (chunk, bytesRead) => {
    const start = performance.now();
    for (let at = 0; at < chunk.length; at += SLICE) {
      reader.push(chunk.subarray(at, at + SLICE));
      while (reader.skip());
    }
    milliseconds += performance.now() - start;
    tell("streaming", bytesRead, reader.claimCount);
  });
  reader.finish();
  while (reader.skip());
  tell("streaming", source.size, reader.claimCount);
  const findings = reader.findings();
  const accepted = !findings.some((finding) => finding.severity === "error");
  return { accepted, findings, findingCount: findings.length, milliseconds, claims: reader.claimCount };
}

async function read(source: Blob, tell: Tell): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size);
  await eachChunk(source, (chunk, bytesRead) => {
    bytes.set(chunk, bytesRead - chunk.length);
    tell("reading", bytesRead);
  });
  return bytes;
}

async function eachChunk(source: Blob, take: (chunk: Uint8Array, bytesRead: number) => void): Promise<void> {
  const chunks = source.stream().getReader();
  let bytesRead = 0;
  for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) {
    bytesRead += chunk.value.length;
    take(chunk.value, bytesRead);
  }
}

function line({ elements, ...rest }: SegmentRecord): SegmentLine {
  return rest;
}

/** Whether the first transaction set is one the streaming reader is made for. */
function isRemittance(head: Uint8Array): boolean {
  const { segments } = describe(head.subarray(0, PEEK));
  return segments.find(({ id }) => id === "ST")?.elements[0]?.value === "835";
}

async function bytesOf(source: Blob): Promise<Uint8Array> {
  return new Uint8Array(await source.arrayBuffer());
}

/** Headers of interchanges, groups and transaction sets. */
const HEADERS = new Set(["ISA", "GS", "ST"]);
/** Most bytes that are taken apart for the tree. */
const HEAD = 2_000_000;
const PEEK = 4_000;
/** Bytes copied into the module at once, so that a large chunk does not grow its memory. */
const SLICE = 64 * 1024;

expose(checker);
