//! Context: does a 999 name the unit of business that each error stands in?
#![cfg(feature = "all")]

use superbill_types::Date;
use superbill_x12::{Stamp, acknowledge_groups, validate};

/// A claim of a patient who is not the subscriber, in the shortest words.
const CLAIM: &str = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261123*1200*^*00501*000000001*0*T*:~\
    GS*HC*SENDER*RECEIVER*20261123*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~\
    BHT*0019*00*B1*20260115*1200*CH~NM1*41*2*CLINIC*****46*S1~PER*IC*DESK*TE*8005551212~\
    NM1*40*2*PLAN*****46*R1~HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~\
    N4*COLUMBUS*OH*432151234~REF*EI*123456789~HL*2*1*22*1~SBR*P********CI~\
    NM1*IL*1*DOE*JANE****MI*ID77X~NM1*PR*2*PLAN*****PI*P1~HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*JIM~\
    N3*2 OAK AVE~N4*COLUMBUS*OH*43215~DMG*D8*20100101*M~\
    CLM*A1*200***11:B:1*Y*A*Y*Y~HI*ABK:R51~LX*1~SV1*HC:99213*200*UN*1***1~\
    DTP*472*D8*20260102~SE*26*0001~GE*1*1~IEA*1*000000001~";

/// An inquiry with two traces, as the guide has them.
const INQUIRY: &str = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261123*1200*^*00501*000000001*0*T*:~\
    GS*HS*SENDER*RECEIVER*20261123*1200*1*X*005010X279A1~ST*270*0001*005010X279A1~\
    BHT*0022*13*B1*20260115*1200~HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~HL*2*1*21*1~\
    NM1*1P*2*CLINIC*****XX*1234567893~HL*3*2*22*0~TRN*1*TRACE7*9SENDER001~\
    NM1*IL*1*DOE*JANE****MI*ID77X~DMG*D8*19800101~EQ*30~SE*12*0001~GE*1*1~IEA*1*000000001~";

/// IK3 to IK4 of the answer to a file after one replacement.
fn answer(file: &str, from: &str, to: &str) -> Vec<String> {
    assert!(file.contains(from), "{from}");
    let file = file.replacen(from, to, 1);
    let date = Date::new(2026, 11, 23).expect("a day");
    let stamp = Stamp { date, hour: 12, minute: 0, number: 1 };
    let library = superbill_guides::library();
    let answer = acknowledge_groups(file.as_bytes(), library, stamp).expect("it is framed");
    let own = validate(&answer.x12, library).expect("it is framed");
    assert_eq!(own.total(), 0, "{:?}", own.kept());
    let text = String::from_utf8(answer.x12).expect("text");
    let notes =
        text.split('~').filter(|it| ["IK3", "CTX", "IK4"].contains(&&it[..it.len().min(3)]));
    notes.map(str::to_owned).collect()
}

#[test]
fn sound_files_have_no_notes() {
    assert_eq!(answer(CLAIM, "ISA", "ISA"), [""; 0]);
    assert_eq!(answer(INQUIRY, "ISA", "ISA"), [""; 0]);
}

#[test]
fn each_error_is_told_with_the_unit_it_stands_in() {
    // Above any claim, a level: nothing to name.
    assert_eq!(
        answer(CLAIM, "N4*COLUMBUS*OH*432151234", "N4*COLUMBUS*OH*43"),
        ["IK3*N4*9*2010AA*8", "IK4*3*116*4*43"]
    );
    // In a subscriber.
    assert_eq!(
        answer(CLAIM, "*****PI*P1", "*****QQ*P1"),
        ["IK3*NM1*14*2010BB*8", "CTX*SUBSCRIBER NAME NM109:ID77X", "IK4*8*66*7*QQ"]
    );
    // In a claim, and in its lines.
    assert_eq!(
        answer(CLAIM, "HI*ABK:R51", "HI*ABK:"),
        ["IK3*HI*22*2300*8", "CTX*CLM01:A1", "IK4*1:2*1271*1"]
    );
    assert_eq!(
        answer(CLAIM, "DTP*472*D8*20260102", "DTP*472*D8*20260230"),
        ["IK3*DTP*25*2400*8", "CTX*CLM01:A1", "IK4*3*1251*8*20260230"]
    );
    // What is missing is of the unit that is open where it should stand.
    assert_eq!(
        answer(CLAIM, "DTP*472*D8*20260102~SE*26", "SE*25"),
        ["IK3*DTP*25*2400*3", "CTX*CLM01:A1"]
    );
    // Two elements of one segment share its note.
    assert_eq!(
        answer(CLAIM, "SV1*HC:99213*200*UN*1", "SV1*HC:99213*2x*UN*y"),
        ["IK3*SV1*24*2400*8", "CTX*CLM01:A1", "IK4*2*782*6*2x", "IK4*4*380*6*y"]
    );
    // In an inquiry, by its trace.
    assert_eq!(
        answer(INQUIRY, "EQ*30", "EQ*QQQ"),
        ["IK3*EQ*11*2110C*8", "CTX*TRN02:TRACE7", "IK4*1*1365*7*QQQ"]
    );
}
