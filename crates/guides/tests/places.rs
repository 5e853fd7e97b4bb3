//! Places: where does the walk put a segment, and what does it say when one stands wrong?
#![cfg(feature = "all")]

use superbill_x12::validate;

const HEAD: &str = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
                    *261123*1200*^*00501*000000001*0*T*:~";

const REMITTANCE: &str = "BPR*I*150*C*ACH*CCP*01*111000025*DA*123*1512345678**01*111000025*DA*654*20260115~\
    TRN*1*EFT0001*1512345678~DTM*405*20260114~\
    N1*PR*PLAN~N3*1 MAIN ST~N4*COLUMBUS*OH*43215~PER*BL*DESK*TE*8005551212~\
    N1*PE*CLINIC*XX*1234567893~REF*TJ*123456789~LX*1~\
    CLP*A1*1*200*150*50*12*ICN1*11*1~NM1*QC*1*DOE*JANE****MI*ID77X~DTM*232*20260102~\
    SVC*HC:99213*200*150**1~DTM*472*20260102~CAS*CO*45*50~REF*6R*1~AMT*B6*180~";

const CLAIM: &str = "BHT*0019*00*B1*20260115*1200*CH~NM1*41*2*CLINIC*****46*S1~PER*IC*DESK*TE*8005551212~\
    NM1*40*2*PLAN*****46*R1~HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 MAIN ST~\
    N4*COLUMBUS*OH*432151234~REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~\
    NM1*IL*1*DOE*JANE****MI*ID77X~N3*2 OAK AVE~N4*COLUMBUS*OH*43215~DMG*D8*19800101*F~\
    NM1*PR*2*PLAN*****PI*P1~CLM*A1*200***11:B:1*Y*A*Y*Y~HI*ABK:R51~LX*1~SV1*HC:99213*200*UN*1***1~\
    DTP*472*D8*20260102~REF*6R*L1~";

/// The findings on a set after one replacement, as `rule loop/segment element`.
fn findings(body: &str, from: &str, to: &str) -> Vec<String> {
    assert!(from.is_empty() || body.contains(from), "{from}");
    let body = if from.is_empty() { body.to_owned() } else { body.replacen(from, to, 1) };
    let (group, version, set, third) = match body.starts_with("BPR") {
        true => ("HP", "005010X221A1", "835", ""),
        false => ("HC", "005010X222A1", "837", "*005010X222A1"),
    };
    let count = body.matches('~').count() + 2;
    let text = format!(
        "{HEAD}GS*{group}*SEND*RECEIVE*20261123*1200*1*X*{version}~ST*{set}*0001{third}~{body}\
         SE*{count}*0001~GE*1*1~IEA*1*000000001~"
    );
    let found = validate(text.as_bytes(), superbill_guides::library()).expect("it is framed");
    for finding in found.kept() {
        for private in ["DOE", "JANE", "ID77X", "OAK", "19800101"] {
            assert!(!finding.message().contains(private), "{}", finding.message());
        }
        assert!(!finding.message().contains(['?', '{']), "{}", finding.message());
        assert!(!finding.help().contains(['?', '{']), "{}", finding.help());
    }
    let line = |f: &superbill_types::Finding| {
        let at = &f.location;
        let part = if at.component > 0 { format!("-{}", at.component) } else { String::new() };
        let element = if at.element > 0 { format!("{:02}", at.element) } else { String::new() };
        format!("{} {}/{}{element}{part}", f.rule.id, at.loop_id, at.segment)
    };
    found.kept().iter().map(line).collect()
}

/// Set, what is replaced, by what, findings.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

