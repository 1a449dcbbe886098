import { locale } from "../../words/words.js";

// A moment in the person's own zone and format, with the weekday for the last seven days.
const HOUR_MS = 3600 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;

function words(iso) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return "";
  const ago = Date.now() - moment.getTime();
  // Clocks differ by minutes. Of what is to come a weekday could be this week's or the next one's.
  const recent = ago < WEEK_MS && ago > -HOUR_MS;
  const day = recent ? { weekday: "long" } : { day: "numeric", month: "short", year: "numeric" };
  return new Intl.DateTimeFormat(locale, { ...day, hour: "2-digit", minute: "2-digit" }).format(moment);
}

export function LocalTime({ iso }) {
  return <time dateTime={iso}>{words(iso)}</time>;
}
