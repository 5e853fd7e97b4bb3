//! The accounts worker: where are remittances posted, and who writes the statements?
//!
//! A thread of its own, so that claims can be looked at while a large file is posted. One account book lives
//! as long as the page; nothing is stored.

import { expose } from "comlink";
import { AccountBook, init } from "superbill";
import type { RefusalRecord } from "superbill";

/** What came of posting a file. */
export interface Posted {
  posted: number;
  /** The first refusals, of `refusedCount`. */
  refused: RefusalRecord[];
  refusedCount: number;
}

const book = init().then(() => new AccountBook(undefined));

const accounts = {
  /** Posts a remittance: its claims, or for each a reason why not. */
  async post(source: Blob, acceptUnbalanced: boolean): Promise<Posted> {
    const bytes = new Uint8Array(await source.arrayBuffer());
    const { posted, refused } = (await book).post(bytes, { ...signature(), acceptUnbalanced });
    return { posted, refused: refused.slice(0, SHOWN), refusedCount: refused.length };
  },

  /** The statement of one patient, over all claims posted, as an HTML document. */
  async statement(patientKey: string): Promise<string> {
    return (await book).statement({ ...signature(), format: "html", patient: patientKey });
  },
};

/** What the page may ask of the accounts. */
export type Accounts = typeof accounts;

function signature(): { at: string; actor: string } {
  return { at: new Date().toISOString(), actor: "remittance desk" };
}

const SHOWN = 100;

expose(accounts);
