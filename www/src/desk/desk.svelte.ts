//! The desk's state: which files lie on it, which is in front, and how far is each?

import { proxy, wrap, type Remote } from "comlink";
import type { FileSummary, Finding } from "superbill";
import { ClaimList } from "./claims.svelte.ts";
import type { DeskWorker, Posted, StatusCount } from "./worker.ts";

/** A file on the desk. Its fields fill as it is read. */
export class DeskFile {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  state = $state<"reading" | "open" | "unreadable" | "failed">("reading");
  /** Bytes read, or `undefined` while its claims are being found. */
  bytesRead = $state<number | undefined>(0);
  problem = $state("");
  byteOffset = $state<number>();
  summary = $state.raw<FileSummary>();
  claims = $state.raw<ClaimList>();
  statuses = $state.raw<StatusCount[]>([]);
  findings = $state.raw<Finding[]>([]);
  findingCount = $state(0);
  posting = $state<"waiting" | "posting" | "done" | "failed">("waiting");
  posted = $state.raw<Posted>();

  constructor(id: number, name: string, size: number) {
    this.id = id;
    this.name = name;
    this.size = size;
  }
}

/** The desk: files in the order they came, and the worker that reads them. */
export class Desk {
  files = $state<DeskFile[]>([]);
  currentId = $state<number>();
  /** Set when the package itself cannot be loaded. */
  broken = $state("");
  readonly worker: Remote<DeskWorker>;
  readonly current = $derived(this.files.find((file) => file.id === this.currentId));
  #lastId = 0;
  #reading = Promise.resolve();

  constructor() {
    const thread = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.worker = wrap<DeskWorker>(thread);
    thread.addEventListener("error", (event) => {
      this.broken = event.message || "The part that reads files could not be started.";
    });
    this.worker.ready().catch((error: Error) => {
      this.broken = error.message;
    });
  }

  /** Puts files on the desk and reads them one after the other. */
  add(sources: File[]): void {
    for (const source of sources) {
      this.#lastId += 1;
      const file = new DeskFile(this.#lastId, source.name, source.size);
      this.files.push(file);
      this.currentId ??= file.id;
      this.#reading = this.#reading.then(() => this.#read(file, source));
    }
  }

  /** Takes a file off the desk; cancels it if it is still being read. */
  close(file: DeskFile): void {
    void this.worker.close(file.id);
    const at = this.files.indexOf(file);
    this.files.splice(at, 1);
    if (this.currentId === file.id) this.currentId = (this.files[at] ?? this.files[at - 1])?.id;
  }

  /** Posts a file to the accounts; the core refuses one that does not balance unless told to accept it. */
  async post(file: DeskFile, acceptUnbalanced = false): Promise<void> {
    file.posting = "posting";
    try {
      file.posted = await this.worker.post(file.id, acceptUnbalanced);
      file.posting = "done";
    } catch (error) {
      file.problem = (error as Error).message;
      file.posting = "failed";
    }
  }

  async #read(file: DeskFile, source: File): Promise<void> {
    if (!this.files.includes(file)) return;
    const progress = proxy((bytesRead: number | undefined) => (file.bytesRead = bytesRead));
    try {
      const opened = await this.worker.open(file.id, source, progress);
      if (opened.kind === "cancelled") return;
      if (opened.kind === "unreadable") {
        file.problem = opened.message;
        file.byteOffset = opened.byteOffset;
        file.state = "unreadable";
        return;
      }
      file.summary = opened.summary;
      file.claims = new ClaimList(this.worker, file.id);
      file.statuses = opened.statuses;
      file.findings = opened.findings;
      file.findingCount = opened.findingCount;
      file.state = "open";
      if (this.current?.state !== "open") this.currentId = file.id;
      await this.post(file);
    } catch (error) {
      file.problem = (error as Error).message;
      file.state = "failed";
    }
  }
}
