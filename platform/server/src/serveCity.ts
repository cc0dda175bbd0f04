import type { CityFile } from '@yiwang/appkit';
import { schematicMap } from '@yiwang/place';
import type { ServedCity } from './servedCity.ts';

const note = {
  zh: '示意图：由各区县政府驻地坐标生成，不表示行政区划界线。',
  en: 'Schematic: made from the seats of the districts; it shows no administrative boundary.',
};

/** A city's configuration with the schematic map that follows from its districts' seats. */
export function serveCity(city: CityFile, simulated: boolean): ServedCity {
  const map = schematicMap(
    city.regions.map(({ code, name, seat: [longitude, latitude] }) => ({ code, name, seat: { longitude, latitude } })),
  );
  return {
    code: city.code,
    name: city.name,
    simulated,
    timeZone: city.timeZone,
    regions: city.regions,
    organisations: city.organisations,
    duty: city.duty,
    demoAccounts: city.demoAccounts,
    map: {
      width: map.width,
      height: map.height,
      note,
      cells: map.cells.map(({ code, path, label: [x, y] }) => ({ code, path, label: [x, y] })),
      place: (region, longitude, latitude) => {
        const [x, y] = map.place(region, { longitude, latitude });
        return [x, y];
      },
    },
  };
}
