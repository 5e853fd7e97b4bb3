//! The outline of a file: which segments stand in which loops, which are open, and which one is looked at?

import { SvelteSet } from "svelte/reactivity";
import type { ElementRecord } from "superbill";
import { loopEnds } from "../parts/loops.ts";
import type { SegmentLine } from "./checker.ts";

/** One line of the tree. `index` is the segment, or the first one of the loop. */
export type Row =
  | { kind: "loop"; index: number; depth: number; open: boolean }
  | { kind: "segment"; index: number; depth: number }
  | { kind: "element"; index: number; depth: number; element: number };

type Span = [number, number];
/** What is looked at: a loop, a segment, or an element of it. */
type Place = { kind: Row["kind"]; index: number; element: number };

/** The segments of a file as a tree whose loops fold and whose looked-at segment shows its elements. */
export class Outline {
  readonly segments: SegmentLine[];
  /** Where a loop ends, by the segment that begins it. */
  readonly #ends: Map<number, number>;
  readonly #closed = new SvelteSet<number>();
  readonly #elementsOf: (index: number) => Promise<ElementRecord[]>;

  place = $state.raw<Place>({ kind: "segment", index: 0, element: -1 });
  /** Elements of the segment looked at, once they are here. */
  elements = $state.raw<ElementRecord[]>([]);
  readonly rows = $derived.by(() => this.#rows());
  /** Which row is looked at. */
  readonly active = $derived.by(() => this.#active());

  constructor(segments: SegmentLine[], elementsOf: (index: number) => Promise<ElementRecord[]>) {
    this.segments = segments;
    this.#ends = loopEnds(segments);
    this.#elementsOf = elementsOf;
    void this.look(0);
  }

  /** Looks at a segment, and at the smallest of its elements that holds the bytes, if they are named. */
  async look(index: number, bytes?: Span): Promise<void> {
    this.#reveal(index);
    const same = this.place.index === index && this.elements.length > 0;
    if (!same) this.elements = [];
    this.place = { kind: "segment", index, element: -1 };
    if (!same) {
      const elements = await this.#elementsOf(index);
      if (this.place.index !== index || this.place.kind === "loop") return;
      this.elements = elements;
    }
    if (bytes) this.place = { kind: "segment", index, element: -1, ...this.#elementAt(bytes) };
  }

  /** Looks at the segment that holds a byte, and at the element; false when the outline does not reach that far. */
  lookAt(bytes: Span): boolean {
    const index = this.segmentAt(bytes[0]);
    if (index === undefined) return false;
    void this.look(index, bytes);
    return true;
  }

  /** Looks at a row of the tree. */
  lookAtRow(row: Row | undefined): void {
    if (row === undefined) return;
    if (row.kind === "segment") void this.look(row.index);
    else this.place = { kind: row.kind, index: row.index, element: row.kind === "element" ? row.element : -1 };
  }

  /** The segment a byte belongs to, its terminator included. */
  segmentAt(byte: number): number | undefined {
    let [low, high] = [0, this.segments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.segments[middle]?.span[0] ?? 0) <= byte) low = middle + 1;
      else high = middle;
    }
    const found = Math.max(0, low - 1);
    const beyond = found === this.segments.length - 1 && byte > (this.segments[found]?.span[1] ?? 0) + 2;
    return beyond || this.segments.length === 0 ? undefined : found;
  }

  /** Folds or unfolds the loop a segment begins. */
  toggle(index: number, open = this.#closed.has(index)): void {
    if (open) this.#closed.delete(index);
    else this.#closed.add(index);
  }

  /** Folds all loops, or none. */
  toggleAll(open: boolean): void {
    this.#closed.clear();
    if (open) return;
    for (const index of this.#ends.keys()) this.#closed.add(index);
    const { index } = this.place;
    const around = [...this.#ends].find(([start, end]) => start <= index && index < end);
    if (around) this.place = { kind: "loop", index: around[0], element: -1 };
  }

  /** The innermost loop around a segment. */
  loopAround(index: number): number | undefined {
    let found: number | undefined;
    for (const [start, end] of this.#ends) if (start <= index && index < end) found = start;
    return found;
  }

  #reveal(index: number): void {
    for (const start of this.#closed) if (start <= index && index < (this.#ends.get(start) ?? 0)) this.#closed.delete(start);
  }

  #elementAt([start, end]: Span): Partial<Place> {
    const holding = this.elements
      .map(({ span }, element) => ({ span, element }))
      .filter(({ span }) => span[0] <= start && Math.max(end, start + 1) <= span[1])
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
    return holding[0] ? { kind: "element", element: holding[0].element } : {};
  }

  #rows(): Row[] {
    const rows: Row[] = [];
    for (let index = 0; index < this.segments.length; index += 1) {
      const depth = this.segments[index]?.depth ?? 0;
      const end = this.#ends.get(index);
      if (end !== undefined) {
        const open = !this.#closed.has(index);
        rows.push({ kind: "loop", index, depth: depth - 1, open });
        if (!open) {
          index = end - 1;
          continue;
        }
      }
      rows.push({ kind: "segment", index, depth });
      if (index !== this.place.index || this.place.kind === "loop") continue;
      this.elements.forEach((_, element) => rows.push({ kind: "element", index, depth: depth + 1, element }));
    }
    return rows;
  }

  #active(): number {
    const { kind, index, element } = this.place;
    return this.rows.findIndex(
      (row) => row.index === index && row.kind === kind && (row.kind !== "element" || row.element === element),
    );
  }
}
