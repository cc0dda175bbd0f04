import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Link } from '../route/Link.tsx';
import { useReportWords, type ReportSpeech } from './reportWords.ts';
import { dismissUpload, retryUpload, useUploads, type UploadState } from './uploads.ts';

/** What was refused says it in its own box. */
function stateText(state: UploadState, { r }: ReportSpeech): string {
  if (state.at === 'queued') return r('queued');
  if (state.at === 'sending') return r('uploading', { percent: state.percent });
  if (state.at === 'reading') return r('reading');
  if (state.at === 'failed') return '';
  return `✓ ${state.report.title}${state.isNew ? '' : ` · ${r('readBefore')}`}`;
}

const isOver = ({ at }: UploadState): boolean => at === 'done' || at === 'failed';

/** Each file with how far it is; what was refused stays until it is put away, with what to do about it. */
export function UploadList(): ReactElement | null {
  const speech = useReportWords();
  const { r, t } = speech;
  const uploads = useUploads();
  const over = uploads.filter(({ state }) => isOver(state));
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={r('uploads')}>
      {uploads.map(({ id, file, state }) => (
        <li key={id}>
          <b>{file.name}</b>
          <output>{stateText(state, speech)}</output>
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
          {state.at === 'failed' && (
            <Button small onClick={() => retryUpload(id)}>
              {t('retry')}
            </Button>
          )}
          {isOver(state) && (
            <Button small onClick={() => dismissUpload(id)}>
              {r('dismiss')}
            </Button>
          )}
          {state.at === 'failed' && <FaultBox error={state.error} />}
        </li>
      ))}
      {over.length > 1 && (
        <li>
          <Button small onClick={() => over.forEach(({ id }) => dismissUpload(id))}>
            {r('dismissAll')}
          </Button>
        </li>
      )}
    </ul>
  );
}
