/** The city of a district by GB/T 2260: its first four digits and 00. */
export function cityOf(region: string): string {
  return `${region.slice(0, 4)}00`;
}

/** A LIKE pattern for the region itself, or, for a city, for it and all its districts. */
export function regionPattern(region: string): string {
  return region.endsWith('00') ? `${region.slice(0, 4)}%` : region;
}
