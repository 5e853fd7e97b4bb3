//! Streams: how is a file of any size read, or checked and answered, in bounded memory?

import { CheckReader, RemittanceReader, type AcknowledgeOptions, type CheckReport, type FindingRecord } from "./superbill.js";

/** One claim as the reader hands it out. */
export type StreamedClaim = NonNullable<ReturnType<RemittanceReader["next"]>>;

export interface RemittanceStreamOptions {
  /** Called after the last claim with the reader, before it is released: the place to ask for its findings. */
  onEnd?: (reader: RemittanceReader) => void;
}

/**
 * Bytes of an 835 in, claims out: `body.pipeThrough(new RemittanceStream())`.
 *
 * Chunks may be cut anywhere. The module's memory holds one slice and one claim at a time. It is released when
 * the stream ends or fails; a stream dropped half-way is released by the garbage collector.
 */
export class RemittanceStream extends TransformStream<Uint8Array, StreamedClaim> {
  constructor({ onEnd }: RemittanceStreamOptions = {}) {
    const reader = new RemittanceReader();
    super({
      transform: (chunk, controller) =>
        freeOnError(reader, () => {
          for (let start = 0; start < chunk.length; start += SLICE) {
            reader.push(chunk.subarray(start, start + SLICE));
            drain(reader, controller);
          }
        }),
      flush: (controller) => {
        freeOnError(reader, () => {
          reader.finish();
          drain(reader, controller);
          onEnd?.(reader);
        });
        reader.free();
      },
    });
  }
}

export interface CheckStreamOptions extends Partial<AcknowledgeOptions> {
  /** Called at the end with whether the file is accepted and with the last findings, which the stream gives too. */
  onEnd?: (report: CheckReport) => void;
  /** Called with each part of the answer (999 or TA1) as it is made, so that it need not be held; X12. */
  onAnswer?: (x12: string) => void;
}

/**
 * Bytes of any X12 file in, findings out, the answer beside them: `upload.pipeThrough(new CheckStream({ onAnswer }))`.
 *
 * Syntax and guide are checked while the file passes. Memory holds a slice and a segment, whatever the size.
 */
export class CheckStream extends TransformStream<Uint8Array, FindingRecord> {
  constructor({ onEnd, onAnswer, ...options }: CheckStreamOptions = {}) {
    const reader = new CheckReader(options);
    const answer = (): void => {
      const x12 = onAnswer ? reader.takeAnswer() : "";
      if (x12 !== "") onAnswer?.(x12);
    };
    super({
      transform: (chunk, controller) =>
        freeOnError(reader, () => {
          for (let start = 0; start < chunk.length; start += SLICE) {
            for (const finding of reader.push(chunk.subarray(start, start + SLICE))) controller.enqueue(finding);
            answer();
          }
        }),
      flush: (controller) => {
        freeOnError(reader, () => {
          const report = reader.finish();
          for (const finding of report.findings) controller.enqueue(finding);
          if (report.x12 !== "") onAnswer?.(report.x12);
          onEnd?.(report);
        });
        reader.free();
      },
    });
  }
}

/** Bytes copied into the module at once: a large chunk must not grow its memory. */
const SLICE = 64 * 1024;

function drain(reader: RemittanceReader, to: TransformStreamDefaultController<StreamedClaim>): void {
  for (let claim = reader.next(); claim !== undefined; claim = reader.next()) to.enqueue(claim);
}

function freeOnError(reader: { free(): void }, work: () => void): void {
  try {
    work();
  } catch (error) {
    reader.free();
    throw error;
  }
}
