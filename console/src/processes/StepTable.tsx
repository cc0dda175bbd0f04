import type { FlowNode, ProcessFlow, ProcessTimes } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Tag } from '../parts/Tag.tsx';
import { numberOf } from '../words/format.ts';
import type { TimeUnit } from './flowMarks.ts';
import { useProcessWords } from './processWords.ts';
import { shareText, timeText } from './timeText.ts';

const isShown = (node: FlowNode): boolean =>
  node.waiting !== null || node.open > 0 || (node.stay?.calendar.total ?? 0) > 0 || node.kind === 'userTask';

/** The same as on the drawing, in rows: the step where most of the time goes first. */
export function StepTable(props: { readonly flow: ProcessFlow; readonly unit: TimeUnit }): ReactElement {
  const { w } = useProcessWords();
  const { flow, unit } = props;
  const nodes = flow.nodes.filter(isShown).toSorted((a, b) => b.share - a.share);
  const back = flow.flows.filter((one) => one.back && one.count > 0);
  return (
    <>
      <table aria-label={w('steps')}>
        <caption className="q small">{w('medianHint')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('step')}</th>
            <th scope="col">{w('role')}</th>
            {(['passed', 'waiting', 'work', 'share', 'again', 'openNow'] as const).map((word) => (
              <th key={word} scope="col" className="r">
                {w(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id}>
              <td>
                {node.name} {flow.bottleneck?.node === node.id && <Tag look="a">{w('bottleneck')}</Tag>}
              </td>
              <td className="q nw">{node.role ?? ''}</td>
              <td className="num r">{numberOf(node.passed)}</td>
              <td className="num r">
                <Time times={node.waiting ?? node.stay} unit={unit} />
              </td>
              <td className="num r">
                <Time times={node.work} unit={unit} />
              </td>
              <td className="num r">{shareText(node.share)}</td>
              <td className="num r">
                {node.again.times > 0 &&
                  w('againSays', { cases: numberOf(node.again.cases), times: numberOf(node.again.times) })}
              </td>
              <td className="num r">{node.open > 0 && numberOf(node.open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {back.length > 0 && (
        <p className="pb small">
          <b>{w('loopsBack')}</b>{' '}
          {back
            .map(
              ({ from, to, count }) =>
                `${nameOf(flow, from)} → ${nameOf(flow, to)} ${w('back', { n: numberOf(count) })}`,
            )
            .join('; ')}
        </p>
      )}
    </>
  );
}

const nameOf = ({ nodes }: ProcessFlow, id: string): string => nodes.find((node) => node.id === id)?.name ?? id;

function Time(props: { readonly times: ProcessTimes | null; readonly unit: TimeUnit }): ReactElement | null {
  const { w } = useProcessWords();
  const { times, unit } = props;
  if (times === null) return null;
  const { median, p90 } = times[unit];
  return (
    <>
      {timeText(median, w, unit)} <span className="qq small">({timeText(p90, w, unit)})</span>
    </>
  );
}
