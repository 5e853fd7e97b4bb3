//! Sample input: which 835 do the host tests read, and what is in it?
//!
//! Made up from nothing; no person or payer in it exists.

/** How many claims `sample` holds. */
export const CLAIMS = 3;

/** An 835 with `count` claims, numbered PCN1, PCN2 ... of 125.00 charged and 80.00 paid each. */
export function remittance(count = CLAIMS) {
  const claims = Array.from({ length: count }, (_, index) => [
    `LX*${index + 1}`,
    `CLP*PCN${index + 1}*1*125*80**12*ICN${index + 1}*11*1`,
    "NM1*QC*1*SAMPLE*PAT****MI*MEM0001",
    "SVC*HC:99213*125*80**1",
    "DTM*472*20260105",
    "CAS*CO*45*45",
    "AMT*B6*80",
  ]).flat();
  const header = [
    `BPR*I*${count * 80}*C*CHK************20260110`,
    "TRN*1*CHECK0001*1512345678",
    "DTM*405*20260110",
    "N1*PR*SAMPLE PAYER",
    "N3*1 SAMPLE STREET",
    "N4*SPRINGFIELD*IL*62701",
    "PER*BL*HELP DESK*TE*8005550100",
    "N1*PE*SAMPLE CLINIC*XX*1234567893",
  ];
  const set = ["ST*835*0001", ...header, ...claims];
  const lines = [
    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260110*1200*^*00501*000000001*0*P*:",
    "GS*HP*PAYER*CLINIC*20260110*1200*1*X*005010X221A1",
    ...set,
    `SE*${set.length + 1}*0001`,
    "GE*1*1",
    "IEA*1*000000001",
  ];
  return `${lines.join("~\n")}~\n`;
}

/** The sample as bytes. */
export const sample = new TextEncoder().encode(remittance());
