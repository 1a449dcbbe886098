import { NORMAL } from "../line/line.js";

/** `error` codes that announce an intended end; the close that follows is 1000 in any case. */
const END_REASONS = {
  E0714: "inactivity",
  E0715: "max_duration",
  E0799: "replaced",
  E0798: "stopped",
  E0796: "signed_out",
};

/** Why a line closed, judged by its last messages: EVI closes with 1000 for good and for bad. */
export class Outcome {
  /** Reason of the end the server has announced; null while it has not. */
  announced = null;
  /** Whether an error came and nothing after it. */
  broken = false;
  #goodbye = false; // the last assistant message said that the call ends after it

  /** Take every message. Return whether it is an error the person should hear of. */
  note({ type, code, darasa }) {
    if (type === "assistant_message") this.#goodbye = Boolean(darasa?.hang_up);
    if (type === "error" && code in END_REASONS) this.announced = END_REASONS[code];
    this.broken = type === "error" && !(code in END_REASONS);
    return this.broken;
  }

  /**
   * The `on_end` reason of a close. What was announced holds however the line broke then: a tab that
   * was replaced must not come back and replace the other. An error as the very last word is a
   * breakdown, not an end.
   */
  reason(closeCode) {
    if (this.announced) return this.announced;
    if (closeCode !== NORMAL) return "lost";
    return this.broken && !this.#goodbye ? "lost" : "completed";
  }
}
