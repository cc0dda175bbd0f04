import type { Ambiguity, AmbiguousReading, Link, NamedSystem, Section, Statement } from '../reading.ts';
import type { ThemeCode } from '../themes/themes.ts';

/** A statement without the words that head it. */
export type Figure = Omit<Statement, 'theme'>;

/** Where a section stands, and the field of government that its title tells of, without the title. */
export type FigureSection = Omit<Section, 'title'> & { readonly topic: ThemeCode };

export interface FigureAmbiguity extends Omit<Ambiguity, 'readings'> {
  readonly readings: readonly (Omit<AmbiguousReading, 'statements'> & { readonly statements: readonly Figure[] })[];
}

/**
 * What a city's folder holds of a work report, in `report/<year>.json`: the figures with their places in the text, and the hash by
 * which the text is known again when somebody drops it. No sentence of the text is in it: metrics and systems are names.
 */
export interface CityReport {
  readonly format: typeof figuresFormat;
  readonly title: string;
  /** In which the report was given. */
  readonly year: number;
  /** The text that was read: SHA-256 of its UTF-8 bytes, and its length in UTF-16 code units. */
  readonly source: { readonly hash: string; readonly length: number };
  readonly counts: {
    readonly facts: number;
    readonly targets: number;
    readonly systems: number;
    readonly links: number;
    readonly ambiguities: number;
  };
  readonly sections: readonly FigureSection[];
  readonly statements: readonly Figure[];
  readonly systems: readonly NamedSystem[];
  readonly links: readonly Link[];
  readonly ambiguities: readonly FigureAmbiguity[];
}

export const figuresFormat = 'yiwang-report-figures/1';
