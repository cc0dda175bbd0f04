import path from 'node:path';
import type { Datastream, Thing } from '@yiwang/sense';
import { derivedId } from '@yiwang/server';
import type { Indicator } from '@yiwang/vitals';

export interface ImportedSeries {
  readonly file: string;
  readonly region: string;
  /** Longitude and latitude (WGS 84) that the thing is shown at. */
  readonly seat: readonly [number, number];
  readonly indicator: Indicator;
  /** Of the file unless told. */
  readonly name: string | undefined;
}

/**
 * The thing and datastream of an imported series. Its ids follow from the file's name, the property and the district: a file
 * that is imported again is the same thing. A replay (模拟回放) is another one, and marked as simulated.
 * @param replayedUntil what the file's last value is moved to; undefined leaves the times
 */
export function importedThing(
  { file, region, seat: [longitude, latitude], indicator, name }: ImportedSeries,
  replayedUntil: Date | undefined,
): { readonly thing: Thing; readonly datastream: Datastream } {
  const { base, name: stem } = path.parse(file);
  const { observedProperty, organisation, unit } = indicator;
  const id = importedId(file, region, observedProperty, replayedUntil !== undefined);
  const shown = name ?? stem;
  const thing: Thing = {
    region,
    id,
    name:
      replayedUntil === undefined
        ? { zh: shown, en: shown }
        : { zh: `${shown}（模拟回放）`, en: `${shown} (simulated replay)` },
    kind: 'imported-series',
    organisation,
    longitude,
    latitude,
    simulated: replayedUntil !== undefined,
    owner: organisation,
    purpose:
      replayedUntil === undefined ? `imported from ${base}` : `replay of ${base} until ${replayedUntil.toISOString()}`,
  };
  return { thing, datastream: { region, id: derivedId(id, 'datastream'), thing: id, observedProperty, unit } };
}

export function importedId(file: string, region: string, observedProperty: string, replay: boolean): string {
  return derivedId(`${region}/${observedProperty}/${path.basename(file)}`, replay ? 'replay' : 'import');
}

/** What the replay of a registered thing ends at, read from its purpose. */
export function replayedUntil(purpose: string): Date | undefined {
  const [, text = ''] = / until (\S+)$/.exec(purpose) ?? [];
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
