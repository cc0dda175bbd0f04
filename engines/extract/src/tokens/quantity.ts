import type { UnitClass } from './units.ts';

/** A number with its unit as it stands in the text, before it is known what it says. */
export interface Quantity {
  readonly start: number;
  /** Past the unit; cues such as 以上 stand outside. */
  readonly end: number;
  readonly values: readonly number[];
  readonly form: 'single' | 'range' | 'ratio' | 'sum';
  /** As written, with the multiple: 万户. */
  readonly unit: string;
  readonly unitClass: UnitClass | 'none';
  /** 多, 余 or 几 within: 3400多万人次 is more than that. */
  readonly more: boolean;
  /** Written in Chinese digits. */
  readonly chinese: boolean;
}
