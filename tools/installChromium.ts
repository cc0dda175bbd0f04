import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** With CI=true and none there, installs Debian's package; elsewhere browser tests are skipped and say so. */
export function installChromium(): void {
  if (places.some((place) => existsSync(place)) || process.env['CI'] !== 'true') return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log('note: no Chromium, and it can not be installed here; browser tests are skipped');
    return;
  }
  console.log("installing Debian's chromium and fonts-noto-cjk for the browser tests…");
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
    const run = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0) {
      console.log(`note: apt-get ${args[0]} failed; browser tests are skipped\n${run.stderr.slice(-500)}`);
      return;
    }
  }
}
