import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Tag } from '../parts/Tag.tsx';
import { ReportCrumb } from '../report/ReportCrumb.tsx';
import { Link } from '../route/Link.tsx';
import { useRoute } from '../route/router.ts';
import { setSettings, turnSetting, useSettings } from '../settings/settings.ts';
import { useWords } from '../words/useWords.ts';
import { Mark } from './Mark.tsx';
import { useHere } from './session.ts';
import { signOut } from './signOut.ts';

const pageWords = {
  screen: 'overview',
  cases: 'cases',
  workload: 'workload',
  case: 'cases',
  openCase: 'openIt',
  reports: 'reports',
  report: 'reports',
  compare: 'compareReports',
  rules: 'rulesPage',
  rule: 'rulesPage',
  processes: 'processesPage',
  process: 'processesPage',
  signs: 'signs',
  sign: 'signs',
  ledger: 'ledger',
  apiDocs: 'apiDocs',
  field: 'field',
  fieldTask: 'field',
  unknown: 'notFound',
} as const;

export function TopBar(props: { readonly onPalette: () => void }): ReactElement {
  const { t, b, language } = useWords();
  const { city, session } = useHere();
  const settings = useSettings();
  const route = useRoute();
  const title = city.demoAccounts.find((demo) => demo.account === session.account)?.title;
  return (
    <header className="top">
      <Link className="brand" href="/">
        <Mark />
        {t('brand')} {language === 'zh' && <span className="en">Yiwang</span>}
      </Link>
      <nav className="crumb" aria-label={t('position')}>
        <b>{b(city.name)}</b>
        <i aria-hidden="true">/</i>
        {route.at === 'report' ? <ReportCrumb id={route.id} /> : <span>{t(pageWords[route.at])}</span>}
      </nav>
      <span className="sp" />
      <div className="side">
        <button type="button" className="palette" onClick={props.onPalette}>
          <span className="nw">{settings.text === 'large' ? t('commands') : t('search')}</span>
          <span className="sp" />
          <Kbd of="palette" />
        </button>
        {city.simulated && <Tag look="sim">{t('simulated')}</Tag>}
        <span className="q who">
          {b(session.organisationName)} · {title === undefined ? session.account : b(title)}
        </span>
        <Button look="quiet" onClick={() => turnSetting('theme')} aria-label={`${t('theme')}: ${t(settings.theme)}`}>
          {t(settings.theme)}
        </Button>
        <Button
          look="quiet"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setSettings({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
        <Button look="quiet" onClick={() => void signOut()}>
          {t('signOutShort')}
        </Button>
      </div>
    </header>
  );
}
