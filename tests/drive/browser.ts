import { chromium, type Browser } from 'playwright-core';

/** The Chromium that browser tests drive; Debian's unless CHROMIUM names another. */
export const browserProgram = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A browser that asks nothing of the world outside. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserProgram,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
