//! The chart of reasons: how is it drawn? Loaded only when there is something to draw.
//!
//! Lengths are drawn from floating-point numbers; the amounts written beside them stay text.

import { axisY, barX, plot, ruleX, text } from "@observablehq/plot";
import type { ReasonRecord } from "superbill";
import { written } from "../parts/money.ts";

/** Horizontal bars, one a reason, in the order given. */
export function drawReasons(reasons: ReasonRecord[], width: number): SVGElement | HTMLElement {
  const named = (reason: ReasonRecord) => `${reason.group}-${reason.reason} ${reason.label}`;
  const length = (reason: ReasonRecord) => Number(reason.amount);
  const labels = Math.min(260, Math.round(width * 0.46));
  return plot({
    width,
    height: reasons.length * ROW,
    marginLeft: labels,
    marginRight: 84,
    marginTop: 0,
    marginBottom: 0,
    style: { background: "none", color: "var(--ink)", fontFamily: "inherit", fontSize: "12px", fontVariantNumeric: "tabular-nums" },
    x: { axis: null },
    y: { label: null, domain: reasons.map(named), padding: 0.35 },
    color: { domain: Object.keys(PARTS), range: Object.values(PARTS), unknown: PARTS.OA },
    marks: [
      axisY({ tickSize: 0, label: null, textAnchor: "start", dx: 8 - labels, lineWidth: labels / 12.5, textOverflow: "ellipsis" }),
      barX(reasons, { x: length, y: named, fill: "group", rx: 2 }),
      ruleX([0], { stroke: "var(--line-strong)" }),
      text(reasons, {
        y: named,
        text: (reason: ReasonRecord) => written(reason.amount),
        frameAnchor: "right",
        textAnchor: "end",
        dx: 80,
      }),
    ],
  });
}

const ROW = 23;

/** Colour of a bar by who bears the adjustment. */
const PARTS = {
  CO: "var(--part-contract)",
  PR: "var(--part-patient)",
  OA: "var(--part-other)",
  PI: "var(--line-strong)",
};
