//! The surface for forms: what does the module that draws them offer?

export * from "./superbill_forms.js";
export { SuperbillError } from "./errors.js";
