import type { ReactElement } from 'react';
import type { CaseSummary } from '@yiwang/contract';
import { regionName, useHere } from '../app/session.ts';
import { Light } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function CaseRow(props: {
  readonly of: CaseSummary;
  readonly isChosen: boolean;
  readonly isMarked: boolean;
  readonly onMark: () => void;
}): ReactElement {
  const { t, b, language } = useWords();
  const { city } = useHere();
  const one = props.of;
  return (
    <tr
      className={props.isChosen ? 'on' : ''}
      ref={props.isChosen ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
    >
      <td>
        <input
          type="checkbox"
          aria-label={`${t('markOne')} ${one.number}`}
          checked={props.isMarked}
          onChange={props.onMark}
        />
      </td>
      <td>{one.state === 'closed' ? <span className="qq">{t('stateClosed')}</span> : <Light light={one.light} />}</td>
      <td className="num">
        <Link className="link" href={`/cases/${one.region}/${one.id}`}>
          {one.number}
        </Link>
      </td>
      <td>{one.title}</td>
      <td className="nw">{regionName(city, one.region, language)}</td>
      <td className="nw">{one.step ?? t('stateClosed')}</td>
      <td>{b(one.organisationName)}</td>
      <td className="num q">{dayTimeOf(one.openedAt)}</td>
      <td>
        <span className="num nw">{one.dueAt === null ? '—' : dayTimeOf(one.dueAt)}</span>
        {one.dueBy !== undefined && (
          <div className="small q">
            {t(`limitOf-${one.dueBy.of}`)} · {one.dueBy.name}
          </div>
        )}
      </td>
    </tr>
  );
}
