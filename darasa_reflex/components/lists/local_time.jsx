// A moment in the person's own zone and format, with the weekday for the last seven days.
const WEEK_MS = 7 * 24 * 3600 * 1000;

function words(iso) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return "";
  const recent = Math.abs(Date.now() - moment.getTime()) < WEEK_MS;
  const day = recent ? { weekday: "long" } : { day: "numeric", month: "short", year: "numeric" };
  return new Intl.DateTimeFormat(undefined, { ...day, hour: "2-digit", minute: "2-digit" }).format(moment);
}

export function LocalTime({ iso }) {
  return <time dateTime={iso}>{words(iso)}</time>;
}
