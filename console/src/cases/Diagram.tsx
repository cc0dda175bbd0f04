import { lazy, Suspense, type ReactElement } from 'react';
import type { CaseDiagram } from '@yiwang/contract';
import type { Static } from 'typebox';
import { useApi } from '../api/useApi.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { useWords } from '../words/useWords.ts';
import { caseApi } from './useCase.ts';

const DiagramView = lazy(async () => ({ default: (await import('./DiagramView.tsx')).DiagramView }));

export function Diagram(props: {
  readonly region: string;
  readonly id: string;
  readonly step: string | null;
}): ReactElement {
  const { t } = useWords();
  const query = useApi<Static<typeof CaseDiagram>>(`${caseApi(props.region, props.id)}/diagram`);
  return (
    <section className="sec" aria-labelledby="diagram">
      <h2 id="diagram">{t('diagram')}</h2>
      <div className="pb">
        <p className="q">{t('diagramNow', { steps: props.step ?? t('stateClosed') })}</p>
        <Loaded query={query}>
          {(diagram) => (
            <Suspense fallback={<p className="load">{t('loading')}</p>}>
              <DiagramView diagram={diagram} />
            </Suspense>
          )}
        </Loaded>
      </div>
    </section>
  );
}
