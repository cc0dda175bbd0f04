import { useCallback, useMemo, useRef, type ReactElement } from 'react';
import type { Report } from '@yiwang/contract';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Segment } from '../parts/Segment.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { Contents, contentsOf } from './Contents.tsx';
import { FileChoice } from './FileChoice.tsx';
import { filterKeyOf, filterRows, isNarrow, noFilters, rowFiltersOf } from './filterRows.ts';
import { KindMark } from './KindMark.tsx';
import { marksOf } from './marksOf.ts';
import { paragraphsOf } from './paragraphsOf.ts';
import { PinnedBar } from './PinnedBar.tsx';
import { ReportHead } from './ReportHead.tsx';
import { ReportText } from './ReportText.tsx';
import { useReportWords } from './reportWords.ts';
import { RowActionsContext } from './rowActions.ts';
import { RowFilterBar } from './RowFilterBar.tsx';
import { countOf, rowKinds, rowsOf, type Row } from './rows.ts';
import { RowTable } from './RowTable.tsx';
import { useChosenRow } from './useChosenRow.ts';
import { useRowOrders } from './useRowOrders.ts';
import { useSectionHere } from './useSectionHere.ts';

/** The words of the report beside what was read in them. Its whole state but the mouse is in the address. */
export function ReportView(props: {
  readonly report: Report;
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
}): ReactElement {
  const { t, r } = useReportWords();
  const { report } = props;
  const search = useSearch();
  const filterKey = filterKeyOf(search);
  const filters = useMemo(() => rowFiltersOf(new URLSearchParams(filterKey)), [filterKey]);
  const pane = search.get('pane') ?? 'text';

  const rows = useMemo(() => rowsOf(report), [report]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const paragraphs = useMemo(
    () => paragraphsOf(report.text ?? '', marksOf(rows, report.sections), report.sections),
    [report, rows],
  );
  const entries = useMemo(() => contentsOf(report.sections, rows), [report, rows]);
  const shown = useMemo(() => filterRows(rows, filters), [rows, filters]);
  const other = useCallback(
    (id: string) => {
      const row: Row | undefined = byId.get(id);
      return row?.is === 'statement' ? row : undefined;
    },
    [byId],
  );

  const textPane = useRef<HTMLDivElement>(null);
  const rowPane = useRef<HTMLDivElement>(null);
  const { pinned, edited, setEdited, table, choose } = useChosenRow({
    rows: byId,
    shown,
    paragraphs,
    textPane,
    rowPane,
    pane,
  });
  const pinnedRow = pinned === undefined ? undefined : byId.get(pinned);
  const orders = useRowOrders({
    report,
    rows: byId,
    shown,
    isOnlyWaiting: filters.waiting !== '',
    pinned,
    setEdited,
    show: choose,
  });
  const here = useSectionHere(textPane, paragraphs);
  const goTo = useCallback((path: string) => {
    const heading = textPane.current?.querySelector(`[data-section="${CSS.escape(path)}"]`);
    heading?.scrollIntoView({ block: 'start' });
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }, []);

  const hasText = report.text !== null;
  return (
    <RowActionsContext value={orders.actions}>
      <div className={hasText ? 'report' : 'report textless'} data-pane={hasText ? pane : 'rows'}>
        <ReportHead report={report} kind={filters.kind} />
        {hasText && (
          <div className="panes">
            <Segment
              label={r('pane')}
              value={pane}
              choices={[
                { value: 'text', label: r('source') },
                { value: 'rows', label: `${r('rowsShort')} ${numberOf(countOf(shown))}` },
              ]}
              onChange={(next) => setSearch({ pane: next === 'text' ? undefined : next })}
            />
          </div>
        )}
        <div className="cols rep">
          <Contents
            entries={entries}
            total={countOf(rows)}
            section={filters.section}
            here={here}
            hasText={hasText}
            onGo={goTo}
          />
          {hasText && (
            <div className="panel src">
              <div className="ph">
                <h2>{r('source')}</h2>
                <span className="sp" />
                <span className="legend">
                  {rowKinds.map((kind) => (
                    <KindMark key={kind} kind={kind} />
                  ))}
                </span>
              </div>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
              <section className="scroll" ref={textPane} tabIndex={0} aria-label={r('source')}>
                <ReportText text={report.text ?? ''} paragraphs={paragraphs} />
              </section>
            </div>
          )}
          <section className="panel read" aria-label={r('rows')}>
            <div className="ph">
              <h2>{r('rows')}</h2>
              <output className="qq num">
                {shown.length === rows.length
                  ? numberOf(countOf(rows))
                  : r('ofRows', { shown: numberOf(countOf(shown)), total: numberOf(countOf(rows)) })}
              </output>
              <span className="sp" />
              {isNarrow(filters) && (
                <Button small look="text" onClick={() => setSearch(noFilters)}>
                  {t('clearFilters')}
                </Button>
              )}
            </div>
            <RowFilterBar
              rows={rows}
              entries={entries}
              filters={filters}
              topics={report.topics ?? []}
              waiting={report.counts.waiting}
            />
            {!hasText && (
              <div className="dropbox">
                <span>{r('noText')}</span>
                {props.onFiles !== undefined && <FileChoice onFiles={props.onFiles} />}
              </div>
            )}
            {orders.fault !== null && edited === undefined && <FaultBox error={orders.fault} />}
            <div className="scroll" ref={rowPane}>
              {shown.length > 0 ? (
                <RowTable key={filterKey} ref={table} rows={shown} pinned={pinned} edited={edited} other={other} />
              ) : rows.length === 0 ? (
                <EmptyState text={r('nothingRead')} />
              ) : (
                <EmptyState text={r('noRows')}>
                  <Button onClick={() => setSearch(noFilters)}>{t('clearFilters')}</Button>
                </EmptyState>
              )}
            </div>
          </section>
        </div>
        {hasText && pinnedRow !== undefined && <PinnedBar row={pinnedRow} pane={pane} />}
      </div>
    </RowActionsContext>
  );
}
