//! Files for tests: what does a test put on the desk?

/** A file as Playwright hands it to a file input. */
export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const upload = (name: string, text: string): Upload => ({ name, mimeType: "application/edi-x12", buffer: Buffer.from(text) });

/** Something that is no X12 at all. */
export const notX12 = upload("notes.txt", "Dear billing office, attached is nothing of use.\n");

/** X12 without a payment: an acknowledgment of nothing. */
export const noRemittance = upload(
  "claim.x12",
  "ISA*00*          *00*          *ZZ*LARKSPUR       *ZZ*MEADOWLARK     *261020*0915*^*00501*000000904*0*T*:~" +
    "GS*FA*LARKSPUR*MEADOWLARK*20261020*0915*1*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HP*1~AK9*A*1*1*1~" +
    "SE*4*0001~GE*1*1~IEA*1*000000904~",
);

/** A balanced 835 of `count` claims of one line each; every claim charges 100.00 and pays 80.00. */
export function manyClaims(count: number): Upload {
  const claims = Array.from(
    { length: count },
    (_, index) =>
      `CLP*BULK-${index}*1*100*80**12*PAYER${index}~NM1*QC*1*SAMPLE*PERSON${index}****MI*SYN${index}~` +
      `SVC*HC:99213*100*80**1~DTM*472*20260901~CAS*CO*45*20~`,
  );
  const segments = count * 5 + 10;
  return upload(
    "bulk.835",
    "ISA*00*          *00*          *ZZ*BULKPAYER      *ZZ*LARKSPUR       *261020*0915*^*00501*000000903*0*T*:~" +
      "GS*HP*BULKPAYER*LARKSPUR*20261020*0915*1*X*005010X221A1~ST*835*0001~" +
      `BPR*I*${count * 80}*C*CHK************20261020~TRN*1*55512*1420000017~` +
      "N1*PR*BULK PAYER~N3*1 MAIN STREET~N4*DES MOINES*IA*50309~PER*BL*EDI DESK*TE*8005550199~" +
      `N1*PE*LARKSPUR FAMILY MEDICINE*XX*1234567893~LX*1~${claims.join("")}SE*${segments}*0001~GE*1*1~IEA*1*000000903~`,
  );
}

/** Claims: `count` transaction sets, each with one code that no guide allows. */
export function manyMistakes(count: number): Upload {
  const set = (number: number) =>
    `ST*837*${number}*005010X222A1~BHT*0019*00*BULK${number}*20261020*0915*CH~` +
    "NM1*41*2*LARKSPUR FAMILY MEDICINE*****46*LARK01~PER*IC*BILLING DESK*TE*5155550142~" +
    "NM1*40*2*BULK PAYER*****46*BULKPAYER~HL*1**20*1~NM1*85*2*LARKSPUR FAMILY MEDICINE*****XX*1234567893~" +
    "N3*410 ORCHARD LANE~N4*DES MOINES*IA*503091234~REF*EI*421550199~HL*2*1*22*0~SBR*P*18*******CI~" +
    "NM1*IL*1*SAMPLE*PERSON****MI*SYN000001~N3*9 WILLOW COURT~N4*DES MOINES*IA*503100000~DMG*D8*19780412*F~" +
    `NM1*PR*2*BULK PAYER*****PI*BULKPAYER~CLM*BULK-${number}*125***11:B:1*Y*Q*Y*Y~HI*ABK:J069~LX*1~` +
    `SV1*HC:99213*125*UN*1***1~DTP*472*D8*20261012~SE*23*${number}~`;
  const sets = Array.from({ length: count }, (_, index) => set(1_000_000 + index));
  return upload(
    "bulk.837",
    "ISA*00*          *00*          *ZZ*LARKSPUR       *ZZ*BULKPAYER      *261020*0915*^*00501*000000905*0*T*:~" +
      `GS*HC*LARKSPUR*BULKPAYER*20261020*0915*1*X*005010X222A1~${sets.join("")}GE*${count}*1~IEA*1*000000905~`,
  );
}
