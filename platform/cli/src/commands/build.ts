import { builtConsole } from '../consoleBuild.ts';

export function run(): Promise<number> {
  builtConsole();
  return Promise.resolve(0);
}
