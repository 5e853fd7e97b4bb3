//! The forms' entry for browsers and their bundlers: how does a page get it?

export { init } from "../../hosts/forms.js";
export * from "../../forms.js";
