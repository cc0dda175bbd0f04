import type { Bilingual } from '@yiwang/messages';

/** A register (名录): entities of one sort, such as a city's firms, one row each. */
export interface Register {
  readonly code: string;
  readonly name: Bilingual;
  /** The name of the DMN input data that stands for one row, such as `firm`; `firm.employees` is then the column `employees`. */
  readonly input: string;
  /** Besides these every row has `region` (6 digits), `code` (its key within the register) and `name`; rules see `region` as a text. */
  readonly columns: readonly RegisterColumn[];
}

interface Described {
  /** As FEEL names it. */
  readonly name: string;
  readonly label: Bilingual;
  /** As it is printed behind the value. */
  readonly unit?: string;
  /** No one can change it, as the district or the industry; a date is taken to be so unless it says `false`. */
  readonly fixed?: boolean;
}

export type RegisterColumn =
  /** An integer of 10^-decimals between these bounds, which are in the same unit and safe integers; a row outside them is refused. */
  | (Described & { readonly type: 'number'; readonly decimals: number; readonly min: number; readonly max: number })
  | (Described & { readonly type: 'boolean' })
  /** A calendar day; days since 1970-01-01 in columns. */
  | (Described & { readonly type: 'date' })
  /** `values`: all that may stand there, with their names; any text where it is left out. */
  | (Described & {
      readonly type: 'string';
      readonly values?: readonly { readonly value: string; readonly label: Bilingual }[];
    });
