//! The entry for browsers and their bundlers: how does a page get the package?

export { init } from "../hosts/browser.js";
export * from "../index.js";
