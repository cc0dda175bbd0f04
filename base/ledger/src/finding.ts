import type { Bilingual } from '@yiwang/messages';
import type { MarkedField } from './marks.ts';

/** One thing that a book's verification found wrong. Places count from 0. */
export type Finding =
  /** The entry no longer has the hash that its leaf has. `fields` is empty where the marks don't tell. */
  | {
      readonly found: 'entry altered';
      readonly seq: number;
      readonly id: string;
      readonly fields: readonly MarkedField[];
    }
  /** The leaf's entry is gone. */
  | { readonly found: 'entry removed'; readonly seq: number; readonly id: string }
  /** Put in beside the sequencer: it has no leaf. */
  | { readonly found: 'entry without place'; readonly id: string }
  /** The leaf was placed elsewhere. */
  | { readonly found: 'reordered'; readonly seq: number; readonly id: string }
  | { readonly found: 'leaves missing'; readonly from: number; readonly to: number }
  | { readonly found: 'leaves beyond the book'; readonly from: number }
  /** Leaves `from` to `to` (not included) do not give the root that was stored for them, and the checkpoints hold with the stored one. */
  | { readonly found: 'leaves altered'; readonly from: number; readonly to: number }
  /** The stored root differs, and the checkpoints hold with the leaves. */
  | { readonly found: 'node altered'; readonly from: number; readonly to: number }
  /** They differ, and no later checkpoint tells which of the two was changed. */
  | { readonly found: 'leaves or node altered'; readonly from: number; readonly to: number }
  /** A truly signed root that the leaves don't give: something among the leaves `from` to `size` (not included) was changed. */
  | { readonly found: 'checkpoint inconsistent'; readonly size: number; readonly from: number }
  | { readonly found: 'checkpoint forged'; readonly size: number }
  | { readonly found: 'checkpoint key unknown'; readonly size: number }
  /** The sequencer's own row of the book is not what the leaves give. */
  | { readonly found: 'book altered' };

/** A finding in a line for a person. */
export function describeFinding(finding: Finding): Bilingual {
  switch (finding.found) {
    case 'entry altered': {
      const fields = finding.fields.join(', ');
      return {
        zh: `第 ${finding.seq} 条 ${finding.id} 被改动${fields === '' ? '' : `：${fields}`}`,
        en: `entry ${finding.seq}, ${finding.id}, was altered${fields === '' ? '' : `: ${fields}`}`,
      };
    }
    case 'entry removed':
      return {
        zh: `第 ${finding.seq} 条 ${finding.id} 被删除`,
        en: `entry ${finding.seq}, ${finding.id}, was removed`,
      };
    case 'entry without place':
      return {
        zh: `${finding.id} 是绕过台账插入的`,
        en: `entry ${finding.id} was put in beside the ledger`,
      };
    case 'reordered':
      return {
        zh: `${finding.id} 原不在第 ${finding.seq} 位`,
        en: `entry ${finding.id} was not placed at ${finding.seq}`,
      };
    case 'leaves missing':
      return {
        zh: `第 ${finding.from} 到 ${finding.to - 1} 片树叶被删除`,
        en: `leaves ${finding.from} to ${finding.to - 1} were removed`,
      };
    case 'leaves beyond the book':
      return {
        zh: `第 ${finding.from} 片起的树叶是绕过台账插入的`,
        en: `leaves from ${finding.from} on were put in beside the ledger`,
      };
    case 'leaves altered':
      return {
        zh: `第 ${finding.from} 到 ${finding.to - 1} 片树叶中有改动`,
        en: `some of the leaves ${finding.from} to ${finding.to - 1} were altered`,
      };
    case 'node altered':
      return {
        zh: `第 ${finding.from} 到 ${finding.to - 1} 片树叶的根被改动`,
        en: `the stored root of the leaves ${finding.from} to ${finding.to - 1} was altered`,
      };
    case 'leaves or node altered':
      return {
        zh: `第 ${finding.from} 到 ${finding.to - 1} 片树叶与所存的根不符`,
        en: `the leaves ${finding.from} to ${finding.to - 1} and their stored root differ`,
      };
    case 'checkpoint inconsistent':
      return {
        zh: `大小为 ${finding.size} 的检查点与树叶不符：改动在第 ${finding.from} 到 ${finding.size - 1} 片之间`,
        en: `the checkpoint of size ${finding.size} does not fit: the change is among the leaves ${finding.from} to ${finding.size - 1}`,
      };
    case 'checkpoint forged':
      return {
        zh: `大小为 ${finding.size} 的检查点是伪造的`,
        en: `the checkpoint of size ${finding.size} is forged`,
      };
    case 'checkpoint key unknown':
      return {
        zh: `大小为 ${finding.size} 的检查点由未知的密钥签名`,
        en: `the checkpoint of size ${finding.size} is signed by an unknown key`,
      };
    case 'book altered':
      return { zh: '台账的大小或右缘被改动', en: "the book's size or right edge was altered" };
  }
}
