//! Measures: how are bytes and speeds written on the page?

/** `1,204 bytes`, `48 kB`, `3.1 MB`. */
export function megabytes(bytes: number): string {
  if (bytes < 10_000) return `${bytes.toLocaleString("en-US")} ${bytes === 1 ? "byte" : "bytes"}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 100_000_000 ? 1 : 0)} MB`;
}

/** `312 MB/s`. */
export function throughput(bytes: number, milliseconds: number): string {
  const speed = bytes / 1_000 / milliseconds;
  return `${speed < 10 ? speed.toFixed(1) : Math.round(speed)} MB/s`;
}
