import { createElement, startTransition, useLayoutEffect } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

import { language } from "$/public/external/darasa_reflex/components/words/words.js";

/** The page, rendered anew: React takes the attributes of `html` away, the theme among them. */
function Anew() {
  useLayoutEffect(() => {
    document.documentElement.className = theme.name;
    document.documentElement.style.colorScheme = theme.scheme;
  }, []);
  return createElement(HydratedRouter);
}

const theme = {
  name: document.documentElement.className,
  scheme: document.documentElement.style.colorScheme,
};

startTransition(() => {
  if (language === "en") hydrateRoot(document, createElement(HydratedRouter));
  else createRoot(document).render(createElement(Anew));
});
