//! Samples: which claims show what the page does to someone who has none at hand?

import type { ClaimBatch, ClaimKind } from "superbill/claims";

const NAMES: Record<ClaimKind, string> = {
  professional: "professional-claim.json",
  institutional: "institutional-claim.json",
  dental: "dental-claim.json",
};

/** A synthetic claim that comes with the page. */
export async function fetchSample(kind: ClaimKind): Promise<ClaimBatch> {
  const name = NAMES[kind] ?? NAMES.professional;
  const response = await fetch(new URL(`../samples/${name}`, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return (await response.json()) as ClaimBatch;
}
