//! The desk's state: which files lie on it, which is in front, and how far is each?

import { proxy, wrap, type Remote } from "comlink";
import type { FileSummary, FindingRecord } from "superbill";
import { ClaimList } from "./claims.svelte.ts";
import type { Accounts, Posted } from "./accounts.ts";
import type { Reader, StatusCount } from "./reader.ts";

/** A file on the desk. Its fields fill as it is read. */
export class DeskFile {
  readonly id: number;
  readonly source: File;
  state = $state<"reading" | "open" | "unreadable" | "failed">("reading");
  /** Bytes read, or `undefined` while its claims are being found. */
  bytesRead = $state<number | undefined>(0);
  problem = $state("");
  summary = $state.raw<FileSummary>();
  claims = $state.raw<ClaimList>();
  statuses = $state.raw<StatusCount[]>([]);
  findings = $state.raw<FindingRecord[]>([]);
  findingCount = $state(0);
  posting = $state<"held" | "posting" | "done" | "failed">("held");
  posted = $state.raw<Posted>();

  constructor(id: number, source: File) {
    this.id = id;
    this.source = source;
  }

  get name(): string {
    return this.source.name;
  }
}

/** The desk: files in the order they came, and the two threads that work on them. */
export class Desk {
  files = $state<DeskFile[]>([]);
  currentId = $state<number>();
  /** Set when the package itself cannot be loaded. */
  broken = $state("");
  readonly reader: Remote<Reader>;
  readonly accounts: Remote<Accounts>;
  readonly current = $derived(this.files.find((file) => file.id === this.currentId));
  #lastId = 0;
  #reading = Promise.resolve();

  constructor() {
    const reader = new Worker(new URL("./reader.ts", import.meta.url), { type: "module" });
    const accounts = new Worker(new URL("./accounts.ts", import.meta.url), { type: "module" });
    reader.addEventListener("error", (event) => {
      this.broken = event.message || "The part that reads files could not be started.";
    });
    this.reader = wrap<Reader>(reader);
    this.accounts = wrap<Accounts>(accounts);
    this.reader.ready().catch((error: Error) => {
      this.broken = error.message;
    });
  }

  /** Puts files on the desk and reads them one after the other. */
  add(sources: File[]): void {
    for (const source of sources) {
      this.#lastId += 1;
      const file = new DeskFile(this.#lastId, source);
      this.files.push(file);
      this.currentId ??= file.id;
      this.#reading = this.#reading.then(() => this.#read(file));
    }
  }

  /** Takes a file off the desk; cancels it if it is still being read. */
  close(file: DeskFile): void {
    void this.reader.close(file.id);
    const at = this.files.indexOf(file);
    this.files.splice(at, 1);
    if (this.currentId === file.id) this.currentId = (this.files[at] ?? this.files[at - 1])?.id;
  }

  /** Posts a file to the accounts; the core refuses claims that do not balance unless told to accept them. */
  async post(file: DeskFile, acceptUnbalanced = false): Promise<void> {
    file.posting = "posting";
    try {
      file.posted = await this.accounts.post(file.source, acceptUnbalanced);
      file.posting = "done";
    } catch (error) {
      file.problem = (error as Error).message;
      file.posting = "failed";
    }
  }

  async #read(file: DeskFile): Promise<void> {
    if (!this.files.includes(file)) return;
    const progress = proxy((bytesRead: number | undefined) => (file.bytesRead = bytesRead));
    try {
      const opened = await this.reader.open(file.id, file.source, progress);
      if (opened.kind === "cancelled") return;
      if (opened.kind === "unreadable") {
        file.problem = opened.message;
        file.state = "unreadable";
        return;
      }
      file.summary = opened.summary;
      file.claims = new ClaimList(this.reader, file.id);
      file.statuses = opened.statuses;
      file.findings = opened.findings;
      file.findingCount = opened.findingCount;
      file.state = "open";
      const shown = this.current?.state === "open" || this.current?.state === "reading";
      if (!shown) this.currentId = file.id; // the one in front cannot be shown
      if (opened.summary.balanced) void this.post(file);
    } catch (error) {
      file.problem = (error as Error).message;
      file.state = "failed";
    }
  }
}
