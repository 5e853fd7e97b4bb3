//! Parts that few claims have: what can be added to a claim, a line, a plan or a person, and which fields has it?

import { address, moreOfPerson, otherProvider } from "./parties.ts";
import type { FieldSpec, GroupSpec, ItemSpec } from "./spec.ts";

const PROFESSIONAL = ["professional"] as const;
const INSTITUTIONAL = ["institutional"] as const;
const DENTAL = ["dental"] as const;
const OFFICE = ["professional", "dental"] as const;
const MEDICAL = ["professional", "institutional"] as const;

const select = (path: string, label: string, width = 4): FieldSpec => ({ path, label, input: "select", width });
const number = (path: string, label: string, width = 3): FieldSpec => ({ path, label, input: "number", width });
const money = (path: string, label: string, width = 3): FieldSpec => ({ path, label, input: "money", width });
const date = (path: string, label: string, width = 4): FieldSpec => ({ path, label, input: "date", width });
const text = (path: string, label: string, width = 4): FieldSpec => ({ path, label, width });

/** A part whose one list it is. */
const listed = (list: string, one: string | undefined, fields: readonly ItemSpec[]): ItemSpec[] => [{ list, ...(one ? { one } : {}), fields }];

const NOTES: GroupSpec = {
  title: "Note",
  items: listed("notes", "a note", [select("kind", "About"), { path: "text", label: "Text", input: "note", width: 8 }]),
};

const DOCUMENTS: GroupSpec = {
  title: "Document",
  kinds: MEDICAL,
  items: listed("attachments", undefined, [
    select("kind", "Document", 5),
    select("transmission", "Sent", 4),
    text("controlNumber", "Number on it", 3),
    text("description", "What it is about", 12),
  ]),
};

const CERTIFICATIONS: GroupSpec = {
  title: "Certification",
  kinds: MEDICAL,
  items: listed("certifications", undefined, [
    select("category", "Certifies", 6),
    select("applies", "It applies", 6),
    { path: "conditions", label: "Conditions, up to five", input: "set", width: 12 },
  ]),
};

const AMBULANCE: GroupSpec = {
  title: "Ambulance ride",
  kinds: PROFESSIONAL,
  items: [
    select("ambulance?.reason", "Why", 5),
    number("ambulance?.distance", "Miles"),
    number("ambulance?.weight", "Patient's weight, pounds", 4),
    text("ambulance?.roundTripPurpose", "Why a round trip", 6),
    text("ambulance?.stretcherPurpose", "Why a stretcher", 6),
  ],
};

const place = (field: string, title: string): GroupSpec => ({ title, kinds: PROFESSIONAL, begins: `providers.${field}`, items: address(`providers.${field}?`) });
const PLACES = [place("pickUp", "Picked up at"), place("dropOff", "Set down at")];

const CONTRACT: GroupSpec = {
  title: "Contract",
  items: [
    select("contract?.kind", "Kind"),
    money("contract?.amount", "Amount", 4),
    number("contract?.percentage", "Percentage", 4),
    text("contract?.code", "Contract code"),
    number("contract?.discountPercentage", "Discount, percent", 4),
    text("contract?.version", "Version"),
  ],
};

const PRICING: GroupSpec = {
  title: "Repricing",
  items: [
    select("pricing?.methodology", "Priced", 6),
    money("pricing?.allowedAmount", "Allowed"),
    money("pricing?.savingAmount", "Saved"),
    text("pricing?.organization", "Repricer's number"),
    number("pricing?.rate", "Per diem or flat rate", 4),
    text("pricing?.groupCode", "Approved group"),
    money("pricing?.groupAmount", "Amount of the group", 4),
    { ...text("pricing?.revenueCode", "Approved revenue code"), system: "revenue", kinds: INSTITUTIONAL },
    select("pricing?.unit", "Approved in"),
    number("pricing?.units", "Approved units", 4),
    select("pricing?.rejection", "Rejected because", 6),
    select("pricing?.compliance", "Policy was", 6),
    select("pricing?.exception", "Exception", 6),
  ],
};

const FIXED_TEXT: GroupSpec = {
  title: "Fixed-format text (K3)",
  items: listed("fileInformation", "a text", [text("", "Text", 12)]),
};

const each = (title: string, list: string, of: string, input: FieldSpec["input"], ...but: string[]): GroupSpec => ({
  title,
  items: [{ each: list, of, ...(input ? { input } : {}), but }],
});

