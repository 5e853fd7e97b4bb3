//! Parts of a claim: can everything a claim may say be said on the page, and do field and segment find each other?

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { field, isFocused, ready, segment } from "./entry.ts";
import { isAccessible, LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const [DESKTOP, , , PHONE] = LOOKS;

/** What is added, what is filled in there, and the segments it becomes. */
type Case = readonly [way: string, part: string, values: Record<string, string>, segments: string[]];

const CLAIM: Case[] = [
  ["Accident or other cause", "", { "Other accident OA": "", "Date of the accident": "2026-10-10" }, ["DTP*439*D8*20261010"]],
  ["Dates", "", { "Last X-ray Date": "2026-10-01" }, ["DTP*455*D8*20261001"]],
  ["Amounts", "", { "Patient Amount Paid": "10" }, ["AMT*F5*10"]],
  ["Other numbers", "", { "Medical Record Number": "M1" }, ["REF*EA*M1"]],
  ["Note", "", { Text: "SYNTHETIC" }, ["NTE*ADD*SYNTHETIC"]],
  ["Document", "", { "Number on it": "A1" }, ["PWK*OZ*AA***AC*A1"]],
  ["Late, or of a program", "", { "Special program": "03" }, []],
  ["Ambulance ride", "", { Why: "A", Miles: "12" }, ["CR1****A*DH*12"]],
  ["Picked up at", "", { "Street address": "1 MAIN STREET", City: "DES MOINES", State: "IA", "ZIP code": "503090000" }, ["NM1*PW*2"]],
  ["Set down at", "", { "Street address": "2 MAIN STREET", City: "DES MOINES", State: "IA", "ZIP code": "503090000" }, ["NM1*45*2"]],
  ["Ambulance certification", "Certification", { "Patient was moved by stretcher 04": "" }, ["CRC*07*Y*04"]],
  ["Spinal manipulation", "", { Condition: "A" }, ["CR2********A"]],
  ["Contract", "", { Kind: "09", "Contract code": "K7" }, ["CN1*09***K7"]],
  ["Repricing", "", { Priced: "02", Allowed: "200" }, ["HCP*02*200"]],
  ["Fixed-format text (K3)", "", { Text: "FIXED" }, ["K3*FIXED"]],
];

const LINE: Case[] = [
  ["Drug", "", { "National drug code": "00409123401", Quantity: "2", "Measured in": "ML" }, ["LIN**N4*00409123401", "CTP****2*ML"]],
  ["Quantities", "", { "Ambulance Patient Count": "2" }, ["QTY*PT*2"]],
  ["Hospice employee", "Certification", {}, ["CRC*70*Y*65"]],
  [
    "Equipment, rented or bought",
    "",
    { Equipment: "E0601", "Days needed": "30", "Rental price": "50", Rented: "4", "Certification is": "I", "Months needed": "6" },
    ["SV5*HC:E0601*DA*30*50**4", "CR3*I*MO*6"],
  ],
  ["Certificate of medical necessity", "Document", {}, ["PWK*CT*AD"]],
  ["Medical necessity form", "", { "Form number": "0601", Question: "1", "Yes or no": "Y" }, ["LQ*UT*0601", "FRM*1*Y"]],
  ["Test result", "", { Result: "11.5" }, ["MEA*TR*R1*11.5"]],
  ["Bought service", "", { "Provider's number": "1999000114", "It cost": "20" }, ["PS1*1999000114*20"]],
  ["Answer of another plan", "", { "It paid": "80", "Paid on": "2026-11-01" }, ["SVD*TALLGRASS*80*HC:99213:25**1", "DTP*573*D8*20261101"]],
  ["Ordering provider", "", { "Name or last name": "THISTLE", "First name": "AMOS", NPI: "1999000114" }, ["NM1*DK*1*THISTLE*AMOS****XX*1999000114"]],
];

async function fill(part: Locator, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const found = field(part, name);
    const kind = await found.evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName));
    if (kind === "checkbox") await found.check();
    else if (kind === "SELECT") await found.selectOption(value);
    else await found.fill(value);
  }
}

async function add(page: Page, opener: string, [way, name, values, segments]: Case): Promise<void> {
  await page.getByRole("button", { name: opener, exact: true }).click();
  await page.getByRole("toolbar", { name: opener }).getByRole("button", { name: way, exact: true }).click();
  const part = page.getByRole("region", { name: name || way, exact: true });
  await part.waitFor();
  assert.equal(await part.evaluate((one) => one.contains(document.activeElement)), true, `the keyboard is in ${way}`);
  await fill(part, values);
  for (const text of segments) await segment(page, text).first().waitFor();
}