const ROWS: &[Row] = &[
    (REMITTANCE, "", "", &[]),
    (CLAIM, "", "", &[]),
    // A qualifier nobody knows: the segment keeps its place.
    (REMITTANCE, "REF*6R", "REF*Q9", &["SYN-24 2110/REF01"]),
    // The loop it is of began without its name.
    (CLAIM, "LX*1~", "PRV*PE*PXC*207Q00000X~LX*1~", &["SYN-04 2310B/NM1"]),
    // It is the qualifier that is wrong, wherever the segments it could be would stand.
    (REMITTANCE, "AMT*B6*180~", "AMT*B6*180~DTM*999*20260102~", &["SYN-24 2110/DTM01"]),
    (REMITTANCE, "NM1*QC", "NM1*Q9", &["SYN-24 2100/NM101"]),
    (CLAIM, "DTP*472", "DTP*999", &["SYN-24 2400/DTP01"]),
    // Missing.
    (REMITTANCE, "TRN*1*EFT0001*1512345678~", "", &["SYN-04 /TRN"]),
    (REMITTANCE, "NM1*QC*1*DOE*JANE****MI*ID77X~", "", &["SYN-04 2100/NM1"]),
    (REMITTANCE, "LX*1~", "", &["SYN-04 2000/LX"]),
    (CLAIM, "HI*ABK:R51~", "", &["SYN-04 2300/HI"]),
    (CLAIM, "NM1*PR*2*PLAN*****PI*P1~", "", &["SYN-08 2010BB/NM1"]),
    // Too often.
    (REMITTANCE, "TRN*1*EFT0001", "TRN*1*A*1512345678~TRN*1*EFT0001", &["SYN-06 /TRN"]),
    (
        REMITTANCE,
        "N1*PE",
        "N1*PR*PLAN~N3*1 A~N4*BY*OH*43215~PER*BL*D*TE*1~N1*PE",
        &["SYN-05 1000A/N1"],
    ),
    // Out of order.
    (
        REMITTANCE,
        "SVC*HC:99213*200*150**1~",
        "SVC*HC:99213*200*150**1~NM1*74*1*DOE~",
        &["SYN-52 2100/NM1"],
    ),
    (REMITTANCE, "AMT*B6", "CAS*PR*3*1~AMT*B6", &["SYN-52 2110/CAS"]),
    (
        CLAIM,
        "LX*1~",
        "NM1*PR*2*PLAN*****PI*P1~N3*1 MAIN ST~N4*COLUMBUS*OH*43215~LX*1~",
        &["SYN-52 2010BB/NM1"],
    ),
    // A code of other guides, and one of a list kept by others.
    (REMITTANCE, "REF*6R", "REF*Y4", &["SYN-25 2110/REF01"]),
    (REMITTANCE, "*OH*", "*QQ*", &["SYN-24 1000A/N402"]),
    // Of another set, of none, of no place.
    (REMITTANCE, "LX*1~", "LX*1~HI*ABK:R51~", &["SYN-02 2000/HI"]),
    (REMITTANCE, "LX*1~", "LX*1~ZZZ*1~", &["SYN-01 2000/ZZZ"]),
    (REMITTANCE, "LX*1~", "LX*1~~", &["SYN-44 2000/"]),
    (CLAIM, "NM1*40*2", "CLM*X~NM1*40*2", &["SYN-03 1000A/CLM"]),
    // Numbers that count.
    (CLAIM, "HL*2*1*22*0", "HL*3*1*22*0", &["SYN-45 2000B/HL01"]),
    (CLAIM, "HL*2*1*22*0", "HL*2*2*22*0", &["SYN-46 2000B/HL02"]),
    (CLAIM, "HL*2*1*22*0", "HL*2*1*22*1", &["SYN-48 2000B/HL04"]),
    (CLAIM, "LX*1", "LX*2", &["SYN-51 2400/LX01"]),
    // Elements.
    (REMITTANCE, "CLP*A1*1", "CLP**1", &["SYN-13 2100/CLP01"]),
    (REMITTANCE, "CLP*A1*1", "CLP*   *1", &["SYN-41 2100/CLP01"]),
    (REMITTANCE, "CLP*A1*1", "CLP*A1*99", &["SYN-24 2100/CLP02"]),
    (REMITTANCE, "CLP*A1*1", "CLP*A1^B2*1", &["SYN-29 2100/CLP01"]),
    (REMITTANCE, "CLP*A1*1", "CLP*A1:B*1", &["SYN-20 2100/CLP01"]),
    (REMITTANCE, "*20260115~", "*20260230~", &["SYN-26 /BPR16"]),
    (
        REMITTANCE,
        "*200*150*50*",
        "*200.*-0*1.234*",
        &["SYN-37 2100/CLP03", "SYN-40 2100/CLP04", "SYN-39 2100/CLP05"],
    ),
    (
        REMITTANCE,
        "*200*150*50*",
        "*123456789.01*0*12345678901234567890*",
        &["SYN-38 2100/CLP03", "SYN-22 2100/CLP05"],
    ),
    (REMITTANCE, "DTM*405*20260114", "DTM*405*20260114*1200", &["SYN-30 /DTM03"]),
    (CLAIM, "11:B:1", "11:C:1", &["SYN-24 2300/CLM05-2"]),
    (CLAIM, "11:B:1", "11:B", &["SYN-13 2300/CLM05-3"]),
    (CLAIM, "BHT*0019*00*B1*20260115*1200", "BHT*0019*00*B1*20260115*2500", &["SYN-27 /BHT05"]),
    (CLAIM, "DTP*472*D8*20260102", "DTP*472*RD8*20260102-2026", &["SYN-28 2400/DTP03"]),
    (
        CLAIM,
        "NM1*IL*1*DOE*JANE****MI*ID77X",
        "NM1*IL*1*DOE*JANE*****ID77X",
        &["SYN-14 2010BA/NM108"],
    ),
];

