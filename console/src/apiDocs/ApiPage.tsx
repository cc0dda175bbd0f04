import type { ReactElement } from 'react';
import { useApi } from '../api/useApi.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { useWords } from '../words/useWords.ts';
import { operationsOf } from './operationsOf.ts';

export function ApiPage(): ReactElement {
  const { t } = useWords();
  const query = useApi<unknown>('/api/openapi.json');
  return (
    <>
      <div className="head">
        <h1>{t('apiDocs')}</h1>
        <span className="sp" />
        <a className="btn s" href="/api/openapi.json" download="yiwang-openapi.json">
          {t('openapi')}
        </a>
      </div>
      <div className="pagebody">
        <Loaded query={query}>
          {(document) => {
            const operations = operationsOf(document);
            return (
              <>
                <p className="q">{t('operations', { n: operations.length })}</p>
                <ul className="ops">
                  {operations.map((one) => (
                    <li key={`${one.method} ${one.path}`}>
                      <b className="mono">{one.method}</b>
                      <span className="mono">{one.path}</span>
                      <span className="q">{one.summary}</span>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
