import type { Language } from '@yiwang/messages';
import type { CityView } from '../api/useApi.ts';

/** The name of an organisation by its path; the path where the city has none. */
export function organisationName(city: CityView, path: string, language: Language): string {
  return city.organisations.find((organisation) => organisation.path === path)?.name[language] ?? path;
}
