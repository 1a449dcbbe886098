import { useState } from "react";

/** See take_along.py. */
const SAID_FOR_MS = 2500;

export function PrintButton({ label }) {
  return (
    <button type="button" className="button wide" onClick={print}>
      {label}
    </button>
  );
}

function print(event) {
  event.currentTarget.closest("[popover]")?.hidePopover();
  window.print();
}

export function CopyButton({ label, words }) {
  const [said, say] = useState("");
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(words).then(() => true, () => false);
    say(done ? "Copied" : "Your browser did not let us copy");
    setTimeout(() => say(""), SAID_FOR_MS);
  };
  return (
    <button type="button" className="button" onClick={copy}>
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}
