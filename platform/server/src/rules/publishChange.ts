import type { PublishRule } from '@yiwang/contract';
import { lowerRule, publishVersion, readDecisionModel, saveDraft, type StoredVersion } from '@yiwang/judge';
import type { Static } from 'typebox';
import type { Platform } from '../platform.ts';
import type { BookRule } from './ruleBook.ts';

/** Keeps a change as the next version and makes it effective from a day on; both or neither, with their entries. */
export async function publishChange(
  { db, clock, city, rules: { book } }: Platform,
  rule: BookRule,
  { change, from, why, despiteTests = false, id }: Static<typeof PublishRule>,
  actor: string,
): Promise<StoredVersion> {
  const changed = book.changed(rule, change);
  const { own, register } = rule;
  return db.transaction(async (tx) => {
    const draft = await saveDraft(tx, clock, own, { region: city.code, xml: changed.xml, actor, id });
    const publication = { region: city.code, number: draft.number, from, why, actor };
    return publishVersion(tx, clock, own, publication, {
      read: (xml, file) => readDecisionModel(xml, file),
      lower: (model) => void (register !== undefined && lowerRule(model, own, register, from)),
      test: () =>
        despiteTests
          ? []
          : book.test(rule, changed, from).results.flatMap(({ passed, test }) => (passed ? [] : [{ name: test.name }])),
    });
  });
}
