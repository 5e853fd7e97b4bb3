//! Levels: whose claims are those of a subscriber who is a patient too, and of the dependents behind?

use superbill_exchange::claim::read;

/// A subscriber with a claim, and two dependents with one each.
const FAMILY: &str = "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PLAN           *260901*1200*^*00501*000000001*0*T*:~\
    GS*HC*CLINIC*PLAN*20260901*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~\
    BHT*0019*00*B1*20260901*1200*CH~NM1*41*2*CLINIC*****46*S1~PER*IC*DESK*TE*8005551212~\
    NM1*40*2*PLAN*****46*R1~HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~\
    N4*COLUMBUS*OH*432151234~REF*EI*123456789~HL*2*1*22*1~SBR*P*18*******CI~\
    NM1*IL*1*RIVERA*ELENA****MI*ID77X~N3*2 OAK AVE~N4*COLUMBUS*OH*43215~DMG*D8*19800101*F~\
    NM1*PR*2*PLAN*****PI*P1~CLM*A1*50***11:B:1*Y*A*Y*Y~HI*ABK:R51~LX*1~SV1*HC:99213*50*UN*1***1~\
    DTP*472*D8*20260802~\
    HL*3*2*23*0~PAT*19~NM1*QC*1*RIVERA*LEO~N3*2 OAK AVE~N4*COLUMBUS*OH*43215~DMG*D8*20150101*M~\
    CLM*A2*60***11:B:1*Y*A*Y*Y~HI*ABK:R51~LX*1~SV1*HC:99213*60*UN*1***1~DTP*472*D8*20260802~\
    HL*4*2*23*0~PAT*19~NM1*QC*1*RIVERA*MIA~N3*2 OAK AVE~N4*COLUMBUS*OH*43215~DMG*D8*20170101*F~\
    CLM*A3*70***11:B:1*Y*A*Y*Y~HI*ABK:R51~LX*1~SV1*HC:99213*70*UN*1***1~DTP*472*D8*20260802~\
    SE*46*0001~GE*1*1~IEA*1*000000001~";

/// For each claim: whether subscriber and patient are said to be one, and whether a patient is told.
fn told(file: &str) -> Vec<(bool, bool)> {
    let (batches, _) = read(file.as_bytes()).expect("it is framed");
    let claims = batches.iter().flat_map(|batch| &batch.claims);
    claims.map(|claim| (claim.coverage.relationship.is_some(), claim.patient.is_some())).collect()
}

#[test]
fn a_subscriber_may_be_a_patient_beside_dependents() {
    assert_eq!(told(FAMILY), [(true, false), (false, true), (false, true)]);
}

#[test]
fn a_subscriber_without_a_claim_contradicts_a_dependent_where_both_are_told() {
    let (from, to) =
        (FAMILY.find("CLM*A1").expect("a claim"), FAMILY.find("HL*3").expect("a level"));
    let spoilt = format!("{}{}", &FAMILY[..from], &FAMILY[to..]);
    assert_eq!(told(&spoilt), [(true, true), (true, true)]);
}
