//! Types: does a TypeScript program see what the package really gives?

import { init, RemittanceReader, RemittanceStream, remit, SuperbillError, version, type StreamedClaim } from "superbill";
import { init as load, initSync } from "superbill/slim";

await init();
await init(new URL("https://example.test/superbill_bg.wasm"));
await load({ module_or_path: fetch("/superbill_bg.wasm") });
initSync({ module: new Uint8Array() });

const text: string = version();
const result = remit(new TextEncoder().encode(text));
const charge: string | undefined = result.remittances[0]?.claims[0]?.chargeAmount;
// @ts-expect-error money is a decimal string, never a number
const wrong: number | undefined = result.remittances[0]?.claims[0]?.chargeAmount;

const claims: ReadableStream<StreamedClaim> = new Blob([]).stream().pipeThrough(new RemittanceStream());
{
  using reader = new RemittanceReader();
  reader.push(new Uint8Array());
  const number: string | undefined = reader.next()?.patientControlNumber;
  // @ts-expect-error text is not bytes
  reader.push("ISA*00*");
  void number;
}

const error: unknown = undefined;
if (error instanceof SuperbillError) {
  const code: "UNREADABLE" | "MISUSE" = error.code;
  const offset: number | undefined = error.byteOffset;
  void [code, offset];
}
void [charge, wrong, claims];
