import { Clock } from "./screen/clock.js";
import { Line } from "./line/line.js";
import { Outcome } from "./screen/outcome.js";
import { Presence } from "./line/presence.js";
import { Sound } from "./audio/sound.js";
import { SENTENCES, askedWords, questionWords } from "./screen/words.js";

/** Time for the line and the first message, in ms: more than the server gives an engine to answer. */
const CONNECT_MS = 15_000;
/** When connecting is said to be slow, in ms. */
const SLOW_MS = 4_000;

/**
 * One call, from its ticket to its end. Knows EVI and audio, touches no page.
 *
 * It tells its `room` by `emit(event, detail)` (the component's events) and `show(changes)` (what
 * the page draws: status, slow, mic, trouble, interviewer, seconds, interim, question, asked). A `deaf` one
 * opens no microphone before it is told to `listen`.
 */
export class Call {
  #room;
  #line;
  #sound;
  #presence;
  #over = new AbortController();
  #timers = [];
  #clock;
  #outcome = new Outcome();
  #said = []; // the interviewer's turn, sentence by sentence
  #lastReason = null; // set once the server has hung up and only its last words still sound

  constructor(room, { address, deaf, refused, ...options }) {
    this.#room = room;
    this.#presence = new Presence((interviewer) => room.show({ interviewer }));
    this.#clock = new Clock({
      second: (shown) => room.show(shown),
      tick: (elapsed_seconds) => room.emit("tick", { elapsed_seconds: this.#known(elapsed_seconds) }),
    });
    this.#status("connecting");
    this.#line = new Line(address, {
      opened: () => this.#sound.settle(),
      message: (message) => this.#take(message),
      closed: (code) => this.#closed(code, refused),
      silent: () => this.#finish("lost", "lost"),
    });
    this.#sound = new Sound(room, this.#line, { ...options, signal: this.#over.signal }, {
      heard: (rms) => this.#hear(rms),
      unheard: () => this.#presence.hear(null),
      playing: (playing) => this.#playing(playing),
      dead: () => this.#finish("lost", "lost"),
    });
    this.#after(CONNECT_MS, () => this.isConnected || this.#fail("connect_failed"));
    this.#after(SLOW_MS, () => room.show({ slow: true }));
    if (!deaf) this.listen();
  }

  get isConnected() {
    return this.#clock.started && this.#line.isOpen && !this.isOver;
  }

  get isOver() {
    return this.#over.signal.aborted;
  }

  /** Loudness now, RMS 0 to 1: of the person (0 while silent) and of the interviewer. */
  get loudness() {
    return { you: this.#presence.rms, interviewer: this.#sound.speaker.rms };
  }

  /** See `Sound`: devices, and sound that was held back. */
  get sound() {
    return this.#sound;
  }

  /** Open the microphone, unless it is open. */
  listen() {
    this.#sound.listen();
  }

  /** Send silence instead of the microphone, or the microphone again. */
  beSilent(silent) {
    if (this.#sound.beSilent(silent)) this.#line.send({ type: "darasa_muted", muted: silent });
  }

  /** Ask the interviewer to wait, or to go on, unless it has `heard` that. Return whether it will. */
  hold(held, heard = false) {
    const type = held ? "pause_assistant_message" : "resume_assistant_message";
    const sent = heard || (this.isConnected && this.#line.send({ type }));
    if (sent) for (const part of [this.#presence, this.#clock]) part.hold(held);
    return sent;
  }

  /** Send what the interviewer is to react to: typed words, a wish. Return whether it was sent. */
  say(message) {
    const sent = this.isConnected && this.#line.send(message);
    if (sent) this.#presence.answered();
    return sent;
  }

  /** End the call because the person wants it. */
  hangUp() {
    this.#finish("ended", this.#lastReason ?? "hang_up");
  }

  /** End the call because the page goes away: the duration is told, nothing else. */
  leave() {
    this.#finish(null, null);
  }

  /** What of a length is sure: on a dead line nobody knows whether the other end still counts. */
  #known(seconds) {
    const { signed, heardAt } = this.#line;
    return signed ? Math.min(seconds, this.#clock.secondsAt(heardAt)) : seconds;
  }

  #after(ms, act) {
    this.#timers.push(setTimeout(() => this.isOver || act(), ms));
  }

  #status(status) {
    this.#room.show({ status, slow: false });
    this.#room.emit("status", { status });
  }

  #error(kind, message) {
    this.#room.emit("error", { kind, message: message || SENTENCES[kind] });
  }

  #hear(rms) {
    if (!this.isConnected) return;
    const { troubles } = this.#sound;
    if (this.#presence.hear(rms)) troubles.note("silence", true);
    if (this.#presence.wasHeard) troubles.note("silence", false);
    this.#clock.beat(); // timers sleep in a hidden tab, the microphone does not
  }

  #take(message) {
    if (this.#outcome.note(message)) this.#failed(message);
    const takers = {
      chat_metadata: () => this.#connected(message),
      user_message: () => this.#userSaid(message),
      assistant_message: () => this.#interviewerSaid(message),
      audio_output: () => this.#sound.speaker.play(message),
      assistant_end: () => { this.#said = []; this.#sound.speaker.complete(); },
      session_settings: () => message.darasa?.changed && this.#room.emit("turn", {}),
      user_interruption: () => { this.#sound.speaker.silence(); this.#room.emit("turn", {}); },
    };
    takers[message.type]?.();
  }

  #connected({ chat_id, darasa }) {
    if (this.#clock.started) return;
    this.#clock.start(darasa?.left_seconds ?? null);
    this.#status("connected");
    this.#room.emit("chat", { chat_id });
    this.#room.resend();
  }

  #userSaid(told) {
    const { interim, message, darasa } = told;
    this.#room.show({ interim: interim ? (message.content ?? "") : "" });
    if (interim) return;
    this.#room.echoed(told);
    if (darasa?.resumed && this.hold(false, true)) this.#room.show({ held: false });
    this.#presence.answered();
    this.#said = [];
    this.#room.emit("turn", {});
  }

  #interviewerSaid({ id, message, darasa }) {
    this.#sound.speaker.announce(id);
    this.#said.push(message?.content ?? "");
    // Said beside the question, the question stays in sight.
    this.#room.show({ asked: darasa?.asked || askedWords(this.#said.join(" ")) });
    const question = questionWords(darasa);
    if (question) this.#room.show({ question, place: { number: darasa.number, of: darasa.of } });
    this.#room.emit("turn", {});
    if (darasa?.hang_up) this.#room.closing();
  }

  #failed({ slug, message, darasa }) {
    if (slug?.includes("ticket")) this.#error("ticket");
    else if (slug === "allowance_used_up") this.#error("used_up", message);
    else if (slug === "notkept") this.#notKept(message, darasa?.not_kept);
    else this.#error(darasa ? "engine" : "server", message);
  }

  #notKept(message, text) {
    this.#room.notKept(text);
    this.#error("not_kept", message);
  }

  #playing(playing) {
    this.#presence.playing(playing);
    if (!playing && this.#lastReason) this.#finish("ended", this.#lastReason);
  }

  #closed(code, refused) {
    if (this.isOver) return;
    if (!this.#clock.started) return this.#neverConnected(refused);
    const reason = this.#outcome.reason(code);
    const endings = { lost: "lost", stopped: "lost", replaced: "ended", signed_out: "ended" };
    if (reason in endings) this.#finish(endings[reason], reason);
    else this.#playOut(reason);
  }

  /** `refused()`: the kind of the error by which a line never opened. */
  async #neverConnected(refused) {
    if (this.#outcome.announced) this.#finish("ended", this.#outcome.announced);
    else if (this.#outcome.broken) this.#finish("error", null);
    else this.#fail(this.#line.accepted ? "connect_failed" : await refused());
  }

  /** The server has hung up: hear the last words to their end. */
  #playOut(reason) {
    this.#lastReason = reason;
    this.#clock.stop();
    this.#sound.deafen();
    this.#presence.hear(null);
    this.#room.show({ mic: "off", interim: "" });
    // Sound may be held back by the browser; a second more than the words last is enough.
    this.#after(this.#sound.speaker.remaining * 1000 + 1000, () => this.#finish("ended", reason));
    this.#playing(this.#sound.speaker.speaking);
  }

  #fail(kind) {
    if (this.isOver) return;
    this.#error(kind);
    this.#finish("error", null);
  }

  /** Fall silent, release everything, then tell. A null status or reason is not told. */
  #finish(status, reason) {
    if (this.isOver) return;
    if (status === "lost" && this.#line.signed) this.#clock.stop(this.#line.heardAt);
    this.#over.abort();
    this.#line.close();
    this.#sound.close();
    this.#clock.stop();
    for (const timer of this.#timers) clearInterval(timer);
    this.#room.show({ mic: "off", interim: "", interviewer: "waiting" });
    if (this.#clock.started) this.#room.emit("tick", { elapsed_seconds: this.#clock.seconds });
    if (status) this.#status(status);
    if (reason) this.#room.emit("end", { reason });
  }
}
