import type { Register, RegisterColumn } from '@yiwang/judge';
import type { FromFile } from './app.ts';
import type { Problems } from './problem.ts';
import { readYaml } from './readYaml.ts';
import { RegisterFile } from './schemas.ts';

/** Reads `registers/*.yaml`; bounds are scaled to the integers that columns hold. */
export function loadRegisters(folder: string, files: readonly string[], problems: Problems): FromFile<Register>[] {
  return files.flatMap((file) => {
    const read = readYaml(folder, file, RegisterFile, problems);
    if (read === undefined) return [];
    const names = new Set<string>();
    const columns = read.value.columns.map((column, index): RegisterColumn => {
      const refuse = (zh: string, en: string): void =>
        problems.add({
          file,
          ...read.at(['columns', index]),
          what: { zh: `${column.name}：${zh}`, en: `${column.name}: ${en}` },
          help: { zh: '请修正该列', en: 'Mend the column.' },
        });
      if (names.has(column.name)) refuse('列名重复', 'the name stands twice');
      names.add(column.name);
      if (column.type !== 'number') return column;
      const [min, max] = [column.min, column.max].map((bound) => Math.round(bound * 10 ** column.decimals));
      if (min === undefined || max === undefined || !Number.isSafeInteger(min) || !Number.isSafeInteger(max)) {
        refuse('上下限超出可精确表示的整数', 'the bounds are past the exact integers');
        return { ...column, min: 0, max: 0 };
      }
      if (min > max) refuse('下限大于上限', 'the lower bound is above the upper one');
      return { ...column, min, max };
    });
    return [{ file, value: { ...read.value, columns } }];
  });
}
