//! The draft: which claims are worked on, which of them is in front, and how is a field of it read and set?

import type { Claim, ClaimBatch, ClaimKind } from "superbill/claims";
import { plainPath, setAt, textAt, valueAt } from "./path.ts";

/** A batch of claims on the page. Paths that begin with `claims[0]` mean the claim in front. */
export class Draft {
  /** Under which it is kept on this device. */
  readonly id: string;
  batch = $state<ClaimBatch>({});
  /** Which claim is in front. */
  at = $state(0);
  /** Whether anything was typed since it was opened. */
  changed = $state(false);
  /** Fields a person has left, and whether all are judged at once. */
  readonly #left = $state<Record<string, true>>({});
  judged = $state(false);
  /** Whether a charge of a line was changed and the claim's own charge is yet to follow. */
  unsummed = false;

  readonly claims = $derived(this.batch.claims ?? []);
  readonly claim = $derived<Claim>(this.claims[this.at] ?? {});
  readonly kind = $derived<ClaimKind>(this.claim.kind ?? "professional");
  /** What the core is asked about: the batch with the claim in front alone. */
  readonly live = $derived<ClaimBatch>({ ...this.batch, claims: [this.claim] });

  constructor(batch: ClaimBatch, judged: boolean, id: string = crypto.randomUUID()) {
    this.id = id;
    this.batch = batch;
    this.judged = judged;
  }

  text(path: string): string {
    return textAt(this.live, path);
  }

  value(path: string): unknown {
    return valueAt(this.live, path);
  }

  list(path: string): unknown[] {
    const found = valueAt(this.live, path);
    return Array.isArray(found) ? found : [];
  }

  /** The path as findings write it. */
  plain(path: string): string {
    return plainPath(this.live, path);
  }

  set(path: string, value: unknown): void {
    this.changed = true;
    setAt(this.batch as Record<string, unknown>, this.#own(path), value);
    this.unsummed ||= LINE_CHARGE.test(path);
  }

  add(path: string, entry: unknown, at?: number): void {
    this.changed = true;
    if (!Array.isArray(this.value(path))) setAt(this.batch as Record<string, unknown>, this.#own(path), []);
    const list = this.list(path);
    list.splice(at ?? list.length, 0, structuredClone($state.snapshot(entry)));
    this.unsummed ||= path === LINES;
  }

  remove(path: string, at: number): void {
    this.changed = true;
    this.list(path).splice(at, 1);
    this.unsummed ||= path === LINES;
  }

  /** Puts other claims in place of these, as a repair or an import does. */
  replace(batch: ClaimBatch): void {
    this.changed = true;
    this.batch = batch;
    this.at = Math.min(this.at, Math.max(0, (batch.claims?.length ?? 1) - 1));
  }

  /** Puts another claim in place of the one in front. */
  replaceClaim(claim: Claim): void {
    this.changed = true;
    this.claims[this.at] = claim;
  }

  leave(path: string): void {
    this.#left[path] = true;
  }

  /** Whether what is wrong with a field is told beside it yet. */
  isJudged(path: string): boolean {
    return this.judged || path in this.#left;
  }

  #own(path: string): string {
    return path.replace(/^claims\[0\]/, `claims[${this.at}]`);
  }

  /** The claim's charge follows its lines: what the core says they come to. */
  sum(charge: string): void {
    this.claim.chargeAmount = charge;
  }
}

const LINES = "claims[0].lines";
const LINE_CHARGE = /^claims\[0\]\.lines\[\d+\]\.chargeAmount$/;
