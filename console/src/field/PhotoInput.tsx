import { useEffect, useState, type ReactElement } from 'react';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useWords } from '../words/useWords.ts';
import { sendPhoto } from './sendPhoto.ts';

type Upload =
  | { readonly at: 'none' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'sent' }
  | { readonly at: 'failed'; readonly error: Error };

/** Takes a photo, shows it, sends it. A failed one is kept and can be sent again. */
export function PhotoInput(props: {
  readonly path: string;
  readonly label: string;
  readonly onSent: (hash: string) => void;
}): ReactElement {
  const { t } = useWords();
  const [photo, setPhoto] = useState<File>();
  const [preview, setPreview] = useState('');
  const [upload, setUpload] = useState<Upload>({ at: 'none' });
  useEffect(() => () => URL.revokeObjectURL(preview), [preview]);

  function start(file: File): void {
    setUpload({ at: 'sending', percent: 0 });
    sendPhoto(props.path, file, (percent) => setUpload({ at: 'sending', percent })).then(
      ({ hash }) => {
        setUpload({ at: 'sent' });
        props.onSent(hash);
      },
      (error: Error) => setUpload({ at: 'failed', error }),
    );
  }
  return (
    <div className="pic form">
      {preview !== '' && <img src={preview} alt={t('photoPreview')} />}
      {upload.at === 'sending' && (
        <output>
          {t('sending', { percent: upload.percent })}
          <progress max={100} value={upload.percent} aria-label={t('photo')} />
        </output>
      )}
      {upload.at === 'sent' && <output>✓ {t('sent')}</output>}
      {upload.at === 'failed' && (
        <>
          <p>{t('sendFailed')}</p>
          <FaultBox error={upload.error} onRetry={() => photo !== undefined && start(photo)} />
        </>
      )}
      <label className={upload.at === 'sent' ? 'btn' : 'btn p'}>
        {upload.at === 'none' ? t('photo') : t('photoAgain')}
        <input
          className="sr"
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={props.label}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file === undefined) return;
            setPhoto(file);
            setPreview(URL.createObjectURL(file));
            start(file);
          }}
        />
      </label>
    </div>
  );
}
