import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { useKey } from '../keys/useKey.ts';
import { keys } from '../keys/keys.ts';
import { useLiveState } from '../live/live.ts';
import { useLiveCache } from '../live/useLiveCache.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { go } from '../route/router.ts';
import { turnSetting } from '../settings/settings.ts';
import { useWords } from '../words/useWords.ts';
import { Foot } from './Foot.tsx';
import { KeyList } from './KeyList.tsx';
import { Rail } from './Rail.tsx';
import { useHere } from './session.ts';
import { TopBar } from './TopBar.tsx';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

export function Shell(props: { readonly children: ReactNode }): ReactElement {
  const { t } = useWords();
  const [over, setOver] = useState<'palette' | 'keys' | undefined>();
  const dispatches = useHere().session.actions.includes('task.dispatch');
  const live = useLiveState();
  useLiveCache();
  useKey('palette', () => setOver('palette'));
  useKey('help', () => setOver('keys'));
  useKey('goScreen', () => go(keys.goScreen.page));
  useKey('goCases', () => go(keys.goCases.page));
  useKey('goReports', () => go(keys.goReports.page));
  useKey('goRules', () => go(keys.goRules.page));
  useKey('goProcesses', () => go(keys.goProcesses.page));
  useKey('goSigns', () => go(keys.goSigns.page));
  useKey('goLedger', () => go(keys.goLedger.page));
  useKey('goWorkload', () => go(keys.goWorkload.page), dispatches);
  useKey('goField', () => go(keys.goField.page));
  useKey('goApi', () => go(keys.goApi.page));
  useKey('density', () => turnSetting('density'));
  useKey('theme', () => turnSetting('theme'));
  useKey('language', () => turnSetting('language'));
  useKey('text', () => turnSetting('text'));
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <TopBar onPalette={() => setOver('palette')} />
      {live === 'offline' && <output className="notice">{t('offline')}</output>}
      <Rail />
      {/* the page scrolls in here, so it can be focused to scroll by keys */}
      <main className="main" id="main" tabIndex={-1}>
        {props.children}
      </main>
      <Foot onKeys={() => setOver('keys')} />
      {over === 'palette' && (
        <Suspense>
          <Palette onClose={() => setOver(undefined)} onKeys={() => setOver('keys')} />
        </Suspense>
      )}
      {over === 'keys' && (
        <Dialog title={t('keysTitle')} onClose={() => setOver(undefined)}>
          <KeyList />
        </Dialog>
      )}
    </div>
  );
}
