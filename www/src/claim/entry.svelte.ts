//! The page's state: which draft is open, what does the core say of it, and where on the page is that told?

import { wrap, type Remote } from "comlink";
import { tick } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { ClaimBatch, ClaimKind, CodeMatch, CodeRecord, FindingRecord } from "superbill/claims";
import type { Draft } from "./draft.svelte.ts";
import type { Checked, Engine, Printed } from "./engine.ts";
import { SECTIONS } from "./form/order.ts";
import { Words } from "./form/words.ts";

/** What is to be done about one field. */
export interface Task {
  /** The first path that leads to it. */
  path: string;
  /** The field's name on the page, and its element; none for what concerns the claim as a whole. */
  label: string;
  element: string | undefined;
  section: string;
  /** What is wrong, the worst and the plainest first. */
  findings: FindingRecord[];
  /** Whether it keeps the claim from being sent. */
  blocking: boolean;
}

/** A field that stands on the page. */
interface Place {
  id: string;
  label: string;
}

/** Where a place stands among the sections of the page. */
type Placed = Place & { section: string };

/** One page: a draft and the engine that judges it. */
export class Entry {
  draft = $state.raw<Draft>();
  checked = $state.raw<Checked>();
  printed = $state.raw<Printed>();
  /** Whether the printed form is looked at; only then is it drawn. */
  printing = $state(false);
  checking = $state(false);
  /** Path of the field the keyboard is in, or was in last. */
  entered = $state("");
  /** Of a batch of several claims, which could be sent. */
  verdicts = $state.raw<boolean[]>([]);
  /** Set when the package itself cannot be loaded. */
  broken = $state("");
  /** Set when the claim as it is cannot be judged. */
  problem = $state("");
  /** Whether codes can be looked up. What is looked at meanwhile is looked at again. */
  tables = $state<"loading" | "loaded" | "missing">("loading");
  /** Counts changes of tables and payer rules: the claim is then judged anew. */
  edition = $state(0);
  readonly engine: Remote<Engine>;
  /** What the core offers for each kind of claim; nothing until the package is loaded. */
  words = $state.raw<Record<ClaimKind, Words>>();
  readonly offered: Promise<Record<ClaimKind, Words>>;
  readonly #recent = new Map<string, string[]>();
  readonly #places = new SvelteMap<string, Placed>();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;
  #pressed = false;

  readonly tasks = $derived(this.#tasks());
  /** What was not looked at, and why: it keeps nothing from being sent, and is no praise either. */
  readonly unchecked = $derived((this.checked?.findings ?? []).filter(isUnchecked));
  readonly #byElement = $derived(new Map(this.tasks.map((task) => [task.element, task])));
  readonly blocking = $derived(this.tasks.filter((task) => task.blocking).length);

  constructor() {
    const worker = new Worker(new URL("./engine.ts", import.meta.url), { type: "module" });
    worker.addEventListener("error", (event) => {
      this.broken = event.message || "The part that checks claims could not be started.";
    });
    this.engine = wrap<Engine>(worker);
    this.offered = this.#offer();
    this.offered.catch((error: Error) => {
      this.broken = error.message;
    });
    void this.engine.tables().then((all) => {
      this.tables = all ? "loaded" : "missing";
    });
  }

  async #offer(): Promise<Record<ClaimKind, Words>> {
    const offers = await this.engine.offers();
    const of = (kind: ClaimKind) => new Words(kind, offers[kind]);
    this.words = { professional: of("professional"), institutional: of("institutional"), dental: of("dental") };
    return this.words;
  }

  open(draft: Draft | undefined): void {
    this.draft = draft;
    this.checked = this.printed = undefined;
    this.verdicts = [];
    if (draft && draft.claims.length > 1) void this.#lookAtEach(draft);
  }

  /** Brings another claim of the batch to the front. */
  turnTo(at: number): void {
    if (!this.draft) return;
    this.checked = this.printed = undefined;
    this.draft.at = at;
  }

