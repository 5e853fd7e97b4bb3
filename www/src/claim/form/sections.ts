//! The sections of the form: what does a biller fill in, in which order, for which kind of claim?

import * as choice from "./choices.ts";
import { address, person, provider } from "./parties.ts";
import type { FieldSpec, GroupSpec } from "./spec.ts";

const PROFESSIONAL = ["professional"] as const;
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
      { path: "frequency", label: "This is", input: "select", choices: choice.FREQUENCY, width: 4, kinds: OFFICE },
      { path: "facilityCode", label: "Place of service", system: "place-of-service", width: 4, kinds: OFFICE },
      { path: "facilityCode", label: "Type of bill", hint: "first two digits", width: 3, kinds: INSTITUTIONAL },
      { path: "frequency", label: "Frequency", input: "select", choices: choice.BILL_FREQUENCY, width: 5, kinds: INSTITUTIONAL },
      {
        ...reference("F8", "Payer's claim number", { hint: "of the claim it replaces or voids" }),
        when: { path: "frequency", is: ["7", "8"] },
      },
      { path: "submissionReason", label: "Sent for", input: "select", choices: [["PB", "Predetermination"]], width: 4, kinds: DENTAL },
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
      { path: "patient.relationship", label: "Is the subscriber's", input: "select", choices: choice.RELATIONSHIP, width: 5 },
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
      { path: "coverage.sequence", label: "Pays", input: "select", choices: choice.SEQUENCE, width: 3 },
      { path: "coverage.filingIndicator", label: "Kind of plan", input: "select", choices: choice.FILING, width: 5 },
      { path: "coverage.groupNumber", label: "Group number", width: 3 },
      { path: "coverage.groupName", label: "Group name", width: 4 },
    ],
  },
  {
    title: "More about the plan",
    folded: "always",
    items: [
      { path: "coverage.insuranceType", label: "Why Medicare is not primary", input: "select", choices: choice.MEDICARE_SECONDARY, width: 6 },
      { path: "benefitsAssigned", label: "Benefits are paid", input: "select", choices: choice.BENEFITS, width: 6 },
      { path: "assignment", label: "Assignment", input: "select", choices: choice.ASSIGNMENT, width: 4 },
      { path: "releaseOfInformation", label: "Release of information", input: "select", choices: choice.RELEASE, width: 4 },
      { path: "signatureOnFile", label: "Provider's signature on file", input: "select", choices: choice.YES_NO, width: 4 },
      ...address("coverage.payer"),
      reference("G1", "Prior authorization"),
      reference("9F", "Referral number"),
    ],
  },
];

/** One of the patient's other plans; paths are relative to it. */
export const OTHER_PLAN: readonly FieldSpec[] = [
  { path: "coverage.payer.name{entityType=2}.lastName", label: "Payer", width: 6 },
  { path: "coverage.payer.identifier{qualifier=PI}.value", label: "Payer id", width: 3 },
  { path: "coverage.sequence", label: "Pays", input: "select", choices: choice.SEQUENCE, width: 3 },
  { path: "coverage.relationship", label: "Subscriber is the patient's", input: "select", choices: choice.OTHER_RELATIONSHIP, width: 4 },
  { path: "coverage.filingIndicator", label: "Kind of plan", input: "select", choices: choice.FILING, width: 5 },
  { path: "coverage.groupNumber", label: "Group number", width: 3 },
  { path: "coverage.subscriber.name{entityType=1}.lastName", label: "Subscriber's last name", width: 4 },
  { path: "coverage.subscriber.name{entityType=1}.firstName", label: "First name", width: 4 },
  { path: "coverage.subscriber.identifier{qualifier=MI}.value", label: "Member number", width: 4 },
  { path: "benefitsAssigned", label: "Benefits are paid", input: "select", choices: choice.BENEFITS, width: 4 },
  { path: "releaseOfInformation", label: "Release of information", input: "select", choices: choice.RELEASE, width: 4 },
  { path: "paidAmount", label: "It paid", input: "money", width: 4, hint: "for the whole claim" },
  { path: "remainingLiability", label: "Patient still owes", input: "money", width: 4 },
  { path: "nonCoveredAmount", label: "Not covered in all", input: "money", width: 4 },
  { path: "adjudicationDate", label: "Paid on", input: "date", width: 4 },
];

