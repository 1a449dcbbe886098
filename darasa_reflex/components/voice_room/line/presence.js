/** RMS above which the person is speaking: -40 dBFS, well over a quiet room, well under speech. */
const VOICE_RMS = 0.01;
/** How long a voice counts on after its last loud frame, in ms: bridges the gaps between words. */
const VOICE_HANGOVER_MS = 600;
/** Silence of an unmuted microphone that was never heard before something is said, in ms. */
const UNHEARD_MS = 10_000;

/** Who has the word: "speaking", "listening", "thinking" or "waiting" from the interviewer's side. */
export class Presence {
  rms = 0;
  #changed;
  #state = "waiting";
  #playing = false;
  #thinking = false;
  #held = false;
  #voiceUntil = 0;
  #unheard = 0; // ms; Infinity once a voice was heard or its absence was told
  #heard = false;
  #lastFrame = null;

  /** `changed(state)` is called when the state is another than before. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Whether a voice was ever heard. */
  get wasHeard() {
    return this.#heard;
  }

  /** The interviewer's voice began or stopped sounding. */
  playing(playing) {
    if (playing) this.#thinking = false;
    this.#playing = playing;
    this.#look();
  }

  /** The person's answer is complete; the interviewer is to speak. */
  answered() {
    this.#thinking = !this.#held;
    this.#voiceUntil = 0;
    this.#look();
  }

  /** The person asked for a moment, or goes on. */
  hold(held) {
    this.#held = held;
    if (held) this.#thinking = false;
    this.#look();
  }

  /**
   * Take a frame's RMS, or null while nothing is sent. Return true, once, when the microphone
   * should have been heard and was not.
   */
  hear(rms) {
    const now = performance.now();
    const since = this.#lastFrame === null ? 0 : now - this.#lastFrame;
    this.#lastFrame = now;
    this.rms = rms ?? 0;
    if (this.rms > VOICE_RMS) {
      this.#voiceUntil = now + VOICE_HANGOVER_MS;
      this.#unheard = Infinity;
      this.#heard = true;
      this.#thinking = false;
    }
    this.#look();
    // Nobody is expected to talk while muted, asking for a moment, or listening. A microphone that
    // gives nothing at all is told of by the ear.
    if (!rms || this.#held || this.#playing || this.#thinking) return false;
    this.#unheard += since;
    if (this.#unheard < UNHEARD_MS || this.#unheard === Infinity) return false;
    this.#unheard = Infinity;
    return true;
  }

  #look() {
    const state = this.#now();
    if (state === this.#state) return;
    this.#state = state;
    this.#changed(state);
  }

  #now() {
    if (this.#playing) return "speaking";
    if (performance.now() < this.#voiceUntil) return "listening";
    return this.#thinking ? "thinking" : "waiting";
  }
}
