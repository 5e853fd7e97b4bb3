//! Drafts on this device: are they kept, locked or open, and is the one at hand saved?

import type { ClaimBatch } from "superbill/claims";
import { Draft } from "./draft.svelte.ts";
import { now } from "./entry.svelte.ts";
import { Vault } from "./vault.ts";

/** A draft that was kept. */
export interface Kept {
  id: string;
  /** When it was last changed. */
  at: string;
  batch: ClaimBatch;
}

/** The drafts of this device. */
export class Drafts {
  /** `none`: nothing is kept. `locked`: a passphrase is needed. `open`: changes are kept as they are made. */
  state = $state<"waiting" | "none" | "locked" | "open">("waiting");
  kept = $state.raw<Kept[]>([]);
  /** Time of the last save, or why there was none. */
  savedAt = $state("");
  problem = $state("");
  #vault: Vault | undefined;
  #pending: { draft: Draft; batch: ClaimBatch } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    Vault.exists().then(
      (exists) => (this.state = exists ? "locked" : "none"),
      (error: Error) => {
        this.problem = error.message;
        this.state = "none";
      },
    );
  }

  async create(passphrase: string): Promise<void> {
    this.#vault = await Vault.create(passphrase);
    void navigator.storage?.persist?.(); // so that the browser does not clear them for want of room
    this.kept = [];
    this.#opened();
  }

  /** False where the passphrase is another. */
  async unlock(passphrase: string): Promise<boolean> {
    this.#vault = await Vault.unlock(passphrase);
    if (!this.#vault) return false;
    await this.#list();
    this.#opened();
    return true;
  }

  /** Saves what is still to be saved and lets go of the key. */
  async lock(): Promise<void> {
    await this.flush();
    clearTimeout(this.#idle);
    this.#vault?.close();
    this.#vault = undefined;
    this.kept = [];
    this.savedAt = "";
    this.state = "locked";
  }

  /** Forgets every draft and the passphrase. */
  async forgetAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    this.#vault?.close();
    this.#vault = undefined;
    await Vault.destroy();
    this.kept = [];
    this.state = "none";
  }

  async forget(id: string): Promise<void> {
    if (this.#pending?.draft.id === id) this.#pending = undefined;
    await this.#vault?.forget(id);
    await this.#list();
  }

  /** Keeps a draft once typing pauses; does nothing unless drafts are open. */
  keep(draft: Draft, batch: ClaimBatch): void {
    if (this.state !== "open") return;
    this.#pending = { draft, batch };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Saves at once what is still to be saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending || !this.#vault) return;
    const at = now();
    try {
      await this.#vault.put(pending.draft.id, { at, batch: pending.batch });
      [this.savedAt, this.problem] = [at, ""];
      await this.#list();
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  /** Locks after a while without a key or a touch; the page calls it with each. */
  touch(): void {
    if (this.state !== "open") return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.lock(), IDLE);
  }

  #opened(): void {
    this.state = "open";
    this.touch();
  }

  async #list(): Promise<void> {
    const all = (await this.#vault?.all()) ?? [];
    const kept = all.map(({ id, value }) => ({ id, ...(value as Omit<Kept, "id">) }));
    this.kept = kept.sort((a, b) => (a.at < b.at ? 1 : -1));
  }
}

/** How long typing pauses before a draft is saved, in milliseconds. */
const PAUSE = 500;
/** How long nothing is done before drafts are locked, in milliseconds. */
const IDLE = 15 * 60_000;
