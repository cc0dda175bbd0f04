import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CaseList } from '@yiwang/contract';
import type { Static } from 'typebox';
import { get, queryOf } from '../api/request.ts';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { go, setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { BulkActions } from './BulkActions.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseRow } from './CaseRow.tsx';
import { QueueViews } from './QueueViews.tsx';
import { filterNames } from './filterNames.ts';

/** The queue: what the address asks for, fifty at a time. */
export function CaseQueue(): ReactElement {
  const { t } = useWords();
  const search = useSearch();
  const filters = Object.fromEntries(filterNames.map((name) => [name, search.get(name) ?? undefined]));
  const base = `/api/cases${queryOf({ ...filters, limit: 50 })}`;
  const query = useInfiniteQuery({
    queryKey: [base],
    queryFn: ({ pageParam, signal }) =>
      get<Static<typeof CaseList>>(pageParam === '' ? base : `${base}&after=${encodeURIComponent(pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const { total = 0, more = false } = query.data?.pages.at(-1) ?? {};
  const [chosen, setChosen] = useState(-1);
  const row = cases[Math.min(chosen, cases.length - 1)];
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const marked = cases.filter(({ id }) => marks.has(id));
  const mark = (id: string): void => {
    const next = new Set(marks);
    if (!next.delete(id)) next.add(id);
    setMarks(next);
  };
  useKey('mark', () => row !== undefined && mark(row.id));
  useKey('next', () => setChosen(Math.min(chosen + 1, cases.length - 1)));
  useKey('previous', () => setChosen(Math.max(0, chosen - 1)));
  useKey('openRow', () => row !== undefined && go(`/cases/${row.region}/${row.id}`));
  return (
    <>
      <div className="head">
        <h1>{t('cases')}</h1>
        <output className="qq num">
          {t('ofTotal', { shown: numberOf(cases.length), total: `${numberOf(total)}${more ? '+' : ''}` })}
        </output>
      </div>
      <QueueViews filters={filters} />
      <CaseFilters filters={filters} />
      <BulkActions marked={marked} onDone={() => setMarks(new Set())} />
      {query.error !== null && <FaultBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <output className="load">{t('loading')}</output>}
      {query.isSuccess && cases.length === 0 && (
        <EmptyState text={t('noCases')}>
          <Button onClick={() => setSearch(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
            {t('clearFilters')}
          </Button>
        </EmptyState>
      )}
      {cases.length > 0 && (
        <section className="scroll" aria-label={t('cases')}>
          <table aria-label={t('cases')}>
            <thead>
              <tr>
                <th scope="col">
                  <Kbd of="mark" />
                </th>
                {(['lightWord', 'number', 'title', 'district', 'step', 'organisation', 'opened', 'dueAt'] as const).map(
                  (word) => (
                    <th key={word} scope="col">
                      {t(word)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {cases.map((one, index) => (
                <CaseRow
                  key={one.id}
                  of={one}
                  isChosen={index === chosen}
                  isMarked={marks.has(one.id)}
                  onMark={() => mark(one.id)}
                />
              ))}
            </tbody>
          </table>
          {query.hasNextPage && (
            <div className="pb">
              <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}
