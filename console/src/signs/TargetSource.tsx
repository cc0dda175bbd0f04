import type { ReactElement } from 'react';
import type { Sign } from '@yiwang/contract';
import { Link } from '../route/Link.tsx';
import { useWords } from '../words/useWords.ts';

/** Where a sign's target stands; where the report is kept, it leads to the row. */
export function TargetSource(props: { readonly target: NonNullable<Sign['target']> }): ReactElement {
  const { t, b } = useWords();
  const { source, report } = props.target;
  return (
    <span className="qq small">
      {t('source')}{' '}
      {report === undefined ? (
        b(source)
      ) : (
        <Link className="link" href={`/reports/${report.id}?row=${report.row}`}>
          {b(source)} · {report.row}
        </Link>
      )}
    </span>
  );
}
