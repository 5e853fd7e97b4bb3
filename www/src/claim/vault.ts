//! The vault: how do drafts stay on this device so that nobody without the passphrase can read them?
//!
//! IndexedDB holds random salts and vectors, draft ids and ciphertext, nothing else. The key is made from the
//! passphrase (PBKDF2-SHA-256), cannot be taken out of the browser's keeping, and is gone when the page is.
//! Each draft is sealed (AES-256-GCM) together with its id, so that no draft can pass for another.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";

interface Lock {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  proof: Sealed;
}

interface Sealed {
  vector: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

interface Schema extends DBSchema {
  lock: { key: string; value: Lock };
  drafts: { key: string; value: Sealed };
}

/** Drafts behind an unlocked passphrase. */
export class Vault {
  readonly #database: IDBPDatabase<Schema>;
  readonly #key: CryptoKey;

  private constructor(database: IDBPDatabase<Schema>, key: CryptoKey) {
    this.#database = database;
    this.#key = key;
  }

  /** Whether this device keeps drafts. */
  static async exists(): Promise<boolean> {
    const database = await connect();
    const found = await database.getKey("lock", LOCK);
    database.close();
    return found !== undefined;
  }

  /** A new vault, in place of any there was. */
  static async create(passphrase: string): Promise<Vault> {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await keyFrom(passphrase, salt, ITERATIONS);
    const database = await connect();
    await empty(database);
    await database.put("lock", { salt, iterations: ITERATIONS, proof: await seal(key, LOCK, PROOF) }, LOCK);
    return new Vault(database, key);
  }

  /** The vault of this device; undefined where the passphrase is another. */
  static async unlock(passphrase: string): Promise<Vault | undefined> {
    const database = await connect();
    const lock = await database.get("lock", LOCK);
    if (lock) {
      const key = await keyFrom(passphrase, lock.salt, lock.iterations);
      const proof = await open(key, LOCK, lock.proof).catch(() => undefined);
      if (proof === PROOF) return new Vault(database, key);
    }
    database.close();
    return undefined;
  }

  /** Forgets every draft and the lock. */
  static async destroy(): Promise<void> {
    const database = await connect();
    await empty(database);
    database.close();
  }

  async put(id: string, value: unknown): Promise<void> {
    // Not into a vault that another page emptied or made anew: nobody could open it again.
    const sealed = await seal(this.#key, id, JSON.stringify(value));
    const lock = await this.#database.get("lock", LOCK);
    if (!lock || (await open(this.#key, LOCK, lock.proof).catch(() => undefined)) !== PROOF) throw new Error("The drafts of this device were forgotten.");
    await this.#database.put("drafts", sealed, id);
  }

  /** Every draft; one that cannot be opened is damaged, and left out. */
  async all(): Promise<{ id: string; value: unknown }[]> {
    const found: { id: string; value: unknown }[] = [];
    for (const id of await this.#database.getAllKeys("drafts")) {
      const sealed = await this.#database.get("drafts", id);
      const text = sealed && (await open(this.#key, id, sealed).catch(() => undefined));
      if (text !== undefined) found.push({ id, value: JSON.parse(text) });
    }
    return found;
  }

  async forget(id: string): Promise<void> {
    await this.#database.delete("drafts", id);
  }

  /** Lets go of the key. */
  close(): void {
    this.#database.close();
  }
}

function connect(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>("superbill-claims", 1, {
    upgrade(database) {
      database.createObjectStore("lock");
      database.createObjectStore("drafts");
    },
  });
}

async function empty(database: IDBPDatabase<Schema>): Promise<void> {
  const stores = database.transaction(["lock", "drafts"], "readwrite");
  await Promise.all([stores.objectStore("lock").clear(), stores.objectStore("drafts").clear(), stores.done]);
}

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const secret = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

async function seal(key: CryptoKey, id: string, text: string): Promise<Sealed> {
  const vector = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(how(vector, id), key, new TextEncoder().encode(text));
  return { vector, data };
}

async function open(key: CryptoKey, id: string, { vector, data }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt(how(vector, id), key, data));
}

function how(vector: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  return { name: "AES-GCM", iv: vector, additionalData: new TextEncoder().encode(`superbill draft ${id}`) };
}

const LOCK = "lock";
const PROOF = "superbill";
/** What OWASP asks of PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const ITERATIONS = 600_000;
