import { useEffect } from "react";

/** See cards.py. */
export function CardList({ children, ...rest }) {
  useEffect(() => {
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, []);
  return <div {...rest}>{children}</div>;
}

/** Open what the address leads into, and show it: it was not there when the page was loaded. */
function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}
