/**
 * Answers that the server has not told back yet, in the order they were typed, and spoken ones that
 * it could not keep. They outlive a lost line and a reload, and are sent again with the same key: the
 * server keeps each once.
 */

const KEY = "darasa.unsent";

export class Unsent {
  /** Whether the server said that it could not keep one of them. */
  refused = false;
  #interviewId = "";
  #turns = [];

  /** The interview whose answers these are; those of another one are nobody's any more. */
  of(interviewId) {
    if (interviewId === this.#interviewId) return;
    this.#interviewId = interviewId;
    this.#turns = stored(interviewId);
    this.refused = false;
  }

  get texts() {
    return this.#turns.map((turn) => turn.text);
  }

  /** As EVI messages, oldest first. */
  get messages() {
    return [...this.#turns];
  }

  /** Take an answer; return the message that sends it. */
  add(text) {
    const message = { type: "user_input", text, darasa: { key: newKey() } };
    this.#turns.push(message);
    this.#store();
    return message;
  }

  /** Take back an answer that the server could not keep; a typed one is here already. */
  takeBack(text) {
    this.refused = true;
    if (!this.texts.includes(text)) this.add(text);
  }

  /** Take a final `user_message`: what the server tells back is kept there. */
  echoed({ from_text, message, darasa }) {
    if (!from_text) return;
    const isIt = darasa?.key
      ? (turn) => turn.darasa.key === darasa.key
      : (turn) => turn.text === message.content;
    const place = this.#turns.findIndex(isIt);
    if (place >= 0) this.#turns.splice(place, 1);
    if (this.#turns.length === 0) this.refused = false;
    this.#store();
  }

  #store() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ of: this.#interviewId, turns: this.#turns }));
    } catch {
      // Storage is full or forbidden: known until the next reload.
    }
  }
}

function stored(interviewId) {
  try {
    const { of, turns } = JSON.parse(sessionStorage.getItem(KEY)) ?? {};
    return of === interviewId ? turns : [];
  } catch {
    return [];
  }
}

/** 128 random bits; `randomUUID` is missing on pages without HTTPS, where one can still type. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
