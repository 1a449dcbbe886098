import { openMicrophone } from "./microphone.js";

/** The microphone over a whole call: opened, lost, opened again; heard, or replaced by silence. */
export class Ear {
  #context;
  #workletUrl;
  #signal;
  #told;
  #microphone = null;
  #opening = false;
  #silent;

  /**
   * `signal` is aborted when the call is over. `told`: `{ opened(), frame(pcm, rms), failed(kind),
   * changed(mic) }`; rms is null while silent, and `mic` is "on" or "off".
   */
  constructor(context, { workletUrl, silent, signal }, told) {
    this.#context = context;
    this.#workletUrl = workletUrl;
    this.#silent = silent;
    this.#signal = signal;
    this.#told = told;
  }

  get isOpen() {
    return this.#microphone !== null;
  }

  get silent() {
    return this.#silent;
  }

  /** True sends zeros instead of the microphone. */
  set silent(silent) {
    this.#silent = silent;
    this.#tell();
  }

  /** Open the microphone, unless it is open. */
  async open() {
    if (this.isOpen || this.#opening || this.#signal.aborted) return;
    this.#opening = true;
    try {
      this.#microphone = await openMicrophone(this.#context, this.#workletUrl, this.#signal, {
        frame: (pcm, rms) => this.#hear(pcm, rms),
        lost: () => this.#fail("mic_missing"),
      });
    } catch (error) {
      this.#fail(error.kind ?? "server");
    }
    this.#opening = false;
    if (!this.isOpen) return;
    this.#told.opened();
    this.#tell();
  }

  /** Release the microphone. */
  close() {
    this.#microphone?.stop();
    this.#microphone = null;
  }

  #hear(pcm, rms) {
    if (this.#silent) new Int16Array(pcm).fill(0);
    this.#told.frame(pcm, this.#silent ? null : rms);
  }

  #fail(kind) {
    this.close();
    if (!this.#signal.aborted) this.#told.failed(kind);
  }

  #tell() {
    if (this.isOpen) this.#told.changed(this.#silent ? "off" : "on");
  }
}
