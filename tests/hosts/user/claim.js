//! A claim of a person who does not exist: what do the tests of claims build?

const npi = (value) => ({ qualifier: "XX", value });
const address = { lines: ["1 MAIN ST"], city: "SPRINGFIELD", state: "IL", postalCode: "627010000" };
const organisation = (lastName, identifier) => ({ name: { entityType: "2", lastName }, identifier });

export const batch = {
  submitter: {
    ...organisation("DEMO CLINIC", { qualifier: "46", value: "CLINIC" }),
    contacts: [{ function: "IC", name: "BILLING", numbers: [{ kind: "TE", value: "2175550100" }] }],
  },
  receiver: organisation("DEMO PLAN", { qualifier: "46", value: "PLAN" }),
  claims: [
    {
      kind: "professional",
      patientControlNumber: "A100",
      chargeAmount: "125.00",
      facilityCode: "11",
      frequency: "1",
      signatureOnFile: "Y",
      assignment: "A",
      benefitsAssigned: "Y",
      releaseOfInformation: "Y",
      billingProvider: {
        ...organisation("DEMO CLINIC", npi("1234567893")),
        taxId: { qualifier: "EI", value: "123456789" },
        address,
      },
      coverage: {
        sequence: "P",
        relationship: "18",
        filingIndicator: "CI",
        subscriber: {
          name: { entityType: "1", lastName: "SAMPLE", firstName: "PAT" },
          identifier: { qualifier: "MI", value: "W000000001" },
          address,
          demographics: { birthDate: "1980-01-31", sex: "F" },
        },
        payer: organisation("DEMO PLAN", { qualifier: "PI", value: "PLAN" }),
      },
      diagnoses: [{ qualifier: "ABK", code: "M5450" }],
      lines: [
        {
          procedure: { qualifier: "HC", code: "99213" },
          chargeAmount: "125.00",
          unit: "UN",
          units: "1",
          diagnosisPointers: ["1"],
          dates: [{ qualifier: "472", from: "2026-11-02" }],
        },
      ],
    },
  ],
};
