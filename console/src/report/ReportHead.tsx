import { useState, type ReactElement } from 'react';
import type { Report } from '@yiwang/contract';
import { useHere } from '../app/session.ts';
import { Shape } from '../parts/Light.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { useReportWords } from './reportWords.ts';
import { WithdrawForm } from './WithdrawForm.tsx';

const counted = [
  ['facts', 'fact'],
  ['targets', 'target'],
  ['tasks', 'task'],
  ['systems', 'system'],
] as const;

/** Which report, how much was read in it, and what waits for a person; each count is a link to its rows. */
export function ReportHead(props: { readonly report: Report; readonly kind: string }): ReactElement {
  const { r } = useReportWords();
  const { report } = props;
  const { waiting } = report.counts;
  const { session } = useHere();
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  return (
    <div className="head">
      <h1 lang="zh-CN">{report.title}</h1>
      {report.year !== null && <Tag>{String(report.year)}</Tag>}
      {report.text === null && <Tag>{r('figuresOnly')}</Tag>}
      <span className="small counts">
        {counted.map(([word, kind]) => (
          <Link
            key={word}
            href={props.kind === kind ? location.pathname : `?kind=${kind}`}
            {...(props.kind === kind ? { 'aria-current': true } : {})}
          >
            {r(word)} {numberOf(report.counts[word])}
          </Link>
        ))}
      </span>
      <span className="sp" />
      {waiting > 0 && (
        <Link className="light waits" href="?waiting=true">
          <Shape light="due" label={r('waitingChoice')} />
          <b>{waiting === 1 ? r('waitingOne') : r('waitingN', { n: numberOf(waiting) })}</b> {r('waitingSay')}
        </Link>
      )}
      <ExportMenu
        id={report.id}
        {...(session.actions.includes('report.withdraw') ? { onWithdraw: () => setIsWithdrawing(true) } : {})}
      />
      {isWithdrawing && <WithdrawForm report={report} onCancel={() => setIsWithdrawing(false)} />}
    </div>
  );
}
