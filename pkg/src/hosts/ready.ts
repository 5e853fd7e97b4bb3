//! Hosts that load the module at import: what is left for `init` to do?

import type { InitInput } from "../superbill.js";

/** Nothing: the module was ready when the import returned. It is here so that one source runs everywhere. */
export async function init(_input?: InitInput | Promise<InitInput>): Promise<void> {}
