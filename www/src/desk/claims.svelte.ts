//! The list of claims of one file: which claims match, in what order, and which rows are at hand?

import type { Remote } from "comlink";
import type { ClaimQuery, ClaimRecord } from "superbill";
import type { Reader } from "./reader.ts";

/** The query as the toolbar holds it; empty text means no condition. */
export interface Filter {
  text: string;
  status: string;
  reason: string;
  show: "all" | "denied" | "unbalanced";
  sort: NonNullable<ClaimQuery["sort"]>;
  descending: boolean;
}

/** Claims of one file behind a filter. Rows come from the worker as they scroll into view. */
export class ClaimList {
  filter = $state<Filter>({ ...NO_FILTER });
  /** Claim indexes that match, in display order. */
  order = $state.raw<Uint32Array>(new Uint32Array());
  searching = $state(true);
  /** Position in `order` the keyboard is at. */
  active = $state(0);
  /** Claim index shown as a story. */
  openIndex = $state<number>();
  /** Counts fetched batches of rows, so that the table redraws. */
  version = $state(0);
  readonly #rows = new Map<number, ClaimRecord>();
  readonly #asked = new Set<number>();
  #latest = 0;

  constructor(
    readonly reader: Remote<Reader>,
    readonly fileId: number,
  ) {}

  /** Runs the filter; a later call wins over an earlier one. The page calls it whenever the filter changes. */
  async search(): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    this.searching = true;
    const order = await this.reader.search(this.fileId, toQuery(this.filter));
    if (mine !== this.#latest) return;
    this.order = order;
    this.active = Math.max(0, order.indexOf(this.openIndex ?? -1));
    this.searching = false;
  }

  /** The row at a position of `order`, once it has come. */
  row(position: number): ClaimRecord | undefined {
    void this.version;
    return this.#rows.get(this.order[position] ?? -1);
  }

  /** Fetches rows of positions `start` to `end` that are not at hand. */
  async want(start: number, end: number): Promise<void> {
    const missing = [...this.order.subarray(start, end)].filter(
      (index) => !this.#rows.has(index) && !this.#asked.has(index),
    );
    if (missing.length === 0) return;
    for (const index of missing) this.#asked.add(index);
    const rows = await this.reader.rows(this.fileId, missing);
    for (const index of missing) this.#asked.delete(index);
    if (this.#rows.size > KEPT_ROWS) this.#rows.clear();
    for (const row of rows) this.#rows.set(row.index, row);
    this.version += 1;
  }

  /** Every matching row, for an export. */
  all(): Promise<ClaimRecord[]> {
    return this.reader.rows(this.fileId, [...this.order]);
  }

  /** Changes some conditions and leaves the others. */
  set(change: Partial<Filter>): void {
    Object.assign(this.filter, change);
  }

  clear(): void {
    this.set(NO_FILTER);
  }

  /** Opens the claim at a position of `order`. */
  open(position: number): void {
    this.active = position;
    this.openIndex = this.order[position];
  }
}

function toQuery(filter: Filter): Partial<ClaimQuery> {
  return {
    text: filter.text.trim() || undefined,
    status: filter.status || undefined,
    reason: filter.reason || undefined,
    denied: filter.show === "denied" ? true : undefined,
    balanced: filter.show === "unbalanced" ? false : undefined,
    sort: filter.sort,
    descending: filter.descending,
  };
}

const KEPT_ROWS = 5_000;

/** No condition, in file order. */
export const NO_FILTER: Filter = {
  text: "",
  status: "",
  reason: "",
  show: "all",
  sort: "file",
  descending: false,
};
