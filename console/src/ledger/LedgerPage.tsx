import type { ReactElement } from 'react';
import type { BookList } from '@yiwang/contract';
import type { Static } from 'typebox';
import { useApi } from '../api/useApi.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { useWords } from '../words/useWords.ts';
import { BookRow } from './BookRow.tsx';

export function LedgerPage(): ReactElement {
  const { t } = useWords();
  const query = useApi<Static<typeof BookList>>('/api/ledger');
  return (
    <>
      <div className="head">
        <h1>{t('ledger')}</h1>
      </div>
      <Loaded query={query}>
        {({ books }) =>
          books.length === 0 ? (
            <EmptyState text={t('noBooks')} />
          ) : (
            <section className="scroll" aria-label={t('ledger')}>
              <table aria-label={t('ledger')}>
                <thead>
                  <tr>
                    <th scope="col">{t('book')}</th>
                    <th scope="col" className="r">
                      {t('size')}
                    </th>
                    <th scope="col" className="r">
                      {t('waiting')}
                    </th>
                    <th scope="col">{t('signedAt')}</th>
                    <th scope="col">{t('root')}</th>
                    <th scope="col">{t('verify')}</th>
                  </tr>
                </thead>
                <tbody>
                  {books.map((book) => (
                    <BookRow key={book.region} book={book} />
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Loaded>
    </>
  );
}
