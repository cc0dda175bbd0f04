import type { ReactElement } from 'react';
import { ApiProblem } from '../api/request.ts';
import { useWords } from '../words/useWords.ts';
import { Button } from './Button.tsx';

/** What was refused, why, and what the reader can do. */
export function FaultBox(props: { readonly error: Error; readonly onRetry?: () => void }): ReactElement {
  const { t } = useWords();
  const problem = props.error instanceof ApiProblem ? props.error.problem : undefined;
  return (
    <div className="fault" role="alert">
      <b>{problem?.title ?? t('oddAnswer')}</b>
      <span>{problem?.detail ?? props.error.message}</span>
      {problem?.help !== undefined && problem.help !== '' && <span>{problem.help}</span>}
      {problem?.code !== undefined && problem.code !== '' && <span className="mono small q">{problem.code}</span>}
      {props.onRetry !== undefined && (
        <div>
          <Button small onClick={props.onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
