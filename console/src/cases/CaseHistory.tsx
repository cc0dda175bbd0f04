import type { ReactElement } from 'react';
import type { CaseEvent } from '@yiwang/contract';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function CaseHistory(props: { readonly events: readonly CaseEvent[] }): ReactElement {
  const { t, b } = useWords();
  const newestFirst = props.events.toReversed();
  return (
    <section className="sec" aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <div className="pb">
        <ol className="tl">
          {newestFirst.map((event, index) => (
            <li key={event.seq} className={index === 0 ? 'now' : ''}>
              <span>{b(event.name)}</span>
              <span className="meta">
                <span className="num">{dayTimeOf(event.at)}</span>
                <span className="mono">{event.actor}</span>
              </span>
              {event.reason !== null && <span className="q">{event.reason}</span>}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
