import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import type { ProcessProblem } from '@yiwang/contract';
import { FaultBox } from '../parts/FaultBox.tsx';
import { ElementPanel } from './ElementPanel.tsx';
import { openModeler, type ChosenElement, type OpenModeler } from './openModeler.ts';
import { ProblemList } from './ProblemList.tsx';
import { useProcessWords } from './processWords.ts';

interface ModelerBoxProps {
  /** What is opened; a later one is not. */
  readonly xml: string;
  readonly problems: readonly ProcessProblem[] | undefined;
  readonly onChange: (xml: string) => void;
}

/** The field's own modeler, with the settings of the chosen element and what the check says. The bpmn.io mark stays, by its licence. */
export function ModelerBox(props: ModelerBoxProps): ReactElement {
  const { w, language } = useProcessWords();
  const box = useRef<HTMLElement>(null);
  const modeler = useRef<OpenModeler>(undefined);
  const [xml] = useState(props.xml);
  const latest = useRef(xml);
  const [chosen, setChosen] = useState<ChosenElement>();
  const [error, setError] = useState<Error>();
  const changed = useEffectEvent((next: string) => {
    latest.current = next;
    props.onChange(next);
  });
  useEffect(() => {
    if (box.current === null) return undefined;
    // in another language it is opened anew, as it stands
    const own = openModeler(
      box.current,
      { xml: latest.current, language },
      { changed, chosen: setChosen, failed: setError },
    );
    modeler.current = own;
    return () => own.close();
  }, [language]);
  const wrong = (props.problems ?? []).flatMap(({ element }) => (element === null ? [] : [element])).join(' ');
  useEffect(() => modeler.current?.mark(wrong.split(' ').filter((id) => id !== '')), [wrong, language]);
  return (
    <div className="cols process-cols">
      <div className="process-left">
        {error !== undefined && <FaultBox error={error} />}
        <figure className="bpmn-box is-modeler" aria-label={w('canvas')} ref={box} />
      </div>
      <div className="scroll">
        <ProblemList problems={props.problems} onShow={(id) => modeler.current?.choose(id)} />
        {chosen !== undefined && (
          <ElementPanel
            key={chosen.id}
            element={chosen}
            onSet={(field, value) => modeler.current?.set(chosen.id, field, value)}
          />
        )}
      </div>
    </div>
  );
}
