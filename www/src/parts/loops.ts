//! Loops in a list of segments: where does each one begin and end?

import type { SegmentRecord } from "superbill";

/** The end of each loop, by the position of the segment that begins it. */
export function loopEnds(segments: Pick<SegmentRecord, "loopEnd">[]): Map<number, number> {
  return new Map(segments.flatMap(({ loopEnd }, index) => (loopEnd === undefined ? [] : [[index, loopEnd] as const])));
}
