/** Every sentence and word the voice room says by itself. */

/** By the kind of an `on_error` event. */
export const SENTENCES = {
  mic_denied:
    "Your browser blocks the microphone for this page. Click the lock beside the address, allow the microphone, then try again.",
  mic_missing: "No microphone was found. Plug one in, or type your answers.",
  mic_busy: "Another program is using your microphone. Close it, then try again.",
  insecure: "Browsers allow the microphone only on secure pages (https) or on localhost.",
  silence: "We hear nothing. Is the right microphone chosen?",
  connect_failed: "The voice service is not answering. Please try again.",
  ticket: "This start link has expired.",
  server: "Something went wrong on our side. We have noted it.",
};

/** By the root's `data-interviewer`. */
const INTERVIEWER = {
  speaking: "Speaking",
  listening: "Listening",
  thinking: "Thinking",
  waiting: "Waiting for you",
};

/** The state of the call in words. `slow`: connecting takes longer than usual. */
export function stateWords({ status, interviewer, slow }) {
  if (status === "connected") return INTERVIEWER[interviewer];
  if (status !== "connecting") return "";
  return slow ? "Still connecting. This takes longer than usual." : "Connecting…";
}

/** "Question 3 of 6"; empty outside the question plan. */
export function questionWords(place) {
  return place?.number > 0 && place.of > 0 ? `Question ${place.number} of ${place.of}` : "";
}

/** "03:12" for 192 seconds. */
export function timerWords(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
