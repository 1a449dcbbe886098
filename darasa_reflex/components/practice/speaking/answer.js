import { Mic } from "../../../device_check/component/mic.js";
import { SENTENCES } from "../../../voice_room/component/screen/words.js";
import { Line } from "../../../voice_room/component/line/line.js";
import { gettext as _ } from "../../../words/words.js";

/** A pass comes over the page's own line; without one in this time the server is gone, in ms. */
const PASS_MS = 6_000;
/** Longer than the server takes for the last phrase, in ms. */
const READING_MS = 65_000;
const NO_ANSWER = _(
  "The server did not answer, so nothing was kept. Try again, or type your answer.",
);

/** One answer that is spoken: from the press to the word that it is kept. */
export class SpokenAnswer {
  #root;
  #options;
  #mic;
  #line = null;
  #clock = null;
  #stop = null; // ends listening to the microphone
  #waiting = null; // timer of the pass or of the last word
  #waits = false; // for a pass

  /** `options`: `workletUrl`, `ear(pass)` an address, `askForPass()`, `kept(number)`. */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    this.#mic = new Mic(options.workletUrl, {
      state: (name) => this.#heardOf(name),
      level: (rms) => root.style.setProperty("--level-you", Math.min(1, rms * 8).toFixed(2)),
      devices: () => {},
    });
  }

  /** Do what a button says. */
  press(wish) {
    if (wish === "start") this.#start();
    else if (wish === "done") this.#done();
    else this.#end("");
  }

  /** Take a pass; one that nobody waits for is let lie. */
  offer(pass) {
    if (!pass || !this.#waits) return;
    this.#waits = false;
    clearTimeout(this.#waiting);
    this.#line = new Line(this.#options.ear(pass), {
      opened: () => this.#speak(),
      message: (told) => this.#told(told),
      closed: () => this.#end(NO_ANSWER),
      silent: () => {},
    });
  }

  /** Leave the page. */
  leave() {
    this.#end("");
    this.#mic.destroy();
  }

  async #start() {
    if (this.#state !== "idle") return;
    this.#show("opening");
    this.#text("problem", "");
    this.#text("caption", "");
    if (!(await this.#mic.open()) || this.#state !== "opening") return;
    this.#waits = true;
    this.#waiting = setTimeout(() => this.#end(NO_ANSWER), PASS_MS);
    this.#options.askForPass();
  }

  #speak() {
    const audio = { encoding: "linear16", sample_rate: this.#mic.rate, channels: 1 };
    this.#line.send({ type: "session_settings", audio });
    this.#stop = this.#mic.listen((pcm) => this.#line?.sendAudio(pcm));
    this.#show("listening");
    const began = performance.now();
    this.#tick(0);
    this.#clock = setInterval(() => this.#tick(performance.now() - began), 1000);
  }

  #done() {
    if (this.#state !== "listening") return;
    this.#quiet();
    this.#line.send({ type: "end" });
    this.#show("reading");
    this.#waiting = setTimeout(() => this.#end(NO_ANSWER), READING_MS);
  }

  #told({ type, text, number, message }) {
    if (type === "caption") this.#text("caption", text);
    if (type === "error") this.#end(message);
    if (type !== "kept") return;
    this.#end("");
    this.#text("caption", "");
    this.#options.kept(number);
  }

  #heardOf(name) {
    if (name.startsWith("mic_")) this.#end(SENTENCES[name] ?? NO_ANSWER);
  }

  /** Close microphone and line, whatever stands; `problem`: a sentence, or nothing. */
  #end(problem) {
    this.#quiet();
    this.#waits = false;
    clearTimeout(this.#waiting);
    this.#line?.close();
    this.#line = null;
    this.#show("idle");
    if (problem) this.#text("problem", problem);
  }

  #quiet() {
    clearInterval(this.#clock);
    this.#stop?.();
    this.#stop = null;
    this.#mic.close();
  }

  #tick(ms) {
    const seconds = Math.round(ms / 1000);
    this.#text("time", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  }

  get #state() {
    return this.#root.dataset.speaking;
  }

  #show(state) {
    this.#root.dataset.speaking = state;
    const first = { listening: "done", idle: "start" }[state];
    const here = this.#root.contains(document.activeElement);
    if (first && here) this.#root.querySelector(`[data-speak="${first}"]`)?.focus();
  }

  #text(name, words) {
    const place = this.#root.querySelector(`[data-speak-text="${name}"]`);
    if (place) place.textContent = words;
  }
}
