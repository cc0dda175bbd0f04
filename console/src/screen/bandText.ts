import type { Sign } from '@yiwang/contract';
import type { Speech } from '../words/useWords.ts';

/** What the value is held against: its target, else its band. */
export function bandText(sign: Pick<Sign, 'band' | 'target' | 'unit'>, { t, b }: Speech): string {
  if (sign.target !== undefined) {
    const said = b(sign.target.text);
    // 年均目标 <30: no number without its unit
    const text = /\d$/.test(said) && sign.unit !== '' ? `${said} ${sign.unit}` : said;
    return /目标|target/i.test(text) ? text : t('target', { text });
  }
  const { low, high } = sign.band;
  if (low !== null && high !== null) return t('band', { low, high });
  if (low !== null) return t('bandAbove', { low: `${low} ${sign.unit}` });
  return high !== null ? t('bandBelow', { high: `${high} ${sign.unit}` }) : t('noBand');
}