#[test]
fn one_change_gives_its_finding_and_no_other() {
    let mut wrong = Vec::new();
    for &(body, from, to, expected) in ROWS {
        let found = findings(body, from, to);
        if found != expected {
            wrong.push(format!("{from} -> {to}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A qualifier nobody knows is answered with those of all segments it could be, not of the first.
#[test]
fn all_qualifiers_of_a_place_are_told() {
    let body = CLAIM.replace("HI*ABK", "DTP*472*D8*20260102~HI*ABK");
    let expected = told(&set("005010X222A1", "005010X222A1", &body), "SYN-25");
    assert!(expected.contains("304, 314, 360"), "{expected}");
}

/// A set is of the guide it names itself; the group's is then the wrong one.
#[test]
fn a_set_is_of_the_guide_it_names() {
    let file = set("005010X223A2", "005010X222A1", CLAIM);
    let found = validate(file.as_bytes(), superbill_guides::library()).expect("it is framed");
    let rules: Vec<&str> = found.kept().iter().map(|finding| finding.rule.id).collect();
    assert_eq!(rules, ["ENV-45"]);
}

/// What stands below a level of the hierarchy that was left out has its place.
#[test]
fn a_level_that_was_left_out_is_told_once() {
    let file = format!(
        "{HEAD}GS*HR*SEND*RECEIVE*20261123*1200*1*X*005010X212~ST*276*0001*005010X212~\
         BHT*0010*13*A1*20261123*1200~HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~HL*2*1*21*1~\
         NM1*41*2*CLINIC*****46*S1~HL*3*2*22*0~DMG*D8*19800101*F~NM1*IL*1*DOE*JANE****MI*ID77X~\
         TRN*1*T1~AMT*T3*150~DTP*472*D8*20260102~SE*13*0001~GE*1*1~IEA*1*000000001~"
    );
    let found = validate(file.as_bytes(), superbill_guides::library()).expect("it is framed");
    let told: Vec<_> =
        found.kept().iter().map(|it| (it.rule.id, it.location.loop_id.as_ref())).collect();
    assert_eq!(told, [("SYN-04", "2000C"), ("SYN-08", "2100C")]);
}

/// A file of one claim set, by what the group and the set say of its guide.
fn set(group: &str, own: &str, body: &str) -> String {
    let count = body.matches('~').count() + 2;
    format!(
        "{HEAD}GS*HC*SEND*RECEIVE*20261123*1200*1*X*{group}~ST*837*0001*{own}~{body}\
         SE*{count}*0001~GE*1*1~IEA*1*000000001~"
    )
}

/// The message of the first finding of a rule.
fn told(file: &str, rule: &str) -> String {
    let found = validate(file.as_bytes(), superbill_guides::library()).expect("it is framed");
    let of_rule = found.kept().iter().find(|finding| finding.rule.id == rule);
    of_rule.expect("a finding").message()
}
