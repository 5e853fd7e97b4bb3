//! The sections of the form: what does a biller fill in, in which order, for which kind of claim?

import { address, otherProvider, person, provider } from "./parties.ts";
import type { FieldSpec, GroupSpec } from "./spec.ts";

const INSTITUTIONAL = ["institutional"] as const;
const DENTAL = ["dental"] as const;
const OFFICE = ["professional", "dental"] as const;

const date = (qualifier: string, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  path: `dates[qualifier=${qualifier}].${qualifier === "DT" ? "time" : "from"}`,
  label,
  input: "date",
  width: 4,
  ...more,
});

const reference = (qualifier: string, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  path: `references[qualifier=${qualifier}].value`,
  label,
  width: 4,
  ...more,
});

/** The claim as a whole. */
export const CLAIM: readonly GroupSpec[] = [
  {
    title: "Claim",
    items: [
      { path: "patientControlNumber", label: "Our claim number", hint: "comes back with the payment", width: 4 },
      { path: "frequency", label: "This is", input: "select", width: 4, kinds: OFFICE },
      { path: "facilityCode", label: "Place of service", system: "place-of-service", width: 4, kinds: OFFICE },
      { path: "facilityCode", label: "Type of bill", hint: "first two digits", width: 3, kinds: INSTITUTIONAL },
      { path: "frequency", label: "Frequency", input: "select", width: 5, kinds: INSTITUTIONAL },
      reference("F8", "Payer's claim number", { hint: "of the claim it replaces or voids", also: ["references"] }),
      { path: "submissionReason", label: "Sent for", input: "select", width: 4, kinds: DENTAL },
    ],
  },
  {
    title: "Statement and stay",
    kinds: INSTITUTIONAL,
    items: [
      date("434", "Statement from"),
      { ...date("434", "Statement through"), path: "dates[qualifier=434].to" },
      date("435", "Admission or start of care"),
      { ...date("435", "Admission hour", { input: "time" }), path: "dates[qualifier=435].time", width: 3 },
      { path: "admission.priority", label: "Admission type", width: 3, system: "admission-type" },
      { path: "admission.source", label: "Point of origin", width: 3, system: "admission-source" },
      { path: "admission.patientStatus", label: "Discharge status", width: 3, system: "discharge-status" },
      { ...date("096", "Discharge hour", { input: "time" }), path: "dates[qualifier=096].time", width: 3 },
      { path: "diagnosisRelatedGroup", label: "DRG", width: 3, system: "ms-drg" },
    ],
  },
];

/** Where the patient is not the subscriber. */
export const DEPENDENT: readonly GroupSpec[] = [
  {
    title: "Patient",
    items: [
      ...person("patient.party"),
      { path: "patient.relationship", label: "Is the subscriber's", input: "select", width: 5 },
      ...address("patient.party"),
    ],
  },
];

/** The insured person. */
export const SUBSCRIBER: readonly GroupSpec[] = [
  {
    title: "Subscriber",
    items: [
      ...person("coverage.subscriber"),
      { path: "coverage.subscriber.identifier{qualifier=MI}.value", label: "Member number", width: 5 },
      ...address("coverage.subscriber"),
    ],
  },
];

/** The plan the claim goes to. */
export const PAYER: readonly GroupSpec[] = [
  {
    title: "Plan",
    items: [
      { path: "coverage.payer.name{entityType=2}.lastName", label: "Payer", width: 6 },
      { path: "coverage.payer.identifier{qualifier=PI}.value", label: "Payer id", width: 3 },
      { path: "coverage.sequence", label: "Pays", input: "select", width: 3 },
      { path: "coverage.filingIndicator", label: "Kind of plan", input: "select", width: 5 },
      { path: "coverage.groupNumber", label: "Group number", width: 3 },
      { path: "coverage.groupName", label: "Group name", width: 4 },
    ],
  },
  {
    title: "More about the plan",
    folded: true,
    items: [
      { path: "coverage.insuranceType", label: "Why Medicare is not primary", input: "select", width: 6 },
      { path: "benefitsAssigned", label: "Benefits are paid", input: "select", width: 6 },
      { path: "assignment", label: "Assignment", input: "select", width: 4 },
      { path: "releaseOfInformation", label: "Release of information", input: "select", width: 4 },
      { path: "signatureOnFile", label: "Provider's signature on file", input: "select", width: 4 },
      { path: "patientSignatureSource", label: "Patient's signature", input: "select", width: 6 },
      ...address("coverage.payer"),
      reference("G1", "Prior authorization"),
      reference("9F", "Referral number"),
      { each: "coverage.payer.references", of: "value" },
    ],
  },
];

