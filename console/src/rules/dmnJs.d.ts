/** The part of dmn-js 17 that is used here; the package has no types of its own. */
declare module 'dmn-js/lib/NavigatedViewer' {
  export interface DmnView {
    readonly id: string;
    readonly name?: string;
    readonly type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
    readonly element: { readonly id: string };
  }
  export interface DmnOptions {
    readonly container: HTMLElement;
    readonly drd?: unknown;
    readonly decisionTable?: unknown;
    readonly literalExpression?: unknown;
    readonly boxedExpression?: unknown;
  }
  export default class Viewer {
    constructor(options: DmnOptions);
    importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
    getViews(): readonly DmnView[];
    open(view: DmnView): Promise<unknown>;
    saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    /** The viewer of the view that is open. */
    getActiveViewer(): { get(name: 'eventBus'): { on(event: string, listener: () => void): void } } | undefined;
    destroy(): void;
  }
}
declare module 'dmn-js/lib/Modeler' {
  export { default } from 'dmn-js/lib/NavigatedViewer';
}
