import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

/** See native_form.py: the contract with Python stands there. */
const KEPT = "darasa-typed";

export function NativeForm({ action, told, fetches, children, ...rest }) {
  const form = useRef(null);
  const { search } = useLocation();
  // The page is built before its address is known: what depends on that comes with the first effect.
  const [asked, setAsked] = useState(() => new URLSearchParams());
  useEffect(() => {
    const query = new URLSearchParams(search);
    setAsked(query);
    restore(form.current, codes(told, query).length > 0);
  }, [search]);

  const next = asked.get("next");
  const send = fetches ? fetchFile : () => keep(form.current);
  return (
    <form {...rest} ref={form} action={action} method="post" onSubmit={send}>
      {codes(told, asked).map(([name, code]) => (
        <p
          key={name}
          role={name === "wrong" ? "alert" : "status"}
          className="notice"
          data-tone={name === "wrong" ? "danger" : "good"}
        >
          {told[name][code]}
        </p>
      ))}
      {children}
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      {fetches ? <input type="hidden" name="token" /> : null}
    </form>
  );
}

/** Reflex hangs up at `beforeunload`; a file leaves the page standing, and its line with it. */
async function fetchFile(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const token = await window.Clerk?.session?.getToken().catch(() => null);
  form.elements.token.value = token ?? "";
  const stay = (leaving) => leaving.stopImmediatePropagation();
  window.addEventListener("beforeunload", stay, { capture: true, once: true });
  form.submit();
}

/** The codes of the address for which there are words. */
function codes(told, query) {
  return [...query].filter(([name, code]) => Object.hasOwn(told[name] ?? {}, code)).slice(0, 1);
}

function kept(form) {
  return [...form.querySelectorAll("input[data-kept]")];
}

function keep(form) {
  const typed = kept(form).map(({ name, value }) => [name, value]);
  if (typed.length) sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(typed)));
}

/** Only who comes back from the server finds again what they typed; nobody who comes later. */
function restore(form, isBack) {
  if (kept(form).length === 0) return;
  const typed = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  sessionStorage.removeItem(KEPT);
  if (!isBack) return;
  for (const input of kept(form)) input.value ||= typed[input.name] ?? "";
}
