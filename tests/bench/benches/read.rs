//! Criterion: did a change make reading or checking faster or slower?
#![allow(missing_docs, reason = "the macros of criterion write no documentation")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use superbill::RemittanceFile;
use superbill_bench::generate::{self, Kind};
use superbill_bench::measure;

/// Bytes of each file: beyond the caches, and quick.
const SIZE: u64 = 10_000_000;

fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(SIZE)).sample_size(20);
    let remittance = generate::file(Kind::Remittance, SIZE);
    group
        .bench_function("frame/835", |bench| bench.iter(|| measure::frame(black_box(&remittance))));
    group.bench_function("open/835", |bench| {
        bench.iter_batched(|| remittance.clone(), RemittanceFile::open, BatchSize::LargeInput);
    });
    let library = superbill_guides::library();
    for kind in [Kind::Remittance, Kind::Claim, Kind::Drawn] {
        let bytes = generate::file(kind, SIZE);
        group.bench_function(format!("check/{}", kind.name()), |bench| {
            bench.iter(|| superbill_x12::validate(black_box(&bytes), library));
        });
    }
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
