import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const program = process.env['YIWANG_CHROMIUM'] ?? '/usr/bin/chromium';
/** Why a browser test can't run here, or false. */
export const skip = existsSync(program) ? false : `no Chromium at ${program}`;

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: program, args: quiet });
