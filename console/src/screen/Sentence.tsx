import type { ReactElement } from 'react';
import type { Screen } from '@yiwang/contract';
import { useKey } from '../keys/useKey.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Shape } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { go } from '../route/router.ts';
import { numberOf, timeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

/** How the city is, in one sentence, and the one thing to do about it. */
export function Sentence(props: { readonly screen: Screen }): ReactElement {
  const { t, b } = useWords();
  const { screen } = props;
  const { first } = screen;
  const over = screen.cases.reduce((sum, { counts }) => sum + counts.over, 0);
  const open = screen.cases.reduce((sum, { counts }) => sum + counts.ok + counts.due + counts.over, 0);
  const href = first === null ? undefined : `/cases/${first.case.region}/${first.case.id}?go=dispatch`;
  useKey('act', () => href !== undefined && go(href), href !== undefined);
  const late = first?.overMinutes ?? null;
  const time =
    late === null
      ? ''
      : late < 60
        ? t('minutes', { m: late })
        : t('hourMinute', { h: Math.floor(late / 60), m: late % 60 });
  const who = first === null ? '' : b(first.case.organisationName);
  return (
    <div className="say">
      <h1>
        <span className="clock num">{timeOf(screen.at)}</span>
        <span className="words">
          {t('saySigns', { total: screen.signs.length, inBand: screen.signsInBand })}
          {t('sayCases', { total: numberOf(open) })}
          <Link href="/cases?state=open&light=over" className="nw">
            <Shape light={over > 0 ? 'over' : 'ok'} />
            <b>{t('sayOver', { n: numberOf(over) })}</b>
          </Link>
          <span className="q">
            {first === null ? t('sayQuiet') : late === null ? t('sayNext', { who }) : t('sayOldest', { time, who })}
          </span>
        </span>
      </h1>
      <span className="sp" />
      {href !== undefined && (
        <Link className="btn p" href={href}>
          {t('goNow')} <Kbd of="act" />
        </Link>
      )}
    </div>
  );
}
