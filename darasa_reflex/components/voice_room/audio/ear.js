import { frameRate, openMicrophone } from "./microphone.js";

/** How often the microphone is looked at, in ms. */
const LOOK_MS = 500;
/** A look that comes later than this, in ms: the page stood still, and what it knows is old. */
const STOOD_STILL_MS = 2_000;
/** Without any sound, were it only noise, a microphone is called silent after this long, in ms. */
const SILENT_MS = 5_000;
/** One that the system or its own switch keeps back, is told of after this long, in ms. */
const MUTED_MS = 1_000;

/** The microphone over a whole call: opened, lost, opened again; heard, or replaced by silence. */
export class Ear {
  #context;
  #workletUrl;
  #signal;
  #told;
  #microphone = null;
  #opening = null;
  #silent;
  #lost = false; // it was open and went away
  #trouble = null;
  #soundAt = 0; // performance.now() of the last frame that was not all zeros
  #unmutedAt = 0;
  #lookedAt = 0;
  #patience = SILENT_MS;

  /**
   * `signal` is aborted when the call is over. `told`: `{ opened(), frame(pcm, rms), failed(kind),
   * changed(mic), ails(kind) }`; rms is null while silent, `mic` is "on" or "off", and `ails` tells
   * of "mic_muted", "mic_silent" or null while the microphone stays open.
   */
  constructor(context, { workletUrl, silent, signal }, told) {
    this.#context = context;
    this.#workletUrl = workletUrl;
    this.#silent = silent;
    this.#signal = signal;
    this.#told = told;
    const looks = setInterval(() => this.#look(), LOOK_MS);
    signal.addEventListener("abort", () => clearInterval(looks));
  }

  get isOpen() {
    return this.#microphone !== null;
  }

  /** Whether it was open and went away, so that another device may take its place. */
  get isLost() {
    return this.#lost;
  }

  /** Of the open microphone, or empty. */
  get deviceId() {
    return this.#microphone?.deviceId ?? "";
  }

  /** Of the frames, in Hz. */
  get rate() {
    return frameRate(this.#context);
  }

  get silent() {
    return this.#silent;
  }

  /** True sends zeros instead of the microphone. */
  set silent(silent) {
    this.#silent = silent;
    this.listenAfresh();
    this.#tell();
  }

  /** Open the microphone, unless it is open. */
  open() {
    if (this.isOpen || this.#signal.aborted) return Promise.resolve();
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** Open the microphone anew: the one that is chosen now, or one that has come back. */
  async reopen() {
    await this.#opening;
    this.close();
    await this.open();
  }

  /** Release the microphone. */
  close() {
    this.#microphone?.stop();
    this.#microphone = null;
  }

  /** Forget how long nothing was heard: it could not be heard, or need not. */
  listenAfresh() {
    this.#soundAt = this.#unmutedAt = performance.now();
  }

  async #open() {
    let opened = null; // what of it is heard later than the next one opens, is let lie
    try {
      opened = await openMicrophone(this.#context, this.#workletUrl, this.#signal, {
        frame: (pcm, rms) => this.#hear(pcm, rms),
        lost: () => opened === this.#microphone && this.#lose(),
      });
      this.#microphone = opened;
    } catch (error) {
      this.#fail(error.kind ?? "mic_failed");
    }
    if (!this.isOpen) return;
    this.#lost = false;
    this.#patience = SILENT_MS;
    this.listenAfresh();
    this.#ail(null);
    this.#told.opened();
    this.#tell();
  }

  #hear(pcm, rms) {
    if (rms > 0) this.#soundAt = performance.now();
    if (this.#silent) new Int16Array(pcm).fill(0);
    this.#told.frame(pcm, this.#silent ? null : rms);
  }

  /** Devices, drivers and switches fail without a word: what comes, or does not, tells. */
  #look() {
    const now = performance.now();
    const stoodStill = now - this.#lookedAt > STOOD_STILL_MS;
    this.#lookedAt = now;
    if (stoodStill || !this.isOpen || this.#silent || this.#context.state !== "running") {
      this.listenAfresh();
      if (this.#silent) this.#ail(null);
      return;
    }
    if (!this.#microphone.muted) this.#unmutedAt = now;
    if (now - this.#unmutedAt > MUTED_MS) this.#ail("mic_muted");
    else if (now - this.#soundAt > this.#patience) this.#ail("mic_silent");
    else this.#ail(null);
  }

  #ail(kind) {
    if (kind === this.#trouble) return;
    // Some systems cut pauses out to the last bit. One that is heard again is given longer.
    if (this.#trouble === "mic_silent" && !kind && this.isOpen) this.#patience *= 2;
    this.#trouble = kind;
    this.#told.ails(kind);
  }

  #lose() {
    this.#lost = true;
    this.#fail("mic_missing");
  }

  #fail(kind) {
    this.close();
    this.#trouble = null;
    if (!this.#signal.aborted) this.#told.failed(kind);
  }

  #tell() {
    if (this.isOpen) this.#told.changed(this.#silent ? "off" : "on");
  }
}
