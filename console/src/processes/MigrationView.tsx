import type { MigrationPlan, ProcessDetail } from '@yiwang/contract';
import { useMemo, type ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Tag } from '../parts/Tag.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { BpmnBox, type BpmnMark } from './BpmnBox.tsx';
import { MappingTable } from './MappingTable.tsx';
import { mappingOf } from './mappingText.ts';
import { ObstacleList } from './ObstacleList.tsx';
import { useProcessWords } from './processWords.ts';
import { useMigration, useProcess } from './useProcesses.ts';
import { versionAsked } from './versionAsked.ts';

/** What a move of open cases to another version would do, before anybody does it. */
export function MigrationView(props: { readonly detail: ProcessDetail }): ReactElement {
  const { w } = useProcessWords();
  const { session } = useHere();
  const { detail } = props;
  if (!session.actions.includes('process.try')) return <EmptyState text={w('notSeen')} />;
  if (detail.versions.length === 1 && detail.draft === null) return <EmptyState text={w('needsTwo')} />;
  return <Tried detail={detail} />;
}

function Tried(props: { readonly detail: ProcessDetail }): ReactElement {
  const { w } = useProcessWords();
  const { detail } = props;
  const key = { app: detail.app, process: detail.process };
  const search = useSearch();
  const [newest] = detail.versions;
  const older = detail.versions.find((one) => one.version !== newest?.version && one.open > 0) ?? detail.versions[1];
  const from =
    versionAsked(detail, search.get('from')) ?? (detail.versions.length === 1 ? newest : older)?.version ?? 1;
  const toDraft = detail.draft !== null && (search.get('to') === 'draft' || detail.versions.length === 1);
  const to = toDraft ? undefined : (versionAsked(detail, search.get('to')) ?? newest?.version);
  const mapping = mappingOf(search.get('map'));
  const query = useMigration(key, { from, mapping, ...(to === undefined ? {} : { to }) }, true);
  const model = useProcess(key, from);
  return (
    <>
      <div className="ph process-filters">
        <label className="row small">
          {w('fromVersion')}
          <select
            className="in s"
            value={from}
            onChange={(event) => setSearch({ from: event.target.value, map: undefined })}
          >
            {detail.versions.map(({ version, open }) => (
              <option key={version} value={version}>
                {w('versionN', { n: version })} · {w('openN', { n: open })}
              </option>
            ))}
          </select>
        </label>
        <label className="row small">
          {w('toVersion')}
          <select
            className="in s"
            value={to ?? 'draft'}
            onChange={(event) => setSearch({ to: event.target.value, map: undefined })}
          >
            {detail.draft !== null && <option value="draft">{w('draft')}</option>}
            {detail.versions.map(({ version }) => (
              <option key={version} value={version}>
                {w('versionN', { n: version })}
              </option>
            ))}
          </select>
        </label>
        <span className="sp" />
        <Tag>{w('dryRun')}</Tag>
      </div>
      <Loaded query={query}>
        {(plan) =>
          plan.moves + plan.stays === 0 ? (
            <EmptyState text={w('noOpenCases', { n: from })} />
          ) : (
            <Planned plan={plan} xml={model.data?.shown.xml} mapping={mapping} />
          )
        }
      </Loaded>
    </>
  );
}

function Planned(props: {
  readonly plan: MigrationPlan;
  readonly xml: string | undefined;
  readonly mapping: Readonly<Record<string, string>>;
}): ReactElement {
  const { w } = useProcessWords();
  const { plan, xml, mapping } = props;
  const marks = useMemo(
    () =>
      plan.steps.map(({ from, cases, obstacles }): BpmnMark => ({
        element: from,
        marks: [obstacles.length === 0 ? 'can-move' : 'cannot-move'],
        note: `${obstacles.length === 0 ? '●' : '■'} ${numberOf(cases)}`,
      })),
    [plan],
  );
  return (
    <div className="cols process-cols">
      <div className="process-left">
        {xml !== undefined && <BpmnBox xml={xml} label={w('canvas')} marks={marks} />}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
        <section className="scroll process-below" aria-label={w('standsAt')} tabIndex={0}>
          <MappingTable plan={plan} mapping={mapping} />
        </section>
      </div>
      <div className="scroll">
        <div className="pb process-totals">
          <Total word="moves" count={plan.moves} />
          <Total word="stays" count={plan.stays} />
        </div>
        <Panel title={w('whyNot')}>
          <ObstacleList plan={plan} />
        </Panel>
      </div>
    </div>
  );
}

function Total(props: { readonly word: 'moves' | 'stays'; readonly count: number }): ReactElement {
  const { w } = useProcessWords();
  return (
    <div className="process-total">
      <span className="q">{w(props.word)}</span>
      <span className="figure num">{numberOf(props.count)}</span>
    </div>
  );
}
