import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useReportWords } from './reportWords.ts';
import type { StatementRow, TaskRow } from './rows.ts';
import { periodText, rowLine } from './rowText.ts';

/** Beside what a person put: what the machine had read, struck, with who, when, why and the proof in the ledger. */
export function CorrectionNote(props: {
  readonly row: StatementRow | TaskRow;
  readonly busy: boolean;
  readonly mayCorrect: boolean;
  readonly onBack: () => void;
}): ReactElement | null {
  const speech = useReportWords();
  const { t, r } = speech;
  const { city } = useHere();
  const { row } = props;
  const { correction } = row;
  if (correction === undefined) return null;
  const machine =
    row.is === 'statement' ? { ...row, of: row.machine ?? row.of } : { ...row, of: row.machine ?? row.of };
  const kind = machine.is === 'statement' ? machine.of.kind : 'task';
  return (
    <div className="corr">
      <span className="q">{row.removed ? r('removed') : r('machineRead')}</span>{' '}
      <s lang="zh-CN">
        {rowLine(machine, speech)} · {periodText(machine.of.period)} · {r(kind)}
      </s>
      <div className="small q">
        {t('account').split(/[（(]/)[0]} {correction.by.replace(/^account:/, '')} ·{' '}
        <span className="num">{dayTimeOf(correction.at)}</span> · {correction.reason} ·{' '}
        <a
          className="link"
          href={`/api/ledger/${city.code}/entries/${correction.entry}/receipt`}
          download={`receipt-${correction.entry}.json`}
        >
          {r('entry')}
        </a>
        {props.mayCorrect && (
          <Button small look="text" disabled={props.busy} onClick={props.onBack}>
            {r('backToMachine')}
          </Button>
        )}
      </div>
    </div>
  );
}
