import { gettext as _ } from "../../../words/words.js";
import {
  heldWords, leftWords, stateWords, timerWords, troubleWords, unsentWords, urgency, warningWords,
} from "./words.js";

const FLOOR_DB = -60; // shown as level 0: a quiet room
const CEILING_DB = -10; // shown as level 1: loud speech
const FALL = 0.85; // a level sinks at most to this share of itself per drawing, so that it does not flicker
const DRAW_MS = 40; // as often as the microphone's frames come
/** A button that says what a press does next is not told as pressed besides. */
const RENAMED = "[data-call-when]";
/** Which button shows which state as pressed. */
const TOGGLES = { mute: "muted", type: "typing", moment: "held", read: "reading" };

/** Draws a call: attributes onto the root, texts and levels where marked. Python's children are the look. */
export class Display {
  #root;
  #shown = {
    status: "idle",
    slow: false,
    muted: false,
    typing: false,
    held: false,
    heldSeconds: 0,
    reading: false,
    left: null,
    mic: "off",
    trouble: "",
    interviewer: "waiting",
    seconds: 0,
    interim: "",
    question: "",
    place: { number: 0, of: 0 },
    asked: "",
    microphone: "",
    returning: "",
    unsent: [],
    refused: false,
  };
  #levels = { you: 0, interviewer: 0 };
  #observer;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #drawing = null;

  constructor(root) {
    this.#root = root;
    // React may bring new children at any time; they must show the same.
    this.#observer = new MutationObserver(() => this.#write());
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    this.show({});
  }

  get shown() {
    return this.#shown;
  }

  show(changes) {
    Object.assign(this.#shown, changes);
    this.#write();
  }

  /** Draw the levels that `read()` gives (`{ you, interviewer }`, RMS 0 to 1) until told to stop. */
  follow(read) {
    this.unfollow();
    let drawnAt = 0;
    const draw = (now) => {
      this.#drawing = requestAnimationFrame(draw);
      if (now - drawnAt < DRAW_MS) return;
      drawnAt = now;
      const loudness = read();
      for (const side in loudness) this.#drawLevel(side, levelOf(loudness[side]));
    };
    this.#drawing = requestAnimationFrame(draw);
  }

  unfollow() {
    cancelAnimationFrame(this.#drawing);
    for (const side in this.#levels) {
      this.#levels[side] = 0;
      this.#drawLevel(side, 0);
    }
  }

  destroy() {
    this.unfollow();
    this.#observer.disconnect();
  }

  #drawLevel(side, level) {
    this.#levels[side] = Math.max(level, this.#levels[side] * FALL);
    const text = this.#levels[side].toFixed(this.#calm.matches ? 1 : 2);
    const name = `--level-${side}`;
    // Not onto the root: what it inherits is styled anew, all of the room at every drawing.
    for (const { style } of this.#root.querySelectorAll("[data-call-levels]")) {
      if (style.getPropertyValue(name) !== text) style.setProperty(name, text);
    }
  }

  /** Write only what differs: writing wakes the observer, which calls this again. */
  #write() {
    const shown = this.#shown;
    setAttribute(this.#root, "data-time", urgency(shown));
    setAttribute(this.#root, "data-return", shown.returning);
    for (const name of ["status", "muted", "typing", "held", "reading", "mic", "trouble", "interviewer"]) {
      setAttribute(this.#root, `data-${name}`, String(shown[name]));
    }
    for (const name in TOGGLES) {
      for (const button of this.#root.querySelectorAll(`[data-call="${name}"]`)) {
        if (button.querySelector(RENAMED)) continue;
        setAttribute(pressable(button), "aria-pressed", String(shown[TOGGLES[name]]));
      }
    }
    const texts = {
      timer: timerWords(shown.seconds),
      left: leftWords(shown),
      warning: warningWords(shown),
      held: heldWords(shown),
      interim: shown.interim,
      state: stateWords(shown),
      question: shown.question,
      asked: shown.asked,
      microphone: shown.microphone || _("Microphone"),
      trouble: troubleWords(shown),
      unsent: unsentWords(shown),
    };
    for (const element of this.#root.querySelectorAll("[data-call-text]")) {
      const text = texts[element.dataset.callText] ?? "";
      if (element.textContent !== text) element.textContent = text;
    }
    for (const element of this.#root.querySelectorAll("[data-call-pips]")) drawPips(element, shown.place);
  }
}

/** The level of an RMS: both 0 to 1, the level as it looks to an ear. */
export function levelOf(rms) {
  const db = 20 * Math.log10(rms || Number.MIN_VALUE);
  return Math.min(1, Math.max(0, (db - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}

/** One mark per planned question: those before `number` are done, that one is asked now. */
function drawPips(element, { number, of }) {
  const names = Array.from({ length: of }, (_, at) => (at + 1 < number ? "done" : at < number ? "now" : ""));
  const drawn = Array.from(element.children, (pip) => pip.className);
  if (names.join() === drawn.join() && names.length === drawn.length) return;
  const pips = names.map((name) => Object.assign(document.createElement("i"), { className: name }));
  element.replaceChildren(...pips);
}

function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The mark may stand on a wrapper; what is pressed is the button. */
function pressable(element) {
  const button = "button, [role=button]";
  return element.matches(button) ? element : (element.querySelector(button) ?? element);
}
