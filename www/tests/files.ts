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
