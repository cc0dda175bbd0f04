import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

/** What was filled in with the case so far, for those whose turn it is; the newest first. */
export function CaseFilled(props: { readonly filled: CaseDetail['filled'] }): ReactElement | null {
  const { t, b } = useWords();
  if (props.filled.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="filled">
      <h2 id="filled">{t('filledIn')}</h2>
      <div className="pb">
        {props.filled.toReversed().map(({ name, by, at, fields }) => (
          <div key={`${at} ${by} ${name.en}`}>
            <p>
              <b>{b(name)}</b> <span className="num qq">{dayTimeOf(at)}</span> <span className="mono qq">{by}</span>
            </p>
            <dl className="facts">
              {fields.map(({ key, label, text, file }) => (
                <div key={key} style={{ display: 'contents' }}>
                  <dt>{b(label)}</dt>
                  <dd style={{ whiteSpace: 'pre-wrap' }}>
                    {file === null ? (
                      b(text)
                    ) : (
                      <a className="link" href={`/api/files/${encodeURIComponent(file)}`}>
                        {b(text)}
                      </a>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
