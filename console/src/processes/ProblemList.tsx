import type { ProcessProblem } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useProcessWords } from './processWords.ts';

/** What keeps a model from running, and what to do; undefined while it is checked. */
export function ProblemList(props: {
  readonly problems: readonly ProcessProblem[] | undefined;
  readonly onShow: (element: string) => void;
}): ReactElement {
  const { b, w } = useProcessWords();
  const { problems } = props;
  return (
    <Panel title={w('check')}>
      <output className="pb process-problems">
        {problems === undefined && <p className="q">{w('checking')}</p>}
        {problems?.length === 0 && <Light light="ok">{w('noProblem')}</Light>}
        {problems !== undefined && problems.length > 0 && (
          <ul>
            {problems.map(({ element, line, what, help }) => (
              <li key={`${element ?? ''} ${line} ${what.en}`}>
                <Light light="over">{b(what)}</Light>
                <p className="q">{b(help)}</p>
                {element === null ? (
                  <span className="qq small num">{w('lineN', { line })}</span>
                ) : (
                  <button type="button" className="btn t s" onClick={() => props.onShow(element)}>
                    {w('showElement')} <span className="mono">{element}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </output>
    </Panel>
  );
}
