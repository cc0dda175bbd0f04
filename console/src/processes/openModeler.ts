import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import type { Language } from '@yiwang/messages';
import {
  bpmnColours,
  yiwangNamespace,
  type BpmnElement,
  type BusinessObject,
  type Canvas,
  type ElementRegistry,
  type EventBus,
  type Moddle,
  type Modeling,
  type Selection,
} from './bpmnParts.ts';
import { bpmnTranslate } from './bpmnWords.ts';
import { fieldsOf, partOf, type ElementField, type FieldPlace } from './elementFields.ts';

/** An element that is chosen in the modeler. */
export interface ChosenElement {
  readonly id: string;
  /** Without the prefix: UserTask. */
  readonly type: string;
  readonly fields: readonly ElementField[];
}

export interface ModelerEvents {
  /** Told when the hands rest, and only where something was changed. */
  readonly changed: (xml: string) => void;
  readonly chosen: (element: ChosenElement) => void;
  readonly failed: (error: Error) => void;
}

export interface OpenModeler {
  /** Sets a field of an element; an empty text takes it away. */
  set(element: string, field: FieldPlace, value: string): void;
  /** Chooses an element and brings it into view. */
  choose(element: string): void;
  /** Marks what a check found. */
  mark(elements: readonly string[]): void;
  close(): void;
}

/** Half the palette's width, in pixels, so that nothing is under it. */
const besidePalette = 50;
/** A change is told when the hands rest, in ms. */
const rest = 250;

/** Opens a model to be drawn on. */
export function openModeler(
  container: HTMLElement,
  { xml, language }: { readonly xml: string; readonly language: Language },
  { changed, chosen, failed }: ModelerEvents,
): OpenModeler {
  let gone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marked: readonly string[] = [];
  const modeler = new Modeler({
    container,
    ...bpmnColours,
    additionalModules: [{ translate: ['value', bpmnTranslate(language)] }],
  });
  const elements = modeler.get<ElementRegistry>('elementRegistry');
  const canvas = modeler.get<Canvas>('canvas');
  const tell = (element: BpmnElement): void =>
    chosen({ id: element.id, type: element.businessObject.$type.replace('bpmn:', ''), fields: fieldsOf(element) });
  const save = async (): Promise<void> => {
    const saved = await modeler.saveXML({ format: true });
    if (!gone && saved.xml !== undefined) changed(saved.xml);
  };
  const draw = (): void => {
    for (const id of marked) if (elements.get(id) !== undefined) canvas.addMarker(id, 'bpmn-wrong');
  };
  const open = async (): Promise<void> => {
    await modeler.importXML(xml);
    if (gone) return;
    // what is set here is written under this name, which an older file may lack
    const definitions = modeler.getDefinitions() as { readonly $attrs?: Record<string, string> };
    if (definitions.$attrs !== undefined) definitions.$attrs['xmlns:yiwang'] ??= yiwangNamespace;
    canvas.zoom(canvas.zoom('fit-viewport', 'auto') * 0.82, 'auto');
    canvas.scroll({ dx: besidePalette, dy: 0 });
    draw();
    let at = canvas.getRootElement();
    tell(at);
    const bus = modeler.get<EventBus>('eventBus');
    bus.on('selection.changed', ({ newSelection = [] }) => {
      const [only] = newSelection;
      at = newSelection.length === 1 && only !== undefined ? only : canvas.getRootElement();
      tell(at);
    });
    bus.on('commandStack.changed', () => {
      const still = elements.get(at.id);
      if (still !== undefined) tell(still);
      clearTimeout(timer);
      timer = setTimeout(() => void save().catch(failed), rest);
    });
  };
  open().catch((cause: unknown) => failed(cause instanceof Error ? cause : new Error(String(cause))));
  return {
    set(id, field, value) {
      const element = elements.get(id);
      const part = element === undefined ? undefined : partOf(element, field.on);
      if (element === undefined || part === undefined) return;
      const next = value === '' ? undefined : field.as === 'text' ? value : expressionOf(modeler, value);
      const modeling = modeler.get<Modeling>('modeling');
      if (field.on === 'self') modeling.updateProperties(element, { [field.name]: next });
      else modeling.updateModdleProperties(element, part, { [field.name]: next });
    },
    choose(id) {
      const element = elements.get(id);
      if (element === undefined || element === canvas.getRootElement()) return;
      modeler.get<Selection>('selection').select(element);
      canvas.scrollToElement(id);
    },
    mark(ids) {
      for (const id of marked) if (elements.get(id) !== undefined) canvas.removeMarker(id, 'bpmn-wrong');
      marked = ids;
      draw();
    },
    close() {
      gone = true;
      clearTimeout(timer);
      modeler.destroy();
    },
  };
}

function expressionOf(modeler: Modeler, body: string): BusinessObject {
  return modeler.get<Moddle>('moddle').create('bpmn:FormalExpression', { body });
}
