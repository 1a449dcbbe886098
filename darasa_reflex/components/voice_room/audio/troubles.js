/** The most pressing first: one is shown at a time. */
const ORDER = [
  "sound_paused",
  "insecure",
  "mic_denied",
  "mic_busy",
  "mic_missing",
  "mic_failed",
  "mic_muted",
  "mic_silent",
  "line_slow",
  "silence",
];
const MICROPHONE = ORDER.filter((kind) => kind.startsWith("mic_") || kind === "insecure");

/** What hinders the person for now, and goes by itself when it is over. */
export class Troubles {
  #changed;
  #now = new Set();

  /** `changed(kind)`: of the most pressing one; empty when there is none. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Note whether a trouble is there. */
  note(kind, there) {
    if (there === this.#now.has(kind)) return;
    if (there) this.#now.add(kind);
    else this.#now.delete(kind);
    this.#changed(ORDER.find((one) => this.#now.has(one)) ?? "");
  }

  /** Note that the microphone has this trouble and no other; null: none. */
  noteMicrophone(kind) {
    for (const other of MICROPHONE) if (other !== kind) this.note(other, false);
    if (kind) this.note(kind, true);
  }

  /** Nothing hinders any more: the call is over. */
  clear() {
    this.#now.clear();
    this.#changed("");
  }
}
