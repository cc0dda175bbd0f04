import { Fragment, type ReactElement } from 'react';
import { Shape } from '../parts/Light.tsx';
import { Tag } from '../parts/Tag.tsx';
import { siText, valueText } from './figureText.ts';
import { categoryText, useReportWords } from './reportWords.ts';
import { isWaiting, type Row, type StatementRow } from './rows.ts';
import { comparatorSign, metricText, periodText, rowName } from './rowText.ts';

/** What stands at the other end of a fact–target pair. */
export type Other = (id: string) => StatementRow | undefined;

function MetricCell(props: { readonly row: StatementRow; readonly other: Other }): ReactElement {
  const speech = useReportWords();
  const { r, language } = speech;
  const { row } = props;
  const { of } = row;
  return (
    <>
      {isWaiting(row) && (
        <>
          <Shape light="due" label={r('waitingChoice')} />{' '}
        </>
      )}
      <span lang="zh-CN">
        {of.qualifier !== undefined && <span className="q">{of.qualifier} </span>}
        {of.metric}
      </span>
      {metricText(of, speech)}
      {of.distributive !== undefined && (
        <>
          {' '}
          <Tag>{r('distributive')}</Tag>
        </>
      )}
      {of.role === 'condition' && (
        <>
          {' '}
          <Tag>{r('condition')}</Tag>
        </>
      )}
      {row.linked.map((id) => {
        const other = props.other(id);
        if (other === undefined) return null;
        const sign = other.of.comparator === 'eq' ? '' : `${comparatorSign[other.of.comparator]} `;
        const value = `${sign}${valueText(other.of)} ${other.of.unit}`;
        return (
          <Fragment key={id}>
            {' '}
            <button
              type="button"
              className="linked"
              data-go={id}
              title={r(other.kind === 'fact' ? 'toFact' : 'toTarget', {
                n: other.n,
                period: other.period ?? '',
                value,
              })}
            >
              ↔ {other.n} · {periodText(other.period)}
              {language === 'zh' ? '：' : ': '}
              {value}
            </button>
          </Fragment>
        );
      })}
    </>
  );
}

/** The cells of a row after its number. */
export function RowCells(props: { readonly row: Row; readonly other: Other }): ReactElement {
  const speech = useReportWords();
  const { r, language } = speech;
  const { row } = props;
  if (row.is === 'statement') {
    const { of } = row;
    const si = language === 'en' ? siText(of) : undefined;
    return (
      <>
        <td className="m">
          <MetricCell row={row} other={props.other} />
        </td>
        <td className="r">
          <span aria-hidden="true" title={of.cue ?? r(of.comparator)}>
            {comparatorSign[of.comparator]}
          </span>
          <span className="sr">{r(of.comparator)}</span>
        </td>
        <td className="r num">
          <b>{of.value === null && of.reference !== undefined ? of.reference : valueText(of)}</b>
        </td>
        <td className="q u">
          <span lang="zh-CN">
            {of.unit}
            {of.per !== undefined && `/${of.per}`}
          </span>
          {si !== undefined && <span className="si num">{si}</span>}
          <span className="at num" aria-hidden="true">
            {periodText(row.period)}
          </span>
        </td>
      </>
    );
  }
  const isTask = row.is === 'task';
  return (
    <td className="m" colSpan={4}>
      {isTask ? (
        <span lang="zh-CN">
          <span className="q">{row.of.modality ?? row.of.modifier}</span>
          <b>{row.of.verb}</b> {row.of.object}
        </span>
      ) : (
        <>
          <span lang="zh-CN" className="boxed">
            {rowName(row)}
          </span>{' '}
          <span className="q">{categoryText(row.of.category, speech)}</span>
          {row.of.mentions.length > 1 && (
            <span className="small qq"> · {r('named', { n: row.of.mentions.length })}</span>
          )}
        </>
      )}
    </td>
  );
}
