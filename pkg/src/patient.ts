//! The patient's surface: what does the small module offer?

export * from "./superbill_patient.js";
export { SuperbillError } from "./errors.js";
