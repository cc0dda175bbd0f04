import type { ProcessDetail, ProcessFlow } from '@yiwang/contract';
import { useMemo, type ReactElement } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Segment } from '../parts/Segment.tsx';
import { Link } from '../route/Link.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { BpmnBox } from './BpmnBox.tsx';
import { FlowFilters, flowQueryOf, isFiltered } from './FlowFilters.tsx';
import { flowMarks, heats, type Heat, type TimeUnit } from './flowMarks.ts';
import { StepTable } from './StepTable.tsx';
import { processPage, useFlow, useProcess } from './useProcesses.ts';
import { useProcessWords, type ProcessSpeech } from './processWords.ts';
import { shareText, timeText } from './timeText.ts';
import { variantKey } from './variantKey.ts';
import { VariantList } from './VariantList.tsx';

const heatWords = {
  none: 'byNothing',
  waiting: 'byWaiting',
  work: 'byWork',
  again: 'byAgain',
  open: 'byOpen',
} as const;

/** How cases really ran, on the drawing: counts and times on nodes, thick flows, ways, and where most of the time goes. */
export function FlowView(props: { readonly detail: ProcessDetail }): ReactElement {
  const { w } = useProcessWords();
  const { detail } = props;
  const search = useSearch();
  const key = { app: detail.app, process: detail.process };
  const asked = flowQueryOf(search);
  const query = useFlow(key, asked);
  const model = useProcess(key, asked.version);
  const heat = heats.find((one) => one === search.get('heat')) ?? 'none';
  const unit: TimeUnit = search.get('unit') === 'working' ? 'working' : 'calendar';
  const chosen = search.get('variant') ?? undefined;
  return (
    <>
      <div className="ph process-filters">
        <FlowFilters detail={detail} />
        <span className="sp" />
        <Segment
          label={w('heat')}
          value={heat}
          choices={heats.map((value) => ({ value, label: w(heatWords[value]) }))}
          onChange={(value) => setSearch({ heat: value === 'none' ? undefined : value })}
        />
        <Segment
          label={w('unit')}
          value={unit}
          choices={(['calendar', 'working'] as const).map((value) => ({ value, label: w(value) }))}
          onChange={(value) => setSearch({ unit: value === 'calendar' ? undefined : value })}
        />
      </div>
      <Loaded query={query}>
        {(flow) =>
          flow.cases.all === 0 ? (
            <EmptyState text={w(isFiltered(search) ? 'noFlow' : 'noFlowYet')}>
              {isFiltered(search) && (
                <Link className="btn" href={`${processPage(key)}?tab=flow`}>
                  {w('clearFilters')}
                </Link>
              )}
            </EmptyState>
          ) : (
            <Mined flow={flow} xml={model.data?.shown.xml} heat={heat} unit={unit} chosen={chosen} />
          )
        }
      </Loaded>
    </>
  );
}

interface MinedProps {
  readonly flow: ProcessFlow;
  readonly xml: string | undefined;
  readonly heat: Heat;
  readonly unit: TimeUnit;
  readonly chosen: string | undefined;
}

function Mined({ flow, xml, heat, unit, chosen }: MinedProps): ReactElement {
  const { w } = useProcessWords();
  const variant = flow.variants.find((one) => variantKey(one) === chosen);
  const marks = useMemo(() => flowMarks(flow, { heat, unit, variant, w }), [flow, heat, unit, variant, w]);
  return (
    <div className="cols process-cols">
      <div className="process-left">
        {xml !== undefined && <BpmnBox xml={xml} label={w('canvas')} marks={marks} />}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
        <section className="scroll process-below" aria-label={w('steps')} tabIndex={0}>
          <StepTable flow={flow} unit={unit} />
        </section>
      </div>
      <div className="scroll">
        <Panel title={w('summary')}>
          <Summary flow={flow} unit={unit} w={w} />
        </Panel>
        <VariantList flow={flow} unit={unit} chosen={chosen} />
      </div>
    </div>
  );
}

function Summary(props: {
  readonly flow: ProcessFlow;
  readonly unit: TimeUnit;
  readonly w: ProcessSpeech['w'];
}): ReactElement {
  const { flow, unit, w } = props;
  const { all, closed, withdrawn } = flow.cases;
  const { bottleneck } = flow;
  const parts = { waiting: 'partWaiting', work: 'partWork', stay: 'partStay' } as const;
  return (
    <div className="pb process-summary">
      <p className="num">
        {w('casesSay', {
          all: numberOf(all),
          closed: numberOf(closed),
          open: numberOf(all - closed - withdrawn),
          withdrawn: numberOf(withdrawn),
        })}
      </p>
      {flow.time !== null && (
        <p className="num">{w('middleTime', { time: timeText(flow.time[unit].median, w, unit) })}</p>
      )}
      {bottleneck !== null && (
        <p>
          <b>{w('bottleneck')}</b>{' '}
          {w('bottleneckSays', {
            node: flow.nodes.find(({ id }) => id === bottleneck.node)?.name ?? bottleneck.node,
            share: shareText(bottleneck.share),
            part: w(parts[bottleneck.part]),
          })}
        </p>
      )}
      <p className="q small">{w('minedIn', { events: numberOf(flow.events), ms: numberOf(flow.milliseconds) })}</p>
    </div>
  );
}
