//! Times: how is one piece of work measured, and how is the result printed?
//!
//! Each line is a measure, its median and its best, apart by tabs; `cargo xtask bench` makes the table.

/** Milliseconds of several runs, ascending. `warm` runs go first, so that V8 has its optimised code. */
export function times(work, { least = 600, runs = 5, warm = 2 } = {}) {
  for (let run = 0; run < warm; run++) work();
  const found = [];
  const begun = performance.now();
  while (found.length < runs || performance.now() - begun < least) {
    const start = performance.now();
    work();
    found.push(performance.now() - start);
  }
  return found.sort((a, b) => a - b);
}

/** Prints milliseconds. */
export function print(name, found) {
  line(name, median(found), found[0]);
}

/** Prints megabytes of a million bytes a second. */
export function printRate(name, bytes, found) {
  const rate = (milliseconds) => bytes / 1000 / milliseconds;
  line(name, rate(median(found)), rate(found[0]));
}

/** Prints one number that is not a time. */
export function printNumber(name, number) {
  line(name, number, number);
}

/** The one in the middle of numbers in ascending order. */
export function median(numbers) {
  return numbers[Math.floor(numbers.length / 2)];
}

/** Megabytes of a file, as they stand in a measure's name. */
export function megabytes(bytes) {
  return Math.round(bytes.length / 1e6);
}

function line(name, middle, best) {
  console.log(`${name}\t${middle.toPrecision(6)}\t${best.toPrecision(6)}`);
}
