import { useEffect, useRef } from "react";
import { useBlocker } from "react-router";

// What a change leads to, such as skills read from a text, is there after this time.
const SETTLED_MS = 1500;

/** See leave_guard.py: the contract with Python stands there. */
export function LeaveGuard({ question, draft, onDraft, children, ...rest }) {
  const root = useRef(null);
  const changed = useRef(false);
  // Between Save and the next press the page may lead on by itself.
  const saving = useRef(false);
  const asks = () => changed.current && !saving.current;
  const keep = useDraft(root, draft, (kept) => {
    changed.current = true;
    if (kept !== valuesOf(root.current)) onDraft?.(JSON.parse(kept));
  });

  useBlocker(({ currentLocation, nextLocation }) => {
    const leaves = currentLocation.pathname !== nextLocation.pathname;
    const stays = leaves && asks() && !window.confirm(question);
    if (leaves && !stays) keep.forget();
    return stays;
  });
  useEffect(() => {
    const unload = (event) => asks() && event.preventDefault();
    const press = () => (saving.current = false);
    window.addEventListener("beforeunload", unload);
    for (const name of ["pointerdown", "keydown"]) window.addEventListener(name, press, true);
    return () => {
      window.removeEventListener("beforeunload", unload);
      for (const name of ["pointerdown", "keydown"]) window.removeEventListener(name, press, true);
    };
  }, []);

  const note = () => {
    changed.current = true;
    keep.soon();
  };
  const click = (event) => event.target.closest("[data-changes]") && note();
  const submit = (event) => !event.target.closest("[data-part]") && (saving.current = true);
  return (
    <div {...rest} ref={root} onInput={note} onClick={click} onSubmit={submit}>
      {children}
    </div>
  );
}

/** Keeps what is typed in this tab, under the name that `forget_draft` knows; `onKept` gets, as JSON, what was kept before. */
function useDraft(root, draft, onKept) {
  const place = draft && `draft ${draft} ${window.location.pathname.replace(/\/$/, "")}`;
  const timer = useRef(undefined);
  const write = () => place && root.current && sessionStorage.setItem(place, valuesOf(root.current));

  useEffect(() => {
    const kept = place && sessionStorage.getItem(place);
    if (kept) onKept(kept);
    return () => clearTimeout(timer.current);
  }, [place]);
  return {
    soon: () => {
      write();
      clearTimeout(timer.current);
      timer.current = setTimeout(write, SETTLED_MS);
    },
    forget: () => {
      clearTimeout(timer.current);
      if (place) sessionStorage.removeItem(place);
    },
  };
}

function valuesOf(form) {
  const values = {};
  for (const field of form.querySelectorAll("[name]")) values[field.name] = field.value;
  for (const field of form.querySelectorAll("[data-draft]")) {
    (values[field.dataset.draft] ??= []).push(field.value);
  }
  return JSON.stringify(values);
}
