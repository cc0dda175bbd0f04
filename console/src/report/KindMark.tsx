import type { ReactElement } from 'react';
import type { RowKind } from './rows.ts';
import { useReportWords } from './reportWords.ts';

/** The line that a kind has in the text, and its word. */
export function KindMark(props: { readonly kind: RowKind }): ReactElement {
  const { r } = useReportWords();
  return (
    <span className={`kind k-${props.kind}`}>
      <i aria-hidden="true" />
      <b>{r(props.kind)}</b>
    </span>
  );
}
