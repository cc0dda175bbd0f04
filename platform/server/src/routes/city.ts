import { City } from '@yiwang/contract';
import type { Http } from '../http/http.ts';
import { isFromThisMachine } from '../http/loopback.ts';
import type { Platform } from '../platform.ts';

/** GET /api/city: what the sign-in page needs, so nobody has to be signed in. */
export function addCityRoute(http: Http, { city, demoOpen }: Platform): void {
  const open: City = {
    code: city.code,
    name: city.name,
    simulated: city.simulated,
    regions: city.regions.map(({ code, name }) => ({ code, name })),
    organisations: city.organisations.map(({ path, name, region }) => ({ path, name, region })),
    map: {
      width: city.map.width,
      height: city.map.height,
      note: city.map.note,
      cells: city.map.cells.map(({ code, path, label: [x, y] }) => ({ code, path, label: [x, y] })),
    },
    demoAccounts: city.demoAccounts.map(({ account, role, title }) => ({ account, role, title })),
  };
  const closed: City = { ...open, demoAccounts: [] };
  http.get(
    '/api/city',
    {
      config: { action: 'public' },
      schema: {
        summary: 'The city, its districts and its schematic map (示意图)',
        response: { 200: City },
        tags: ['city'],
      },
    },
    async (request) => (demoOpen && isFromThisMachine(request) ? open : closed),
  );
}
