import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { send } from '../api/request.ts';
import type { CityView } from '../api/useApi.ts';
import { Mark } from '../app/Mark.tsx';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { setSettings } from '../settings/settings.ts';
import { useWords } from '../words/useWords.ts';
import { DemoAccounts } from './DemoAccounts.tsx';

/** Signing in does not change the address, so that the reader is where they wanted to be. */
export function SignInPage(props: { readonly city: CityView; readonly hadSession: boolean }): ReactElement {
  const { t, b, language } = useWords();
  const client = useQueryClient();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const { city } = props;

  async function enter(path: string, body: unknown): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await send('POST', path, body);
      await client.resetQueries();
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      setError(cause);
    } finally {
      setBusy(false);
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void enter('/api/session', { account: form.get('account'), password: form.get('password') });
  };
  return (
    <main className="signin">
      <div>
        <div className="row">
          <span className="ac">
            <Mark />
          </span>
          <h1>
            {language === 'zh' ? '一网 · ' : 'Yiwang · '}
            {b(city.name)}
          </h1>
          <span className="sp" />
          <Button
            look="text"
            small
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setSettings({ language: language === 'zh' ? 'en' : 'zh' })}
          >
            {language === 'zh' ? 'English' : '中文'}
          </Button>
        </div>
        {city.simulated && (
          <p>
            <span className="tag sim">{t('simulated')}</span> <span className="q">{t('simulatedLong')}</span>
          </p>
        )}
        {props.hadSession && <output>{t('expired')}</output>}
        {error !== undefined && <FaultBox error={error} />}
        <form onSubmit={submit}>
          <label className="field">
            <span>{t('account')}</span>
            <input
              className="in"
              name="account"
              inputMode="numeric"
              pattern="[0-9]{6}"
              autoComplete="username"
              required
            />
          </label>
          <label className="field">
            <span>{t('password')}</span>
            <input
              className="in"
              name="password"
              type="password"
              autoComplete="current-password"
              maxLength={200}
              required
            />
          </label>
          <Button look="primary" type="submit" disabled={busy}>
            {t('signIn')}
          </Button>
        </form>
        {city.demoAccounts.length > 0 && (
          <DemoAccounts
            accounts={city.demoAccounts}
            busy={busy}
            onEnter={(account) => void enter('/api/session/demo', { account })}
          />
        )}
      </div>
    </main>
  );
}
