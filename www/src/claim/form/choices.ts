//! Choices of the form: which codes does a short list offer, in the words of a billing office?
//!
//! Labels only. Whether a code is right is for the core to say; a code that is not listed stays as it is.

import type { Choice } from "./spec.ts";

export const YES_NO: readonly Choice[] = [["Y", "Yes"], ["N", "No"]];

export const SEX: readonly Choice[] = [["F", "Female"], ["M", "Male"], ["U", "Unknown"]];

export const ENTITY: readonly Choice[] = [["1", "Person"], ["2", "Organization"]];

export const FREQUENCY: readonly Choice[] = [["1", "New claim"], ["7", "Corrected claim"], ["8", "Void"]];

export const BILL_FREQUENCY: readonly Choice[] = [
  ["0", "Nonpayment"],
  ["1", "Admit through discharge"],
  ["2", "Interim, first"],
  ["3", "Interim, continuing"],
  ["4", "Interim, last"],
  ["5", "Late charges"],
  ["7", "Corrected claim"],
  ["8", "Void"],
  ["9", "Final, home health"],
];

export const ASSIGNMENT: readonly Choice[] = [["A", "Accepted"], ["B", "Clinical lab only"], ["C", "Not accepted"]];

export const BENEFITS: readonly Choice[] = [["Y", "To the provider"], ["N", "To the subscriber"], ["W", "Not applicable"]];

export const RELEASE: readonly Choice[] = [["Y", "Signed by the patient"], ["I", "Informed consent"]];

export const SEQUENCE: readonly Choice[] = [
  ["P", "Primary"],
  ["S", "Secondary"],
  ["T", "Tertiary"],
  ["A", "Fourth"],
  ["B", "Fifth"],
  ["U", "Unknown"],
];

export const RELATIONSHIP: readonly Choice[] = [
  ["01", "Spouse"],
  ["19", "Child"],
  ["20", "Employee"],
  ["53", "Life partner"],
  ["39", "Organ donor"],
  ["40", "Cadaver donor"],
  ["G8", "Other"],
  ["21", "Unknown"],
];

export const OTHER_RELATIONSHIP: readonly Choice[] = [["18", "The patient"], ...RELATIONSHIP];

export const FILING: readonly Choice[] = [
  ["CI", "Commercial"],
  ["BL", "Blue Cross Blue Shield"],
  ["HM", "HMO"],
  ["12", "PPO"],
  ["13", "Point of service"],
  ["14", "Exclusive provider"],
  ["15", "Indemnity"],
  ["17", "Dental maintenance"],
  ["MA", "Medicare Part A"],
  ["MB", "Medicare Part B"],
  ["16", "Medicare Advantage HMO"],
  ["MC", "Medicaid"],
  ["CH", "TRICARE"],
  ["VA", "Veterans Affairs"],
  ["FI", "Federal employees"],
  ["OF", "Other federal"],
  ["TV", "Title V"],
  ["WC", "Workers' compensation"],
  ["AM", "Auto, medical"],
  ["LM", "Liability, medical"],
  ["DS", "Disability"],
  ["11", "Other non-federal"],
  ["ZZ", "Not known"],
];

export const MEDICARE_SECONDARY: readonly Choice[] = [
  ["12", "Working and 65 or over"],
  ["13", "Kidney failure, first months"],
  ["14", "No-fault or auto"],
  ["15", "Workers' compensation"],
  ["16", "Public health or federal"],
  ["41", "Black lung"],
  ["42", "Veterans Affairs"],
  ["43", "Disabled, large group plan"],
  ["47", "Other liability"],
];

export const DIAGNOSIS_PART: readonly Choice[] = [
  ["ABK", "Principal"],
  ["ABF", "Further"],
  ["ABJ", "Admitting"],
  ["APR", "Reason for visit"],
  ["ABN", "External cause"],
];

export const ON_ADMISSION: readonly Choice[] = [
  ["Y", "Present"],
  ["N", "Not present"],
  ["U", "Not documented"],
  ["W", "Cannot be told"],
];

export const UNIT: readonly Choice[] = [["UN", "Units"], ["MJ", "Minutes"], ["DA", "Days"]];

export const PROCEDURE_PART: readonly Choice[] = [["BBR", "Principal"], ["BBQ", "Further"]];

export const ORAL_AREA: readonly Choice[] = [
  ["00", "Entire mouth"],
  ["01", "Upper arch"],
  ["02", "Lower arch"],
  ["10", "Upper right"],
  ["20", "Upper left"],
  ["30", "Lower left"],
  ["40", "Lower right"],
];

export const TOOTH_STATUS: readonly Choice[] = [["M", "Missing"], ["E", "To be extracted"]];

export const PROSTHESIS: readonly Choice[] = [["I", "Initial"], ["R", "Replacement"]];

export const CAUSE: readonly Choice[] = [["EM", "Employment"], ["AA", "Auto accident"], ["OA", "Other accident"]];

export const NOTE: readonly Choice[] = [
  ["ADD", "Additional information"],
  ["CER", "Certification"],
  ["DCP", "Goals and plans"],
  ["DGN", "Diagnosis"],
  ["TPO", "Third party"],
];

export const ATTACHMENT: readonly Choice[] = [
  ["OZ", "Support data"],
  ["B4", "Referral form"],
  ["CT", "Certification"],
  ["DA", "Dental models"],
  ["DG", "Diagnostic report"],
  ["EB", "Explanation of benefits"],
  ["M1", "Medical record"],
  ["OB", "Operative note"],
  ["P6", "Periodontal chart"],
  ["RB", "Radiology films"],
  ["RR", "Radiology report"],
];

export const TRANSMISSION: readonly Choice[] = [
  ["AA", "On request"],
  ["BM", "By mail"],
  ["EL", "Electronically"],
  ["EM", "By e-mail"],
  ["FX", "By fax"],
  ["FT", "By file transfer"],
];

export const DELAY: readonly Choice[] = [
  ["1", "Proof of eligibility unknown"],
  ["2", "Litigation"],
  ["3", "Authorization delays"],
  ["4", "Delay in certifying the provider"],
  ["5", "Delay in supplying forms"],
  ["6", "Delay in custom-made appliances"],
  ["7", "Third party processing"],
  ["8", "Delay in eligibility determination"],
  ["9", "Rejected before for a reason not of the claim"],
  ["10", "Administration delay"],
  ["11", "Other"],
  ["15", "Natural disaster"],
];

export const DRUG_UNIT: readonly Choice[] = [
  ["UN", "Units"],
  ["ML", "Milliliters"],
  ["GR", "Grams"],
  ["ME", "Milligrams"],
  ["F2", "International units"],
];

export const SPINAL: readonly Choice[] = [
  ["A", "Acute"],
  ["C", "Chronic"],
  ["D", "Not acute"],
  ["E", "Not life threatening"],
  ["F", "Routine"],
  ["G", "Symptomatic"],
  ["M", "Acute, of a chronic condition"],
];

export const AMBULANCE_REASON: readonly Choice[] = [
  ["A", "To the nearest facility"],
  ["B", "To a preferred physician"],
  ["C", "To be near family"],
  ["D", "To a specialist"],
  ["E", "To rehabilitation"],
];
