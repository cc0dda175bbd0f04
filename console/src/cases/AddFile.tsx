import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { sendPhoto } from '../field/sendPhoto.ts';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useWords } from '../words/useWords.ts';

/** Puts a photo or paper with the case, from the desk; the pages of the field take it with the camera. */
export function AddFile(props: { readonly path: string }): ReactElement {
  const { t } = useWords();
  const client = useQueryClient();
  const [percent, setPercent] = useState(0);
  const upload = useMutation<unknown, Error, File>({
    mutationFn: (file) => sendPhoto(props.path, file, setPercent),
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith('/api/cases'),
      }),
  });
  return (
    <div className="row">
      <label className="btn s">
        {t('addFile')}
        <input
          className="sr"
          type="file"
          accept="image/*,application/pdf"
          disabled={upload.isPending}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file === undefined) return;
            setPercent(0);
            upload.mutate(file);
          }}
        />
      </label>
      {upload.isPending && <output className="q">{t('sending', { percent })}</output>}
      {upload.error !== null && <FaultBox error={upload.error} />}
    </div>
  );
}
