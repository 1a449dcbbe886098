const TRIES = 6;
const LONGEST_MS = 3_000;
/** Below the first a connection is good, below the second slow, in ms. Source: facts/ux.md. */
const GOOD_MS = 150;
const SLOW_MS = 400;

/** Return how long our server takes to answer, in ms: the median of several; null for no answer. */
export async function roundTrip(address) {
  const times = [];
  for (let tried = 0; tried < TRIES; tried++) {
    const began = performance.now();
    try {
      const signal = AbortSignal.timeout(LONGEST_MS);
      await fetch(address, { mode: "no-cors", cache: "no-store", signal });
    } catch {
      return null;
    }
    times.push(performance.now() - began);
  }
  times.shift(); // it may have had to open the connection
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

/** The row's state for a round trip in ms. */
export function stateOf(ms) {
  if (ms === null) return "unreachable";
  if (ms < GOOD_MS) return "good";
  return ms <= SLOW_MS ? "slow" : "very_slow";
}
