import { commands } from '../commands.ts';

export function run(): Promise<number> {
  const width = Math.max(...Object.values(commands).map((command) => command.usage.length)) + 2;
  console.log('Yiwang 一网: one network for a city\n');
  for (const { usage, does } of Object.values(commands)) console.log(`  ./yiwang ${usage.padEnd(width)}${does}`);
  return Promise.resolve(0);
}
