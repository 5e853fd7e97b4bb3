//! The practice's own tables and payer rules: where are they kept on this device?
//!
//! IndexedDB, as they are: they are the practice's, not a patient's. Nothing of them leaves the device.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** A table or rule file as it is kept. */
export interface Kept {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** When it was added. */
  at: string;
}

/** `tables` are packs by their names, `rules` rule files by theirs. */
export type Store = "tables" | "rules";

interface Schema extends DBSchema {
  tables: { key: string; value: Kept };
  rules: { key: string; value: Kept };
}

export async function keep(store: Store, kept: Kept): Promise<void> {
  void navigator.storage?.persist?.(); // so that the browser does not clear them for want of room
  await using((database) => database.put(store, kept, kept.name));
}

export async function forget(store: Store, name: string): Promise<void> {
  await using((database) => database.delete(store, name));
}

/** All there are, by name. */
export async function all(store: Store): Promise<Kept[]> {
  return using((database) => database.getAll(store));
}

async function using<T>(use: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>("superbill-tables", 1, {
    upgrade(database) {
      database.createObjectStore("tables");
      database.createObjectStore("rules");
    },
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