test("every part of a professional claim is added and written", { timeout: 120_000 }, async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    for (const one of CLAIM) await add(page, "Add to this claim", one);
    await isAccessible(page);
    const removes = page.locator("[data-section=extras]").getByRole("button", { name: /^Remove/ });
    while (await removes.count()) await removes.first().click();
    await ready(page);
  });
});

test("every part of a service line is added and written", { timeout: 120_000 }, async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    await page.getByRole("button", { name: "More of line 1" }).click();
    for (const one of LINE) await add(page, "Add to line 1", one);
    await page.getByRole("button", { name: "Add an adjustment" }).last().click();
    const answer = page.getByRole("region", { name: "Answer of another plan" });
    await fill(answer, { Whose: "CO", Reason: "45", Amount: "65" });
    await segment(page, "CAS*CO*45*65").waitFor();
    await isAccessible(page);
    await page.getByRole("button", { name: "Less of line 1" }).click();
    await page.getByText(/^With Drug, Document, Quantities/).waitFor();
  });
});

test("answers of other payers, inpatient and outpatient, stand at their positions", async () => {
  await site.visit("claim/?sample=institutional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    if (!(await page.getByText("Other plan 1", { exact: true }).count())) await page.getByRole("button", { name: "Add another plan" }).click();
    const opener = "Add to other plan 1";
    await add(page, opener, ["Inpatient answer (MIA)", "", { "Claim DRG Amount": "900", "Covered Days or Visits Count": "3" }, ["MIA*3***900"]]);
    await add(page, opener, ["Outpatient answer (MOA)", "", { "HCPCS Payable Amount": "12.50" }, ["MOA**12.5"]]);
    await add(page, opener, ["Adjustments of the whole claim", "", { Whose: "PR", Reason: "1", Amount: "40" }, ["CAS*PR*1*40"]]);
    await isAccessible(page);
  });
});

test("teeth and orthodontics", async () => {
  await site.visit("claim/?sample=dental", PHONE, async (page) => {
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    const opener = "Add to this claim";
    const teeth = page.getByRole("region", { name: "Teeth missing" });
    await teeth.getByRole("button", { name: "Add a tooth" }).click();
    await fill(teeth, { "Tooth 2": "3" });
    await segment(page, "DN2*3*M").waitFor();
    await add(page, opener, ["Orthodontics", "", { "Months of treatment": "24", "Months that remain": "12" }, ["DN1*24*12"]]);
    await page.getByRole("button", { name: opener }).click();
    await isAccessible(page);
  });
});

test("parts are added with the keyboard alone", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    const opener = page.getByRole("button", { name: "Add to this claim" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("n");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Escape");
    assert.ok(await isFocused(opener), "Escape closes");
    await page.keyboard.press("Enter");
    await page.keyboard.press("n");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("TYPED");
    assert.equal(await field(page.getByRole("region", { name: "Note" }), "Text").inputValue(), "TYPED");
    await page.getByRole("button", { name: "Remove a note, 1" }).click();
    assert.ok(await isFocused(opener), "the keyboard is not lost");
    await ready(page);
  });
});

test("a field shows its segment, and a segment leads to its field", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    await field(page, "Charge, line 2").focus();
    const chosen = page.getByRole("option", { selected: true });
    await chosen.filter({ hasText: "SV1*HC:87880:QW*48" }).waitFor();
    assert.equal(await chosen.locator(".lit").innerText(), "48");
    await field(page, "Modifiers, line 3").focus();
    await chosen.filter({ hasText: "SV1*HC:95004*100" }).waitFor();
    assert.equal(await chosen.locator(".lit").count(), 0, "what is not filled in has no element");
    await segment(page, "REF*EI").locator("[data-element]").nth(1).click();
    assert.ok(await isFocused(field(page, "Tax id")));
    await page.getByRole("listbox", { name: /^Segments of the 837/ }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.closest(".form") !== null), true, "Enter goes to the form");
    await page.getByRole("button", { name: "More of line 2" }).click();
    await field(page, "Our line number").fill("MINE");
    await segment(page, "REF*6R*MINE").waitFor();
    await page.getByRole("button", { name: "Less of line 2" }).click();
    await segment(page, "REF*6R*MINE").locator("[data-element]").nth(1).click();
    await field(page, "Our line number").waitFor();
    assert.ok(await isFocused(field(page, "Our line number")), "what was folded is opened");
  });
});
