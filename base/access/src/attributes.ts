import type { EntityJson, TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import { accessFaults as faults } from './faults.ts';

/**
 * The attributes that all decisions are made from. Regions and organisations are trees that can be read off the name:
 * 330106 lies in 330100 and 330000, `hz.water.team3` in `hz.water` and `hz`; so `in` needs no table.
 */
export interface Principal {
  readonly account: string;
  readonly roles: readonly string[];
  /** GB/T 2260 code; …00 stands for all its districts, …0000 for a province. */
  readonly region: string;
  readonly organisation: string;
  /** The applications whose cases are this person's work. */
  readonly apps?: readonly string[];
  /** Those among them whose cases this person answers for as a whole. */
  readonly stewardOf?: readonly string[];
}

/** What is acted on; rows have these as columns of the same names. */
export interface Resource {
  readonly region: string;
  readonly organisation: string;
  /** The application that it belongs to; absent for what belongs to none. */
  readonly app?: string;
}

/** The region and all that it lies in, from near to far. */
export function regionLine(code: string): readonly string[] {
  if (!/^\d{6}$/.test(code)) throw faults.malformedAttribute({ attribute: 'region', value: code });
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])];
}

/** The organisation and all that it belongs to, from near to far. */
export function organisationLine(path: string): readonly string[] {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path) || path.length > 200) {
    throw faults.malformedAttribute({ attribute: 'organisation', value: path });
  }
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

const uid = (type: string, id: string): TypeAndId => ({ type, id });

function chain(type: string, line: readonly string[]): EntityJson[] {
  return line.map((id, index) => ({
    uid: uid(type, id),
    attrs: {},
    parents: line.slice(index + 1).map((up) => uid(type, up)),
  }));
}

/** The entities of one question, as Cedar takes them. */
export function entitiesOf(principal: Principal, resource: Resource): EntityJson[] {
  const place = ({ region, organisation }: Pick<Resource, 'region' | 'organisation'>) => ({
    region: { __entity: uid('Region', region) },
    organisation: { __entity: uid('Organisation', organisation) },
  });
  const seen = new Map<string, EntityJson>();
  const lines = [
    ...chain('Region', regionLine(principal.region)),
    ...chain('Region', regionLine(resource.region)),
    ...chain('Organisation', organisationLine(principal.organisation)),
    ...chain('Organisation', organisationLine(resource.organisation)),
  ];
  for (const entity of lines) seen.set(JSON.stringify(entity.uid), entity);
  return [
    {
      uid: uid('Account', principal.account),
      attrs: {
        roles: [...principal.roles],
        apps: [...(principal.apps ?? [])],
        stewardOf: [...(principal.stewardOf ?? [])],
        ...place(principal),
      },
      parents: [],
    },
    // no set holds the empty name, by which what belongs to no application is refused without being an error
    { uid: uid('Row', 'row'), attrs: { app: resource.app ?? '', ...place(resource) }, parents: [] },
    ...seen.values(),
  ];
}
