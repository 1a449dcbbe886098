import { useEffect, useLayoutEffect, useRef } from "react";
import { useBlocker } from "react-router";

// What a change leads to, such as skills read from a text, is there after this time.
const SETTLED_MS = 1500;

/** See leave_guard.py: the contract with Python stands there. */
export function LeaveGuard(props) {
  return <Guard key={props.opened} {...props} />;
}

function Guard({ question, opened, askedFor, fills, draft, saved, onDraft, children, ...rest }) {
  const root = useRef(null);
  const changed = useRef(false);
  // Between Save and the next press the page may lead on by itself.
  const saving = useRef(false);
  // A form that was submitted before the server had opened it.
  const early = useRef(null);
  const asks = () => changed.current && !saving.current;
  const keep = useDraft(root, draft, (kept) => {
    changed.current = true;
    if (kept === valuesOf(root.current)) return;
    fill(root.current, JSON.parse(kept));
    onDraft?.(JSON.parse(kept));
  });
  const asked = useRef(askedFor);
  useEffect(() => {
    const again = asked.current !== askedFor;
    if (askedFor && (again || !opened)) onDraft?.({ ...JSON.parse(valuesOf(root.current)), opened });
    asked.current = askedFor;
  }, [askedFor]);

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
  // All that the page shows is sent with the form: a server that began anew has nothing of it.
  useEffect(() => {
    const send = ({ target, formData }) => {
      if (target.closest("[data-part]")) return;
      formData.set("opened", opened);
      for (const [name, texts] of Object.entries(listsOf(root.current))) {
        formData.set(name, JSON.stringify(texts));
      }
    };
    const form = root.current;
    form.addEventListener("formdata", send);
    return () => form.removeEventListener("formdata", send);
  }, [opened]);
  // What was offered last; anything else in a field is the person's, however late an offer comes.
  const offered = useRef({});
  useEffect(() => {
    for (const [name, text] of Object.entries(fills ?? {})) {
      const field = root.current.querySelector(`[name="${name}"]`);
      if (!field || field === document.activeElement) continue;
      if (field.value !== (offered.current[name] ?? "")) continue;
      field.value = offered.current[name] = text;
    }
  }, [fills]);
  // A server that began anew counts from the beginning, and has saved nothing.
  const counted = useRef(saved);
  useEffect(() => {
    if (saved > counted.current) {
      keep.forget();
      changed.current = false;
    }
    counted.current = saved;
  }, [saved]);
  useEffect(() => {
    if (draft) early.current?.requestSubmit();
    early.current = null;
  }, [draft]);

  const note = () => {
    changed.current = true;
    keep.soon();
  };
  const click = (event) => event.target.closest("[data-changes]") && note();
  const submit = (event) => !event.target.closest("[data-part]") && (saving.current = true);
  const wait = (event) => {
    if (!onDraft || draft) return;
    event.preventDefault();
    event.stopPropagation();
    early.current = event.target;
  };
  return (
    <div {...rest} ref={root} onInput={note} onClick={click} onSubmit={submit} onSubmitCapture={wait}>
      {children}
    </div>
  );
}

/** Keeps what is typed in this tab, under the name that `forget_draft` knows; `onKept` gets, as JSON, what was kept before. */
function useDraft(root, draft, onKept) {
  const place = draft && `draft ${draft} ${window.location.pathname.replace(/\/$/, "")}`;
  const timer = useRef(undefined);
  const write = () => place && root.current && sessionStorage.setItem(place, valuesOf(root.current));

  // Before the page is drawn: nobody sees, changes or sends the form without what was kept.
  useLayoutEffect(() => {
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
  return JSON.stringify({ ...values, ...listsOf(form) });
}

function listsOf(form) {
  const lists = {};
  const put = (name, text) => name && (lists[name] ??= []).push(text);
  for (const { value, defaultValue, dataset } of form.querySelectorAll("[data-draft]")) {
    const isChanged = value !== defaultValue;
    put((isChanged && dataset.draftChanged) || dataset.draft, value);
    if (isChanged) put(dataset.draftBefore, defaultValue);
  }
  return lists;
}

/** The field somebody is in is newer than what was kept. */
function fill(form, values) {
  for (const field of form.querySelectorAll("[name]")) {
    if (field !== document.activeElement && typeof values[field.name] === "string") {
      field.value = values[field.name];
    }
  }
}
