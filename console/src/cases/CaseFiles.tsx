import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { AddFile } from './AddFile.tsx';
import { caseApi } from './useCase.ts';

/** The files of a case; who may do its tasks adds others, which a form then names. */
export function CaseFiles(props: { readonly detail: CaseDetail }): ReactElement {
  const { t } = useWords();
  const { files, summary, tasks } = props.detail;
  const mayAdd = summary.state === 'open' && tasks.some(({ actions }) => actions.includes('complete'));
  return (
    <section className="sec" aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <div className="pb">
        {files.length === 0 && <p className="q">{t('noFiles')}</p>}
        <ul className="photos">
          {files.map((file) => (
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
        {mayAdd && <AddFile path={`${caseApi(summary.region, summary.id)}/files`} />}
      </div>
    </section>
  );
}
