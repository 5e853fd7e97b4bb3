//! The patient's entry for browsers and their bundlers: how does a page get the small module?

export { init } from "../../hosts/patient.js";
export * from "../../patient.js";
