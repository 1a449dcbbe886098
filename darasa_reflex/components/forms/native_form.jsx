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
  const send = fetches ? bringToken : () => keep(form.current);
  // A file opens a tab that closes itself: at the mere try to leave this one Reflex hangs up.
  const target = fetches ? "_blank" : undefined;
  return (
    <form {...rest} ref={form} action={action} target={target} method="post" onSubmit={send}>
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

/** Bring the newest token along, where Clerk keeps the sign-ins; else the form goes as it is. */
async function bringToken(event) {
  const session = window.Clerk?.session;
  if (!session) return;
  event.preventDefault();
  const form = event.currentTarget;
  form.elements.token.value = (await session.getToken().catch(() => null)) ?? "";
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
