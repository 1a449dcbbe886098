import { useState } from "react";
import { gettext as _ } from "../../../words/words.js";

/** See take_along.py. */
const SAID_FOR_MS = 2500;

export function PrintButton({ label }) {
  return (
    <button type="button" className="button wide" onClick={print}>
      {label}
    </button>
  );
}

export function MenuLink({ label, to }) {
  return (
    <a href={to} className="button wide" onClick={close}>
      {label}
    </a>
  );
}

function print(event) {
  close(event);
  window.print();
}

function close(event) {
  event.currentTarget.closest("[popover]")?.hidePopover();
}

export function CopyButton({ label, words }) {
  return <Copy label={label} read={() => words} />;
}

export function CopyFrom({ label, of }) {
  return <Copy label={label} read={() => document.getElementById(of)?.value ?? ""} />;
}

function Copy({ label, read }) {
  const [said, say] = useState("");
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(read()).then(() => true, () => false);
    say(done ? _("Copied") : _("Your browser did not let us copy"));
    setTimeout(() => say(""), SAID_FOR_MS);
  };
  return (
    <button type="button" className="button" onClick={copy}>
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}
