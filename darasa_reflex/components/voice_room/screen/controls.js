/** What a person does on the page, as wishes to the room: clicks, keys, typed answers. */

const KEYS = { m: "mute", t: "type", " ": "moment", r: "repeat", s: "skip", e: "end" };
const TEXT_FIELD = "input, textarea, select, [contenteditable=''], [contenteditable=true]";
const PRESSABLE = "button, a[href], summary, [role=button], [role=link], [role=menuitem]";
const DIALOG = "dialog, [role=dialog], [role=alertdialog]";
const ANSWER = "textarea[data-call-input]";

/** Do what the clicked element is marked with. Bubbles through React, so dialogs in portals count. */
export function click(event, room) {
  const wish = event.target.closest?.("[data-call]")?.dataset.call;
  if (wish) room.wish(wish);
}

/** Enter in the answer's field sends; Shift + Enter, and Enter that ends a composition, do not. */
export function enter(event, room) {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  if (!event.target.matches?.(ANSWER)) return;
  event.preventDefault();
  room.wish("send");
}

/** Take what was chosen in a menu of devices. */
export function choose(event, room) {
  const kind = event.target.dataset?.callDevices;
  if (kind) room.choose(kind, event.target.value);
}

/** Listen to single keys on the whole page; return what stops it. */
export function listenToKeys(room, root) {
  const press = (event) => {
    const wish = KEYS[event.key.toLowerCase()];
    if (!wish || event.repeat || event.defaultPrevented) return;
    if (root.dataset.status !== "connected" || root.dataset.keys === "off") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focus = document.activeElement;
    if (focus?.closest(TEXT_FIELD) || focus?.closest(DIALOG)) return;
    if (event.key === " " && focus?.closest(PRESSABLE)) return;
    event.preventDefault(); // Space would scroll
    room.wish(wish);
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

/** The field of the typed answer; it may stand in a dialog's portal. */
export function answerField(root) {
  return root.querySelector(ANSWER) ?? document.querySelector(ANSWER);
}

/** Whether what was typed, was typed as an answer. */
export function isAnswer(event) {
  return event.target.matches?.(ANSWER) ?? false;
}

/** Fill a field the way typing would, so that React sees it too if it controls the field. */
export function fill(field, text) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
