import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useWords } from '../words/useWords.ts';
import { openDmn } from './openDmn.ts';

interface DmnBoxProps {
  readonly xml: string;
  /** The decision that is shown; the diagram of all where it is empty. */
  readonly decision: string;
  readonly editable: boolean;
  /** Rules and cells that are marked, by their ids. */
  readonly marked: readonly string[];
  readonly onChange: (xml: string) => void;
}

/** The decisions as the field's own tool draws and edits them. The bpmn.io mark stays, by its licence. */
export function DmnBox(props: DmnBoxProps): ReactElement {
  const { language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<Error>();
  const [drawn, setDrawn] = useState(0);
  const { xml, decision, editable, marked } = props;
  // What was edited here comes back as `xml`, and must not be drawn anew under the writer's hands; anything else is drawn.
  const emitted = useRef<string>(undefined);
  const [source, setSource] = useState({ xml, turn: 0 });
  useEffect(() => {
    if (xml === emitted.current) return;
    const wasEdited = emitted.current !== undefined;
    emitted.current = undefined;
    setSource((before) => (before.xml === xml && !wasEdited ? before : { xml, turn: before.turn + 1 }));
  }, [xml]);
  const changed = useEffectEvent((next: string) => {
    emitted.current = next;
    props.onChange(next);
  });
  useEffect(() => {
    const container = box.current;
    if (container === null) return undefined;
    return openDmn(
      container,
      { source: emitted.current ?? source.xml, decision, editable, language },
      {
        changed,
        drawn: () => setDrawn((turn) => turn + 1),
        failed: setError,
      },
    );
  }, [source, decision, editable, language]);
  useEffect(() => {
    for (const cell of box.current?.querySelectorAll('[data-row-id], [data-element-id]') ?? []) {
      const ids = [cell.getAttribute('data-row-id'), cell.getAttribute('data-element-id')];
      cell.classList.toggle(
        'rule-marked',
        ids.some((id) => id !== null && marked.includes(id)),
      );
    }
  }, [marked, drawn]);
  return (
    <>
      {error !== undefined && <FaultBox error={error} />}
      <div className="dmn-box" ref={box} />
    </>
  );
}