  async #lookAtEach(draft: Draft): Promise<void> {
    const verdicts = await this.engine.checkEach($state.snapshot(draft.batch), now());
    if (draft === this.draft) this.verdicts = verdicts;
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
    const { draft } = this;
    const [at, sum] = [draft?.at, draft?.unsummed ?? false];
    if (draft) draft.unsummed = false;
    try {
      const checked = await this.engine.check(batch, now(), sum);
      if (checked.charge !== undefined && draft?.at === at) draft?.sum(checked.charge);
      if (mine !== this.#latest) return;
      [this.checked, this.checking, this.problem] = [checked, false, ""];
      if (at !== undefined && at in this.verdicts) this.verdicts = this.verdicts.with(at, checked.accepted);
      if (!this.printing) return;
      const printed = await this.engine.form(batch);
      if (mine === this.#latest) this.printed = printed;
    } catch (error) {
      if (mine === this.#latest) [this.checked, this.problem] = [undefined, (error as Error).message];
    }
  }

  /** A pointer went down or up. */
  press(down: boolean): void {
    this.#pressed = down;
  }

  /** Does something that moves what stands below, though not between a press and its release: the release would miss. */
  afterPress(act: () => void): void {
    if (this.#pressed) addEventListener("pointerup", () => setTimeout(act), { once: true });
    else act();
  }

  /** Goes to the field at a path, and opens what it is folded into. */
  async goToPath(path: string): Promise<void> {
    const folded = document.getElementById(this.elementOf(path) ?? "");
    if (folded?.matches("button[aria-expanded=false]")) {
      folded.click();
      await tick();
    }
    this.goTo(this.elementOf(path));
  }

  /** The keyboard came into the field at a path. */
  enter(path: string | undefined): void {
    if (path) this.entered = path;
  }

  /** A field says where it stands; what comes back takes it off. */
  place(paths: string[], place: Place): () => void {
    const section = document.getElementById(place.id)?.closest<HTMLElement>("[data-section]")?.dataset["section"] ?? "claim";
    for (const path of paths) this.#places.set(path, { ...place, section });
    return () => {
      for (const path of paths) if (this.#places.get(path)?.id === place.id) this.#places.delete(path);
    };
  }

  /** What is to be told beside the field with this element. */
  told(element: string): FindingRecord[] {
    return this.#byElement.get(element)?.findings ?? [];
  }

  /** The element of the field at a path, or of the nearest one. */
  elementOf(path: string): string | undefined {
    return this.#nearest(path)?.id;
  }

  /** Goes to the field to fix behind the one the keyboard is in, or to the first. */
  goToNext(): void {
    const wanted = this.tasks.flatMap(({ element }) => (element === undefined ? [] : [element]));
    const fields = [...document.querySelectorAll<HTMLElement>(wanted.map((id) => `[id="${id}"]`).join(",") || ":not(*)")];
    const here = document.activeElement;
    const behind = here && fields.find((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    this.goTo((behind ?? fields[0])?.id);
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
    const within = found?.matches("[role=group]") ? found.querySelector<HTMLElement>("input") : undefined;
    (within ?? found)?.focus({ preventScroll: true });
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

  /** Findings by the field they are nearest to, in the order of the page. */
  #tasks(): Task[] {
    const found = new Map<string, Task>();
    for (const finding of this.checked?.findings ?? []) {
      if (isUnchecked(finding)) continue;
      const path = finding.path ?? "";
      const place = WHOLE.test(path) ? undefined : this.#nearest(path);
      const key = place?.id ?? path;
      const task = found.get(key);
      const blocking = finding.severity === "error";
      if (task) {
        task.findings.push(finding);
        task.blocking ||= blocking;
      } else {
        const { id: element, label = "Claim", section = "claim" } = place ?? {};
        found.set(key, { path, label, element, section, findings: [finding], blocking });
      }
    }
    const order = (task: Task) => SECTIONS.findIndex(({ id }) => id === task.section);
    const tasks = [...found.values()].sort((a, b) => order(a) - order(b) || onPage(a, b));
    for (const { findings } of tasks) findings.sort((a, b) => rank(a) - rank(b));
    return tasks;
  }

  #nearest(path: string): Placed | undefined {
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

/** Errors first; among them the rules about billing before those about syntax, which say the same in terms of the file. */
function rank({ severity, snip }: FindingRecord): number {
  return SEVERITIES.indexOf(severity) * 10 - snip;
}

/** Below zero where the first task's field stands before the other's. */
function onPage(a: Task, b: Task): number {
  const [one, other] = [a, b].map(({ element = "" }) => document.getElementById(element));
  if (!one || !other) return one ? 1 : -1;
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** A note about no place of the claim. */
function isUnchecked({ severity, path }: FindingRecord): boolean {
  return severity === "note" && !path;
}

const SEVERITIES = ["error", "warning", "note"];
/** Paths that name no field. */
const WHOLE = /^(claims\[\d+\])?$/;
/** How long typing pauses before the claim is judged, in milliseconds. */
const PAUSE = 120;
/** How many codes of a system are remembered while the page is open. */
const RECENT = 50;
