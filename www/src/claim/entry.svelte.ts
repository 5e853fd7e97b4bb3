//! The page's state: which draft is open, what does the core say of it, and where on the page is that told?

import { wrap, type Remote } from "comlink";
import { SvelteMap } from "svelte/reactivity";
import type { ClaimBatch, CodeMatch, CodeRecord, FindingRecord } from "superbill/claims";
import type { Draft } from "./draft.svelte.ts";
import type { Checked, Engine, Printed } from "./engine.ts";
import { SECTIONS, sectionOf } from "./form/order.ts";

/** What is to be done about one field. */
export interface Task {
  path: string;
  /** The field's name on the page, and its element. */
  label: string;
  element: string | undefined;
  section: string;
  findings: FindingRecord[];
  /** Whether it keeps the claim from being sent. */
  blocking: boolean;
}

/** A field that stands on the page. */
interface Place {
  id: string;
  label: string;
}

/** One page: a draft and the engine that judges it. */
export class Entry {
  draft = $state.raw<Draft>();
  checked = $state.raw<Checked>();
  printed = $state.raw<Printed>();
  checking = $state(false);
  /** Set when the package itself cannot be loaded. */
  broken = $state("");
  /** Whether codes can be looked up. What is looked at meanwhile is looked at again. */
  tables = $state<"loading" | "loaded" | "missing">("loading");
  readonly engine: Remote<Engine>;
  readonly #recent = new Map<string, string[]>();
  readonly #places = new SvelteMap<string, Place>();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  readonly byPath = $derived(grouped(this.checked?.findings ?? []));
  readonly tasks = $derived(this.#tasks());
  readonly blocking = $derived(this.tasks.filter((task) => task.blocking).length);

  constructor() {
    const worker = new Worker(new URL("./engine.ts", import.meta.url), { type: "module" });
    worker.addEventListener("error", (event) => {
      this.broken = event.message || "The part that checks claims could not be started.";
    });
    this.engine = wrap<Engine>(worker);
    this.engine.ready().catch((error: Error) => {
      this.broken = error.message;
    });
    void this.engine.tables().then((all) => {
      this.tables = all ? "loaded" : "missing";
    });
  }

  open(draft: Draft | undefined): void {
    this.draft = draft;
    this.checked = this.printed = undefined;
  }

  /** Has the claim judged once typing pauses; the page calls it with every change. */
  look(batch: ClaimBatch): void {
    this.checking = true;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#look(batch), this.checked ? PAUSE : 0);
  }

  async #look(batch: ClaimBatch): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    try {
      const checked = await this.engine.check(batch, now());
      if (mine !== this.#latest) return;
      this.checked = checked;
      this.checking = false;
      const printed = await this.engine.form(batch);
      if (mine === this.#latest) this.printed = printed;
    } catch (error) {
      this.broken = (error as Error).message;
    }
  }

  /** A field says where it stands; what comes back takes it off. */
  place(paths: string[], place: Place): () => void {
    for (const path of paths) this.#places.set(path, place);
    return () => {
      for (const path of paths) if (this.#places.get(path)?.id === place.id) this.#places.delete(path);
    };
  }

  /** Findings told beside a field. */
  told(paths: string[]): FindingRecord[] {
    return paths.flatMap((path) => this.byPath.get(path) ?? []);
  }

  /** What the field at a path, or the nearest one, is called. */
  labelOf(path: string): string {
    return this.#nearest(path)?.label ?? "Claim";
  }

  /** Goes to the field a path names, or to the nearest one. */
  goTo(element: string | undefined): void {
    const found = element === undefined ? null : document.getElementById(element);
    for (let fold = found?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    found?.scrollIntoView({ block: "center" });
    found?.focus({ preventScroll: true });
  }

  search(system: string, text: string): Promise<CodeMatch[]> {
    return this.engine.search(system, text, { on: this.serviceDay(), recent: this.#recent.get(system) ?? [] });
  }

  lookup(system: string, code: string): Promise<CodeRecord | undefined> {
    return this.engine.lookup(system, code, this.serviceDay());
  }

  /** A code was picked: it comes sooner the next time. */
  picked(system: string, code: string): void {
    const others = (this.#recent.get(system) ?? []).filter((one) => one !== code);
    this.#recent.set(system, [code, ...others].slice(0, RECENT));
  }

  /** The day codes are asked about: that of the first line, or today. */
  serviceDay(): string {
    return this.draft?.text("claims[0].lines[0].dates[qualifier=472].from") || now().slice(0, 10);
  }

  #tasks(): Task[] {
    const tasks = [...this.byPath].map(([path, findings]): Task => {
      const place = this.#nearest(path);
      return {
        path,
        label: place?.label ?? "Claim",
        element: place?.id,
        section: sectionOf(path),
        findings,
        blocking: findings.some(({ severity }) => severity === "error"),
      };
    });
    const order = (task: Task) => SECTIONS.findIndex(({ id }) => id === task.section);
    return tasks.sort((a, b) => order(a) - order(b));
  }

  #nearest(path: string): Place | undefined {
    const exact = this.#places.get(path);
    if (exact) return exact;
    for (const [at, place] of this.#places) if (at.startsWith(`${path}.`) || at.startsWith(`${path}[`)) return place;
    const around = path.replace(/(\.\w+|\[\w+\])$/, "");
    return around === path || around === "" ? undefined : this.#nearest(around);
  }
}

/** The present moment, as the core wants to be told it. */
export function now(): string {
  return new Date().toISOString();
}

function grouped(findings: FindingRecord[]): Map<string, FindingRecord[]> {
  const found = new Map<string, FindingRecord[]>();
  for (const finding of findings) {
    const path = finding.path ?? "";
    const same = found.get(path);
    if (!same) found.set(path, [finding]);
    else if (finding.severity === "error") same.splice(lastError(same) + 1, 0, finding);
    else same.push(finding);
  }
  return found;
}

function lastError(findings: FindingRecord[]): number {
  return findings.findLastIndex(({ severity }) => severity === "error");
}

/** How long typing pauses before the claim is judged, in milliseconds. */
const PAUSE = 120;
/** How many codes of a system are remembered while the page is open. */
const RECENT = 50;
