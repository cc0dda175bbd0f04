import type { MapThing, Screen } from '@yiwang/contract';
import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Panel } from '../parts/Panel.tsx';
import { Segment } from '../parts/Segment.tsx';
import { Tag } from '../parts/Tag.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import { DistrictTable } from './DistrictTable.tsx';
import { SchematicMap } from './SchematicMap.tsx';

export type Thing = Static<typeof MapThing>;
const views = ['cases', 'signs', 'table'] as const;
export type MapView = (typeof views)[number];

export function Districts(props: {
  readonly screen: Screen;
  readonly things: readonly Thing[];
  readonly region: string;
}): ReactElement {
  const { t, b } = useWords();
  const { city } = useHere();
  const asked = useSearch().get('view');
  const view = views.find((candidate) => candidate === asked) ?? 'cases';
  return (
    <Panel
      title={t('districts')}
      note={<Tag>{t('schematic')}</Tag>}
      side={
        <Segment
          label={t('view')}
          value={view}
          choices={[
            { value: 'cases', label: t('openCases') },
            { value: 'signs', label: t('signs') },
            { value: 'table', label: t('table') },
          ]}
          onChange={(next) => setSearch({ view: next === 'cases' ? undefined : next })}
        />
      }
    >
      {view === 'table' ? (
        <DistrictTable screen={props.screen} />
      ) : (
        <>
          <SchematicMap {...props} view={view} />
          <div className="legend pb">
            <span>{t('few')}</span>
            {[1, 2, 3, 4, 5].map((step) => (
              <i key={step} style={{ background: `var(--seq-${step})` }} />
            ))}
            <span>{t('many')}</span>
            <span className="sp" />
            <span>{b(city.map.note)}</span>
          </div>
        </>
      )}
    </Panel>
  );
}
