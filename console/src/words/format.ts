import type { Language } from '@yiwang/messages';

const zone = 'Asia/Shanghai';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const weekdays = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' }),
};

/** The city's own time, whatever the reader's machine is set to. */
export const timeOf = (instant: string): string => clock.format(new Date(instant));
export const secondsOf = (instant: string): string => seconds.format(new Date(instant));
export const dayOf = (instant: string): string => day.format(new Date(instant));
export const dayTimeOf = (instant: string): string => `${dayOf(instant)} ${timeOf(instant)}`;
export const weekdayOf = (instant: string, language: Language): string => weekdays[language].format(new Date(instant));

/** 14 820: a thin space between thousands. */
export function numberOf(value: number, decimals = 0): string {
  const [whole = '', part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
