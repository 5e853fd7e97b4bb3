#!/usr/bin/env node
//! The command `superbill`: where does a terminal enter?
import { main } from "../dist/cli/main.js";

process.exitCode = await main(process.argv.slice(2));
