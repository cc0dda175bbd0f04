import type { Evaluated, Place } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';

export type WarningKind =
  'noRule' | 'severalRules' | 'nullValue' | 'inputType' | 'resultType' | 'argumentType' | 'refused' | 'aggregation';

/** Something a person should know about a decision that was taken all the same. */
export interface DecisionWarning {
  readonly kind: WarningKind;
  readonly message: Bilingual;
  readonly place: Place;
}

export function warning(kind: WarningKind, zh: string, en: string, place: Place): DecisionWarning {
  return { kind, message: { zh, en }, place };
}

/** Why FEEL gave null. */
export function valueWarning({ zh, en, place }: Evaluated['warnings'][number]): DecisionWarning {
  return warning('nullValue', zh, en, place);
}
