import { useState, type ReactElement } from 'react';
import { useScreen, useThings } from '../api/useApi.ts';
import { useHere } from '../app/session.ts';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { go, setSearch, useSearch } from '../route/router.ts';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { CasesByLight } from './CasesByLight.tsx';
import { DistrictPanel } from './DistrictPanel.tsx';
import { Districts } from './Districts.tsx';
import { LiveList } from './LiveList.tsx';
import { Sentence } from './Sentence.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import { VitalSigns } from './VitalSigns.tsx';

/** An instant from the address; what is none is not asked for. */
function instantOf(text: string | null): string | undefined {
  return text === null || Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();
}

/** The one screen (一屏): all of it is of one minute, now or `?at=`. */
export function OneScreen(): ReactElement {
  const { t } = useWords();
  const { city } = useHere();
  const search = useSearch();
  const at = instantOf(search.get('at'));
  const screen = useScreen(at);
  const things = useThings(at);
  const busiest = screen.data?.districts.toSorted(
    (a, b) => b.counts.over - a.counts.over || b.counts.due - a.counts.due || b.counts.ok - a.counts.ok,
  )[0];
  const region = search.get('region') ?? busiest?.region ?? city.code;
  const [live, setLive] = useState<string>();
  const now = useScreen(undefined).data?.at ?? live ?? '';
  if (screen.data?.live === true && screen.data.at !== live) setLive(screen.data.at);
  useKey('openDistrict', () => go(`/cases?state=open&region=${region}`));
  return (
    <Loaded query={screen}>
      {(data) => (
        <div className="screen">
          {at !== undefined && (
            <output className="notice">
              {t('replaying', { time: dayTimeOf(data.at) })}
              <Button small onClick={() => setSearch({ at: undefined })}>
                {t('backToLive')}
              </Button>
            </output>
          )}
          <Sentence screen={data} />
          <div className="cols one">
            <VitalSigns
              signs={
                data.signs.filter((sign) => sign.region === city.code).length > 0
                  ? data.signs.filter((sign) => sign.region === city.code)
                  : data.signs
              }
            />
            <div className="panel">
              <Districts screen={data} things={things.data?.things ?? []} region={region} />
              <DistrictPanel screen={data} region={region} />
            </div>
            <div className="panel">
              <CasesByLight screen={data} />
              <LiveList events={data.events} isReplay={at !== undefined} />
            </div>
          </div>
          <TimeSlider at={at} now={now === '' ? data.at : now} />
        </div>
      )}
    </Loaded>
  );
}
