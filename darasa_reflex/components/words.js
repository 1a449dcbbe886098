/**
 * Sentences in the language of who reads. English stands in the code; a catalogue of another
 * language was loaded by the head of the page (components/page/languages/languages.py), or there is none.
 */
const loaded = globalThis.darasaWords;
const texts = loaded?.texts ?? {};

/** As in ISO 639-1. */
export const language = loaded?.language ?? "en";

/** How dates are written: as the browser does, if possible. Undefined where all is in English. */
export const locale = globalThis.darasaLanguage
  && (navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language);

const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);

/** A sentence; `{name}` in it stands for a value of that name. */
export function gettext(message, values) {
  return filled(texts[message] ?? message, values);
}

/** A text that another one like it in English must not be taken for; `context` tells them apart. */
export function pgettext(context, message) {
  return texts[`${context}\u0004${message}`] ?? message;
}

/** A sentence that depends on a number, which is `{count}` in it; its singular and plural in English. */
export function ngettext(one, many, count, values) {
  const forms = texts[one];
  const text = forms?.[plurals.select(count)] ?? forms?.other ?? (count === 1 ? one : many);
  return filled(text, { ...values, count });
}

/** What stands before the placeholder of this place, from 0, or after the last one. */
export function piece(message, place) {
  return gettext(message).split(/\{\w+\}/)[place] ?? "";
}

function filled(text, values) {
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? shown(values[name]) : all));
}

function shown(value) {
  return typeof value === "number" ? numbers.format(value) : (value ?? "");
}
