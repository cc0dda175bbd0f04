import { useCallback, useImperativeHandle, useMemo, useRef, useState, type ReactElement, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { rowIn } from './pointRow.ts';
import { useReportWords } from './reportWords.ts';
import type { Other } from './RowCells.tsx';
import { RowLines } from './RowLines.tsx';
import type { Row } from './rows.ts';
import { useNearChunks } from './useNearChunks.ts';

/** Rows in one `tbody`; far ones are an empty row of their height. 20 are about a screen. */
const chunkSize = 20;
const rowHeight = 31;

export interface RowTableHandle {
  /** Draws the row if it was far, and gives its element. */
  readonly reveal: (id: string) => HTMLElement | null;
}

function lastOfEachPlace(rows: readonly Row[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  for (const row of rows) if (row.is === 'statement' && row.ambiguity !== undefined) last.set(row.ambiguity.id, row.id);
  return new Set(last.values());
}

export function RowTable(props: {
  readonly rows: readonly Row[];
  readonly pinned: string | undefined;
  readonly edited: string | undefined;
  readonly other: Other;
  readonly ref: Ref<RowTableHandle>;
}): ReactElement {
  const { r } = useReportWords();
  const { rows, pinned, edited, other, ref } = props;
  const box = useRef<HTMLTableElement>(null);
  const [table, setTable] = useState<HTMLTableElement | null>(null);
  const setBox = useCallback((node: HTMLTableElement | null) => {
    box.current = node;
    setTable(node);
  }, []);
  const chunks = useMemo(
    () => Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_none, at) => at * chunkSize),
    [rows],
  );
  const withReadings = useMemo(() => lastOfEachPlace(rows), [rows]);
  const { isNear, bring, heightOf } = useNearChunks(table, chunks.length, chunkSize * rowHeight);
  useImperativeHandle(ref, () => ({
    reveal: (id) => {
      const at = rows.findIndex((row) => row.id === id);
      if (at === -1 || box.current === null) return null;
      const chunk = Math.floor(at / chunkSize);
      if (!isNear(chunk)) flushSync(() => bring(chunk));
      return rowIn(box.current, id);
    },
  }));
  // tasks and systems have no value: over a list of them alone stands what they are
  const words = (['task', 'system'] as const).find((kind) => rows.every((row) => row.is === kind));
  const tabStop = rows.some(({ id }) => id === pinned) ? pinned : rows[0]?.id;
  return (
    <table ref={setBox} className="t-r" aria-label={r('rows')} aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="r w-n">
            #
          </th>
          {words === undefined ? (
            <>
              <th scope="col">{r('metric')}</th>
              <th scope="col" className="r w-c">
                {r('comparator')}
              </th>
              <th scope="col" className="r w-v">
                {r('value')}
              </th>
              <th scope="col" className="w-u">
                {r('unit')}
              </th>
            </>
          ) : (
            <th scope="col" colSpan={4}>
              {r(words)}
            </th>
          )}
          <th scope="col" className="w-p">
            {r('period')}
          </th>
          <th scope="col" className="w-k">
            {r('kind')}
          </th>
          <th scope="col" className="w-s">
            {r('confidence')}
          </th>
        </tr>
      </thead>
      {chunks.map((first, chunk) => (
        <tbody key={first} data-chunk={chunk}>
          {isNear(chunk) ? (
            rows
              .slice(first, first + chunkSize)
              .map((row, index) => (
                <RowLines
                  key={row.id}
                  row={row}
                  place={first + index + 2}
                  isPinned={row.id === pinned}
                  isEdited={row.id === edited}
                  hasReadings={withReadings.has(row.id)}
                  isTabStop={row.id === tabStop}
                  other={other}
                />
              ))
          ) : (
            <tr aria-hidden="true" className="far">
              <td colSpan={8} style={{ height: heightOf(chunk) }}>
                …
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}
