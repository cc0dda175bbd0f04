/** A value about a thing at a time (SensorThings 1.1 §8.2.8), its datastream known by the registry. */
export interface Observation {
  /** Six-digit district code of the datastream. */
  readonly region: string;
  /** UUID of the datastream, which knows thing, observed property and unit. */
  readonly datastream: string;
  /** When the value held, to the millisecond. */
  readonly phenomenonTime: Date;
  /** Finite, in the datastream's unit. */
  readonly result: number;
}

/** What came through one door at one time and commits as one. */
export interface Batch {
  /** The book that the hash goes into: the district of all of it, or the city. */
  readonly region: string;
  /** Who sent it: `device:<username>`, `account:100012`, `system:simulator`. */
  readonly source: string;
  readonly observations: readonly Observation[];
}

/** The newest value of a datastream, when it moved. */
export interface LatestChange {
  readonly region: string;
  readonly datastream: string;
  readonly thing: string;
  readonly observedProperty: string;
  readonly phenomenonTime: Date;
  readonly result: number;
}
