import { childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../../faults.ts';
import type { Relation } from '../../model.ts';
import { isLogic, readLogic } from '../readLogic.ts';
import { inside, named, required, type LogicReading } from '../reading.ts';
import { boxedHead } from './boxedHead.ts';

/** @throws judge.malformed for a row that has not one cell for each column. */
export function readRelation(element: XmlElement, reading: LogicReading): Relation {
  const columns = childrenOf(element, 'column').map((column) => ({
    name: required(column, 'name', reading.file),
    ...reading.types.typed(column.attributes['typeRef'], column),
  }));
  const rows = childrenOf(element, 'row').map((row) => {
    const cells = row.children.filter(isLogic).map((cell) => readLogic(cell, inside(reading)));
    if (cells.length === columns.length) return cells;
    throw faults.malformed({ ...named(row, reading.file), what: 'the row has not one cell for each column' });
  });
  return { kind: 'relation', ...boxedHead(element, reading), columns, rows };
}