/** One of the patient's other plans; paths are relative to it. */
export const OTHER_PLAN: readonly FieldSpec[] = [
  { path: "coverage.payer.name{entityType=2}.lastName", label: "Payer", width: 6 },
  { path: "coverage.payer.identifier{qualifier=PI}.value", label: "Payer id", width: 3 },
  { path: "coverage.sequence", label: "Pays", input: "select", width: 3 },
  { path: "coverage.relationship", label: "Subscriber is the patient's", input: "select", width: 4 },
  { path: "coverage.filingIndicator", label: "Kind of plan", input: "select", width: 5 },
  { path: "coverage.groupNumber", label: "Group number", width: 3 },
  { path: "coverage.subscriber.name{entityType=1}.lastName", label: "Subscriber's last name", width: 4 },
  { path: "coverage.subscriber.name{entityType=1}.firstName", label: "First name", width: 4 },
  { path: "coverage.subscriber.identifier{qualifier=MI}.value", label: "Member number", width: 4 },
  { path: "benefitsAssigned", label: "Benefits are paid", input: "select", width: 4 },
  { path: "releaseOfInformation", label: "Release of information", input: "select", width: 4 },
  { path: "paidAmount", label: "It paid", input: "money", width: 4, hint: "for the whole claim" },
  { path: "remainingLiability", label: "Patient still owes", input: "money", width: 4 },
  { path: "nonCoveredAmount", label: "Not covered in all", input: "money", width: 4 },
  { path: "adjudicationDate", label: "Paid on", input: "date", width: 4 },
];

/** Who bills. */
export const BILLING: readonly GroupSpec[] = [
  {
    title: "Billing provider",
    items: [
      ...provider("billingProvider", "2"),
      { path: "billingProvider.taxId{qualifier=EI}.value", label: "Tax id", width: 4 },
      ...address("billingProvider"),
    ],
  },
  { title: "Attending provider", kinds: INSTITUTIONAL, items: otherProvider("providers.attending?") },
  {
    title: "Submitter and receiver of the file",
    folded: true,
    items: [
      { path: "submitter.name{entityType=2}.lastName", label: "Submitter", width: 5, batch: true },
      { path: "submitter.identifier{qualifier=46}.value", label: "Submitter id", width: 3, batch: true, also: ["envelope.sender"] },
      { path: "submitter.contacts[function=IC].name", label: "Contact", width: 4, batch: true },
      {
        path: "submitter.contacts[function=IC].numbers[kind=TE].value",
        label: "Contact's telephone",
        width: 4,
        batch: true,
        also: ["submitter", "submitter.contacts", "submitter.contacts[0]"],
      },
      { path: "receiver.name{entityType=2}.lastName", label: "Receiver", width: 5, batch: true },
      { path: "receiver.identifier{qualifier=46}.value", label: "Receiver id", width: 3, batch: true },
    ],
  },
];

/** Codes of an institutional claim. */
export const CODES: readonly GroupSpec[] = [
  {
    title: "Condition, occurrence and value codes",
    kinds: INSTITUTIONAL,
    items: [
      { list: "conditions", one: "a condition", title: "Conditions", fields: [{ path: "", label: "Condition code", system: "condition", width: 6 }] },
      {
        list: "occurrences",
        one: "an occurrence",
        title: "Occurrences",
        fields: [
          { path: "code", label: "Occurrence code", system: "occurrence", width: 6 },
          { path: "date", label: "Date", input: "date", width: 4 },
        ],
      },
      {
        list: "occurrenceSpans",
        one: "a span",
        title: "Occurrence spans",
        fields: [
          { path: "code", label: "Span code", system: "occurrence-span", width: 4 },
          { path: "from", label: "From", input: "date", width: 4 },
          { path: "to", label: "Through", input: "date", width: 4 },
        ],
      },
      {
        list: "values",
        one: "a value",
        title: "Values",
        fields: [
          { path: "code", label: "Value code", system: "value", width: 6 },
          { path: "amount", label: "Amount", input: "money", width: 4 },
        ],
      },
      {
        list: "procedures",
        one: "a procedure",
        title: "Inpatient procedures",
        fields: [
          { path: "qualifier", label: "It is", input: "select", width: 4 },
          { path: "code", label: "Procedure", system: "icd10pcs", width: 4 },
          { path: "date", label: "Done on", input: "date", width: 4 },
        ],
      },
    ],
  },
];
