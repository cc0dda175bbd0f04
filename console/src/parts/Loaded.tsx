import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useWords } from '../words/useWords.ts';
import { FaultBox } from './FaultBox.tsx';

/** The three states of what is fetched: a word while it loads, the fault where it failed, the content. What was read before stays. */
export function Loaded<T>(props: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactElement;
}): ReactElement {
  const { t } = useWords();
  const { data, error, refetch } = props.query;
  return (
    <>
      {error !== null && <FaultBox error={error} onRetry={() => void refetch()} />}
      {data !== undefined ? props.children(data) : error === null && <output className="load">{t('loading')}</output>}
    </>
  );
}
