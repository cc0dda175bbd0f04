/** Precision: how much of what was read is right. Recall: how much of what is there was read. F1: their harmonic mean. Each 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Of `hits` pairs, with so many rows annotated and so many read. */
export function scoreOf(hits: number, annotated: number, read: number): Score {
  const recall = annotated === 0 ? 0 : hits / annotated;
  const precision = read === 0 ? 0 : hits / read;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
