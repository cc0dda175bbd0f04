import { verbAtFront } from '../words/left.ts';

/** 等 that ends a list of examples: not that of 高等, 均等 or 等级. */
const examples = /^[^等]*(?<![高中平均同初优劣对])等(?![级量额次待于]|$)(?=[一-龥“]{2})/;

/** 引进甲店、乙店等首店: the names before 等 are examples of what is counted, and no part of its name. */
export function withoutExamples(subject: string): string {
  const found = examples.exec(subject);
  return found === null ? subject : verbAtFront(subject) + subject.slice(found[0].length);
}
