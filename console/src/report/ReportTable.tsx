import { useState, type ReactElement } from 'react';
import type { ReportSummary } from '@yiwang/contract';
import { useKey } from '../keys/useKey.ts';
import { Shape } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { go } from '../route/router.ts';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useReportWords } from './reportWords.ts';

const counted = [
  ['facts', 'fact'],
  ['targets', 'target'],
  ['tasks', 'task'],
  ['systems', 'system'],
] as const;

/** Word and PDF files say their own encoding; the reader chose none. */
function formatText({ format, encoding }: ReportSummary): string | undefined {
  if (format === 'figures') return undefined;
  return format === 'pdf' || format === 'docx' ? format : `${format} · ${encoding.toUpperCase()}`;
}

/** Newest year first; each count is a link to exactly those rows. */
export function ReportTable(props: {
  readonly reports: readonly ReportSummary[];
  readonly chosen: readonly string[];
  readonly onTurn: (id: string) => void;
}): ReactElement {
  const { t, r } = useReportWords();
  const { reports } = props;
  const [at, setAt] = useState(-1);
  const row = reports[at];
  useKey('nextRow', () => setAt(Math.min(at + 1, reports.length - 1)));
  useKey('previousRow', () => setAt(Math.max(0, at - 1)));
  useKey('openRow', () => row !== undefined && go(`/reports/${row.id}`), row !== undefined);
  return (
    <section className="scroll" aria-label={t('reports')}>
      <table aria-label={t('reports')} className="reports">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{r('compare')}</span>
            </th>
            <th scope="col">{r('colTitle')}</th>
            <th scope="col">{r('year')}</th>
            <th scope="col">{r('format')}</th>
            <th scope="col" className="r">
              {r('length')}
            </th>
            {counted.map(([word]) => (
              <th key={word} scope="col" className="r">
                {r(word)}
              </th>
            ))}
            <th scope="col">{r('waitingChoice')}</th>
            <th scope="col">{r('added')}</th>
            <th scope="col">{r('byWhom')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report, index) => (
            <tr
              key={report.id}
              className={index === at ? 'on' : ''}
              ref={index === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            >
              <td>
                <input
                  type="checkbox"
                  checked={props.chosen.includes(report.id)}
                  aria-label={r('select', { title: `${report.title} ${report.year ?? ''}` })}
                  onChange={() => props.onTurn(report.id)}
                />
              </td>
              <td className="title">
                <Link className="link" href={`/reports/${report.id}`}>
                  {report.title}
                </Link>
                {report.file !== '' && <span className="small qq file">{report.file}</span>}
              </td>
              <td className="num">{report.year ?? '—'}</td>
              <td className="q nw">{formatText(report) ?? r('figures')}</td>
              <td className="r num">{numberOf(report.length)}</td>
              {counted.map(([word, kind]) => (
                <td key={word} className="r num">
                  <Link href={`/reports/${report.id}?kind=${kind}`}>{numberOf(report.counts[word])}</Link>
                </td>
              ))}
              <td>
                {report.counts.waiting === 0 ? (
                  <span className="qq">—</span>
                ) : (
                  <Link className="light hot" href={`/reports/${report.id}?waiting=true`}>
                    <Shape light="due" label={r('waitingChoice')} />
                    {report.counts.waiting === 1
                      ? r('waitingOne')
                      : r('waitingN', { n: numberOf(report.counts.waiting) })}
                  </Link>
                )}
              </td>
              <td className="num q">{dayTimeOf(report.addedAt)}</td>
              <td className="num q">
                {report.addedBy === 'system:city' ? r('byCity') : report.addedBy.replace(/^account:/, '')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