/** A new other plan. */
export const BLANK_OTHER_PLAN = {
  coverage: {
    sequence: "S",
    relationship: "18",
    subscriber: { name: { entityType: "1" }, identifier: { qualifier: "MI" } },
    payer: { name: { entityType: "2" }, identifier: { qualifier: "PI" } },
  },
  benefitsAssigned: "Y",
  releaseOfInformation: "Y",
};

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
  {
    title: "Submitter and receiver of the file",
    folded: "always",
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

const role = (field: string, title: string, more: Partial<GroupSpec> & { entity?: "1" | "2"; place?: boolean } = {}) => {
  const { entity = "1", place, ...rest } = more;
  const items = [...provider(`providers.${field}?`, entity), ...(place ? address(`providers.${field}?`) : [])];
  return { title, folded: "empty" as const, items, ...rest };
};

/** The other providers, each folded until it has something to say. */
export const PROVIDERS: readonly GroupSpec[] = [
  role("rendering", "Rendering provider"),
  role("attending", "Attending provider", { kinds: INSTITUTIONAL, folded: undefined }),
  role("operating", "Operating physician", { kinds: INSTITUTIONAL }),
  role("otherOperating", "Other operating physician", { kinds: INSTITUTIONAL }),
  role("referring", "Referring provider"),
  role("supervising", "Supervising provider", { kinds: OFFICE }),
  role("assistantSurgeon", "Assistant surgeon", { kinds: DENTAL }),
  role("serviceFacility", "Service location, where it differs", { entity: "2", place: true }),
  { title: "Pay-to address, where it differs", folded: "empty", items: address("payToAddress?") },
];

/** Codes of an institutional claim. */
export const CODES: readonly GroupSpec[] = [
  {
    title: "Condition, occurrence and value codes",
    kinds: INSTITUTIONAL,
    items: [
      { list: "conditions", one: "a condition", title: "Conditions", blank: "", fields: [{ path: "", label: "Condition code", system: "condition", width: 6 }] },
      {
        list: "occurrences",
        one: "an occurrence",
        title: "Occurrences",
        blank: { code: "" },
        fields: [
          { path: "code", label: "Occurrence code", system: "occurrence", width: 6 },
          { path: "date", label: "Date", input: "date", width: 4 },
        ],
      },
      {
        list: "occurrenceSpans",
        one: "a span",
        title: "Occurrence spans",
        blank: { code: "" },
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
        blank: { code: "" },
        fields: [
          { path: "code", label: "Value code", system: "value", width: 6 },
          { path: "amount", label: "Amount", input: "money", width: 4 },
        ],
      },
      {
        list: "procedures",
        one: "a procedure",
        title: "Inpatient procedures",
        blank: { qualifier: "BBQ", code: "" },
        fields: [
          { path: "qualifier", label: "It is", input: "select", choices: choice.PROCEDURE_PART, width: 4 },
          { path: "code", label: "Procedure", system: "icd10pcs", width: 4 },
          { path: "date", label: "Done on", input: "date", width: 4 },
        ],
      },
    ],
  },
];

/** What most claims do without. */
export const EXTRAS: readonly GroupSpec[] = [
  {
    title: "Accident or other cause",
    folded: "empty",
    kinds: OFFICE,
    items: [
      { path: "relatedCauses?.causes[0]", label: "Because of", input: "select", choices: choice.CAUSE, width: 4 },
      { path: "relatedCauses?.state", label: "State of the accident", width: 4, system: "state" },
      date("439", "Date of the accident"),
    ],
  },
  {
    title: "Teeth missing, orthodontics",
    folded: "empty",
    kinds: DENTAL,
    items: [
      {
        list: "toothStatus",
        one: "a tooth",
        blank: { tooth: "", status: "M" },
        fields: [
          { path: "tooth", label: "Tooth", width: 3 },
          { path: "status", label: "It is", input: "select", choices: choice.TOOTH_STATUS, width: 5 },
        ],
      },
      { path: "orthodontics?.treatmentMonths", label: "Months of treatment", input: "number", width: 4 },
      { path: "orthodontics?.remainingMonths", label: "Months that remain", input: "number", width: 4 },
      date("452", "Appliance placed on"),
    ],
  },
  {
    title: "Dates of the illness",
    folded: "empty",
    kinds: PROFESSIONAL,
    items: [
      date("431", "Onset"),
      date("454", "First treatment"),
      date("304", "Last seen"),
      date("484", "Last menstrual period"),
      date("455", "Last X-ray"),
      date("435", "Admitted"),
      date("096", "Discharged"),
      date("297", "Last worked"),
      date("296", "Back at work"),
    ],
  },
  {
    title: "Numbers and amounts",
    folded: "empty",
    items: [
      { path: "amounts[qualifier=F5].amount", label: "Patient paid", input: "money", width: 4, kinds: OFFICE },
      { path: "amounts[qualifier=F3].amount", label: "Patient is expected to pay", input: "money", width: 4, kinds: INSTITUTIONAL },
      reference("EA", "Medical record number"),
      reference("X4", "CLIA number", { kinds: PROFESSIONAL }),
      reference("P4", "Demonstration project", { kinds: ["professional", "institutional"] }),
      { path: "delayReason", label: "Why it comes late", input: "select", choices: choice.DELAY, width: 6 },
    ],
  },
  {
    title: "Notes",
    folded: "empty",
    items: [
      {
        list: "notes",
        one: "a note",
        blank: { kind: "ADD", text: "" },
        fields: [
          { path: "kind", label: "About", input: "select", choices: choice.NOTE, width: 4 },
          { path: "text", label: "Text", input: "note", width: 8 },
        ],
      },
    ],
  },
  {
    title: "Supporting documents",
    folded: "empty",
    items: [
      {
        list: "attachments",
        one: "a document",
        blank: { kind: "OZ", transmission: "AA" },
        fields: [
          { path: "kind", label: "Document", input: "select", choices: choice.ATTACHMENT, width: 4 },
          { path: "transmission", label: "Sent", input: "select", choices: choice.TRANSMISSION, width: 4 },
          { path: "controlNumber", label: "Number on it", width: 4 },
        ],
      },
    ],
  },
  {
    title: "Ambulance",
    folded: "empty",
    kinds: PROFESSIONAL,
    items: [
      { path: "ambulance?.reason", label: "Why", input: "select", choices: choice.AMBULANCE_REASON, width: 5 },
      { path: "ambulance?.distance", label: "Miles", input: "number", width: 3 },
      { path: "ambulance?.weight", label: "Patient's weight, pounds", input: "number", width: 4 },
      { path: "ambulance?.roundTripPurpose", label: "Why a round trip", width: 6 },
      { path: "ambulance?.stretcherPurpose", label: "Why a stretcher", width: 6 },
    ],
  },
  {
    title: "Spinal manipulation",
    folded: "empty",
    kinds: PROFESSIONAL,
    items: [
      { path: "spinalManipulation?.condition", label: "Condition", input: "select", choices: choice.SPINAL, width: 5 },
      { path: "spinalManipulation?.description", label: "Description", width: 7 },
    ],
  },
];
