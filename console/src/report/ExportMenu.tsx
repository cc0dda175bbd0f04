import { useId, useRef, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { reportApi } from './useReports.ts';
import { useReportWords } from './reportWords.ts';

const formats = ['xlsx', 'csv', 'json'] as const;

/** The rows as they stand, with the machine's reading and who corrected it; or on paper with the text. */
export function ExportMenu(props: {
  readonly id: string;
  /** Absent where the account may not. */
  readonly onWithdraw?: () => void;
}): ReactElement {
  const { r } = useReportWords();
  const menu = useId();
  const box = useRef<HTMLDivElement>(null);
  const close = (): void => box.current?.hidePopover();
  return (
    <div className="export">
      <Button popoverTarget={menu}>{r('export')}</Button>
      <div id={menu} ref={box} popover="auto" className="menu">
        {formats.map((format) => (
          <a
            key={format}
            href={`${reportApi(props.id)}/export?format=${format}`}
            download
            aria-label={r('exportAs', { format: format.toUpperCase() })}
            onClick={close}
          >
            {format.toUpperCase()}
          </a>
        ))}
        <button
          type="button"
          onClick={() => {
            close();
            print();
          }}
        >
          {r('print')}
        </button>
        {props.onWithdraw !== undefined && (
          <button
            type="button"
            className="last"
            onClick={() => {
              close();
              props.onWithdraw?.();
            }}
          >
            {r('withdraw')}
          </button>
        )}
      </div>
    </div>
  );
}
