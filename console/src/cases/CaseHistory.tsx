import type { ReactElement } from 'react';
import type { CaseEvent } from '@yiwang/contract';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { useSignNames } from './useSignNames.ts';

export function CaseHistory(props: { readonly events: readonly CaseEvent[] }): ReactElement {
  const { t, b } = useWords();
  const named = useSignNames();
  // A token's way is drawn in the diagram; a reason that only repeats the one before says nothing new.
  const steps = props.events.filter(({ kind }) => kind !== 'token.moved');
  const newestFirst = steps
    .map((event, index) => ({ ...event, reason: event.reason === steps[index - 1]?.reason ? null : event.reason }))
    .toReversed();
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
              {event.reason !== null && <span className="q">{named(event.reason)}</span>}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
