//! Parties of the form: which fields does a person, a provider or a payer have?

import type { FieldSpec } from "./spec.ts";

/** Name, birth date and sex of a person, then the address. */
export function person(at: string): FieldSpec[] {
  return [
    { path: `${at}.name{entityType=1}.lastName`, label: "Last name", width: 4 },
    { path: `${at}.name{entityType=1}.firstName`, label: "First name", width: 4 },
    { path: `${at}.name{entityType=1}.middleName`, label: "Middle", width: 2 },
    { path: `${at}.name{entityType=1}.suffix`, label: "Suffix", width: 2 },
    { path: `${at}.demographics.birthDate`, label: "Date of birth", input: "date", width: 4 },
    { path: `${at}.demographics.sex`, label: "Sex", input: "select", width: 3 },
  ];
}

/** What is told of few persons. */
export function moreOfPerson(at: string): FieldSpec[] {
  return [
    { path: `${at}.demographics.deathDate`, label: "Died on", input: "date", width: 4 },
    { path: `${at}.demographics.weight`, label: "Weight, pounds", input: "number", width: 4 },
    { path: `${at}.demographics.pregnant`, label: "Pregnant", input: "select", width: 4 },
  ];
}

/** A postal address. */
export function address(at: string): FieldSpec[] {
  return [
    { path: `${at}.address.lines[0]`, label: "Street address", width: 6, also: [`${at}.address`] },
    { path: `${at}.address.lines[1]`, label: "Suite or apartment", width: 6 },
    { path: `${at}.address.city`, label: "City", width: 5 },
    { path: `${at}.address.state`, label: "State", width: 3, system: "state" },
    { path: `${at}.address.postalCode`, label: "ZIP code", width: 4 },
  ];
}

/** A provider that is a person or an organization, with its national number. */
export function provider(at: string, entity: "1" | "2" = "1"): FieldSpec[] {
  const name = `${at}.name{entityType=${entity}}`;
  const isPerson = { path: `${at}.name.entityType`, not: entity === "1" ? ["2"] : ["2", ""] };
  return [
    { path: `${at}.name.entityType`, label: "Is", input: "select", width: 3 },
    { path: `${name}.lastName`, label: "Name or last name", width: 5, also: [at] },
    { path: `${name}.firstName`, label: "First name", width: 4, when: isPerson },
    { path: `${at}.identifier{qualifier=XX}.value`, label: "NPI", width: 4 },
    { path: `${at}.taxonomy`, label: "Taxonomy", width: 4, system: "taxonomy" },
  ];
}

/** A provider where it is not the one who bills, with the number it has at the payer. */
export function otherProvider(at: string, entity: "1" | "2" = "1"): FieldSpec[] {
  return [...provider(at, entity), { path: `${at}.references[qualifier=G2].value`, label: "Number at the payer", width: 4 }];
}
