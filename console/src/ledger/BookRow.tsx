import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { BookList, Verification } from '@yiwang/contract';
import type { Static } from 'typebox';
import { send } from '../api/request.ts';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Shape } from '../parts/Light.tsx';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

/** One book; verifying recomputes all of it and names each thing that does not fit. */
export function BookRow(props: { readonly book: Static<typeof BookList>['books'][number] }): ReactElement {
  const { t, b } = useWords();
  const { book } = props;
  const check = useMutation({
    mutationFn: () => send<Static<typeof Verification>>('POST', `/api/ledger/${book.region}/verify`),
  });
  const result = check.data;
  return (
    <tr>
      <td>{b(book.name)}</td>
      <td className="r num">{numberOf(book.size)}</td>
      <td className="r num">{numberOf(book.waiting)}</td>
      <td className="num q">
        {book.checkpoint === null ? '—' : `#${numberOf(book.checkpoint.size)} · ${dayTimeOf(book.checkpoint.at)}`}
      </td>
      <td className="mono q">{book.checkpoint === null ? '—' : book.checkpoint.root.slice(0, 16)}</td>
      <td>
        <div className="row">
          <Button
            small
            disabled={check.isPending}
            aria-label={`${t('verify')} ${b(book.name)}`}
            onClick={() => check.mutate()}
          >
            {t(check.isPending ? 'verifying' : 'verify')}
          </Button>
          <output>
            {result !== undefined && (
              <span className="light">
                <Shape light={result.intact ? 'ok' : 'over'} />
                {result.intact
                  ? t('intact', { n: numberOf(result.entries), ms: Math.round(result.milliseconds) })
                  : t('broken', { n: result.findings.length })}
              </span>
            )}
          </output>
        </div>
        {check.error !== null && <FaultBox error={check.error} onRetry={() => check.mutate()} />}
        {result !== undefined && result.findings.length > 0 && (
          <ul>
            {result.findings.map((finding) => (
              <li key={`${finding.kind} ${finding.entry ?? ''} ${finding.seq ?? ''}`}>
                <span className="mono">{finding.kind}</span> {finding.seq === null ? '' : `#${numberOf(finding.seq)}`}{' '}
                {b(finding.text)}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
