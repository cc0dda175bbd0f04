import type { LightCounts, Screen } from '@yiwang/contract';
import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { LightMark } from '../parts/Light.tsx';
import { setSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import type { MapView, Thing } from './Districts.tsx';
import { Pulses } from './Pulses.tsx';
import { ThingDot } from './ThingDot.tsx';

type Counts = Static<typeof LightCounts>;
const worst = (counts: Counts): 'over' | 'due' | undefined =>
  counts.over > 0 ? 'over' : counts.due > 0 ? 'due' : undefined;
const sum = (counts: Counts): number => counts.ok + counts.due + counts.over;

/** A schematic map: which district has how much, and where in it the measuring points stand. A click or Enter chooses a district. */
export function SchematicMap(props: {
  readonly screen: Screen;
  readonly things: readonly Thing[];
  readonly region: string;
  readonly view: Exclude<MapView, 'table'>;
}): ReactElement {
  const { t, b } = useWords();
  const { city } = useHere();
  const { map } = city;
  const countsOf = (code: string): Counts => {
    const district = props.screen.districts.find((candidate) => candidate.region === code);
    return (props.view === 'cases' ? district?.counts : district?.signs) ?? { ok: 0, due: 0, over: 0 };
  };
  const most = Math.max(1, ...map.cells.map((cell) => sum(countsOf(cell.code))));
  const scale = Math.max(map.width / 366, map.height / 330);
  const districts = map.cells
    .map((cell) => {
      const counts = countsOf(cell.code);
      const total = sum(counts);
      const name = city.regions.find((region) => region.code === cell.code)?.name;
      const label = name === undefined ? cell.code : b(name);
      return {
        ...cell,
        total,
        light: worst(counts),
        count: worst(counts) === 'over' ? counts.over : counts.due,
        step: total === 0 ? 1 : Math.min(5, 1 + Math.ceil((total / most) * 4)),
        short: label.replace(/(区|县|市)$/, '').replace(/ (District|County|City)$/, ''),
      };
    })
    .toSorted((x, y) => Number(x.code === props.region) - Number(y.code === props.region));
  return (
    <figure className="mapbox" aria-label={t('mapLabel', { city: b(city.name) })}>
      <svg className="map" viewBox={`0 0 ${map.width} ${map.height}`}>
        {districts.map(({ code, path, short, total, light, count, step }) => (
          <a
            key={code}
            href={`/?region=${code}`}
            className={code === props.region ? 'sel' : ''}
            aria-label={`${short} ${total}${light === undefined ? '' : ` ${t(light)} ${count}`}`}
            aria-current={code === props.region}
            onClick={(event) => {
              event.preventDefault();
              setSearch({ region: code });
            }}
          >
            <path className={`cell c${step}`} d={path} strokeWidth={2.5 * scale} />
          </a>
        ))}
        <g className="things">
          <title>{`${t('things')} ${props.things.length}`}</title>
          {props.things.map((thing) => (
            <ThingDot key={thing.id} thing={thing} scale={scale} />
          ))}
        </g>
        {/* names stand above the dots, with the ground around them */}
        <g className="names" aria-hidden="true">
          {districts.map(({ code, label: [x, y], short, total, light, step }) => (
            <g key={code} className={`c${step}`}>
              <text className="d-n" x={x} y={y} style={{ fontSize: 13 * scale, strokeWidth: 4 * scale }}>
                {short}
              </text>
              <text
                className="d-v"
                x={x + (light === undefined ? 0 : 6 * scale)}
                y={y + 16 * scale}
                style={{ fontSize: 12 * scale, strokeWidth: 4 * scale }}
              >
                {total}
              </text>
              {light !== undefined && (
                <LightMark
                  light={light}
                  x={x - (4 + 3.5 * String(total).length) * scale}
                  y={y + 12 * scale}
                  r={4.2 * scale}
                />
              )}
            </g>
          ))}
        </g>
        {props.screen.live && <Pulses scale={scale} />}
      </svg>
    </figure>
  );
}
