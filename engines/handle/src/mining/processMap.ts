import { childOf, parseXml, type XmlElement } from '@yiwang/xml';

/** What of a model's element matters where cases are counted, compared or moved: nothing of how it runs. */
export interface MapNode {
  readonly id: string;
  readonly name: string;
  /** The element's name in BPMN, such as userTask. */
  readonly kind: string;
  /** Id of the process or subprocess that it stands in. */
  readonly scope: string;
  /** The role whose work it is (`yiwang:candidateRole`). */
  readonly role: string | undefined;
  /** What an event waits for or does: `timer`, `message` …; undefined of a plain one, and of what is no event. */
  readonly event: string | undefined;
  /** Of a boundary event: the activity that it stands on, and whether it ends it. */
  readonly attachedTo: string | undefined;
  readonly interrupting: boolean;
  readonly loop: 'none' | 'standard' | 'parallel' | 'sequential';
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
}

export interface MapFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The drawing of one version: its nodes with the flows between them. */
export interface ProcessMap {
  readonly nodes: ReadonlyMap<string, MapNode>;
  readonly flows: ReadonlyMap<string, MapFlow>;
}

const scopes = new Set(['process', 'subProcess', 'transaction', 'adHocSubProcess']);
const activities = /^(task|.+Task|subProcess|transaction|adHocSubProcess|callActivity)$/;
const nodes = /(Event|Gateway)$/;

export const isActivityKind = (kind: string): boolean => activities.test(kind);

/**
 * Reads the drawing from a model's text, also from one that a later engine would refuse: what was run is counted still.
 * @throws xml.malformed, xml.tooLarge
 */
export function readProcessMap(xml: string, file: string): ProcessMap {
  const flows = new Map<string, MapFlow>();
  const found: { readonly element: XmlElement; readonly scope: string }[] = [];
  const gather = (parent: XmlElement, scope: string): void => {
    for (const element of parent.children) {
      const { id, sourceRef, targetRef } = element.attributes;
      if (id === undefined) continue;
      if (element.name === 'sequenceFlow' && sourceRef !== undefined && targetRef !== undefined)
        flows.set(id, { id, from: sourceRef, to: targetRef });
      else if (scope !== '' && (activities.test(element.name) || nodes.test(element.name)))
        found.push({ element, scope });
      if (scopes.has(element.name)) gather(element, id);
    }
  };
  gather(parseXml(xml, file), '');
  const incoming = Map.groupBy(flows.values(), (flow) => flow.to);
  const outgoing = Map.groupBy(flows.values(), (flow) => flow.from);
  const idsOf = (some: readonly MapFlow[] | undefined): readonly string[] => (some ?? []).map(({ id }) => id);
  return {
    flows,
    nodes: new Map(
      found.map(({ element, scope }) => {
        const { id = '', name, attachedToRef, cancelActivity } = element.attributes;
        const event = element.children.find((child) => child.name.endsWith('EventDefinition'));
        const node: MapNode = {
          id,
          name: name === undefined || name === '' ? id : name,
          kind: element.name,
          scope,
          role: element.attributes['yiwang:candidateRole'],
          event: event?.name.slice(0, -'EventDefinition'.length),
          attachedTo: attachedToRef,
          interrupting: element.name === 'boundaryEvent' && cancelActivity !== 'false',
          loop: loopOf(element),
          incoming: idsOf(incoming.get(id)),
          outgoing: idsOf(outgoing.get(id)),
        };
        return [id, node];
      }),
    ),
  };
}

function loopOf(element: XmlElement): MapNode['loop'] {
  if (childOf(element, 'standardLoopCharacteristics') !== undefined) return 'standard';
  const multi = childOf(element, 'multiInstanceLoopCharacteristics');
  if (multi === undefined) return 'none';
  return multi.attributes['isSequential'] === 'true' ? 'sequential' : 'parallel';
}

/** Several versions on one drawing: what a later one has in place of an earlier one's. */
export function joinMaps(maps: readonly ProcessMap[]): ProcessMap {
  return {
    nodes: new Map(maps.flatMap((map) => [...map.nodes])),
    flows: new Map(maps.flatMap((map) => [...map.flows])),
  };
}
