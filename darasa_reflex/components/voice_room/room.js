import { Call } from "./call.js";
import { chooseLoudspeaker, chooseMicrophone, chosenLoudspeaker, takeWishToType } from "./audio/chosen.js";
import { answerField, choose, fill, isAnswer, listenToKeys } from "./screen/controls.js";
import { Devices } from "./audio/devices.js";
import { Display } from "./screen/display.js";
import { draftOf, keepDraft } from "./screen/draft.js";
import { Return } from "./line/return.js";
import { isSpent, spend } from "./line/tickets.js";
import { Unsent } from "./line/unsent.js";

/** A call that lasted so long was a good one: after it, coming back is tried from the beginning. */
const STEADY_SECONDS = 20;
const WAKERS = ["pointerdown", "keydown", "visibilitychange"];

/**
 * What a lost call leaves to the room that comes next: after a crash the server knows nothing of the page
 * and has it drawn anew, which nobody asked for. `{ interviewId, typing, at }`.
 */
let left = null;
const DRAWN_ANEW_MS = 30_000;

/** The room on the page: takes tickets and wishes, holds at most one call, shows it. */
export class Room {
  #root;
  #options;
  #display;
  #call = null;
  #interviewId = "";
  #mounted = false;
  #typesForNow = false; // in writing because the microphone failed, not because the person wants to
  #devices;
  #stopKeys;
  #unsent = new Unsent();
  #endsWhenKept = false; // the last answer is on its way, and the interview ends once it is kept
  #return;

