//! The public surface: what does every host's entry export besides `init`?

export * from "./superbill.js";
export { SuperbillError } from "./errors.js";
export {
  CheckStream,
  RemittanceStream,
  type CheckStreamOptions,
  type RemittanceStreamOptions,
  type StreamedClaim,
} from "./stream.js";
export { claims, type BulkAdjustment, type BulkClaim, type BulkService } from "./bulk.js";
