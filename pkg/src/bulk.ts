//! Claims in bulk: how are all claims of a file handed out as plain objects, fast?
//!
//! The module writes claims as flat arrays (`crates/exchange/src/remittance/bulk.rs` tells their layout);
//! this walks them once. For one claim with every field there is `RemittanceFile.claim()`.

import type { RemittanceFile } from "./superbill.js";

/** An adjustment of a claim or a line. */
export interface BulkAdjustment {
  group: string;
  reason: string;
  amount?: string | undefined;
  quantity?: string | undefined;
}

/** A service line. */
export interface BulkService {
  procedure: { qualifier: string; code: string; modifiers: string[] };
  chargeAmount?: string | undefined;
  paymentAmount?: string | undefined;
  units?: string | undefined;
  adjustments: BulkAdjustment[];
  remarks: string[];
}

/** A claim with what posting needs. */
export interface BulkClaim {
  patientControlNumber: string;
  payerClaimNumber?: string | undefined;
  status: string;
  balanced: boolean;
  chargeAmount?: string | undefined;
  paymentAmount?: string | undefined;
  patientResponsibility?: string | undefined;
  adjustments: BulkAdjustment[];
  remarks: string[];
  services: BulkService[];
}

/** The claims of a file from `start` up to, not including, `end`, in file order, a batch in memory at a time. */
export function* claims(
  file: RemittanceFile,
  start = 0,
  end = file.claimCount,
): Generator<BulkClaim, void, undefined> {
  const last = Math.min(end, file.claimCount);
  for (let at = start; at < last; at += BATCH) {
    yield* decode(file.bulk(at, Math.min(at + BATCH, last)), Math.min(BATCH, last - at));
  }
}

/** Claims decoded together. */
const BATCH = 2048;

function decode({ text, shape, codes }: ReturnType<RemittanceFile["bulk"]>, count: number): BulkClaim[] {
  let next = 0;
  let place = 0;
  const cut = (): string => text.substring(place, (place += shape[next++]!));
  const optional = (): string | undefined => cut() || undefined;
  const code = (): string => codes[shape[next++]!]!;
  const list = <Item>(item: () => Item): Item[] => {
    const length = shape[next++]!;
    const items: Item[] = [];
    for (let n = 0; n < length; n += 1) items.push(item());
    return items;
  };
  const adjustment = (): BulkAdjustment => ({
    group: code(),
    reason: code(),
    amount: optional(),
    quantity: optional(),
  });
  const service = (): BulkService => ({
    procedure: { qualifier: code(), code: code(), modifiers: list(code) },
    chargeAmount: optional(),
    paymentAmount: optional(),
    units: optional(),
    adjustments: list(adjustment),
    remarks: list(code),
  });
  const claim = (): BulkClaim => ({
    patientControlNumber: cut(),
    payerClaimNumber: optional(),
    status: code(),
    balanced: shape[next++] === 1,
    chargeAmount: optional(),
    paymentAmount: optional(),
    patientResponsibility: optional(),
    adjustments: list(adjustment),
    remarks: list(code),
    services: list(service),
  });
  return Array.from({ length: count }, claim);
}
