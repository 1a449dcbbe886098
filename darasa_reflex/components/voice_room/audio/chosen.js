/** What this browser remembers for the next call: the chosen devices, and a wish to type. */

const MICROPHONE = "darasa.microphone";
const LOUDSPEAKER = "darasa.loudspeaker";
const TYPING = "darasa.typing";
/** How long a wish to type counts, in ms: from the press to the room, not until some later interview. */
const WISH_MS = 30_000;

/** The device id of the microphone that was chosen last; empty when none was. */
export function chosenMicrophone() {
  return read(localStorageOrNothing(), MICROPHONE);
}

export function chooseMicrophone(deviceId) {
  write(localStorageOrNothing(), MICROPHONE, deviceId);
}

/** The same of the loudspeaker. */
export function chosenLoudspeaker() {
  return read(localStorageOrNothing(), LOUDSPEAKER);
}

export function chooseLoudspeaker(deviceId) {
  write(localStorageOrNothing(), LOUDSPEAKER, deviceId);
}

/** Let the room that opens next in this tab open in writing. */
export function wishToType() {
  write(sessionStorageOrNothing(), TYPING, String(Date.now()));
}

/** Tell whether the room is to open in writing; asking takes the wish back. */
export function takeWishToType() {
  const since = Number(read(sessionStorageOrNothing(), TYPING));
  write(sessionStorageOrNothing(), TYPING, "");
  return Date.now() - since < WISH_MS;
}

function read(storage, key) {
  return storage?.getItem(key) ?? "";
}

function write(storage, key, value) {
  try {
    storage?.setItem(key, value);
  } catch {
    // Storage is full: it is chosen for this page only.
  }
}

/** A browser that forbids storage throws at the very name of it. */
function localStorageOrNothing() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function sessionStorageOrNothing() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
