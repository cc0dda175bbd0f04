import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { Link } from '../route/Link.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { words, type Word } from '../words/words.ts';
import { clockAmount } from './clockAmount.ts';

const isWord = (name: string): name is Word => Object.hasOwn(words, name);

/** What stands beside the flow of a case: what went wrong, who asked for time, which other cases there are. */
export function CaseMatters({ detail }: { readonly detail: CaseDetail }): ReactElement | null {
  const speech = useWords();
  const { t } = speech;
  const { incidents, requests, links, parkedAt, supervisedAt, urged } = detail;
  const notes = [
    ...(parkedAt === null ? [] : [t('parkedSince', { at: dayTimeOf(parkedAt) })]),
    ...(supervisedAt === null ? [] : [t('supervisedSince', { at: dayTimeOf(supervisedAt) })]),
    ...(urged === 0 ? [] : [t('urgedTimes', { n: urged })]),
  ];
  if (incidents.length + requests.length + links.length + notes.length === 0) return null;
  return (
    <section className="sec">
      <div className="pb">
        {notes.length > 0 && <p>{notes.join(' · ')}</p>}
        {incidents.length > 0 && (
          <>
            <h3>{t('incidents')}</h3>
            {incidents.map((incident) => (
              <div key={incident.id} className="fault" role="alert">
                <b>{incident.element}</b>
                <span>{incident.detail}</span>
                <span className="mono small q">
                  {incident.code} · {dayTimeOf(incident.at)}
                </span>
              </div>
            ))}
          </>
        )}
        {requests.length > 0 && (
          <>
            <h3>{t('requests')}</h3>
            {requests.map((request) => {
              const unit = detail.clocks.find(({ id }) => id === request.clock)?.unit ?? 'workingMinutes';
              return (
                <p key={request.id}>
                  {t('wantsMore', { by: request.by, n: clockAmount(request.amount, unit, speech) })}
                  <br />
                  <span className="q">{request.reason}</span>
                </p>
              );
            })}
          </>
        )}
        {links.length > 0 && (
          <>
            <h3>{t('links')}</h3>
            {links.map((link) => {
              const kind = `link-${link.kind}`;
              return (
                <p key={`${link.kind} ${link.case}`}>
                  <span className="q">{isWord(kind) ? t(kind) : link.kind}</span>{' '}
                  <Link className="num" href={`/cases/${link.region}/${link.case}`}>
                    {link.number}
                  </Link>
                </p>
              );
            })}
          </>
        )}
      </div>
    </section>
  );
}
