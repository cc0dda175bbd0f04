import NavigatedViewer, { type DmnView } from 'dmn-js/lib/NavigatedViewer';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import type { Language } from '@yiwang/messages';
import { dmnTranslate } from './dmnWords.ts';

export interface DmnSource {
  readonly source: string;
  /** The decision that is shown. */
  readonly decision: string;
  readonly editable: boolean;
  readonly language: Language;
}

export interface DmnEvents {
  /** Told only where a person changed something: opening and looking is no change. */
  readonly changed: (xml: string) => void;
  readonly drawn: () => void;
  readonly failed: (error: Error) => void;
}

/** A change is told when the hands rest, in ms. */
const rest = 200;

/** Draws a document in a box, and tells what is changed there. Gives what ends it; nothing is told afterwards. */
export function openDmn(
  container: HTMLElement,
  { source, decision, editable, language }: DmnSource,
  { changed, drawn, failed }: DmnEvents,
): () => void {
  let gone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let viewer: NavigatedViewer | undefined;
  let told = '';
  const save = async (): Promise<void> => {
    const xml = await viewer?.saveXML({ format: true });
    if (gone || xml === undefined || xml.xml === told) return;
    told = xml.xml;
    changed(xml.xml);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch(failed), rest);
  };
  const open = async (): Promise<void> => {
    const { default: Viewer } = editable ? await import('dmn-js/lib/Modeler') : { default: NavigatedViewer };
    if (gone) return;
    const words = { additionalModules: [{ translate: ['value', dmnTranslate(language)] }] };
    const own = new Viewer({
      container,
      drd: words,
      decisionTable: words,
      literalExpression: words,
      boxedExpression: words,
    });
    viewer = own;
    await own.importXML(source);
    const view = viewOf(own.getViews(), decision);
    if (view !== undefined) await own.open(view);
    if (gone) return;
    // a table wider than its place is moved by keyboard too
    container.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
    drawn();
    if (!editable) return;
    ({ xml: told } = await own.saveXML({ format: true }));
    own.getActiveViewer()?.get('eventBus').on('commandStack.changed', later);
  };
  open().catch((cause: unknown) => failed(cause instanceof Error ? cause : new Error(String(cause))));
  return () => {
    gone = true;
    clearTimeout(timer);
    viewer?.destroy();
  };
}

function viewOf(views: readonly DmnView[], decision: string): DmnView | undefined {
  return (
    views.find((view) => view.element.id === decision && view.type !== 'drd') ??
    views.find(({ type }) => type !== 'drd')
  );
}
