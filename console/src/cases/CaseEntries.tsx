import type { ReactElement } from 'react';
import type { EntryList } from '@yiwang/contract';
import type { Static } from 'typebox';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/request.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Shape } from '../parts/Light.tsx';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { caseApi } from './useCase.ts';

/** An entry gets its place a moment after it was written, of which no event tells: asked again until each has one. */
function useEntries(path: string) {
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<Static<typeof EntryList>>(path, signal),
    refetchInterval: ({ state }) => (state.data?.entries.every(({ verified }) => verified) === false ? 1000 : false),
  });
}

/** The case in the book: each entry with its place and whether its proof was recomputed. */
export function CaseEntries(props: { readonly region: string; readonly id: string }): ReactElement {
  const { t } = useWords();
  const query = useEntries(`${caseApi(props.region, props.id)}/entries`);
  return (
    <section className="sec" aria-labelledby="entries">
      <h2 id="entries">{t('entries')}</h2>
      <div className="pb">
        <Loaded query={query}>
          {({ entries, checkpoint }) => (
            <>
              <ol className="tl">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <span className="mono">{entry.kind}</span>
                    <span className="meta">
                      <Shape light={entry.verified ? 'ok' : 'unknown'} />
                      <span>
                        {entry.seq === null
                          ? t('waitingPlace')
                          : t(entry.verified ? 'inBook' : 'notProven', { seq: numberOf(entry.seq) })}
                        {entry.verified ? ' ✓' : ''}
                      </span>
                      <span className="mono" title={entry.hash}>
                        {entry.hash.slice(0, 10)}
                      </span>
                      <a
                        className="link"
                        href={`/api/ledger/${entry.region}/entries/${entry.id}/receipt`}
                        download={`receipt-${entry.id}.json`}
                      >
                        {t('receipt')}
                      </a>
                    </span>
                  </li>
                ))}
              </ol>
              {checkpoint !== null && (
                <p className="small qq">
                  {t('signedAt')} <span className="num">{dayTimeOf(checkpoint.at)}</span> · #{numberOf(checkpoint.size)}{' '}
                  · <span className="mono">{checkpoint.root.slice(0, 12)}</span>
                </p>
              )}
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}
