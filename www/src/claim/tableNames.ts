//! Names of code tables: what is each called, and which can a file be said to be?

/** Lists a file can be said to be, by their names in the core. */
export const SYSTEMS: readonly (readonly [code: string, name: string])[] = [
  ["cpt", "CPT"],
  ["hcpcs", "HCPCS Level II"],
  ["modifier", "Modifiers"],
  ["cdt", "CDT, dental"],
  ["practitioner", "NCCI, practitioner"],
  ["outpatient-hospital", "NCCI, outpatient hospital"],
  ["equipment", "NCCI, equipment"],
  ["revenue", "Revenue codes"],
  ["condition", "Condition codes"],
  ["occurrence", "Occurrence codes"],
  ["occurrence-span", "Occurrence span codes"],
  ["value", "Value codes"],
  ["discharge-status", "Discharge status"],
  ["taxonomy", "Provider taxonomy"],
];

const OTHERS = new Map([
  ["icd10cm", "ICD-10-CM"],
  ["icd10pcs", "ICD-10-PCS"],
  ["ms_drg", "MS-DRG"],
  ["cpt-modifier", "CPT modifiers"],
  ...SYSTEMS,
]);

/** `ncci-pairs-practitioner` as `NCCI pairs, practitioner`; a name that is not known with spaces. */
export function tableName(name: string): string {
  const known = OTHERS.get(name);
  if (known) return known;
  const [, what, setting] = /^ncci-(pairs|units|add-ons)-?(.*)$/.exec(name) ?? [];
  if (what) return `NCCI ${what}${setting ? `, ${setting.replace("-", " ")}` : ""}`;
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}
