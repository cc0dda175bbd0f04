import { memo, type ReactElement } from 'react';
import { CorrectionForm } from './CorrectionForm.tsx';
import { CorrectionNote } from './CorrectionNote.tsx';
import { KindMark } from './KindMark.tsx';
import { Readings } from './Readings.tsx';
import { useReportWords } from './reportWords.ts';
import { useRowActions } from './rowActions.ts';
import { RowCells, type Other } from './RowCells.tsx';
import { isWaiting, type Row } from './rows.ts';
import { periodText, rowLine } from './rowText.ts';

/** What stands under a row: who corrected it, the form to correct it, its readings. */
function Beneath(props: {
  readonly row: Row;
  readonly isPinned: boolean;
  readonly isEdited: boolean;
  readonly hasReadings: boolean;
}): ReactElement | null {
  const actions = useRowActions();
  const { row, isPinned, isEdited } = props;
  if (row.is === 'system') return null;
  const ambiguity = row.is === 'statement' && props.hasReadings ? row.ambiguity : undefined;
  const showsReadings = ambiguity !== undefined && (ambiguity.chosen === null || isPinned);
  if (row.correction === undefined && !isEdited && !showsReadings) return null;
  return (
    <tr className={showsReadings && isWaiting(row) ? 'two wait' : 'two'}>
      <td colSpan={8}>
        <CorrectionNote
          row={row}
          busy={actions.busy}
          mayCorrect={actions.mayCorrect}
          onBack={() => actions.giveBack(row)}
        />
        {isEdited && (
          <CorrectionForm
            row={row}
            busy={actions.busy}
            error={actions.error}
            onSave={(order) => actions.save(row, order)}
            onCancel={actions.closeForm}
          />
        )}
        {showsReadings && row.is === 'statement' && (
          <Readings
            of={ambiguity}
            busy={actions.busy || !actions.mayCorrect}
            keysHere={isPinned && actions.mayCorrect}
            onChoose={(reading) => actions.choose(row, reading)}
          />
        )}
      </td>
    </tr>
  );
}

/** One row and what stands beneath it. Its number is the button that keyboards and screen readers reach it by. */
export const RowLines = memo(
  (props: {
    readonly row: Row;
    /** Its place in the list shown, from 1 and with the head. */
    readonly place: number;
    readonly isPinned: boolean;
    readonly isEdited: boolean;
    /** The readings stand under the last row of their place. */
    readonly hasReadings: boolean;
    readonly isTabStop: boolean;
    readonly other: Other;
  }): ReactElement => {
    const speech = useReportWords();
    const { r } = speech;
    const { row, isPinned } = props;
    const names = [isPinned ? 'on' : '', isWaiting(row) ? 'wait' : '', row.removed ? 'gone' : ''].join(' ').trim();
    const sure = row.confidence.toFixed(2);
    return (
      <>
        <tr
          data-row={row.id}
          aria-rowindex={props.place}
          {...(names === '' ? {} : { className: names })}
          {...(isPinned ? { 'aria-current': true } : {})}
        >
          <td className="r num q">
            <button
              type="button"
              className="plain"
              tabIndex={props.isTabStop ? 0 : -1}
              aria-label={`${r('rowN', { n: row.n })} ${rowLine(row, speech)}`}
            >
              {row.n}
            </button>
          </td>
          <RowCells row={row} other={props.other} />
          <td className="q num p">{periodText(row.period)}</td>
          <td>
            <KindMark kind={row.kind} />
          </td>
          <td className="num q nw sure">
            <span className={row.confidence < 0.7 ? 'cf low' : 'cf'} aria-hidden="true">
              <i style={{ width: `${Math.round(row.confidence * 100)}%` }} />
            </span>
            {sure.replace(/^0/, '')}
          </td>
        </tr>
        <Beneath row={row} isPinned={isPinned} isEdited={props.isEdited} hasReadings={props.hasReadings} />
      </>
    );
  },
);
