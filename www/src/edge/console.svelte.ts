//! The console's state: which files were dropped, which is in front, and what came of each?

import { proxy, wrap, type Remote } from "comlink";
import type { Checked, Checker, Meter, Parts } from "./checker.ts";
import { Outline } from "./outline.svelte.ts";

/** A file on the console. Its fields fill as it is checked. */
export class ConsoleFile {
  readonly id: number;
  readonly source: File;
  state = $state<"checking" | "checked" | "unreadable" | "failed">("checking");
  meter = $state.raw<Meter>();
  problem = $state("");
  byteOffset = $state<number>();
  checked = $state.raw<Extract<Checked, { kind: "checked" }>>();
  /** The file taken apart, which takes longer than to check it. */
  parts = $state.raw<Parts>();
  outline = $state.raw<Outline>();

  readonly checker: Remote<Checker>;
  readonly #ended = Promise.withResolvers<undefined>();
  readonly #worker = new Worker(new URL("./checker.ts", import.meta.url), { type: "module" });

  constructor(id: number, source: File) {
    this.id = id;
    this.source = source;
    this.checker = wrap<Checker>(this.#worker);
    this.#worker.addEventListener("error", (event) => this.#fail(event.message || "The part that checks files could not be started."));
  }

  /** Checks it; comes back when there is a result. */
  async check(whole: boolean): Promise<void> {
    try {
      const meter = proxy((reading: Meter) => {
        this.meter = reading;
      });
      const checked = await Promise.race([this.checker.check(this.source, whole, meter), this.#ended.promise]);
      if (checked === undefined) return;
      if (checked.kind === "unreadable") {
        this.problem = checked.message;
        this.byteOffset = checked.byteOffset;
        this.state = "unreadable";
        return;
      }
      this.checked = checked;
      this.state = "checked";
      const parts = await Promise.race([this.checker.takeApart(this.source), this.#ended.promise]);
      if (parts === undefined) return;
      this.parts = parts;
      this.outline = new Outline(parts.segments, (index) => this.checker.elements(index));
    } catch (error) {
      this.#fail((error as Error).message);
    }
  }

  /** Ends its thread, whatever that is doing. */
  end(): void {
    this.#worker.terminate();
    this.#ended.resolve(undefined);
  }

  #fail(problem: string): void {
    this.problem = problem;
    this.state = "failed";
    this.#ended.resolve(undefined);
  }

  get name(): string {
    return this.source.name;
  }

  /** What is said of it in two words. A file whose guide was not checked is never called acceptable. */
  get verdict(): { text: string; mark: "" | "good" | "bad" } {
    if (this.state === "checking") return { text: "Checking", mark: "" };
    if (!this.checked) return { text: this.state === "failed" ? "Not checked" : "Cannot be read", mark: "bad" };
    if (!this.checked.verdict.accepted) return { text: "Not acceptable", mark: "bad" };
    return this.checked.streamed ? { text: "No error so far", mark: "" } : { text: "Acceptable", mark: "good" };
  }
}

/** The console: files in the order they came. */
export class Console {
  files = $state<ConsoleFile[]>([]);
  currentId = $state<number>();
  readonly current = $derived(this.files.find((file) => file.id === this.currentId));
  #lastId = 0;
  #checking = Promise.resolve();

  /** Adds files, the first one in front, and checks them one after the other. */
  add(sources: File[], whole = false): void {
    const files = sources.map((source) => new ConsoleFile((this.#lastId += 1), source));
    this.files.push(...files);
    this.currentId = files[0]?.id ?? this.currentId;
    for (const file of files) this.#checking = this.#checking.then(() => file.check(whole));
  }

  /** Checks a file that was only streamed again, all of it in memory. */
  checkWhole(file: ConsoleFile): void {
    this.close(file);
    this.add([file.source], true);
  }

  /** Takes a file away; calls it off if it is still being checked. */
  close(file: ConsoleFile): void {
    file.end();
    const at = this.files.findIndex(({ id }) => id === file.id);
    this.files.splice(at, 1);
    if (this.currentId === file.id) this.currentId = (this.files[at] ?? this.files[at - 1])?.id;
  }
}
