//! Samples: which files show what the console does to someone who has none at hand?

export const SAMPLES = [
  { name: "claims-with-mistakes.837", label: "Claims with mistakes", told: "837P, eleven things wrong" },
  { name: "professional-claims.837", label: "Clean claims", told: "837P, nothing wrong" },
  { name: "eligibility-question.270", label: "Eligibility question", told: "270" },
  { name: "acknowledgment.999", label: "Acknowledgment", told: "999 that rejects a claim" },
];

/** One of the synthetic files that come with the page. */
export async function fetchSample(name: string): Promise<File> {
  const response = await fetch(new URL(`../samples/${name}`, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new File([await response.blob()], name);
}
