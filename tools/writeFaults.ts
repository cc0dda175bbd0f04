import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { faultsPage, loadFaults } from './faultsPage.ts';
import { root } from './sourceFiles.ts';

writeFileSync(path.join(root, 'docs/faults.md'), faultsPage(await loadFaults()));
console.log('wrote docs/faults.md');
