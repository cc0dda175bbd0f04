import type { Language } from '@yiwang/messages';

/** zh where the terminal's locale is Chinese, en elsewhere. */
export function languageHere(): Language {
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return locale.startsWith('zh') ? 'zh' : 'en';
}
