import { transcribed } from "./remote_ear.js";
import { record } from "./take.js";
import { EAR, NO_ANSWER, fillerWords } from "./words.js";

const LONGEST_MS = 9_000;
/** A pass comes over the page's own line; without one in this time the server is gone. */
const PASS_MS = 6_000;

/** The row in which a sentence is read aloud, and comes back as the interviewer hears it. */
export class Reading {
  #panel;
  #mic;
  #options;
  #voice = null; // AbortController that ends the recording, not what follows it
  #handOver = null; // takes the pass that is waited for

  /** `options`: `address(pass)`, and `askForPass()`, after which a new pass is `offer`ed. */
  constructor(panel, mic, options) {
    this.#panel = panel;
    this.#mic = mic;
    this.#options = options;
    this.#show("none");
  }

  /** Take a pass; one that nobody waits for is let lie. */
  offer(pass) {
    if (pass) this.#handOver?.(pass);
  }

  /** End the recording: the sentence was read. */
  done() {
    this.#voice?.abort();
  }

  /** Record, send, show what was heard. The microphone is open. */
  async run(signal) {
    this.#caption("", "", "");
    this.#show("reading");
    const frames = await this.#recorded(signal);
    if (!signal.aborted) this.#show("sending");
    const told = signal.aborted ? null : await this.#transcribed(frames, signal);
    if (signal.aborted) this.#show("none");
    else this.#tell(told);
  }

  async #recorded(signal) {
    const voice = new AbortController();
    this.#voice = voice;
    signal.addEventListener("abort", () => voice.abort());
    const frames = await record(this.#mic, LONGEST_MS, voice.signal, { untilPause: true });
    this.#voice = null;
    return frames;
  }

  async #transcribed(frames, signal) {
    const pass = await this.#pass(signal);
    if (!pass) return null;
    const address = this.#options.address(pass);
    return transcribed(address, this.#mic.rate, frames, signal);
  }

  #pass(signal) {
    const coming = new Promise((done) => {
      this.#handOver = done;
      setTimeout(() => done(null), PASS_MS);
      signal.addEventListener("abort", () => done(null));
      this.#options.askForPass();
    });
    return coming.finally(() => {
      this.#handOver = null;
    });
  }

  #tell(told) {
    if (told?.type !== "heard") {
      const [word, tone] = EAR.failed;
      this.#panel.row("ear", "failed", [word, tone, told?.message ?? NO_ANSWER]);
      return;
    }
    const { text, fillers, engine } = told;
    this.#show(text ? "heard" : "nothing");
    this.#caption(text, text && fillerWords(fillers), engine);
  }

  #caption(heard, fillers, engine) {
    this.#panel.text("heard", heard);
    this.#panel.text("fillers", fillers);
    this.#panel.text("engine", engine);
  }

  #show(state) {
    this.#panel.row("ear", state, EAR[state]);
  }
}
