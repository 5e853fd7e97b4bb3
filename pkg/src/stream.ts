//! The streaming reader: how are the claims of a file of any size read in bounded memory?

import { RemittanceReader } from "./superbill.js";

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

/** Bytes copied into the module at once: a large chunk must not grow its memory. */
const SLICE = 64 * 1024;

function drain(reader: RemittanceReader, to: TransformStreamDefaultController<StreamedClaim>): void {
  for (let claim = reader.next(); claim !== undefined; claim = reader.next()) to.enqueue(claim);
}

function freeOnError(reader: RemittanceReader, work: () => void): void {
  try {
    work();
  } catch (error) {
    reader.free();
    throw error;
  }
}
