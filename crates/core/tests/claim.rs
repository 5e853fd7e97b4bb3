//! Claims from end to end: read, built again, and sent on to the next payer.

use std::fs;
use std::path::Path;

use superbill::model::ClaimBatch;
use superbill::{BuildOptions, build, read, secondary};

fn sample(name: &str) -> Vec<u8> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    fs::read(corpus.join(name)).expect("a sample")
}

fn options() -> BuildOptions {
    BuildOptions { at: "2026-03-02T10:30:00Z".into(), seed: Some(7), ..BuildOptions::default() }
}

fn batches(bytes: &[u8]) -> Vec<ClaimBatch> {
    let report = read(bytes).expect("it is framed");
    let groups = report.interchanges.into_iter().flat_map(|one| one.groups);
    let sets = groups.flat_map(|group| group.transaction_sets);
    sets.map(|set| ClaimBatch {
        control_number: set.control_number.into(),
        guide: Some(set.guide.into()),
        reference: set.reference.unwrap_or_default(),
        submitter: set.submitter.unwrap_or_default(),
        receiver: set.receiver.unwrap_or_default(),
        claims: set.claims.unwrap_or_default(),
        ..ClaimBatch::default()
    })
    .collect()
}

#[test]
fn what_was_read_is_built_again() {
    let batches = batches(&sample("837P/irobayna_stupidedi__commercial-health-insurance.edi"));
    let report = build(&batches, &options());
    assert!(report.accepted, "{:?}", report.findings);
    assert!(report.x12.contains("*260302*1030*^*00501*000000007*0*T*:~"));
    assert!(report.x12.contains("REF*6R*L1~"));
    let other = BuildOptions {
        separators: Some("|>!\n".into()),
        sender: Some("30:123456789".into()),
        usage: Some("P".into()),
        ..options()
    };
    let report = build(&batches, &other);
    assert!(report.x12.contains("|30|123456789      |"), "{}", report.x12);
    let unusable = BuildOptions { separators: Some("A*:~".into()), ..options() };
    let told = build(&batches, &unusable).findings;
    assert!(told.iter().any(|one| one.rule == "WRT-04"), "{told:?}");
}

#[test]
fn claims_beyond_a_limit_go_into_further_sets() {
    let mut given = batches(&sample("837P/irobayna_stupidedi__commercial-health-insurance.edi"));
    let claim = given[0].claims[0].clone();
    given[0].claims.extend([claim.clone(), claim]);
    let options = BuildOptions { claims_per_set: Some(2), ..options() };
    let report = build(&given, &options);
    assert!(report.accepted, "{:?}", report.findings);
    assert_eq!(report.x12.matches("~ST*837*").count(), 2);
    // What is wrong is told of the claim as given.
    given[0].claims[2].charge_amount = None;
    let told = build(&given, &options).findings;
    assert!(told.iter().any(|one| one.path == "claims[2].chargeAmount"), "{told:?}");
}

#[test]
fn a_remittance_is_read_beside_claims() {
    let report = read(&sample("../../crates/core/data/sample.835")).expect("it is framed");
    let set = &report.interchanges[0].groups[0].transaction_sets[0];
    assert_eq!(set.transaction_set, "835");
    let claims = set.remittance.as_ref().map_or(0, |payment| payment.claims().count());
    assert_eq!(claims, 2);
}

/// The first payer pays a claim by line; the second then gets what the guide's own example shows: amounts
/// at their level, the patient with the relationship to the second subscriber.
#[test]
fn an_answered_claim_goes_to_the_next_payer() {
    let name = "837P/irobayna_stupidedi__COB-claim-from-billing-provider-to-payer-a.edi";
    let header = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260110*1200*^*00501*000000001*0*T*:~\
        GS*HP*PAYER*CLINIC*20260110*1200*1*X*005010X221A1~ST*835*0001~BPR*I*39.15*C*CHK************20260110~TRN*1*T1*1512345678~\
        N1*PR*KEY INSURANCE~N1*PE*CLINIC*XX*1999996666~LX*1~";
    let claim = "CLP*26407789*1*79.04*39.15*36.89*12*ICN1*11*1~CAS*PR*1*21.89**2*15~NM1*QC*1*SMITH*TED~\
        SVC*HC:99213*43*40**1~DTM*472*20051003~CAS*CO*42*3~\
        SVC*HC:90782*15*15**1~DTM*472*20051003~SVC*HC:J3301*21.04*21.04**1~DTM*472*20051003~";
    let trailer = "SE*19*0001~GE*1*1~IEA*1*000000001~";
    let answer = format!("{header}{claim}{trailer}");
    let report = secondary(&sample(name), answer.as_bytes(), &options()).expect("both are framed");
    assert!(report.accepted, "{:?}", report.findings);
    for segment in [
        "SBR*S********CI~",
        "PAT*01~",
        "SBR*P*19*******CI~",
        "CAS*PR*1*21.89**2*15~",
        "AMT*D*39.15~",
        "AMT*EAF*36.89~",
        "REF*F8*ICN1~",
        "SVD*999996666*40*HC:99213**1~CAS*CO*42*3~DTP*573*D8*20260110~",
        "SVD*999996666*15*HC:90782**1~DTP*573*D8*20260110~",
    ] {
        assert!(report.x12.contains(segment), "{segment}\n{}", report.x12.replace('~', "~\n"));
    }
    let crossed = answer.replace("CLP*26407789*1*", "CLP*26407789*19*");
    let report = secondary(&sample(name), crossed.as_bytes(), &options()).expect("both are framed");
    assert!(!report.accepted && report.x12.is_empty());
    let told: Vec<_> =
        report.findings.iter().map(|one| (one.rule.as_str(), one.path.as_str())).collect();
    assert_eq!(told, [("SEC-01", "batches[0].claims[0].payment.status")]);
}

#[test]
fn a_sender_without_an_identifier_has_that_of_the_interchange() {
    let claims = include_str!("../../edits/examples/professional.json");
    let mut batch = superbill::import(claims.as_bytes()).expect("claims").batches.remove(0);
    (batch.submitter.identifier, batch.receiver.identifier) = (None, None);
    let told = |id: &str| Some(format!("ZZ:{id}"));
    let options = BuildOptions {
        at: "2026-11-23T10:00:00Z".into(),
        sender: told("CLINIC"),
        receiver: told("PAYER1"),
        ..BuildOptions::default()
    };
    let built = build(&[batch], &options);
    assert!(built.accepted, "{:?}", built.findings);
    assert!(built.x12.contains("*46*CLINIC~") && built.x12.contains("*46*PAYER1~"));
}

#[test]
fn a_remittance_of_other_claims_is_told() {
    let claim = sample("837P/irobayna_stupidedi__commercial-health-insurance.edi");
    let answer = sample("835/LinuxForHealth_x12__demo.835");
    let report = secondary(&claim, &answer, &options()).expect("both are framed");
    assert!(!report.accepted && report.x12.is_empty());
    let told: Vec<_> =
        report.findings.iter().map(|it| (it.rule.as_str(), it.path.as_str())).collect();
    assert_eq!(told, [("SEC-03", "claims")]);
}
