/** Every sentence and word the voice room says by itself. */

import { gettext as _ } from "../../../words/words.js";

/** By the kind of an `on_error` event. */
export const SENTENCES = {
  mic_denied:
    _("Your browser blocks the microphone for this page. Click the lock beside the address, allow the microphone, then try again."),
  mic_missing: _("No microphone was found. Plug one in, or type your answers."),
  mic_busy: _("Another program is using your microphone. Close it, then try again."),
  mic_failed:
    _("Your browser could not use this microphone. Choose another one, or type your answers."),
  mic_muted: _("Your microphone is muted by your system or by its own switch. Turn it on, or type your answers."),
  mic_silent: _("No sound comes from your microphone. Is it switched on? Choose another one, or type your answers."),
  insecure: _("Browsers allow the microphone only on secure pages (https) or on localhost."),
  silence: _("We cannot hear you yet. Is this the right microphone?"),
  sound_paused: _("Sound is paused. Press anywhere to go on."),
  line_slow:
    _("Your connection is too slow for your voice: your words arrive late. Typing your answers works better."),
  line_blocked:
    _("The voice connection is blocked, probably by a proxy or a firewall. Try another network, or ask whoever runs this one to allow WebSockets to this site."),
  connect_failed: _("The voice service is not answering. Please try again."),
  ticket: _("This start link has expired."),
  server: _("Something went wrong on our side. We have noted it."),
};

/** What hinders the person for now; empty when nothing does. */
export function troubleWords({ trouble }) {
  return SENTENCES[trouble] ?? "";
}

/** By the root's `data-interviewer`. */
const INTERVIEWER = {
  speaking: _("Speaking"),
  listening: _("Listening to you"),
  thinking: _("Thinking"),
  waiting: _("Waiting for you. Take your time."),
};

/** The state of the call in words. `slow`: connecting takes longer than usual. */
export function stateWords({ status, interviewer, slow }) {
  if (status === "connected") return INTERVIEWER[interviewer];
  if (status !== "connecting") return "";
  return slow ? _("Still connecting. This takes longer than usual.") : _("Connecting…");
}

/** The key of the warm-up: features/interviews/plan.py. */
const WARM_UP = "warm-up";

/** "Question 3 of 6"; empty outside the question plan. */
export function questionWords(place) {
  if (place?.question === WARM_UP) return _("Warm-up, not counted");
  const { number = 0, of = 0 } = place ?? {};
  return number > 0 && of > 0 ? _("Question {number} of {of}", { number, of }) : "";
}

/** So many characters stand large at once; of more, only the last sentence does. */
const LARGE = 150;
/** A sentence of fewer words says nothing of the question: "Thanks." */
const FEW_WORDS = 5;

/** What to show large of what the interviewer has said in this turn. */
export function askedWords(said) {
  const sentences = said.match(/\S.*?[.!?](?=\s|$)|\S.*$/gs) ?? [];
  const last = sentences.at(-1) ?? "";
  const before = sentences.at(-2) ?? "";
  const both = `${before} ${last}`;
  return before.split(/\s+/).length >= FEW_WORDS && both.length <= LARGE ? both : last;
}

/** Seconds left from which the time is amber, and red. */
const AMBER = 120;
const RED = 60;
const UP = _("Time is up. Finish your sentence.");

/** How pressing the time is: "calm", "amber", "red" or "up". */
export function urgency({ status, left }) {
  if (status !== "connected" || left === null || left > AMBER) return "calm";
  if (left > RED) return "amber";
  return left > 0 ? "red" : "up";
}

/** "8 min left"; empty when nobody knows. */
export function leftWords({ status, left }) {
  if (status !== "connected" || left === null) return "";
  if (left <= 0) return UP;
  if (left >= AMBER) return _("{minutes} min left", { minutes: Math.ceil(left / 60) });
  if (left < 60) return _("{seconds} s left", { seconds: left });
  if (left === 60) return _("{minutes} min left", { minutes: 1 });
  return _("1 min {seconds} s left", { seconds: left % 60 });
}

const WARNINGS = {
  amber: _("Less than 2 minutes left."),
  red: _("Less than 1 minute left."),
  up: UP,
};

/** What is said once of the time, when it becomes pressing; it must not change every second. */
export function warningWords(shown) {
  return WARNINGS[urgency(shown)] ?? "";
}

/** "12 s" while the interviewer waits. */
export function heldWords({ held, heldSeconds }) {
  return held ? _("{seconds} s", { seconds: heldSeconds }) : "";
}

/** What became of answers that are not in the transcript yet; empty when all are. */
export function unsentWords({ status, unsent, refused }) {
  if (unsent.length === 0) return "";
  const answers = unsent.join("\n");
  if (status === "connected") return _("Sending… {answers}", { answers });
  if (status === "ended") return _("Not kept: {answers}", { answers });
  if (refused) return _("Not kept yet, it will be sent again by itself: {answers}", { answers });
  return _("Not sent yet, it will be sent when the line is back: {answers}", { answers });
}

/** "03:12" for 192 seconds. */
export function timerWords(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
