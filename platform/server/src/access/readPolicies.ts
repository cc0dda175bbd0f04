import { readFile, readdir } from 'node:fs/promises';

const folder = new URL('../../policies/', import.meta.url);

/** The text of all policy files; they are read together, and nothing is allowed that none of them permits. */
export async function readPolicies(): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cedar')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.join('\n');
}
