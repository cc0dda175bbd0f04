import type { ReactElement } from 'react';
import { keys } from '../keys/keys.ts';
import { usePresentKeys } from '../keys/useKey.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { useWords } from '../words/useWords.ts';

export function KeyList(): ReactElement {
  const { t } = useWords();
  return (
    <dl className="keys">
      {usePresentKeys().map((id) => (
        <div key={id} style={{ display: 'contents' }} data-key={id}>
          <dt>
            <Kbd of={id} />
          </dt>
          <dd>{keys[id].page === '' ? t(keys[id].word) : t('goTo', { page: t(keys[id].word) })}</dd>
        </div>
      ))}
    </dl>
  );
}
