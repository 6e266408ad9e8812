// Simulated time, always read and written in +08:00 whatever the browser's zone is.

const OFFSET = 8 * 3600 * 1000;
const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const WEEKDAYS = '日一二三四五六';

const pad = (number) => String(number).padStart(2, '0');

/** The wall clock at an instant, as a Date whose UTC fields are Shanghai's. */
const wall = (instant) => new Date(instant + OFFSET);

/** The instant of a wall clock reading. */
const at = (year, month, day, hour, minute) => Date.UTC(year, month, day, hour, minute) - OFFSET;

export const iso = (instant) => wall(instant).toISOString().slice(0, 19) + '+08:00';
export const inputValue = (instant) => wall(instant).toISOString().slice(0, 16);
export const fromInput = (value) => Date.parse(value + ':00+08:00');

export function dayText(instant) {
  const w = wall(instant);
  return `${w.getUTCMonth() + 1}月${w.getUTCDate()}日 周${WEEKDAYS[w.getUTCDay()]}`;
}

export function timeText(instant) {
  const w = wall(instant);
  return `${pad(w.getUTCHours())}:${pad(w.getUTCMinutes())}`;
}

/** Where a fast-forward button leads. */
export function forward(kind, now) {
  const w = wall(now);
  const [year, month, day] = [w.getUTCFullYear(), w.getUTCMonth(), w.getUTCDate()];
  if (kind === 'hour') {
    return now + HOUR;
  }
  if (kind === 'night') {
    const tonight = at(year, month, day, 22, 0);
    return tonight > now ? tonight : tonight + DAY;
  }
  if (kind === 'morning') {
    return at(year, month, day + 1, 8, 36);
  }
  // The boards of a 旬 post at 08:35 on the day after its last one.
  return [at(year, month, 1, 8, 36), at(year, month, 11, 8, 36), at(year, month, 21, 8, 36),
    at(year, month + 1, 1, 8, 36)].find((closing) => closing > now);
}
