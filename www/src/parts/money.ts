//! Amounts as people read them: how is a decimal string written on the page?
//!
//! Amounts stay text from the core to the page: Intl formats a decimal string digit by digit, so no
//! amount passes through a floating-point number.

const accounting = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  currencySign: "accounting",
});

/** `-1234.5` as `(1,234.50)`, or `($1,234.50)` with the currency sign. */
export function written(amount: string, currency = false): string {
  const parts = accounting.formatToParts(amount as Intl.StringNumericLiteral);
  return parts.map((part) => (part.type === "currency" && !currency ? "" : part.value)).join("");
}

/** Whether the amount is below zero, to mark it; never to decide anything about it. */
export function isNegative(amount: string): boolean {
  return amount.startsWith("-");
}

/** The amount without its sign, for drawing lengths. */
export function magnitude(amount: string): string {
  return amount.replace(/^-/, "");
}
