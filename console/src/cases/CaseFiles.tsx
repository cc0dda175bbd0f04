import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function CaseFiles(props: { readonly files: CaseDetail['files'] }): ReactElement {
  const { t } = useWords();
  return (
    <section className="sec" aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <div className="pb">
        {props.files.length === 0 && <p className="q">{t('noFiles')}</p>}
        <ul className="photos">
          {props.files.map((file) => (
            <li key={file.hash}>
              <a href={`/api/files/${encodeURIComponent(file.hash)}`}>
                {file.type.startsWith('image/') && (
                  <img src={`/api/files/${encodeURIComponent(file.hash)}`} alt={file.name} loading="lazy" />
                )}
                <span className="small">
                  {file.name} · {numberOf(Math.ceil(file.size / 1024))} KB
                  <br />
                  <span className="num qq">
                    {dayTimeOf(file.at)} {file.by}
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
