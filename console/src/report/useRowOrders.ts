import type { CorrectionRequest, Report } from '@yiwang/contract';
import { useHere } from '../app/session.ts';
import { useKey } from '../keys/useKey.ts';
import { toast } from '../parts/toast.tsx';
import { fieldsOf } from './correctionFields.ts';
import { useReportWords } from './reportWords.ts';
import type { RowActions } from './rowActions.ts';
import { isWaiting, type Row, type StatementRow, type TaskRow } from './rows.ts';
import { useReportOrders } from './useReportOrders.ts';

/** Choices and corrections with what is said after, and their undo. */
export function useRowOrders(of: {
  readonly report: Report;
  readonly rows: ReadonlyMap<string, Row>;
  /** Those that the filters let through. */
  readonly shown: readonly Row[];
  readonly isOnlyWaiting: boolean;
  readonly pinned: string | undefined;
  readonly setEdited: (id: string | undefined) => void;
  readonly show: (id: string) => void;
}): { readonly actions: RowActions; readonly fault: Error | null } {
  const { report, rows, shown, pinned, setEdited, show } = of;
  const { r } = useReportWords();
  const { session } = useHere();
  const { choose, correct } = useReportOrders(report.id);
  const mayCorrect = session.actions.includes('report.correct');

  /** What brings a row back to how it stands now: corrections of one row add up. */
  function undoOf(row: StatementRow | TaskRow): CorrectionRequest['fields'] {
    if (row.removed) return null;
    return row.correction === undefined ? {} : fieldsOf(row);
  }
  /** What held the focus is gone with the form: the keys go on from the row. */
  function backTo(id: string | undefined): void {
    if (id !== undefined) requestAnimationFrame(() => show(id));
  }
  function save(row: StatementRow | TaskRow, order: Omit<CorrectionRequest, 'row'>): void {
    const before = undoOf(row);
    correct.mutate(
      { row: row.id, ...order },
      {
        onSuccess: () => {
          setEdited(undefined);
          backTo(row.id);
          const isBack = order.fields !== null && Object.keys(order.fields).length === 0;
          const said = order.fields === null ? 'takenOut' : isBack ? 'givenBack' : 'corrected';
          toast(r(said, { n: row.n }), () => correct.mutate({ row: row.id, reason: r('undone'), fields: before }));
        },
      },
    );
  }
  function pick(row: StatementRow, reading: number): void {
    const { ambiguity } = row;
    const meant = ambiguity?.readings[reading];
    if (ambiguity === undefined || meant === undefined) return;
    const before = ambiguity.chosen;
    choose.mutate(
      { ambiguity: ambiguity.id, reading },
      {
        onSuccess: () => {
          toast(
            r('choice', { text: meant.text }),
            before === null ? undefined : () => choose.mutate({ ambiguity: ambiguity.id, reading: before }),
          );
          // among those that wait it is one no longer; else the rows of the other reading have ids of their own
          backTo(of.isOnlyWaiting ? waitingAfter(row, ambiguity.id) : meant.statements[0]?.id);
        },
      },
    );
  }
  function waitingAfter(row: StatementRow, place: string): string | undefined {
    const others = shown.filter((one) => one.is === 'statement' && one.ambiguity?.id !== place);
    return (others.find(({ n }) => n > row.n) ?? others[0])?.id;
  }
  /** Chooses for the row that is chosen; with none, shows the first that waits, so that nobody chooses unseen. */
  function pickByKey(reading: number): void {
    if (!mayCorrect) return toast(r('mayNotCorrect'));
    const own = shown.find(({ id }) => id === pinned); // one that the filters hide is not meant
    const isOwn = own?.is === 'statement' && own.ambiguity !== undefined;
    if (isOwn) return pick(own, reading);
    const waiting = [...rows.values()].find(isWaiting);
    if (waiting !== undefined) show(waiting.id);
    return undefined;
  }
  const hasPlaces = report.ambiguities.length > 0;
  useKey('firstReading', () => pickByKey(0), hasPlaces);
  useKey('secondReading', () => pickByKey(1), hasPlaces);

  return {
    fault: choose.error ?? correct.error,
    actions: {
      busy: choose.isPending || correct.isPending,
      mayCorrect,
      error: correct.error,
      choose: pick,
      save,
      giveBack: (row) => save(row, { reason: r('backToMachine'), fields: {} }),
      closeForm: () => {
        setEdited(undefined);
        backTo(pinned);
      },
    },
  };
}
