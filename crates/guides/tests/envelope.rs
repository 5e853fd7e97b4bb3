//! Envelope: is each thing that can be wrong in a header, a trailer or a value told by its rule?
#![cfg(feature = "all")]

use superbill_types::{Date, Findings};
use superbill_x12::{Framer, Step, Validator, validate};

const FILE: &str = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261123*1200*^*00501*000000001*0*T*:~\
    GS*HC*SENDER*RECEIVER*20261123*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~\
    BHT*0019*00*B1*20260115*1200*CH~NM1*41*2*CLINIC*****46*S1~PER*IC*DESK*TE*8005551212~\
    NM1*40*2*PLAN*****46*R1~HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~\
    N4*COLUMBUS*OH*432151234~REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~\
    NM1*IL*1*DOE*JANE****MI*ID77X~N3*2 OAK AVE~N4*COLUMBUS*OH*43215~DMG*D8*19800101*F~\
    NM1*PR*2*PLAN*****PI*P1~CLM*A1*200***11:B:1*Y*A*Y*Y~HI*ABK:R51~LX*1~SV1*HC:99213*200*UN*1***1~\
    DTP*472*D8*20260102~REF*6R*L1~SE*24*0001~GE*1*1~IEA*1*000000001~";

/// The rules that a file breaks after one replacement.
fn rules(from: &str, to: &str) -> Vec<String> {
    assert!(from.is_empty() || FILE.contains(from), "{from}");
    let file = if from.is_empty() { FILE.to_owned() } else { FILE.replacen(from, to, 1) };
    let found = validate(file.as_bytes(), superbill_guides::library()).expect("it is framed");
    found.kept().iter().map(|finding| finding.rule.id.to_owned()).collect()
}

#[test]
fn headers_of_days_to_come_are_told_where_the_host_tells_the_day() {
    let ahead = |month, day| {
        let (mut framer, mut found) = (Framer::new(), Findings::default());
        let mut validator =
            Validator::new(superbill_guides::library()).on(Date::new(2026, month, day));
        while let Step::Segment(place) =
            framer.step(FILE.as_bytes(), true, &mut found).expect("it is framed")
        {
            let segment = framer.segment(FILE.as_bytes());
            validator.segment(place, &segment, framer.envelope(), &mut found);
        }
        assert_eq!(found.errors(), 0);
        found.kept().iter().map(|finding| finding.rule.id).collect::<Vec<_>>()
    };
    // The headers are of 23 November.
    assert_eq!(ahead(11, 21), ["ENV-11F", "ENV-33F"]);
    assert_eq!(ahead(11, 22), [""; 0], "it may be the next day where the sender is");
    assert_eq!(ahead(11, 24), [""; 0]);
}

