import type { ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export interface WorkRow {
  readonly name: string;
  /** The list of its cases. */
  readonly href?: string;
  readonly open: number;
  readonly due: number;
  readonly over: number;
  readonly untaken?: number;
  readonly oldest: string;
}

export function WorkTable(props: {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly WorkRow[];
}): ReactElement {
  const { t } = useWords();
  const { title, of, rows } = props;
  const asksUntaken = rows.some(({ untaken }) => untaken !== undefined);
  return (
    <section className="sec" aria-label={title}>
      <h2>{title}</h2>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col" className="r">
              {t('openTasks')}
            </th>
            <th scope="col" className="r">
              {t('over')}
            </th>
            <th scope="col" className="r">
              {t('due')}
            </th>
            {asksUntaken && (
              <th scope="col" className="r">
                {t('untaken')}
              </th>
            )}
            <th scope="col">{t('oldestSince')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, open, due, over, untaken, oldest }) => (
            <tr key={name}>
              <td className="num">
                {href === undefined ? (
                  name
                ) : (
                  <Link className="link" href={href}>
                    {name}
                  </Link>
                )}
              </td>
              <td className="num r">{numberOf(open)}</td>
              <td className="num r">{over > 0 ? <Light light="over">{numberOf(over)}</Light> : '0'}</td>
              <td className="num r">{due > 0 ? <Light light="due">{numberOf(due)}</Light> : '0'}</td>
              {asksUntaken && <td className="num r">{numberOf(untaken ?? 0)}</td>}
              <td className="num q nw">{dayTimeOf(oldest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
