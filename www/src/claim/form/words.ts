//! Words of the form: which codes may a field have, and what does a new entry begin with? The core says it.

import type { BlankEntry, Claim, ClaimBatch, ClaimEntry, ClaimKind, ChoiceList } from "superbill/claims";
import { ofKind, type EachSpec, type FieldSpec, type ItemSpec, type ListSpec, type PositionsSpec } from "./spec.ts";

/** A code and what it means here. */
export type Choice = readonly [code: string, meaning: string];

/** What the core offers for claims of one kind. */
export class Words {
  readonly kind: ClaimKind;
  /** Qualifiers of diagnoses that lines point at. */
  readonly pointed: ReadonlySet<string>;
  readonly #entry: ClaimEntry;
  readonly #lists: Map<string, ChoiceList[]>;

  constructor(kind: ClaimKind, entry: ClaimEntry) {
    this.kind = kind;
    this.#entry = entry;
    this.pointed = new Set(entry.pointed);
    this.#lists = Map.groupBy(entry.choices, ({ path }) => path);
  }

  /** A batch of one blank claim. */
  blank(): ClaimBatch {
    return structuredClone(this.#entry.blank);
  }

  /** How the patient of a blank claim stands to its subscriber. */
  get self(): string | undefined {
    const [claim] = this.#entry.blank.claims as Claim[];
    return claim?.coverage?.relationship;
  }

  /** The codes of the field at a path; `text` reads the fields beside it. */
  choices(path: string, text: (path: string) => string = () => ""): readonly Choice[] {
    const key = keyOf(path);
    const [leaf = "", record = ""] = key.split(".").slice(-2).reverse();
    const lists = this.#lists.get(key) ?? this.#lists.get(`*.${record}.${leaf}`) ?? [];
    const around = path.replace(/\.\w+(\[\])?$/, "");
    return lists.find(({ when }) => !when || when.is.includes(text(`${around}.${when.path}`)))?.codes ?? [];
  }

  /** What new entries of the list at a path can begin with. */
  entries(path: string): BlankEntry[] {
    const key = keyOf(path);
    return this.#entry.entries.filter((one) => one.path === key);
  }

  /** One of them: the first, or that of a name. `read` tells what stands in the claim already. */
  newEntry(path: string, name?: string, read: (path: string) => unknown = () => undefined): unknown {
    const all = this.entries(path);
    const found = all.find((one) => one.name === name) ?? all[0];
    const entry = structuredClone(found?.entry ?? {}) as Record<string, unknown>;
    const around = path.replace(/\.[^.]*$/, "");
    for (const [field, from] of found?.copies ?? []) {
      const value = read(from.startsWith(".") ? around + from : `claims[0].${from}`);
      if (value !== undefined) entry[field] = structuredClone(value);
    }
    return entry;
  }

  /** Whether a field is asked for, where that depends on another. */
  isAsked(path: string, text: (path: string) => string): boolean {
    const own = path.replace(CLAIM, "");
    return this.#entry.asked.every((one) => one.path !== own || one.when.is.includes(text(`claims[0].${one.when.path}`)));
  }

  /** The items a claim of this kind has, with a field for each tag and position. */
  items(items: readonly ItemSpec[], base: string): (FieldSpec | ListSpec)[] {
    return ofKind(items, this.kind).flatMap((item) => {
      if ("each" in item) return this.#each(item, base);
      return "positions" in item ? this.#positions(item, base) : [item];
    });
  }

  #each({ each, of, input, but = [] }: EachSpec, base: string): FieldSpec[] {
    const codes = this.choices(`${base}.${each}[].qualifier`).filter(([code]) => !but.includes(code));
    return codes.map(([code, label]) => ({
      path: `${each}[qualifier=${code}].${of}`,
      label,
      width: input === "date" || input === "money" || input === "number" ? 4 : 6,
      ...(input ? { input } : {}),
    }));
  }

  #positions({ positions }: PositionsSpec, base: string): FieldSpec[] {
    const list = this.#entry.positions.find(({ path }) => path === keyOf(`${base}.${positions}`));
    return (list?.positions ?? []).map(({ position, name, number }) => ({
      path: `${positions}[position=#${position}].${number ? "amount" : "text"}`,
      label: number ? name : `${name}, position ${position}`,
      width: 4,
      ...(number ? { input: "money" as const } : { system: "remark" }),
    }));
  }
}

/** A path as the core names fields: from the claim on, `[]` for any entry. */
function keyOf(path: string): string {
  return path.replace(CLAIM, "").replace(/\[[^\]]*\]/g, "[]").replace(/\{[^}]*\}|\?/g, "");
}

const CLAIM = /^claims\[\d+\]\./;
