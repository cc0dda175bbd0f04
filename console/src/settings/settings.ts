import { useSyncExternalStore } from 'react';
import type { Language } from '@yiwang/messages';

/** What the reader chose for this browser; it survives a reload and reaches the reader's other tabs. */
export interface Settings {
  readonly language: Language;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'compact' | 'regular' | 'relaxed';
  readonly text: 'regular' | 'large';
  readonly motion: 'auto' | 'reduced';
}

const place = 'yiwang.settings';
const choices = {
  language: ['zh', 'en'],
  theme: ['auto', 'light', 'dark'],
  density: ['regular', 'relaxed', 'compact'],
  text: ['regular', 'large'],
  motion: ['auto', 'reduced'],
} as const satisfies { readonly [K in keyof Settings]: readonly Settings[K][] };

function oneOf<T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((choice) => choice === value) ?? otherwise;
}

function parsed(text: string | null): Record<string, unknown> {
  if (text === null || !text.startsWith('{')) return {};
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text) as object));
  } catch {
    return {}; // a broken note of preferences is worth nothing: start from the defaults
  }
}

function read(): Settings {
  const kept = parsed(localStorage.getItem(place));
  return {
    language: oneOf(choices.language, kept['language'], navigator.language.startsWith('zh') ? 'zh' : 'en'),
    theme: oneOf(choices.theme, kept['theme'], 'auto'),
    density: oneOf(choices.density, kept['density'], 'regular'),
    text: oneOf(choices.text, kept['text'], 'regular'),
    motion: oneOf(choices.motion, kept['motion'], 'auto'),
  };
}

let current = read();
const listeners = new Set<() => void>();

/** Puts the settings where the tokens look for them. */
export function applySettings(): void {
  const { dataset } = document.documentElement;
  document.documentElement.lang = current.language === 'zh' ? 'zh-CN' : 'en';
  if (current.theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = current.theme;
  dataset['density'] = current.density;
  dataset['text'] = current.text;
  dataset['motion'] = current.motion;
}

function changed(next: Settings): void {
  current = next;
  applySettings();
  for (const listener of listeners) listener();
}

export function setSettings(change: Partial<Settings>): void {
  const next = { ...current, ...change };
  localStorage.setItem(place, JSON.stringify(next));
  changed(next);
}

/** The next choice of one setting, round and round. */
export function turnSetting(key: keyof Settings): void {
  const allowed: readonly string[] = choices[key];
  const next = allowed[(allowed.indexOf(current[key]) + 1) % allowed.length];
  setSettings({ [key]: next });
}

window.addEventListener('storage', (event) => {
  if (event.key === place) changed(read());
});

export const currentSettings = (): Settings => current;

export function useSettings(): Settings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSettings);
}
