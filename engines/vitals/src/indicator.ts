/** ok 正常 in band, due 临期 near a limit, over 超期 out of band, unknown 未知: nothing heard, or not for too long. */
export type Light = 'ok' | 'due' | 'over' | 'unknown';

export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** A vital sign's definition: plain data, from a city's model files. */
export interface Indicator {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  /** Which datastreams feed it. */
  readonly observedProperty: string;
  /**
   * How a district's things make one value; `worst` is the value farthest out of band, or nearest to a limit; `share` is the percentage of
   * the things whose value keeps the threshold.
   */
  readonly aggregation: 'mean' | 'max' | 'min' | 'worst' | 'share';
  /** What a thing must keep to count in a share, in the unit of what is observed; a value on a limit keeps it. */
  readonly threshold?: Limits;
  /** The right band: a value on a limit is still in. */
  readonly band: Limits;
  /** Inside the band, but beyond these the light is `due`. */
  readonly warn: Limits;
  /** How far inside the band a value must come back before it counts as back, in the indicator's unit. */
  readonly hysteresis: number;
  /** Without a value for so long it is unknown. */
  readonly silentAfterMinutes: number;
  readonly decimals: number;
  /** Path of the organisation that answers for it. */
  readonly organisation: string;
  readonly target?: {
    readonly value: number;
    /** How the value is to stand to it; a reader of the figure alone can't tell 30 from < 30. */
    readonly comparator?: 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx';
    readonly text: { readonly zh: string; readonly en: string };
    readonly source: { readonly zh: string; readonly en: string };
    /** Where it was read: the SHA-256 of the report's text, and the row. */
    readonly report?: { readonly hash: string; readonly row: string };
  };
}
