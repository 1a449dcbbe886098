/** Every word and sentence of the device check: `[word, tone, sentence]` by the state of a row. */

import { SENTENCES } from "../../voice_room/component/screen/words.js";
import { gettext as _, pgettext } from "../../words/words.js";

const QUIET = _("We hear almost nothing. Is it muted? Is the right one chosen?");
const HEADPHONES = _("The interviewer would hear its own voice. Headphones end that.");
const ON_A_PHONE = _("On a phone they help most.");
const LEFT_OUT = _("This transcription leaves out um and uh, so we will not count them.");

export const MICROPHONE = {
  idle: [_("Not checked yet"), ""],
  asking: [_("Waiting for permission"), "", _("Your browser asks whether this page may listen.")],
  listening: [_("Say a few words"), ""],
  working: [_("We hear you"), "good"],
  quiet: [_("Very quiet"), "warning", QUIET],
  mic_missing: [_("Not found"), "danger", SENTENCES.mic_missing],
  mic_denied: [_("Blocked by the browser"), "danger", SENTENCES.mic_denied],
  mic_busy: [_("Busy"), "danger", SENTENCES.mic_busy],
  insecure: [_("Blocked"), "danger", [SENTENCES.insecure, _("You can type your answers.")].join(" ")],
  mic_failed: [_("Not working"), "danger", SENTENCES.mic_failed],
};

export const TAKE = {
  none: [_("Not done"), ""],
  recording: [_("Recording"), "", _("Say a few words, as you would in the interview.")],
  ready: [_("Recorded"), "", _("Play it and listen.")],
  playing: [_("Playing"), ""],
  played: [_("Played"), "good", _("Not right? Choose another microphone, or move closer to it.")],
};

export const ECHO = {
  none: [_("Not done"), ""],
  testing: [_("Testing"), "", _("Four short tones. Please stay silent.")],
  clear: [_("No echo"), "good"],
  heard: [_("Echo heard: use headphones"), "warning", HEADPHONES],
  unclear: [_("Not clear"), "warning", _("Your microphone is too quiet to tell. Say a few words first.")],
};

export const LINE = {
  none: [_("Not measured"), ""],
  measuring: [_("Measuring"), ""],
  good: [_("Good"), "good"],
  slow: [_("Slow"), "warning", _("Answers may come a little late.")],
  very_slow: [_("Very slow: typing may work better"), "warning"],
  unreachable: [_("No answer"), "danger", _("Our server does not answer. Look at your connection, then measure again.")],
};

export const EAR = {
  none: [_("Not done"), ""],
  reading: [pgettext("state", "Listening"), "", _("Read the sentence aloud now.")],
  sending: [_("Transcribing"), ""],
  heard: [_("Heard"), "good"],
  nothing: [_("No words understood"), "warning", _("Read it once more, a little louder.")],
  failed: [_("Did not work"), "warning"],
};

export const NO_ANSWER = _("The transcription does not answer. Try again, or go on without this check.");

/** The label of the button that opens and closes the microphone. */
export function startWords(state) {
  if (["asking", "listening", "working", "quiet"].includes(state)) return _("Stop the microphone");
  return state === "idle" ? _("Check microphone") : _("Try again");
}

/** `visible` is null where nobody looks for fillers. */
export function fillerWords(visible) {
  if (visible === null) return "";
  return visible ? _("Fillers visible: yes.") : [_("Fillers visible: no."), LEFT_OUT].join(" ");
}

/** More to say of an echo where loudspeaker and microphone are a hand apart. */
export function onThisDevice(sentence) {
  return /iPhone|Android.*Mobile/.test(navigator.userAgent) ? `${sentence} ${ON_A_PHONE}` : sentence;
}
