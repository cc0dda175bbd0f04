import type { LiveBatch, Screen, ThingList } from '@yiwang/contract';

const newestEvents = 60;

/**
 * The screen after a batch. What did not change keeps its identity, so that only what changed is drawn anew. Counts of
 * cases are not in a batch: they are fetched.
 */
export function screenAfter(screen: Screen, batch: LiveBatch): Screen {
  const known = new Set(screen.events.map(({ id }) => id));
  const events = batch.events.filter(({ id }) => !known.has(id));
  const changes = new Map(batch.signs.map((change) => [`${change.region} ${change.indicator}`, change]));
  let hasChanged = false;
  const signs = screen.signs.map((sign) => {
    const change = changes.get(`${sign.region} ${sign.indicator}`);
    if (change === undefined || (sign.at !== null && change.at < sign.at)) return sign;
    hasChanged = true;
    const { value, at, light } = change;
    return { ...sign, value, at, light, spark: sign.spark.with(-1, value) };
  });
  if (!hasChanged && events.length === 0) return screen;
  return {
    ...screen,
    at: batch.at > screen.at ? batch.at : screen.at,
    ...(hasChanged ? { signs, signsInBand: signs.filter(({ light }) => light === 'ok').length } : {}),
    ...(events.length === 0 ? {} : { events: [...events.toReversed(), ...screen.events].slice(0, newestEvents) }),
  };
}

/** The things on the map after a batch; a late value does not replace a newer one. */
export function thingsAfter(list: ThingList, batch: LiveBatch): ThingList {
  if (batch.things.length === 0) return list;
  const changes = new Map(batch.things.map((change) => [change.id, change]));
  const things = list.things.map((thing) => {
    const change = changes.get(thing.id);
    if (change === undefined || (thing.at !== null && change.at < thing.at)) return thing;
    return { ...thing, value: change.value, at: change.at, light: change.light };
  });
  return { at: batch.at, things };
}
