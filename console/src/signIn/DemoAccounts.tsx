import { useState, type ReactElement } from 'react';
import type { CityView } from '../api/useApi.ts';
import { Button } from '../parts/Button.tsx';
import { useWords } from '../words/useWords.ts';

type Account = CityView['demoAccounts'][number];

/** One click for each seat of the drill; the teams of the districts, which are many, in one list. */
export function DemoAccounts(props: {
  readonly accounts: readonly Account[];
  readonly busy: boolean;
  readonly onEnter: (account: string) => void;
}): ReactElement {
  const { t, b } = useWords();
  const byRole = Map.groupBy(props.accounts, ({ role }) => role);
  const few = [...byRole.values()].filter((group) => group.length <= 3).flat();
  const many = [...byRole.values()].filter((group) => group.length > 3).flat();
  const [team, setTeam] = useState(many[0]?.account ?? '');
  return (
    <section className="demo" aria-label={t('demoSignIn')}>
      <h2 className="q">{t('demoSignIn')}</h2>
      {few.map(({ account, title }) => (
        <Button key={account} disabled={props.busy} onClick={() => props.onEnter(account)}>
          <span>{b(title)}</span> <span className="num qq">{account}</span>
        </Button>
      ))}
      {many.length > 0 && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            props.onEnter(team);
          }}
        >
          <select
            className="in"
            aria-label={t('demoTeams')}
            value={team}
            onChange={(event) => setTeam(event.currentTarget.value)}
          >
            {many.map(({ account, title }) => (
              <option key={account} value={account}>
                {b(title)} {account}
              </option>
            ))}
          </select>
          <Button type="submit" disabled={props.busy}>
            {t('signIn')}
          </Button>
        </form>
      )}
    </section>
  );
}
