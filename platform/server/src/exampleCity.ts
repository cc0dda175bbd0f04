import type { ServedCity } from './servedCity.ts';

/** A fictional city for the tests of this package: two districts, a water office with two teams, verifiers. */
export const exampleCity: ServedCity = {
  code: '990100',
  name: { zh: '示例市', en: 'Example City' },
  simulated: true,
  regions: [
    { code: '990102', name: { zh: '东区', en: 'East' }, seat: [100.1, 30] },
    { code: '990103', name: { zh: '西区', en: 'West' }, seat: [99.9, 30] },
  ],
  organisations: [
    { path: 'ex', region: '990100', name: { zh: '示例市政府', en: 'City government' } },
    { path: 'ex.east', region: '990102', name: { zh: '东区', en: 'East district' } },
    { path: 'ex.east.water', region: '990102', name: { zh: '东区水务', en: 'East water office' } },
    { path: 'ex.east.water.team1', region: '990102', name: { zh: '东区一队', en: 'East team 1' }, team: 'drainage' },
    { path: 'ex.west', region: '990103', name: { zh: '西区', en: 'West district' } },
    { path: 'ex.west.water', region: '990103', name: { zh: '西区水务', en: 'West water office' } },
    { path: 'ex.west.water.team1', region: '990103', name: { zh: '西区一队', en: 'West team 1' }, team: 'drainage' },
  ],
  duty: 'ex.east.water',
  demoAccounts: [
    {
      account: '200001',
      role: 'duty-officer',
      title: { zh: '值班员', en: 'Duty officer' },
      region: '990102',
      organisation: 'ex.east.water',
    },
  ],
  map: {
    project: (longitude, latitude) => [(longitude - 99.8) * 250, (30.12 - latitude) * 250],
    width: 100,
    height: 60,
    note: { zh: '示意图', en: 'Schematic' },
    cells: [
      { code: '990102', path: 'M50 0H100V60H50Z', label: [75, 30] },
      { code: '990103', path: 'M0 0H50V60H0Z', label: [25, 30] },
    ],
  },
};
