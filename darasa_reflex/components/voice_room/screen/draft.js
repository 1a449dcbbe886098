/**
 * The answer that is being typed. It outlives a reload, the browser's back button and a server that began
 * anew, in this tab, until it is sent or the interview is over.
 */

const KEY = "darasa.draft";

export function keepDraft(interviewId, text) {
  try {
    if (text) sessionStorage.setItem(KEY, JSON.stringify({ of: interviewId, text }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is full or forbidden: it stands in its field.
  }
}

/** What was being typed in an interview; empty when nothing was, or in another one. */
export function draftOf(interviewId) {
  try {
    const { of, text } = JSON.parse(sessionStorage.getItem(KEY)) ?? {};
    return of === interviewId && typeof text === "string" ? text : "";
  } catch {
    return "";
  }
}
