import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { CaseDiagram } from '@yiwang/contract';
import type { Static } from 'typebox';
import { FaultBox } from '../parts/FaultBox.tsx';

interface Canvas {
  readonly zoom: (to: 'fit-viewport', center: 'auto') => void;
  readonly addMarker: (element: string, marker: string) => void;
}
interface Elements {
  readonly get: (id: string) => unknown;
}

/** The process as its author drew it; the token's step and the done ones are marked. The bpmn.io mark stays, by its licence. */
export function DiagramView(props: { readonly diagram: Static<typeof CaseDiagram> }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<Error>();
  const { xml, tokens, done } = props.diagram;
  const marks = JSON.stringify([tokens, done]);
  useEffect(() => {
    if (box.current === null) return undefined;
    const viewer = new NavigatedViewer({ container: box.current });
    let gone = false;
    viewer.importXML(xml).then(
      () => {
        if (gone) return;
        const canvas = viewer.get<Canvas>('canvas');
        const elements = viewer.get<Elements>('elementRegistry');
        const [now, past]: [string[], string[]] = JSON.parse(marks);
        for (const id of past) if (elements.get(id) !== undefined) canvas.addMarker(id, 'done');
        for (const id of now) if (elements.get(id) !== undefined) canvas.addMarker(id, 'token');
        canvas.zoom('fit-viewport', 'auto');
      },
      (cause: Error) => setError(cause),
    );
    return () => {
      gone = true;
      viewer.destroy();
    };
  }, [xml, marks]);
  return (
    <>
      {error !== undefined && <FaultBox error={error} />}
      <div className="diagram" ref={box} />
    </>
  );
}
