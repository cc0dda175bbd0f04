/** The services of bpmn-js 18 that are used here, as far as they are used. */
export interface BpmnElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  /** Of a flow. */
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
}

/** An element of the model; `get` and what it gives are as the model's text has them. */
export interface BusinessObject {
  readonly id: string;
  readonly $type: string;
  get(name: string): unknown;
}

export interface Canvas {
  zoom(to: 'fit-viewport' | number, center?: 'auto'): number;
  scroll(by: { readonly dx: number; readonly dy: number }): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  scrollToElement(element: string): void;
  getRootElement(): BpmnElement;
}

export interface ElementRegistry {
  get(id: string): BpmnElement | undefined;
  getGraphics(id: string): SVGElement | undefined;
  forEach(visit: (element: BpmnElement) => void): void;
}

export interface Overlays {
  add(element: string, overlay: { position: Record<string, number>; html: HTMLElement; scale?: object }): string;
  clear(): void;
}

export interface Selection {
  select(element: BpmnElement): void;
}

export interface EventBus {
  on(
    event: string,
    listener: (event: { readonly newSelection?: readonly BpmnElement[]; readonly element?: BpmnElement }) => void,
  ): void;
}

export interface Modeling {
  updateProperties(element: BpmnElement, properties: Readonly<Record<string, unknown>>): void;
  updateModdleProperties(
    element: BpmnElement,
    part: BusinessObject,
    properties: Readonly<Record<string, unknown>>,
  ): void;
}

export interface Moddle {
  create(type: string, properties: Readonly<Record<string, unknown>>): BusinessObject;
}

/** The whole drawing with a margin, and no larger than it was drawn. */
export function fitWithin(canvas: Canvas): void {
  canvas.zoom(canvas.zoom('fit-viewport', 'auto') * 0.93, 'auto');
}

export const yiwangNamespace = 'https://yiwang.org/bpmn/1.0';

/** Colours follow the theme by themselves: they are properties of the page, not values. */
export const bpmnColours = {
  bpmnRenderer: {
    defaultFillColor: 'var(--surface)',
    defaultStrokeColor: 'var(--ink)',
    defaultLabelColor: 'var(--ink)',
  },
  textRenderer: { defaultStyle: { fontFamily: 'var(--sans)', fontSize: 12 }, externalStyle: { fontSize: 12 } },
};
