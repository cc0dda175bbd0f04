import { extractFaults } from '../../faults.ts';
import type { Budget } from '../budget.ts';
import { decodeText, type DecodedText } from '../text/decodeText.ts';
import { charsetOf } from './charsetOf.ts';
import { mainBlocks } from './mainBlocks.ts';
import { pageBlocks } from './pageBlocks.ts';

/** The article of a web page, one block a line; a table's row is a line with its cells set apart by tabs. */
export async function readHtml(bytes: Uint8Array, budget: Budget): Promise<DecodedText> {
  const { text: html, encoding } = decodeText(bytes, budget.name, charsetOf(bytes));
  const lines = mainBlocks(await pageBlocks(html, budget));
  if (lines.length === 0) throw extractFaults.noText({ name: budget.name });
  return { text: lines.join('\n'), encoding };
}
