//! Entry of the remittance desk: what is put on the page?

import { mount } from "svelte";
import "../look/base.css";
import { worksOffline } from "../parts/offline.ts";
import Page from "./Page.svelte";

mount(Page, { target: document.body });
worksOffline();
