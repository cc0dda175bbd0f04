import { problemOf, unexpected } from '@yiwang/faults';
import { commands } from './commands.ts';
import { languageHere } from './languageHere.ts';

// `./yiwang verify | head`: who read has gone. The command still ends its work and says how it went by its exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [name = 'help', ...args] = process.argv.slice(2);
const wanted = ['--help', '-h', 'help'].includes(name) ? 'help' : name;
const command = commands[wanted];

if (command === undefined) {
  console.error(`yiwang: there is no command ${name}; ./yiwang help lists them`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (await command.load()).run(args);
  } catch (error) {
    const fault = unexpected(error);
    const problem = problemOf(fault, languageHere());
    console.error(`yiwang: ${problem.title}\n  ${problem.detail}\n  ${problem.help}`);
    if (problem.status >= 500 && fault.cause !== undefined) console.error(fault.cause);
    process.exitCode = 1;
  }
}
