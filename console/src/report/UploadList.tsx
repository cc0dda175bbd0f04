import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Link } from '../route/Link.tsx';
import { useReportWords, type ReportSpeech } from './reportWords.ts';
import { dismissUpload, retryUpload, useUploads, type UploadState } from './uploads.ts';

function stateText(state: UploadState, { r, t }: ReportSpeech): string {
  if (state.at === 'queued') return r('queued');
  if (state.at === 'sending') return r('uploading', { percent: state.percent });
  if (state.at === 'reading') return r('reading');
  return state.at === 'done' ? `✓ ${state.report.title}` : t('sendFailed');
}

/** Each file with how far it is; what was refused stays until it is put away, with what to do about it. */
export function UploadList(): ReactElement | null {
  const speech = useReportWords();
  const { r } = speech;
  const uploads = useUploads();
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={r('uploads')}>
      {uploads.map(({ id, file, state }) => (
        <li key={id}>
          <b>{file.name}</b>
          {state.at === 'failed' ? (
            <FaultBox error={state.error} onRetry={() => retryUpload(id)} />
          ) : (
            <output>{stateText(state, speech)}</output>
          )}
          {(state.at === 'sending' || state.at === 'reading') && (
            <progress
              max={100}
              {...(state.at === 'sending' ? { value: state.percent } : {})}
              aria-label={`${file.name}: ${stateText(state, speech)}`}
            />
          )}
          {state.at === 'done' && (
            <Link className="link" href={`/reports/${state.report.id}`}>
              {r('openReport')}
            </Link>
          )}
          {(state.at === 'done' || state.at === 'failed') && (
            <Button small onClick={() => dismissUpload(id)}>
              {r('dismiss')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
