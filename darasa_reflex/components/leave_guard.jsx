import { useEffect, useRef } from "react";
import { useBlocker } from "react-router";

/** See leave_guard.py: the contract with Python stands there. */
export function LeaveGuard({ question, children, ...rest }) {
  const changed = useRef(false);
  // Between Save and the next press the page may lead on by itself.
  const saving = useRef(false);
  const asks = () => changed.current && !saving.current;

  useBlocker(({ currentLocation, nextLocation }) => {
    const leaves = currentLocation.pathname !== nextLocation.pathname;
    return leaves && asks() && !window.confirm(question);
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

  const note = () => (changed.current = true);
  const click = (event) => event.target.closest("[data-changes]") && note();
  const submit = (event) => !event.target.closest("[data-part]") && (saving.current = true);
  return (
    <div {...rest} onInput={note} onClick={click} onSubmit={submit}>
      {children}
    </div>
  );
}
