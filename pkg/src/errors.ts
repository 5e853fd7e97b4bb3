//! Errors: how does a caller tell the core's errors from everybody else's?

/** Whose fault it is: the bytes cannot be framed, or the calling code is wrong. */
export type ErrorCode = "UNREADABLE" | "MISUSE";

/**
 * An error of this package. What is wrong with the *data* is never one: that is a finding.
 *
 * The core makes these on its own side, as an `Error` of this name; `instanceof` goes by that name, so it
 * holds for both, and for two copies of the package on one page.
 */
export class SuperbillError extends Error {
  override readonly name = "SuperbillError";
  readonly code: ErrorCode;
  /** Where in the input, in bytes from its start; present when `code` is `UNREADABLE`. */
  readonly byteOffset?: number;

  constructor(code: ErrorCode, message: string, byteOffset?: number) {
    super(message);
    this.code = code;
    if (byteOffset !== undefined) this.byteOffset = byteOffset;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "SuperbillError";
  }
}
