//! Loops in a list of segments: where does each one begin and end?

import type { SegmentRecord } from "superbill";

/**
 * The end of each loop, by the position of the segment that begins it.
 *
 * A loop begins where its id is new at its depth, or where the segment that began it comes again.
 */
export function loopEnds(segments: Pick<SegmentRecord, "id" | "loop" | "depth">[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { loop: string; first: string; start: number; depth: number }[] = [];
  const close = (depth: number, at: number) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) ends.set(open.pop()?.start ?? 0, at);
  };
  segments.forEach(({ id, loop, depth }, index) => {
    close(depth + 1, index);
    const around = open.at(-1);
    if (loop !== undefined && around?.depth === depth && around.loop === loop && around.first !== id) return;
    close(depth, index);
    if (loop === undefined) return;
    ends.set(index, segments.length);
    open.push({ loop, first: id, start: index, depth });
  });
  return ends;
}
