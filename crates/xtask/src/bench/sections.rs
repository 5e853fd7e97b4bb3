//! Sections of the report: which measures stand in it, and what is each held against?

use super::table::Aim::{self, AtLeast, AtMost};
use super::table::Of::{Measure, Ratio};
use super::table::Section;
use super::table::Unit::{Kilobytes, Megabytes, Microseconds, Milliseconds, Rate, Seconds, Times};
use super::table::row;

pub(super) const SECTIONS: &[Section] = &[
    Section {
        title: "Read a remittance",
        about: "From bytes to every claim typed, balanced and totalled, with positions and \
                findings. WebAssembly times include the copy into its memory.",
        rows: &[
            row("native, segments only, 100 MB", Measure("native/frame/835/100"), Rate, Aim::None),
            row("native, 1 MB", Measure("native/open/835/1"), Rate, Aim::None),
            row("native, 10 MB", Measure("native/open/835/10"), Rate, Aim::None),
            row("native, 100 MB", Measure("native/open/835/100"), Rate, AtLeast(700.0)),
            row("WebAssembly with SIMD, 1 MB", Measure("wasm/simd/open/835/1"), Rate, Aim::None),
            row("WebAssembly with SIMD, 10 MB", Measure("wasm/simd/open/835/10"), Rate, Aim::None),
            row(
                "WebAssembly with SIMD, 100 MB",
                Measure("wasm/simd/open/835/100"),
                Rate,
                AtLeast(500.0),
            ),
            row(
                "WebAssembly without SIMD, 100 MB",
                Measure("wasm/scalar/open/835/100"),
                Rate,
                Aim::None,
            ),
        ],
    },
    Section {
        title: "Hand claims to JavaScript",
        about: "End to end, reading included, where the unit is MB/s; the pages are of a file that \
                is open.",
        rows: &[
            row(
                "posting loop over the columns of all claims, 100 MB",
                Measure("wasm/simd/loop/835/100"),
                Rate,
                AtLeast(400.0),
            ),
            row(
                "all claims as plain objects (`claims`), 100 MB",
                Measure("wasm/simd/objects/835/100"),
                Rate,
                AtLeast(100.0),
            ),
            row(
                "all claims with every field (`claim(i)`), 10 MB",
                Measure("wasm/simd/records/835/10"),
                Rate,
                Aim::None,
            ),
            row(
                "a page of 100 table rows (`rows`), 100 MB",
                Measure("wasm/simd/page-rows/835/100"),
                Milliseconds,
                AtMost(1.0),
            ),
            row(
                "a page of 100 full claims (`claim(i)`), 100 MB",
                Measure("wasm/simd/page-claims/835/100"),
                Milliseconds,
                Aim::None,
            ),
        ],
    },
    Section {
        title: "Stream a remittance",
        about: "From a generator's pipe into `RemittanceReader` in Node, claims skipped, nothing \
                held. Time is the reader's own; the wall clock includes waiting for the generator. \
                Growth is a megabyte's time at the end of the file over its time at the beginning: \
                above 1 the cost would not be linear.",
        rows: &[
            row("10 MB", Measure("wasm/simd/stream/835/10"), Rate, Aim::None),
            row("100 MB", Measure("wasm/simd/stream/835/100"), Rate, Aim::None),
            row("1 GB", Measure("wasm/simd/stream/835/1000"), Rate, Aim::None),
            row("1 GB, time", Measure("wasm/simd/stream-seconds/835/1000"), Seconds, AtMost(2.5)),
            row("1 GB, wall clock", Measure("wasm/simd/stream-wall/835/1000"), Seconds, Aim::None),
            row("1 GB, growth", Measure("wasm/simd/stream-growth/835/1000"), Times, AtMost(1.1)),
            row(
                "10 MB, WebAssembly memory",
                Measure("wasm/simd/stream-memory/835/10"),
                Megabytes,
                Aim::None,
            ),
            row(
                "1 GB, WebAssembly memory",
                Measure("wasm/simd/stream-memory/835/1000"),
                Megabytes,
                AtMost(8.0),
            ),
            row(
                "1 GB without SIMD, time",
                Measure("wasm/scalar/stream-seconds/835/1000"),
                Seconds,
                Aim::None,
            ),
        ],
    },
    Section {
        title: "Read and write claims",
        about: "837P to every claim with every field, and back; writing is measured by its output. In WebAssembly \
                `ClaimFile` keeps the claims, `read` and `build` hand all of them over as JSON; both prove what they write \
                against the guide.",
        rows: &[
            row("native, read, 1 MB", Measure("native/read/837/1"), Rate, Aim::None),
            row("native, read, 10 MB", Measure("native/read/837/10"), Rate, AtLeast(300.0)),
            row("native, write, 1 MB", Measure("native/write/837/1"), Rate, Aim::None),
            row("native, write, 10 MB", Measure("native/write/837/10"), Rate, AtLeast(400.0)),
            row("native, write and prove, 10 MB", Measure("native/prove/837/10"), Rate, Aim::None),
            row(
                "WebAssembly, read into `ClaimFile`, 10 MB",
                Measure("wasm/claims/open/837/10"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "WebAssembly, written and proved by `ClaimFile`, 10 MB",
                Measure("wasm/claims/write/837/10"),
                Rate,
                AtLeast(250.0),
            ),
            row(
                "WebAssembly, all claims as objects (`read`), 1 MB",
                Measure("wasm/claims/read/837/1"),
                Rate,
                Aim::None,
            ),
            row(
                "WebAssembly, objects written (`build`), 1 MB",
                Measure("wasm/claims/build/837/1"),
                Rate,
                Aim::None,
            ),
        ],
    },
    Section {
        title: "Claim entry",
        about: "One professional claim of the generator, with every pack of the package loaded. WebAssembly times \
                are those a portal sees: the claim crosses as JSON (but where it is kept), the findings come back as \
                objects, and what the guide asks is proved besides. The aims of the rules are for the rules alone.",
        rows: &[
            row("rules, native", Measure("native/edits/claim"), Microseconds, AtMost(20.0)),
            row(
                "one field changed, native",
                Measure("native/edits/field"),
                Microseconds,
                AtMost(10.0),
            ),
            row(
                "rules and repairs, a clean claim kept in WebAssembly",
                Measure("wasm/edits/kept"),
                Microseconds,
                AtMost(60.0),
            ),
            row("`scrub`, WebAssembly", Measure("wasm/edits/scrub"), Microseconds, Aim::None),
            row(
                "`check` after a field, WebAssembly",
                Measure("wasm/edits/keystroke"),
                Microseconds,
                Aim::None,
            ),
            row(
                "slowest keystroke of a search",
                Measure("wasm/codes/keystroke"),
                Milliseconds,
                AtMost(2.0),
            ),
            row("look-up with notes", Measure("wasm/codes/lookup"), Microseconds, Aim::None),
            row("ICD-10-CM pack opened", Measure("wasm/codes/open"), Milliseconds, Aim::None),
            row(
                "10,000 claims built and proved",
                Measure("wasm/claims/10000"),
                Milliseconds,
                AtMost(1000.0),
            ),
            row("a form as SVG", Measure("wasm/forms/svg"), Microseconds, Aim::None),
            row("a form as PDF", Measure("wasm/forms/pdf"), Microseconds, AtMost(5000.0)),
            row("module for claims, gzip", Measure("wasm/claims/gzip"), Kilobytes, Aim::None),
            row("module for forms, gzip", Measure("wasm/forms/gzip"), Kilobytes, Aim::None),
            row(
                "module for patients, gzip",
                Measure("wasm/patient/gzip"),
                Kilobytes,
                AtMost(100.0),
            ),
        ],
    },
    Section {
        title: "Validate",
        about: "Envelope, syntax and guide (SNIP 1 and 2); `validate` adds the balance of \
                remittances and makes the report.",
        rows: &[
            row(
                "WebAssembly, checked and answered in a stream, 835, 100 MB",
                Measure("wasm/simd/check-stream/835/100"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "WebAssembly, checked and answered in a stream, 837P, 100 MB",
                Measure("wasm/simd/check-stream/837/100"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "memory of the module behind that stream",
                Measure("wasm/simd/check-memory/837/100"),
                Megabytes,
                AtMost(8.0),
            ),
            row(
                "native, SNIP 1-2, 835, 10 MB",
                Measure("native/check/835/10"),
                Rate,
                AtLeast(250.0),
            ),
            row(
                "native, SNIP 1-2, 835, 100 MB",
                Measure("native/check/835/100"),
                Rate,
                AtLeast(250.0),
            ),
            row(
                "native, SNIP 1-2, 837P, 10 MB",
                Measure("native/check/837/10"),
                Rate,
                AtLeast(250.0),
            ),
            row(
                "native, SNIP 1-2, 837P, 100 MB",
                Measure("native/check/837/100"),
                Rate,
                AtLeast(250.0),
            ),
            row(
                "native, SNIP 1-2, 837P drawn from its guide, 10 MB",
                Measure("native/check/837-drawn/10"),
                Rate,
                Aim::None,
            ),
            row(
                "native, `validate`, 835, 100 MB",
                Measure("native/validate/835/100"),
                Rate,
                AtLeast(150.0),
            ),
            row(
                "native, `validate`, 837P, 100 MB",
                Measure("native/validate/837/100"),
                Rate,
                AtLeast(150.0),
            ),
            row(
                "WebAssembly with SIMD, `validate`, 835, 10 MB",
                Measure("wasm/simd/validate/835/10"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "WebAssembly with SIMD, `validate`, 835, 100 MB",
                Measure("wasm/simd/validate/835/100"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "WebAssembly with SIMD, `validate`, 837P, 10 MB",
                Measure("wasm/simd/validate/837/10"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "WebAssembly with SIMD, `validate`, 837P, 100 MB",
                Measure("wasm/simd/validate/837/100"),
                Rate,
                AtLeast(200.0),
            ),
            row(
                "WebAssembly without SIMD, `validate`, 837P, 100 MB",
                Measure("wasm/scalar/validate/837/100"),
                Rate,
                Aim::None,
            ),
        ],
    },
    Section {
        title: "Size and start",
        about: "Gzip of the one module with everything in it; the start is compiling and \
                instantiating in a fresh Node process, then opening and summing up 100 kB in the \
                same process.",
        rows: &[
            row(
                "module for patients, gzip",
                Measure("wasm/patient/gzip"),
                Kilobytes,
                AtMost(100.0),
            ),
            row(
                "module for patients, compile and instantiate",
                Measure("wasm/patient/start"),
                Milliseconds,
                AtMost(5.0),
            ),
            row("module with SIMD, gzip", Measure("wasm/simd/gzip"), Kilobytes, AtMost(300.0)),
            row("module without SIMD, gzip", Measure("wasm/scalar/gzip"), Kilobytes, AtMost(300.0)),
            row(
                "compile and instantiate, with SIMD",
                Measure("wasm/simd/start"),
                Milliseconds,
                AtMost(5.0),
            ),
            row(
                "compile and instantiate, without SIMD",
                Measure("wasm/scalar/start"),
                Milliseconds,
                AtMost(5.0),
            ),
            row("the first 100 kB", Measure("wasm/simd/first-read"), Milliseconds, AtMost(5.0)),
        ],
    },
    Section {
        title: "Beside other parsers",
        about: "The same files in the same run. None of these balances or totals; pyx12 is timed \
                with its start. `--peers` installs x12-types and pyx12.",
        rows: &[
            row("node-x12, objects, 835, 1 MB", Measure("node-x12/objects/835/1"), Rate, Aim::None),
            row(
                "node-x12, objects, 835, 10 MB",
                Measure("node-x12/objects/835/10"),
                Rate,
                Aim::None,
            ),
            row(
                "node-x12, stream of segments, 835, 10 MB",
                Measure("node-x12/stream/835/10"),
                Rate,
                Aim::None,
            ),
            row("x12-types, 835, 1 MB", Measure("x12-types/835/1"), Rate, Aim::None),
            row("x12-types, 835, 10 MB", Measure("x12-types/835/10"), Rate, Aim::None),
            row("pyx12, x12valid, 835, 1 MB", Measure("pyx12/835/1"), Rate, Aim::None),
            row("pyx12, x12valid, 837P, 1 MB", Measure("pyx12/837/1"), Rate, Aim::None),
            row(
                "WebAssembly to node-x12's objects, 10 MB",
                Ratio("wasm/simd/open/835/10", "node-x12/objects/835/10"),
                Times,
                AtLeast(80.0),
            ),
            row(
                "native to x12-types, 10 MB",
                Ratio("native/open/835/10", "x12-types/835/10"),
                Times,
                AtLeast(20.0),
            ),
            row(
                "native check to pyx12, 837P, 1 MB",
                Ratio("native/check/837/1", "pyx12/837/1"),
                Times,
                AtLeast(1000.0),
            ),
        ],
    },
];
