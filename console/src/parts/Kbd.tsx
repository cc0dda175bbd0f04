import type { ReactElement } from 'react';
import { capsOf, type KeyId } from '../keys/keys.ts';
import { useWords } from '../words/useWords.ts';

export function Kbd(props: { readonly of: KeyId }): ReactElement {
  const { t } = useWords();
  return (
    <>
      {capsOf(props.of, t('space')).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </>
  );
}
