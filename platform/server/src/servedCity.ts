import type { Bilingual } from '@yiwang/messages';

export interface ServedOrganisation {
  readonly path: string;
  readonly name: Bilingual;
  readonly region: string;
  /** What kind of team it is, such as `drainage`; absent for an office. */
  readonly team?: string;
}

export interface ServedRegion {
  readonly code: string;
  readonly name: Bilingual;
  /** Longitude and latitude (WGS 84) of its seat. */
  readonly seat: readonly [number, number];
}

/** A one-click sign-in of a drill. */
export interface DemoAccount {
  readonly account: string;
  readonly role: string;
  readonly title: Bilingual;
  readonly region: string;
  readonly organisation: string;
}

/** A map in units of its own; the origin is top left. */
export interface ServedMap {
  readonly width: number;
  readonly height: number;
  /** What kind of map it is, and that it is no survey. */
  readonly note: Bilingual;
  readonly cells: readonly {
    readonly code: string;
    readonly path: string;
    readonly label: readonly [number, number];
  }[];
  /** Where a point of a region is drawn. */
  readonly place: (region: string, longitude: number, latitude: number) => readonly [number, number];
}

/** What the server needs to know of a city; nothing of any city is written in this package. */
export interface ServedCity {
  /** Code of the city itself, such as 330100. */
  readonly code: string;
  readonly name: Bilingual;
  /** True when everything shown is a drill. */
  readonly simulated: boolean;
  /** IANA name, such as Asia/Shanghai: where days begin. */
  readonly timeZone: string;
  /** The districts, in the order that they are shown in. */
  readonly regions: readonly ServedRegion[];
  readonly organisations: readonly ServedOrganisation[];
  /** Path of the organisation on duty. */
  readonly duty: string;
  readonly demoAccounts: readonly DemoAccount[];
  readonly map: ServedMap;
}

/** The name of an organisation; its path where the configuration no longer has it. */
export function organisationName({ organisations }: ServedCity, path: string): Bilingual {
  return organisations.find((one) => one.path === path)?.name ?? { zh: path, en: path };
}

/** The name of a district or of the city; its code where the configuration no longer has it. */
export function regionName({ code, name, regions }: ServedCity, region: string): Bilingual {
  return region === code ? name : (regions.find((one) => one.code === region)?.name ?? { zh: region, en: region });
}
