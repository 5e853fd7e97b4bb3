//! Tables and rules of a practice: are they read from the files as they are published, kept, used and taken away?
//!
//! The tables are made up; of CPT there are the codes of the sample claim and no text.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { makePack } from "superbill/packs";
import type { Page } from "playwright-core";
import { field, ready, task, toFix } from "./entry.ts";
import { isAccessible, LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const [DESKTOP, , , PHONE] = LOOKS;
const RULES = resolve(import.meta.dirname, "../../crates/edits/payers/harborline-commercial.rules");
const file = (name: string, text: string | Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(text) });

const NOTICE = "A notice of the owner.\r\nCode, description and other data, its own.\r\n\r\n";
const CODES = ["87880 A MADE-UP TEST", "95004 A MADE-UP SKIN TEST"].map((line) => `${line}\r\n`).join("");
const SHORT = file("SHORTU.txt", `${NOTICE}99213 A MADE-UP VISIT\r\n${CODES}`);
const PAIRS = file(
  "ccipra-v323r0-f1.TXT",
  "Column 1\tColumn 2\t*\tEffective\tDeletion\tModifier\tPTP\n99213\t87880\t\t20110101\t*\t0\tx\n",
);

const dialog = (page: Page) => page.getByRole("dialog", { name: "Code tables and payer rules" });
const tables = (page: Page) => dialog(page).locator("input[type=file]").first();
const rules = (page: Page) => dialog(page).locator("input[type=file]").nth(1);
const open = (page: Page) => page.getByRole("button", { name: /^Code tables/ }).click();
const close = (page: Page) => dialog(page).getByRole("button", { name: "Close", exact: true }).click();
const unchecked = (page: Page) => page.getByRole("tabpanel").getByText(/^Not checked/);

test("a table as its owner publishes it is asked what it does not say, used, kept and removed", { timeout: 60_000 }, async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await unchecked(page).click();
    await page.getByText(/CPT/).first().waitFor();
    await page.getByRole("button", { name: "Add your own tables" }).click();
    await dialog(page).getByText("Comes with this page (5)").click();
    await dialog(page).getByText("ICD-10-CM", { exact: true }).waitFor();
    await isAccessible(page);
    await tables(page).setInputFiles(SHORT);
    await dialog(page).getByRole("alert").getByText("say which edition this is").waitFor();
    await isAccessible(page);
    await dialog(page).getByLabel("Edition").fill("2026");
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await dialog(page).getByText("Added CPT.").waitFor();
    assert.equal(await dialog(page).getByRole("alert").count(), 0);
    await isAccessible(page);
    await close(page);
    await field(page, "Procedure, line 3").fill("90000");
    await page.keyboard.press("Tab");
    await toFix(page, 1);
    await task(page, /Procedure, line 3/).waitFor();

    await page.goto(`${site.origin}/claim/?sample=professional`);
    await ready(page);
    await field(page, "Procedure, line 3").fill("90000");
    await page.keyboard.press("Tab");
    await toFix(page, 1);
    await open(page);
    await dialog(page).getByText("3 entries, 1 kB").waitFor();
    await dialog(page).getByRole("button", { name: "Remove CPT" }).click();
    await dialog(page).getByText("Removed CPT.").waitFor();
    await close(page);
    await ready(page);
    await unchecked(page).waitFor();
  });
});

test("a pack and the NCCI's pairs catch what may not be billed together", { timeout: 60_000 }, async () => {
  const pack = makePack([{ name: SHORT.name, bytes: SHORT.buffer }], { edition: "2026" });
  await site.visit("claim/?sample=professional", PHONE, async (page) => {
    await ready(page);
    await open(page);
    await tables(page).setInputFiles([file("mine.pack", pack), PAIRS]);
    await dialog(page).getByText("Added CPT, NCCI pairs, practitioner.").waitFor();
    await isAccessible(page);
    await close(page);
    await toFix(page, 1);
    await page.getByRole("button", { name: "1 thing to fix" }).click();
    await task(page, /CLM-106 87880 is not paid beside 99213 on the same day/).waitFor();
  });
});

test("what is no table and no rule file is said to be none", async () => {
  await site.visit("claim/", DESKTOP, async (page) => {
    await open(page);
    await tables(page).setInputFiles(file("notes.txt", "Dear billing office, nothing of use."));
    await dialog(page).getByRole("alert").getByText(/^notes\.txt: /).waitFor();
    await tables(page).setInputFiles(file("bad.pack", Buffer.concat([Buffer.from("SBCP"), Buffer.alloc(40)])));
    await dialog(page).getByRole("alert").getByText(/^bad\.pack: /).waitFor();
    await rules(page).setInputFiles(file("bad.rules", "this is no rule file"));
    await dialog(page).getByRole("alert").getByText(/^bad\.rules: /).waitFor();
    await isAccessible(page);
    assert.equal(await dialog(page).getByText("None yet.").count(), 2);
  });
});

test("a payer's rules run beside the built-in ones, with the results of their tests", { timeout: 60_000 }, async () => {
  const own = `title = "Meadowlark"
prefix = "MDW"
payers = ["MEADOW"]

[[rule]]
id = "MDW-01"
name = "few-claims-above-a-hundred"
when = 'cents(claim.chargeAmount) > cents("100")'
path = "chargeAmount"
message = "Meadowlark wants no claim above 100.00"
help = "Split it."

[[rule.fails]]
change = { "chargeAmount" = "300.00" }
at = "chargeAmount"

[[rule.passes]]
change = { "chargeAmount" = "200.00" }
`;
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await open(page);
    await rules(page).setInputFiles(RULES);
    await dialog(page).getByText("All tests hold").waitFor();
    await rules(page).setInputFiles(file("meadowlark.rules", own));
    await dialog(page).getByText("1 does not hold").waitFor();
    await dialog(page).getByText(/^MDW-01, line \d+: /).waitFor();
    await isAccessible(page);
    await close(page);
    await toFix(page, 1);
    await task(page, /MDW-01/).waitFor();
    await page.getByText("Meadowlark wants no claim above 100.00").first().waitFor();
    await page.goto(`${site.origin}/claim/?sample=professional`);
    await toFix(page, 1);
    await open(page);
    await dialog(page).getByRole("button", { name: "Remove meadowlark.rules" }).click();
    await dialog(page).getByText("1 does not hold").waitFor({ state: "hidden" });
    await close(page);
    await ready(page);
  });
});
