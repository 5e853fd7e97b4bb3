//! Samples: which files show what the desk does to someone who has none at hand?

const NAMES = ["meadowlark-2026-10-14.835", "tallgrass-2026-10-16.835"];

/** The synthetic files that come with the page. */
export function fetchSamples(): Promise<File[]> {
  return Promise.all(
    NAMES.map(async (name) => {
      const response = await fetch(new URL(`../samples/${name}`, document.baseURI));
      if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
      return new File([await response.blob()], name);
    }),
  );
}
