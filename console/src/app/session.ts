import { createContext, use } from 'react';
import type { Session } from '@yiwang/contract';
import type { CityView } from '../api/useApi.ts';

export interface Here {
  readonly city: CityView;
  readonly session: Session;
}
export const HereContext = createContext<Here | undefined>(undefined);

/** The city and who is signed in; everything inside the shell has both. */
export function useHere(): Here {
  const here = use(HereContext);
  if (here === undefined) throw new TypeError('useHere outside of the signed-in shell');
  return here;
}

export function regionName(city: CityView, code: string, language: 'zh' | 'en'): string {
  if (code === city.code) return city.name[language];
  return city.regions.find((region) => region.code === code)?.name[language] ?? code;
}
