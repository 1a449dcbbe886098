/** Every word and sentence of the device check: `[word, tone, sentence]` by the state of a row. */

import { SENTENCES } from "../../voice_room/component/words.js";

const QUIET = "We hear almost nothing. Is it muted? Is the right one chosen?";
const HEADPHONES = "The interviewer would hear its own voice. Headphones end that.";
const ON_A_PHONE = " On a phone they help most.";
const LEFT_OUT = "This transcription leaves out um and uh, so we will not count them.";

export const MICROPHONE = {
  idle: ["Not checked yet", ""],
  asking: ["Waiting for permission", "", "Your browser asks whether this page may listen."],
  listening: ["Say a few words", ""],
  working: ["We hear you", "good"],
  quiet: ["Very quiet", "warning", QUIET],
  mic_missing: ["Not found", "danger", SENTENCES.mic_missing],
  mic_denied: ["Blocked by the browser", "danger", SENTENCES.mic_denied],
  mic_busy: ["Busy", "danger", SENTENCES.mic_busy],
  insecure: ["Blocked", "danger", `${SENTENCES.insecure} You can type your answers.`],
  mic_failed: ["Not working", "danger", SENTENCES.mic_failed],
};

export const TAKE = {
  none: ["Not done", ""],
  recording: ["Recording", "", "Say a few words, as you would in the interview."],
  ready: ["Recorded", "", "Play it and listen."],
  playing: ["Playing", ""],
  played: ["Played", "good", "Not right? Choose another microphone, or move closer to it."],
};

export const ECHO = {
  none: ["Not done", ""],
  testing: ["Testing", "", "Four short tones. Please stay silent."],
  clear: ["No echo", "good"],
  heard: ["Echo heard: use headphones", "warning", HEADPHONES],
  unclear: ["Not clear", "warning", "Your microphone is too quiet to tell. Say a few words first."],
};

export const LINE = {
  none: ["Not measured", ""],
  measuring: ["Measuring", ""],
  good: ["Good", "good"],
  slow: ["Slow", "warning", "Answers may come a little late."],
  very_slow: ["Very slow: typing may work better", "warning"],
  unreachable: ["No answer", "danger", "Our server does not answer. Look at your connection, then measure again."],
};

export const EAR = {
  none: ["Not done", ""],
  reading: ["Listening", "", "Read the sentence aloud now."],
  sending: ["Transcribing", ""],
  heard: ["Heard", "good"],
  nothing: ["No words understood", "warning", "Read it once more, a little louder."],
  failed: ["Did not work", "warning"],
};

export const NO_ANSWER = "The transcription does not answer. Try again, or go on without this check.";

/** The label of the button that opens and closes the microphone. */
export function startWords(state) {
  if (["asking", "listening", "working", "quiet"].includes(state)) return "Stop the microphone";
  return state === "idle" ? "Check microphone" : "Try again";
}

/** `visible` is null where nobody looks for fillers. */
export function fillerWords(visible) {
  if (visible === null) return "";
  return visible ? "Fillers visible: yes." : `Fillers visible: no. ${LEFT_OUT}`;
}

/** More to say of an echo where loudspeaker and microphone are a hand apart. */
export function onThisDevice(sentence) {
  return /iPhone|Android.*Mobile/.test(navigator.userAgent) ? sentence + ON_A_PHONE : sentence;
}
