/**
 * Tickets this tab has seen. A ticket opens one call, but the page's state may bring it again: after a
 * reload, in development's double mount, when the tab is duplicated. Only digests are kept.
 */

const KEY = "darasa.tickets";
const KEPT = 50;

const seen = new Set(stored());

export function isSpent(ticket) {
  return seen.has(digest(ticket));
}

export function spend(ticket) {
  seen.add(digest(ticket));
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...seen].slice(-KEPT)));
  } catch {
    // Storage is full or forbidden: known until the next reload.
  }
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

/** FNV-1a, 32 bits: enough to tell a tab's few tickets apart. */
function digest(ticket) {
  let hash = 0x811c9dc5;
  for (const letter of ticket) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}
