import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { setSearch } from '../route/router.ts';
import { KindMark } from './KindMark.tsx';
import { useReportWords } from './reportWords.ts';
import type { Row } from './rows.ts';
import { periodText, rowLine } from './rowText.ts';

/** Where the text and the rows take turns: the chosen row in a line, and the way to its other side. */
export function PinnedBar(props: { readonly row: Row; readonly pane: string }): ReactElement {
  const speech = useReportWords();
  const { r } = speech;
  const { row } = props;
  return (
    <section className="pinbar" aria-label={r('selected')}>
      <KindMark kind={row.kind} />
      <span>
        {row.n} <b lang="zh-CN">{rowLine(row, speech)}</b> {row.period !== null && periodText(row.period)}
      </span>
      <Button onClick={() => setSearch({ pane: props.pane === 'rows' ? undefined : 'rows' })}>
        {r(props.pane === 'rows' ? 'toText' : 'toRow')}
      </Button>
    </section>
  );
}
