//! Entry of the claim page: what is put on the page?

import { mount } from "svelte";
import "../look/base.css";
import "./form.css";
import { worksOffline } from "../parts/offline.ts";
import Page from "./Page.svelte";

mount(Page, { target: document.body });
worksOffline();
