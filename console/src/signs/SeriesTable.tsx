import type { ReactElement } from 'react';
import type { SignSeries } from '@yiwang/contract';
import type { Static } from 'typebox';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function SeriesTable(props: {
  readonly points: Static<typeof SignSeries>['points'];
  readonly decimals: number;
  readonly unit: string;
}): ReactElement {
  const { t } = useWords();
  return (
    <table aria-label={t('series')}>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          {(['mean', 'min', 'max'] as const).map((column) => (
            <th key={column} scope="col" className="r">
              {t(column)} ({props.unit})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.points.map((point) => (
          <tr key={point.at}>
            <td className="num">{dayTimeOf(point.at)}</td>
            <td className="r num">{numberOf(point.mean, props.decimals)}</td>
            <td className="r num">{numberOf(point.min, props.decimals)}</td>
            <td className="r num">{numberOf(point.max, props.decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