#[test]
fn one_thing_wrong_is_told_by_its_rule() {
    let wrong: Vec<_> = ROWS
        .iter()
        .map(|&(rule, from, to)| (rule, from, to, rules(from, to)))
        .filter(|(rule, .., found)| {
            let told = found.iter().any(|id| id == rule);
            if rule.is_empty() { !found.is_empty() } else { !told }
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Rule, what is replaced, by what.
const ROWS: &[(&str, &str, &str)] = &[
    ("", "", ""),
    ("ENV-01", "ISA*00", "\u{feff}ISA*00"),
    ("ENV-03", "ISA*00", "ISA*01"),
    ("ENV-04", "ISA*00*          ", "ISA*00*     \u{1}    "),
    ("ENV-05", "*00*          *ZZ*S", "*02*          *ZZ*S"),
    ("ENV-06", "*00*          *ZZ*S", "*00*     \u{1}    *ZZ*S"),
    ("ENV-07", "*ZZ*SENDER  ", "*QQ*SENDER  "),
    ("ENV-08", "*ZZ*SENDER         ", "*ZZ*               "),
    ("ENV-09", "*ZZ*RECEIVER  ", "*QQ*RECEIVER  "),
    ("ENV-10", "*ZZ*RECEIVER       ", "*ZZ*               "),
    ("ENV-11", "*261123*1200", "*260230*1200"),
    ("ENV-12", "*261123*1200", "*261123*2460"),
    ("ENV-14", "*00501*", "*00999*"),
    ("ENV-15", "*00501*000000001", "*00501*00000000A"),
    ("ENV-15", "*00501*000000001", "*00501*000000000"),
    (
        "ENV-16",
        "IEA*1*000000001~",
        "IEA*1*000000001~ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
         *261123*1200*^*00501*000000001*0*T*:~IEA*0*000000001~",
    ),
    ("ENV-17", "*0*T*:", "*2*T*:"),
    ("ENV-18", "*0*T*:", "*0*X*:"),
    ("ENV-22", "IEA*1*000000001~", ""),
    ("ENV-23", "IEA*1*", "IEA*2*"),
    ("ENV-23T", "IEA*1*", "IEA*A*"),
    ("ENV-24", "IEA*1*000000001", "IEA*1*000000002"),
    ("ENV-24T", "IEA*1*000000001", "IEA*1*00000000A"),
    ("ENV-25", "GS*HC", "REF*1*2~GS*HC"),
    ("ENV-27", "~SBR*P", "~\n  SBR*P"),
    ("ENV-28E", "IEA*1*000000001~", "IEA*1*000000001~REF*1~"),
    ("ENV-29", "IEA*1*000000001~", "IEA*1*000000001"),
    ("ENV-30", "GS*HC", "GS*QQ"),
    ("ENV-31", "GS*HC*SENDER", "GS*HC*S"),
    ("ENV-32", "*SENDER*RECEIVER*2026", "*SENDER*R*2026"),
    ("ENV-33", "*20261123*1200*1", "*20260230*1200*1"),
    ("ENV-34", "*20261123*1200*1", "*20261123*2460*1"),
    ("ENV-35", "*20261123*1200*1", "*20261123*1200*A"),
    ("ENV-35", "*20261123*1200*1", "*20261123*1200*0"),
    ("ENV-36", "GE*1*1~", "GE*1*1~GS*HC*SENDER*RECEIVER*20261123*1200*1*X*005010X222A1~GE*0*1~"),
    ("ENV-37", "*X*005010X222A1~ST", "*Q*005010X222A1~ST"),
    ("ENV-38", "*X*005010X222A1~ST", "*X*004010X098A1~ST"),
    ("ENV-39", "GE*1*1~", ""),
    ("ENV-40", "GE*1*1", "GE*2*1"),
    ("ENV-40T", "GE*1*1", "GE*A*1"),
    ("ENV-41", "GE*1*1", "GE*1*2"),
    ("ENV-41T", "GE*1*1", "GE*1*A"),
    ("ENV-42", "ST*837", "ST*835"),
    ("ENV-42G", "GS*HC", "GS*HP"),
    ("ENV-43", "ST*837*0001", "ST*837*1"),
    ("ENV-43Z", "ST*837*0001", "ST*837*0000"),
    ("ENV-44", "SE*24*0001~", "SE*24*0001~ST*837*0001*005010X222A1~SE*2*0001~"),
    ("ENV-45", "0001*005010X222A1", "0001*005010X223A2"),
    ("ENV-46", "SE*24*0001~", ""),
    ("ENV-47", "SE*24", "SE*26"),
    ("ENV-48", "SE*24*0001", "SE*25*0002"),
    ("ENV-49", "GS*HC", "GE*1*1~GS*HC"),
    ("SYN-21", "N4*COLUMBUS*OH*432151234", "N4*C*OH*43"),
    ("SYN-23", "N3*1 MAIN ST", "N3*1 M\u{7}AIN ST"),
    ("SYN-28R", "DTP*472*D8*20260102", "DTP*472*RD8*20260103-20260102"),
    ("", "DTP*472*D8*20260102", "DTP*472*RD8*20260102-20260102"),
    ("SYN-35", "LX*1", "LX*A"),
    ("SYN-36", "CLM*A1*200", "CLM*A1*2,00"),
    ("SYN-42", "REF*EI*123456789", "REF*EI*123456789**"),
    ("SYN-43", "SV1*HC:99213", "SV1*::"),
];

#[test]
fn a_part_of_a_file_is_told_from_no_file() {
    let reason = |text: &str| {
        let read = validate(text.as_bytes(), superbill_guides::library());
        read.err().map_or("read", |error| error.reason.name())
    };
    let from = |start: &str| &FILE[FILE.find(start).expect("a segment")..];
    assert_eq!(reason(from("GS*")), "header-missing");
    assert_eq!(reason(&format!("\n{}", from("ST*").replace('*', "|"))), "header-missing");
    assert_eq!(reason("STATEMENT OF ACCOUNT"), "not-x12");
    assert_eq!(reason("isa*00*"), "not-x12");
}
