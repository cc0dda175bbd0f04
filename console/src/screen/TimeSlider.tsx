import type { ReactElement } from 'react';
import { useTimeline } from '../api/useApi.ts';
import { useKey } from '../keys/useKey.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { LightMark } from '../parts/Light.tsx';
import { Segment } from '../parts/Segment.tsx';
import { setSearch } from '../route/router.ts';
import { dayTimeOf, timeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

const minute = 60_000;
const step = 5 * minute;
const span = 12 * 60 * minute;

/** The last twelve hours; moving it asks for the city as it was at that minute. */
export function TimeSlider(props: { readonly at: string | undefined; readonly now: string }): ReactElement {
  const { t } = useWords();
  const now = Math.floor(Date.parse(props.now) / minute) * minute;
  const to = Math.ceil(now / step) * step;
  const from = to - span;
  const at = props.at === undefined ? now : Math.min(now, Math.max(from, Date.parse(props.at)));
  const { data } = useTimeline(new Date(from).toISOString(), new Date(to).toISOString());
  const move = (time: number): void => {
    const next = Math.max(from, time);
    setSearch({ at: next >= now ? undefined : new Date(next).toISOString() });
  };
  useKey('back', () => move(at - minute));
  useKey('forward', () => move(at + minute));
  const x = (time: number): number => ((time - from) / (to - from)) * 1000;
  const steps = data?.steps ?? [];
  const most = Math.max(1, ...steps.map((one) => one.crossings + one.opened));
  const hours = [0, 1, 2, 3, 4].map((index) => from + (span / 4) * index);
  return (
    <div className="slide">
      <Segment
        label={t('timeMode')}
        value={props.at === undefined ? 'live' : 'replay'}
        choices={[
          { value: 'live', label: t('live') },
          { value: 'replay', label: t('replay') },
        ]}
        onChange={(mode) =>
          mode === 'live' ? setSearch({ at: undefined }) : move(props.at === undefined ? now - 60 * minute : at)
        }
      />
      <div className="tslide">
        <svg viewBox="0 0 1000 58" preserveAspectRatio="none" aria-hidden="true">
          {steps.map((one) => {
            const height = 1.5 + ((one.crossings + one.opened) / most) * 22;
            return (
              <rect
                key={one.at}
                x={x(Date.parse(one.at))}
                y={38 - height}
                width={4.6}
                height={height}
                fill="var(--ink-3)"
                opacity=".6"
              />
            );
          })}
          <path className="m-ax2" d="M0 38H1000" vectorEffect="non-scaling-stroke" />
          {steps.map(
            (one, index) =>
              one.over > (steps[index - 1]?.over ?? 0) && (
                <LightMark key={one.at} light="over" x={x(Date.parse(one.at))} y={6} r={4} />
              ),
          )}
          <path d={`M${x(at)} 2V38`} stroke="var(--accent)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
          <path d={`M${x(at) - 5} 0h10l-5 7z`} fill="var(--accent)" />
        </svg>
        {hours.map((hour, index) => (
          <span
            key={hour}
            className={index === hours.length - 1 ? 'lab last' : 'lab'}
            style={{ left: `${index * 25}%` }}
          >
            {timeOf(new Date(hour).toISOString())}
          </span>
        ))}
        <input
          type="range"
          min={from / minute}
          max={now / minute}
          step={1}
          value={Math.round(at / minute)}
          style={{ width: `${x(now) / 10}%` }}
          aria-label={t('timeSlider')}
          aria-valuetext={dayTimeOf(new Date(at).toISOString())}
          onChange={(event) => move(event.target.valueAsNumber * minute)}
        />
      </div>
      <span className="row small q nw">
        <Kbd of="back" />
        <Kbd of="forward" /> {t('oneMinute')}
      </span>
    </div>
  );
}
