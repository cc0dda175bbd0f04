import type { LightCounts, LiveEvent, Screen } from '@yiwang/contract';
import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { LightMark } from '../parts/Light.tsx';
import { setSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import type { MapView, Thing } from './Districts.tsx';

type Counts = Static<typeof LightCounts>;
const worst = (counts: Counts) => (counts.over > 0 ? 'over' : counts.due > 0 ? 'due' : undefined);
const sum = (counts: Counts): number => counts.ok + counts.due + counts.over;

/** A schematic map: which district has how much, and where in it the measuring points stand. A click or Enter chooses a district. */
export function SchematicMap(props: {
  readonly screen: Screen;
  readonly things: readonly Thing[];
  readonly region: string;
  readonly view: Exclude<MapView, 'table'>;
  readonly fresh: readonly LiveEvent[];
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
  const cells = map.cells.toSorted((x, y) => Number(x.code === props.region) - Number(y.code === props.region));
  return (
    <figure className="mapbox" aria-label={t('mapLabel', { city: b(city.name) })}>
      <svg className="map" viewBox={`0 0 ${map.width} ${map.height}`}>
        {cells.map((cell) => {
          const counts = countsOf(cell.code);
          const name = city.regions.find((region) => region.code === cell.code)?.name;
          const light = worst(counts);
          const total = sum(counts);
          const step = total === 0 ? 1 : Math.min(5, 1 + Math.ceil((total / most) * 4));
          const [x, y] = cell.label;
          const label = name === undefined ? cell.code : b(name);
          const short = label.replace(/(区|县|市)$/, '').replace(/ (District|County|City)$/, '');
          return (
            <a
              key={cell.code}
              href={`/?region=${cell.code}`}
              className={cell.code === props.region ? 'sel' : ''}
              aria-label={`${short} ${total}${light === undefined ? '' : ` ${t(light)} ${counts[light]}`}`}
              aria-current={cell.code === props.region}
              onClick={(event) => {
                event.preventDefault();
                setSearch({ region: cell.code });
              }}
            >
              <path className={`cell c${step}`} d={cell.path} strokeWidth={2.5 * scale} />
              <text className="d-n" x={x} y={y} style={{ fontSize: 13 * scale }}>
                {short}
              </text>
              <text
                className="d-v"
                x={x + (light === undefined ? 0 : 6 * scale)}
                y={y + 16 * scale}
                style={{ fontSize: 12 * scale }}
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
            </a>
          );
        })}
        <g>
          <title>{`${t('things')} ${props.things.length}`}</title>
          {props.things.map((thing) => (
            <g key={thing.id}>
              <title>{`${b(thing.name)} ${thing.value ?? t('noValue')} ${thing.unit}`}</title>
              <LightMark
                light={thing.light}
                x={thing.x}
                y={thing.y}
                r={(thing.light === 'ok' || thing.light === 'unknown' ? 1.8 : 3.2) * scale}
              />
            </g>
          ))}
        </g>
        {props.fresh.map((event) => {
          const at = map.cells.find((cell) => cell.code === event.region)?.label;
          return at === undefined ? null : (
            <circle key={event.id} className="ring" cx={at[0]} cy={at[1]} r={14 * scale} />
          );
        })}
      </svg>
    </figure>
  );
}