  /**
   * `options`: `address(ticket, writing)`, `refused(ticket)` (see `Call`), `reached()` (see `Return`),
   * and `props()`, the component's props as they are now: `interviewId`, `workletUrl`, `inWriting`,
   * `emit(event, detail)`.
   */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    this.#display = new Display(root);
    this.#return = new Return({
      reached: options.reached,
      resume: () => this.#resume(),
      told: (returning) => this.#display.show({ returning }),
    });
    this.#stopKeys = listenToKeys(this, root);
    this.#devices = new Devices(root, {
      changed: () => this.#call?.sound.devicesChanged(),
      current: () => this.#call?.sound.devices ?? { microphone: "", loudspeaker: chosenLoudspeaker() },
      named: (microphone) => this.#display.show({ microphone }),
    });
    root.addEventListener("change", this.#choose);
    root.addEventListener("input", this.#keep);
    for (const name of WAKERS) document.addEventListener(name, this.#wake);
  }

  /** Take the ticket as it is now. One that was there at mount, or opened a call before, is old. */
  offer(ticket) {
    const first = !this.#mounted;
    this.#mounted = true;
    this.#unsent.of(this.#options.props().interviewId);
    this.#showUnsent();
    if (first) this.#takeOver();
    if (!ticket || isSpent(ticket)) return;
    spend(ticket);
    // A room that comes back asks again and again, and a slow server answers each time.
    if (!first && (this.#call?.isOver ?? true)) this.#start(ticket);
  }

  /** Do what an element marked `data-call`, or a key, asks for. */
  wish(name) {
    const { muted, typing, held } = this.#display.shown;
    const wishes = {
      mute: () => this.#set({ muted: !muted }),
      type: () => {
        this.#typesForNow = false;
        this.#set({ typing: !typing });
        if (typing) this.#call?.listen();
        else this.#focusAnswer();
      },
      moment: () => this.#call?.hold(!held) && this.show({ held: !held }),
      repeat: () => this.#ask("repeat"),
      skip: () => this.#ask("skip"),
      end: () => this.#root.querySelector("[data-call-end]")?.click(),
      read: () => this.show({ reading: !this.#display.shown.reading }),
      send: () => this.#send(),
      "send-and-end": () => (this.#endsWhenKept = this.#send()),
      mic: () => this.#call?.sound.listenAgain(),
      "hang-up": () => this.#call?.hangUp(),
    };
    wishes[name]?.();
  }

  /** Use another device from now on: `kind` is "microphone" or "loudspeaker". */
  choose(kind, deviceId) {
    if (kind === "microphone") {
      chooseMicrophone(deviceId);
      this.#call?.sound.listenAgain();
    } else {
      chooseLoudspeaker(deviceId);
      this.#call?.sound.useLoudspeaker(deviceId);
    }
  }

  /** The page goes away. */
  leave() {
    const { status, typing } = this.#display.shown;
    const interviewId = this.#interviewId || this.#options.props().interviewId;
    if (status === "lost") left = { interviewId, typing, at: performance.now() };
    this.#call?.leave();
    this.#devices.destroy();
    this.#return.stop();
    this.#root.removeEventListener("change", this.#choose);
    this.#root.removeEventListener("input", this.#keep);
    this.#display.destroy();
    this.#stopKeys();
    for (const name of WAKERS) document.removeEventListener(name, this.#wake);
  }

  /** See `Call`. */
  show(changes) {
    this.#display.show(changes);
    if (changes.status && !["connecting", "connected"].includes(changes.status)) {
      this.#display.unfollow();
      this.#display.show({ held: false });
    }
    if (changes.status === "lost") this.#return.begin(this.#display.shown.seconds >= STEADY_SECONDS);
    else if (changes.status && changes.status !== "error") this.#return.stop();
    // Before, CSS hid the field, and what is hidden takes no focus.
    if (changes.status === "connected" && this.#display.shown.typing) this.#offerAnswer();
  }

  /** Send what the server has not told back, once more. */
  resend() {
    for (const message of this.#unsent.messages) this.#call?.say(message);
  }

  /** See `Unsent`. */
  echoed(message) {
    this.#unsent.echoed(message);
    this.#showUnsent();
    if (this.#endsWhenKept && this.#unsent.texts.length === 0) this.#finish();
  }

  /** See `Call`: the goodbye is being said, and what is half typed is kept as it is. */
  closing() {
    this.#send();
  }

  /** See `Call`: what the server could not keep stays here, and is sent again. */
  notKept(text) {
    if (text) this.#unsent.takeBack(text);
    this.#showUnsent();
  }

  /** See `Call`. */
  emit(event, detail) {
    const { interviewId, emit } = this.#options.props();
    emit(event, { interview_id: this.#interviewId || interviewId, ...detail });
  }

  /** See `Call`: without a microphone there is the keyboard, for whom the focus is nowhere else. */
  openTyping() {
    if (!this.#display.shown.typing) this.#typesForNow = true;
    this.#set({ typing: true });
    this.#offerAnswer();
  }

  /** See `Call`: back to voice, unless the person wants to write, or has begun to. */
  microphoneOpened() {
    this.#devices.refresh();
    if (!this.#typesForNow || answerField(this.#root)?.value.trim()) return;
    this.#typesForNow = false;
    this.#set({ typing: false });
  }

  /** Go on trying to come back where the room before had to stop. */
  #takeOver() {
    const before = left;
    left = null;
    if (!before || before.interviewId !== this.#options.props().interviewId) return;
    if (performance.now() - before.at > DRAWN_ANEW_MS) return;
    this.show({ status: "lost", typing: before.typing });
  }

  #start(ticket) {
    this.#call?.leave();
    const { interviewId, workletUrl, inWriting } = this.#options.props();
    // A prop may fall back to its default while the call lives; its events keep this id.
    this.#interviewId = interviewId;
    this.#endsWhenKept = false;
    this.show({ seconds: 0, left: null, question: "", asked: "", interim: "", mic: "off", held: false });
    if (this.#typesForNow) this.show({ typing: (this.#typesForNow = false) });
    // What was half typed is finished in writing.
    if ([this.#restore(), takeWishToType(), inWriting].some(Boolean)) this.show({ typing: true });
    this.#call = new Call(this, {
      address: this.#options.address(ticket, this.#display.shown.typing),
      refused: () => this.#options.refused(ticket),
      workletUrl,
      silent: this.#silent,
      deaf: this.#display.shown.typing,
      loudspeaker: chosenLoudspeaker(),
    });
    this.#display.follow(() => this.#call.loudness);
  }

  get #silent() {
    return this.#display.shown.muted || this.#display.shown.typing;
  }

  #set(changes) {
    this.show(changes);
    this.#call?.beSilent(this.#silent);
  }

  /** What is typed next is the answer, if the focus is nowhere else. */
  #offerAnswer() {
    if (document.activeElement === document.body) this.#focusAnswer();
    else this.#showAnswer();
  }

  /** What is typed next is the answer. A frame later, when CSS has shown the field. */
  #focusAnswer() {
    requestAnimationFrame(() => answerField(this.#root)?.focus({ preventScroll: true }));
    this.#showAnswer();
  }

  /** Have the field in sight where a look does not hold it there by itself. */
  #showAnswer() {
    requestAnimationFrame(() => answerField(this.#root)?.scrollIntoView({ block: "nearest" }));
  }

  /** Send what stands in the field; return whether there was something, and a line for it. */
  #send() {
    const field = answerField(this.#root);
    const text = field?.value.trim();
    if (!text || !this.#call?.isConnected) return false;
    this.#call.say(this.#unsent.add(text));
    fill(field, "");
    this.#showUnsent();
    return true;
  }

  /** Bring back what was being typed before the page began anew; return whether there was something. */
  #restore() {
    const [field, text] = [answerField(this.#root), draftOf(this.#interviewId)];
    if (!field || field.value || !text.trim()) return false;
    fill(field, text);
    return true;
  }

  #showUnsent() {
    this.show({ unsent: this.#unsent.texts, refused: this.#unsent.refused });
  }

  /** Press what the person would press, unless only they may. */
  #resume() {
    this.#root.querySelector('[data-call-resume=""]')?.click();
  }

  #finish() {
    this.#endsWhenKept = false;
    this.#root.querySelector("[data-call-finish]")?.click();
  }

  /** A wish ends a moment: it is told first, so that nothing else is said before. */
  #ask(wish) {
    const sent = this.#call?.say({ type: "darasa_wish", wish });
    if (sent && this.#display.shown.held) this.wish("moment");
  }

  #choose = (event) => choose(event, this);

  #keep = (event) => isAnswer(event) && keepDraft(this.#interviewId, event.target.value);

  #wake = () => this.#call?.sound.wake();
}