/** What a claim may have besides. */
export const CLAIM_PARTS: readonly GroupSpec[] = [
  {
    title: "Accident or other cause",
    kinds: OFFICE,
    items: [
      { path: "relatedCauses?.causes", label: "Because of", input: "set", width: 12 },
      date("dates[qualifier=439].from", "Date of the accident"),
      { ...text("relatedCauses?.state", "State of an auto accident"), system: "state" },
      { ...text("relatedCauses?.country", "Country, if abroad"), system: "country" },
    ],
  },
  {
    title: "Dates",
    items: [
      { each: "dates", of: "from", input: "date", but: ["439", "452"], kinds: OFFICE },
      { each: "dates", of: "from", input: "date", but: ["434", "435", "096"], kinds: INSTITUTIONAL },
    ],
  },
  each("Amounts", "amounts", "amount", "money"),
  each("Other numbers", "references", "value", undefined, "F8", "G1", "9F"),
  NOTES,
  { ...DOCUMENTS, kinds: [...MEDICAL, "dental"] },
  {
    title: "Late, or of a program",
    items: [select("delayReason", "Why it comes late", 6), { ...select("specialProgram", "Special program", 6), kinds: OFFICE }],
  },
  AMBULANCE,
  ...PLACES,
  CERTIFICATIONS,
  {
    title: "Spinal manipulation",
    kinds: PROFESSIONAL,
    items: [
      select("spinalManipulation?.condition", "Condition", 12),
      text("spinalManipulation?.description", "Description", 6),
      text("spinalManipulation?.moreDescription", "Further description", 6),
    ],
  },
  {
    title: "Anesthesia for surgery",
    kinds: PROFESSIONAL,
    items: listed("procedures", undefined, [select("qualifier", "It is", 4), { ...text("code", "Surgical procedure"), system: "cpt" }]),
  },
  {
    title: "Condition codes",
    kinds: PROFESSIONAL,
    items: listed("conditions", "a condition", [{ path: "", label: "Condition code", system: "condition", width: 6 }]),
  },
  {
    title: "Teeth missing",
    kinds: DENTAL,
    items: listed("toothStatus", "a tooth", [text("tooth", "Tooth", 3), select("status", "It is", 5)]),
  },
  {
    title: "Orthodontics",
    kinds: DENTAL,
    items: [
      number("orthodontics?.treatmentMonths", "Months of treatment"),
      number("orthodontics?.remainingMonths", "Months that remain"),
      select("orthodontics?.treatment", "Orthodontic, months not told", 6),
      date("dates[qualifier=452].from", "Appliance placed on"),
    ],
  },
  {
    title: "Home health treatments",
    kinds: INSTITUTIONAL,
    items: listed("treatments", "a treatment", [text("", "Treatment code", 6)]),
  },
  CONTRACT,
  PRICING,
  FIXED_TEXT,
];

const role = (field: string, title: string, kinds?: GroupSpec["kinds"], entity: "1" | "2" = "1"): GroupSpec => {
  const at = `providers.${field}?`;
  const items = entity === "2" ? [...otherProvider(at, entity), ...address(at)] : otherProvider(at);
  return { title, items, ...(kinds ? { kinds } : {}) };
};

/** Providers and places beside the one who bills. */
export const PROVIDER_PARTS: readonly GroupSpec[] = [
  role("rendering", "Rendering provider"),
  role("operating", "Operating physician", INSTITUTIONAL),
  role("otherOperating", "Other operating physician", INSTITUTIONAL),
  role("referring", "Referring provider"),
  role("primaryCare", "Primary care provider", OFFICE),
  role("supervising", "Supervising provider", OFFICE),
  role("assistantSurgeon", "Assistant surgeon", DENTAL),
  role("serviceFacility", "Service location", undefined, "2"),
  { title: "Pay-to address", begins: "payToAddress", items: address("payToAddress?") },
  {
    title: "Pay-to plan",
    items: [
      text("payToPlan?.name{entityType=2}.lastName", "Plan", 6),
      text("payToPlan?.identifier{qualifier=PI}.value", "Plan id", 3),
      text("payToPlan?.taxId{qualifier=EI}.value", "Tax id", 3),
      ...address("payToPlan?"),
    ],
  },
  {
    title: "Billing provider's telephone and numbers",
    items: [
      text("billingProvider.contacts[function=IC].name", "Contact"),
      text("billingProvider.contacts[function=IC].numbers[kind=TE].value", "Telephone"),
      text("currency", "Currency, if not dollars"),
      { each: "billingProvider.references", of: "value", but: ["EI", "SY"] },
    ],
  },
];

/** What is told of few insured persons. */
export const SUBSCRIBER_PARTS: readonly GroupSpec[] = [
  { title: "More about the subscriber", items: [...moreOfPerson("coverage.subscriber"), { each: "coverage.subscriber.references", of: "value" }] },
];

/** What is told of few patients. */
export const PATIENT_PARTS: readonly GroupSpec[] = [
  { title: "More about the patient", items: [...moreOfPerson("patient.party"), { each: "patient.party.references", of: "value" }] },
];

const ADJUSTMENTS = [
  select("group", "Whose", 3),
  { ...text("reason", "Reason", 3), system: "adjustment-reason" },
  money("amount", "Amount"),
  number("quantity", "Units"),
];

