import { frameRate, openMicrophone } from "../../voice_room/component/audio/microphone.js";
import { gettext as _ } from "../../words/words.js";

/** RMS above which somebody speaks: -40 dBFS. The voice room takes the same. */
const VOICE_RMS = 0.01;
/** Without a voice for so long, in ms, a microphone is called very quiet. */
const QUIET_MS = 4_000;

/** The microphone while devices are checked: opened, watched, closed; its frames go to listeners. */
export class Mic {
  #workletUrl;
  #told;
  #context = null;
  #microphone = null;
  #opening = null;
  #over = null;
  #state = "idle";
  #openedAt = 0;
  #listeners = new Set();

  /** `told`: `{ state(name), level(rms), devices(list, current) }`. */
  constructor(workletUrl, told) {
    this.#workletUrl = workletUrl;
    this.#told = told;
    navigator.mediaDevices?.addEventListener?.("devicechange", this.#changed);
  }

  get context() {
    return this.#context;
  }

  /** Of the frames, in Hz. */
  get rate() {
    return frameRate(this.#context);
  }

  get isOpen() {
    return this.#microphone !== null;
  }

  get isOpening() {
    return this.#opening !== null;
  }

  /** Whether a voice was heard since it was opened. */
  get works() {
    return this.#state === "working";
  }

  /** Open the microphone, unless it is open; tell whether it is. Call it from a press. */
  open() {
    if (this.isOpen) return Promise.resolve(true);
    if (!this.#opening) {
      const opening = this.#ask().finally(() => {
        if (this.#opening === opening) this.#opening = null;
      });
      this.#opening = opening;
    }
    return this.#opening;
  }

  close() {
    this.#release();
    this.#become("idle");
  }

  /** Leave for good. */
  destroy() {
    this.#release();
    this.#context?.close();
    navigator.mediaDevices?.removeEventListener?.("devicechange", this.#changed);
  }

  /** Call `hear(pcm, rms)` for every frame of 40 ms; return what stops it. */
  listen(hear) {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  async #ask() {
    const over = new AbortController();
    this.#over = over;
    this.#become("asking");
    this.#context ??= new AudioContext({ latencyHint: "interactive" });
    this.#context.resume().catch(() => {}); // refused without a press; the next one tries again
    try {
      const microphone = await openMicrophone(this.#context, this.#workletUrl, over.signal, {
        frame: (pcm, rms) => this.#hear(pcm, rms),
        lost: () => this.#fail("mic_missing"),
      });
      if (!microphone) return false;
      this.#microphone = microphone;
    } catch (error) {
      if (!over.signal.aborted) this.#fail(error.kind ?? "mic_failed");
      return false;
    }
    this.#openedAt = performance.now();
    this.#become("listening");
    this.#changed();
    return true;
  }

  #hear(pcm, rms) {
    this.#told.level(rms);
    for (const hear of [...this.#listeners]) hear(pcm, rms);
    if (this.works) return;
    if (rms > VOICE_RMS) this.#become("working");
    else if (performance.now() - this.#openedAt > QUIET_MS) this.#become("quiet");
  }

  #fail(kind) {
    this.#release();
    this.#become(kind);
  }

  #release() {
    this.#over?.abort();
    this.#opening = null;
    this.#microphone?.stop();
    this.#microphone = null;
    this.#told.level(0);
  }

  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#told.state(state);
  }

  /** Browsers tell the names of devices only once one is allowed. */
  #changed = async () => {
    const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    const inputs = all.filter(({ kind, deviceId }) => kind === "audioinput" && deviceId);
    const named = inputs.map(({ deviceId, label }, at) => ({
      id: deviceId,
      label: label || _("Microphone {number}", { number: at + 1 }),
    }));
    this.#told.devices(named, this.#microphone?.deviceId);
  };
}
