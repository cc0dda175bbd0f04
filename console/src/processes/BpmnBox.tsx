import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { FaultBox } from '../parts/FaultBox.tsx';
import {
  bpmnColours,
  fitWithin,
  type BpmnElement,
  type Canvas,
  type ElementRegistry,
  type EventBus,
  type Overlays,
} from './bpmnParts.ts';

/** What is told of an element on the drawing. */
export interface BpmnMark {
  readonly element: string;
  /** Classes of processes.css. */
  readonly marks: readonly string[];
  /** A small text at the element's lower edge. */
  readonly note?: string | undefined;
  /** Of a flow: how thick it is drawn, in pixels. */
  readonly width?: number;
}

interface BpmnBoxProps {
  readonly xml: string;
  readonly label: string;
  readonly marks: readonly BpmnMark[];
  readonly onChoose?: (element: string) => void;
}

/** A process as its author drew it, with what is told of its elements. The bpmn.io mark stays, by its licence. */
export function BpmnBox(props: BpmnBoxProps): ReactElement {
  const box = useRef<HTMLElement>(null);
  const viewer = useRef<NavigatedViewer>(undefined);
  const [drawn, setDrawn] = useState('');
  const [error, setError] = useState<Error>();
  const { xml, marks } = props;
  const choose = useEffectEvent((id: string) => props.onChoose?.(id));
  useEffect(() => {
    if (box.current === null) return undefined;
    const own = new NavigatedViewer({ container: box.current, ...bpmnColours });
    viewer.current = own;
    let gone = false;
    own.importXML(xml).then(
      () => {
        if (gone) return;
        fitWithin(own.get<Canvas>('canvas'));
        own.get<EventBus>('eventBus').on('element.click', ({ element }) => element !== undefined && choose(element.id));
        setError(undefined);
        setDrawn(xml);
      },
      (cause: Error) => !gone && setError(cause),
    );
    return () => {
      gone = true;
      viewer.current = undefined;
      own.destroy();
    };
  }, [xml]);
  useEffect(() => {
    const own = viewer.current;
    if (own === undefined || drawn !== xml) return undefined;
    return tell(own, marks);
  }, [drawn, xml, marks]);
  return (
    <>
      {error !== undefined && <FaultBox error={error} />}
      <figure className="bpmn-box" aria-label={props.label} ref={box} />
    </>
  );
}

/** Puts the marks on the drawing; gives what takes them off. */
function tell(viewer: NavigatedViewer, marks: readonly BpmnMark[]): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const elements = viewer.get<ElementRegistry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const known = marks.filter(({ element }) => elements.get(element) !== undefined);
  const weights: Element[] = [];
  for (const { element, marks: classes, note, width } of known) {
    for (const mark of classes) canvas.addMarker(element, mark);
    if (note !== undefined && note !== '') addNote(overlays, elements.get(element), note);
    const path = elements.getGraphics(element)?.querySelector(':scope > .djs-visual > path');
    if (width !== undefined && path !== null && path !== undefined) weights.push(addWeight(path, width));
  }
  return () => {
    for (const { element, marks: classes } of known) for (const mark of classes) canvas.removeMarker(element, mark);
    for (const weight of weights) weight.remove();
    overlays.clear();
  };
}

/** A wide band under a flow: the flow itself keeps its arrow as it is. */
function addWeight(path: Element, width: number): Element {
  const band = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  band.setAttribute('d', path.getAttribute('d') ?? '');
  band.setAttribute('class', 'flow-weight');
  band.style.strokeWidth = `${width}px`;
  path.parentElement?.prepend(band);
  return band;
}

function addNote(overlays: Overlays, element: BpmnElement | undefined, text: string): void {
  if (element === undefined) return;
  const html = document.createElement('div');
  html.textContent = text;
  const at = middleOf(element.waypoints ?? []);
  html.className = at === undefined ? 'bpmn-note num' : `bpmn-note num on-flow${at.isUpright ? ' is-upright' : ''}`;
  const position = at === undefined ? { top: -20, left: 0 } : { top: at.top, left: at.left };
  overlays.add(element.id, { position, html, scale: { min: 0.75, max: 1.25 } });
}

/** The middle of a flow's longest stretch, from the corner of the box around it; undefined for what is no flow. */
export function middleOf(
  points: readonly { readonly x: number; readonly y: number }[],
): { readonly top: number; readonly left: number; readonly isUpright: boolean } | undefined {
  const stretches = points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined ? [] : [{ from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }];
  });
  const [longest] = stretches.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return undefined;
  const { from, to } = longest;
  return {
    top: (from.y + to.y) / 2 - Math.min(...points.map(({ y }) => y)),
    left: (from.x + to.x) / 2 - Math.min(...points.map(({ x }) => x)),
    isUpright: Math.abs(to.y - from.y) > Math.abs(to.x - from.x),
  };
}