/** What another plan of the patient did and is. */
export const PLAN_PARTS: readonly GroupSpec[] = [
  { title: "Adjustments of the whole claim", items: listed("adjustments", "an adjustment", ADJUSTMENTS) },
  { title: "Inpatient answer (MIA)", kinds: INSTITUTIONAL, items: [{ positions: "inpatient?.values" }] },
  { title: "Outpatient answer (MOA)", items: [{ positions: "outpatient?.values" }] },
  { title: "Payer's numbers", items: [{ each: "coverage.payer.references", of: "value" }] },
  {
    title: "Providers as it numbers them",
    items: listed("providers", "a provider", [select("role", "Provider", 6), text("party.references[qualifier=G2].value", "Number at this payer", 6)]),
  },
  {
    title: "More about the plan",
    items: [
      select("coverage.insuranceType", "Why Medicare is not primary", 6),
      text("coverage.groupName", "Group name", 3),
      select("patientSignatureSource", "Patient's signature", 3),
    ],
  },
  { title: "Subscriber's address", items: address("coverage.subscriber") },
  { title: "Payer's address", items: address("coverage.payer") },
];

/** What a line may have besides. */
export const LINE_PARTS: readonly GroupSpec[] = [
  {
    title: "Drug",
    kinds: MEDICAL,
    items: [
      text("drug?{qualifier=N4}.code", "National drug code"),
      number("drug?{qualifier=N4}.quantity", "Quantity", 4),
      select("drug?{qualifier=N4}.unit", "Measured in"),
      { each: "drug?{qualifier=N4}.references", of: "value" },
    ],
  },
  {
    title: "More teeth and areas",
    kinds: DENTAL,
    items: [
      { list: "teeth", one: "a tooth", skip: 1, fields: [text("tooth", "Tooth", 4), { path: "surfaces", label: "Surfaces", input: "letters", hint: "MOD", width: 4 }] },
      { path: "oralCavity", label: "Areas", input: "set", skip: 1, width: 12 },
    ],
  },
  { ...NOTES, kinds: MEDICAL },
  { ...DOCUMENTS, kinds: MEDICAL },
  each("Dates", "dates", "from", "date", "472"),
  each("Other numbers", "references", "value", undefined, "6R", "G1", "9F"),
  each("Amounts", "amounts", "amount", "money"),
  { ...each("Quantities", "quantities", "quantity", "number"), kinds: PROFESSIONAL },
  AMBULANCE,
  ...PLACES,
  CERTIFICATIONS,
  {
    title: "Equipment, rented or bought",
    kinds: PROFESSIONAL,
    items: [
      { ...text("equipment?.procedure{qualifier=HC}.code", "Equipment", 3), system: "hcpcs" },
      number("equipment?.days", "Days needed"),
      money("equipment?.rentalPrice", "Rental price"),
      money("equipment?.purchasePrice", "Purchase price"),
      select("equipment?.frequency", "Rented", 4),
      select("equipmentCertification?.kind", "Certification is", 4),
      number("equipmentCertification?.months", "Months needed", 4),
    ],
  },
  {
    title: "Medical necessity form",
    kinds: PROFESSIONAL,
    items: listed("forms", "a form", [
      select("list", "Kind of form", 6),
      text("form", "Form number", 6),
      {
        list: "answers",
        one: "an answer",
        fields: [
          text("question", "Question", 2),
          select("yesOrNo", "Yes or no", 2),
          text("text", "Text", 3),
          date("date", "Date", 3),
          number("percentage", "Percent", 2),
        ],
      },
    ]),
  },
  {
    title: "Test result",
    kinds: PROFESSIONAL,
    items: listed("measurements", "a result", [select("kind", "It is", 4), select("measure", "Measured", 4), number("value", "Result", 4)]),
  },
  {
    title: "Bought service",
    kinds: PROFESSIONAL,
    items: [text("purchasedService?.provider", "Provider's number", 6), money("purchasedService?.amount", "It cost", 6)],
  },
  {
    title: "Answer of another plan",
    items: listed("adjudications", undefined, [
      text("payer", "Payer id, as of the other plan", 4),
      money("paidAmount", "It paid", 4),
      date("adjudicationDate", "Paid on", 4),
      text("procedure.code", "Procedure it judged", 3),
      { ...text("revenueCode", "Revenue code", 3), kinds: INSTITUTIONAL },
      { path: "procedure.modifiers", label: "Modifiers", input: "words", width: 3 },
      number("paidUnits", "Units paid"),
      text("bundledLine", "Bundled into line", 3),
      money("remainingLiability", "Patient still owes", 4),
      { list: "adjustments", one: "an adjustment", fields: ADJUSTMENTS },
    ]),
  },
  CONTRACT,
  {
    ...PRICING,
    items: [...PRICING.items, select("pricing?.procedureQualifier", "Approved procedure is", 3), text("pricing?.procedure", "Approved procedure", 3)],
  },
  { ...FIXED_TEXT, kinds: OFFICE },
  role("rendering", "Rendering provider"),
  role("operating", "Operating physician", INSTITUTIONAL),
  role("otherOperating", "Other operating physician", INSTITUTIONAL),
  role("referring", "Referring provider", MEDICAL),
  role("ordering", "Ordering provider", PROFESSIONAL),
  role("supervising", "Supervising provider", OFFICE),
  role("purchasedService", "Provider it was bought from", PROFESSIONAL),
  role("assistantSurgeon", "Assistant surgeon", DENTAL),
  role("serviceFacility", "Service location", OFFICE, "2"),
];
