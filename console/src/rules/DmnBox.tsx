import NavigatedViewer, { type DmnView } from 'dmn-js/lib/NavigatedViewer';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useWords } from '../words/useWords.ts';
import { dmnTranslate } from './dmnWords.ts';

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
  const { xml, decision, editable } = props;
  const changed = useEffectEvent((next: string) => props.onChange(next));
  // what was edited here comes back as `xml`, and must not be drawn anew under the writer's hands
  const own = useRef('');
  const drawn = xml === own.current ? 'own' : xml;
  useEffect(() => {
    const container = box.current;
    if (container === null) return undefined;
    let gone = false;
    let end = (): void => undefined;
    const open = async (): Promise<void> => {
      const { default: Viewer } = editable ? await import('dmn-js/lib/Modeler') : { default: NavigatedViewer };
      if (gone) return;
      const words = { additionalModules: [{ translate: ['value', dmnTranslate(language)] }] };
      const viewer = new Viewer({
        container,
        drd: words,
        decisionTable: words,
        literalExpression: words,
        boxedExpression: words,
      });
      end = () => viewer.destroy();
      await viewer.importXML(own.current === xml ? own.current : xml);
      const view = viewOf(viewer.getViews(), decision);
      if (view !== undefined) await viewer.open(view);
      // a table wider than its place is moved by keyboard too
      container.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
      if (editable) {
        viewer.on('commandStack.changed', () => undefined);
        container.addEventListener('focusout', () => void save(viewer));
      }
    };
    const save = async (viewer: NavigatedViewer): Promise<void> => {
      if (gone) return;
      const { xml: next } = await viewer.saveXML({ format: true });
      own.current = next;
      changed(next);
    };
    open().catch((cause: unknown) => setError(cause instanceof Error ? cause : new Error(String(cause))));
    return () => {
      gone = true;
      end();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `drawn` stands for `xml`
  }, [drawn, decision, editable, language]);
  useEffect(() => {
    const cells = box.current?.querySelectorAll('[data-row-id], [data-element-id]') ?? [];
    for (const cell of cells) {
      const ids = [cell.getAttribute('data-row-id'), cell.getAttribute('data-element-id')];
      cell.classList.toggle(
        'rule-marked',
        ids.some((id) => id !== null && props.marked.includes(id)),
      );
    }
  }, [props.marked, drawn]);
  return (
    <>
      {error !== undefined && <FaultBox error={error} />}
      <div className="dmn-box" ref={box} />
    </>
  );
}

function viewOf(views: readonly DmnView[], decision: string): DmnView | undefined {
  return (
    views.find((view) => view.element.id === decision && view.type !== 'drd') ??
    views.find(({ type }) => type !== 'drd')
  );
}
