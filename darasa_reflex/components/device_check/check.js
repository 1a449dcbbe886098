import { chooseMicrophone, wishToType } from "../../voice_room/component/audio/chosen.js";
import { gettext as _ } from "../../words/words.js";
import { hearsEcho } from "./echo.js";
import { Mic } from "./mic.js";
import { Panel } from "./panel.js";
import { Reading } from "./reading.js";
import { roundTrip, stateOf } from "./round_trip.js";
import { play, record } from "./take.js";
import { ECHO, LINE, MICROPHONE, TAKE, onThisDevice, startWords } from "./words.js";

const TAKE_MS = 5_000;

/** The check on the page: takes presses, does one thing at a time, shows how each row stands. */
export class DeviceCheck {
  #options;
  #panel;
  #mic;
  #reading;
  #take = [];
  #task = null; // AbortController of what runs

  /**
   * `options`: `workletUrl`, `ping` (an address of ours), `ear(pass)` (the address of the ear), and
   * `askForPass()`, after which a new pass is `offer`ed.
   */
  constructor(root, options) {
    this.#options = options;
    this.#panel = new Panel(root);
    this.#mic = new Mic(options.workletUrl, {
      state: (state) => this.#showMicrophone(state),
      level: (rms) => this.#panel.level(rms),
      devices: (devices, current) => this.#panel.devices(devices, current),
    });
    const { ear: address, askForPass } = options;
    this.#reading = new Reading(this.#panel, this.#mic, { address, askForPass });
    this.#showMicrophone("idle");
    this.#panel.row("take", "none", TAKE.none);
    this.#panel.row("echo", "none", ECHO.none);
    this.#panel.devices([], "");
    this.#measure();
  }

  /** See `Reading.offer`. */
  offer(pass) {
    this.#reading.offer(pass);
  }

  /** Do what an element marked `data-check` asks for. */
  press(name) {
    const presses = {
      start: () => this.#toggle(),
      record: () => this.#alone((signal) => this.#record(signal)),
      play: () => this.#take.length && this.#alone((signal) => this.#play(signal)),
      echo: () => this.#alone((signal) => this.#echo(signal)),
      read: () => this.#alone((signal) => this.#reading.run(signal)),
      done: () => {
        this.#panel.focus("read"); // "done" goes away, and must not take the focus with it
        this.#reading.done();
      },
      line: () => this.#measure(),
      type: () => wishToType(),
    };
    presses[name]?.();
  }

  /** Use another microphone from now on, and in the room. */
  async choose(deviceId) {
    chooseMicrophone(deviceId);
    this.#task?.abort();
    this.#mic.close();
    await this.#mic.open();
  }

  /** The page goes away. */
  leave() {
    this.#task?.abort();
    this.#mic.destroy();
  }

  #toggle() {
    if (!this.#mic.isOpen && !this.#mic.isOpening) return this.#mic.open();
    this.#task?.abort();
    return this.#mic.close();
  }

  /** Do one thing with an open microphone, unless another is being done. */
  async #alone(act) {
    if (this.#task) return;
    const task = new AbortController();
    this.#task = task;
    this.#panel.busy(true);
    try {
      if ((await this.#mic.open()) && !task.signal.aborted) await act(task.signal);
    } finally {
      this.#task = null;
      this.#panel.busy(false);
    }
  }

  async #record(signal) {
    this.#panel.row("take", "recording", TAKE.recording);
    const second = (left) => this.#panel.text("left", _("{seconds} s left", { seconds: left }));
    const frames = await record(this.#mic, TAKE_MS, signal, { second });
    this.#panel.text("left", "");
    this.#take = signal.aborted ? [] : frames;
    const state = this.#take.length ? "ready" : "none";
    this.#panel.row("take", state, TAKE[state]);
  }

  async #play(signal) {
    this.#panel.row("take", "playing", TAKE.playing);
    await play(this.#mic.context, this.#mic.rate, this.#take, signal);
    this.#panel.row("take", "played", TAKE.played);
  }

  async #echo(signal) {
    this.#panel.row("echo", "testing", ECHO.testing);
    const heard = await hearsEcho(this.#mic, signal);
    const [word, tone, sentence] = ECHO.heard;
    if (signal.aborted) this.#panel.row("echo", "none", ECHO.none);
    else if (heard) this.#panel.row("echo", "heard", [word, tone, onThisDevice(sentence)]);
    else if (this.#mic.works) this.#panel.row("echo", "clear", ECHO.clear);
    else this.#panel.row("echo", "unclear", ECHO.unclear);
  }

  async #measure() {
    this.#panel.row("line", "measuring", LINE.measuring);
    const ms = await roundTrip(this.#options.ping);
    const state = stateOf(ms);
    this.#panel.row("line", state, LINE[state], ms === null ? "" : ` (${Math.round(ms)} ms)`);
  }

  #showMicrophone(state) {
    this.#panel.row("mic", state, MICROPHONE[state]);
    this.#panel.text("start", startWords(state));
    this.#panel.mark("open", String(["listening", "working", "quiet"].includes(state)));
  }
}
