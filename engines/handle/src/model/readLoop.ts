import { childOf, type XmlElement } from '@yiwang/xml';
import type { Activity, MultiInstance } from './processDefinition.ts';
import { checkAttributes, childExpression, ownExpression, wholeNumber, type Reading } from './reading.ts';
import { readEvents } from './readEvents.ts';

/** Reads `standardLoopCharacteristics` or `multiInstanceLoopCharacteristics` of an activity. */
export function readLoop(activity: XmlElement, { refuse, roots }: Reading): Activity['loop'] {
  const loops = activity.children.filter((child) => child.name.endsWith('LoopCharacteristics'));
  const [loop] = loops;
  if (loop === undefined) return undefined;
  if (loops.length > 1) return refuse(activity, 'twoLoops');
  checkAttributes(loop, refuse);
  if (loop.name === 'standardLoopCharacteristics') {
    const most = wholeNumber(loop, 'loopMaximum', refuse, { least: 1, most: 100_000, otherwise: 0 });
    return {
      is: 'loop',
      testBefore: loop.attributes['testBefore'] === 'true',
      most: most === 0 ? undefined : most,
      condition: childExpression(loop, 'loopCondition', refuse),
    };
  }
  const cardinality = childExpression(loop, 'loopCardinality', refuse);
  const collection = ownExpression(loop, 'collection', refuse);
  if (cardinality === undefined && collection === undefined) return refuse(activity, 'instances');
  return {
    is: 'multi',
    sequential: loop.attributes['isSequential'] === 'true',
    cardinality,
    collection,
    item: loop.attributes['yiwang:item'],
    results: loop.attributes['yiwang:results'],
    completion: childExpression(loop, 'completionCondition', refuse),
    throws: readThrows(activity, loop),
  };

  /** What is thrown as instances complete: `behavior` None throws for each, One for the first, Complex on conditions. */
  function readThrows(element: XmlElement, multi: XmlElement): MultiInstance['throws'] {
    const referred = (name: string): readonly XmlElement[] => {
      const definition = roots.get(multi.attributes[name]?.split(':').at(-1) ?? '');
      return definition === undefined ? refuse(element, 'missing', { value: name }) : [definition];
    };
    const eventsOf = (children: readonly XmlElement[]) => readEvents({ ...element, children }, roots, refuse);
    switch (multi.attributes['behavior'] ?? 'All') {
      case 'All':
        return [];
      case 'None':
        return [{ when: 'each', events: eventsOf(referred('noneBehaviorEventRef')) }];
      case 'One':
        return [{ when: 'first', events: eventsOf(referred('oneBehaviorEventRef')) }];
      case 'Complex':
        return multi.children
          .filter((child) => child.name === 'complexBehaviorDefinition')
          .map((definition) => ({
            when:
              childExpression(definition, 'condition', refuse) ?? refuse(element, 'missing', { value: 'condition' }),
            events: eventsOf(childOf(definition, 'event')?.children ?? []),
          }));
      default:
        return refuse(element, 'missing', { value: 'behavior' });
    }
  }
}
