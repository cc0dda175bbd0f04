import { useState, type ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Button } from '../parts/Button.tsx';
import { Segment } from '../parts/Segment.tsx';
import { toast } from '../parts/toast.tsx';
import { setSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import { AskedOf } from './AskedOf.tsx';
import { exportCases } from './exportCases.ts';
import type { Filters } from './filterNames.ts';

export function CaseFilters(props: { readonly filters: Filters }): ReactElement {
  const { t, b, language } = useWords();
  const { city } = useHere();
  const { filters } = props;
  const [error, setError] = useState<Error>();
  const any = { value: '', label: t('all') };
  const save = (): void => {
    setError(undefined);
    exportCases(filters, city.simulated, language).then(
      ({ written, cut }) => toast(t(cut ? 'exportCut' : 'exported', { n: written })),
      (cause: Error) => setError(cause),
    );
  };
  return (
    <>
      <search className="filters">
        <Segment
          label={t('state')}
          value={filters['state'] ?? ''}
          choices={[any, { value: 'open', label: t('stateOpen') }, { value: 'closed', label: t('stateClosed') }]}
          onChange={(state) => setSearch({ state })}
        />
        <Segment
          label={t('lightWord')}
          value={filters['light'] ?? ''}
          choices={[any, ...(['ok', 'due', 'over'] as const).map((light) => ({ value: light, label: t(light) }))]}
          onChange={(light) => setSearch({ light })}
        />
        <label className="field">
          <span>{t('district')}</span>
          <select
            className="in"
            value={filters['region'] ?? ''}
            onChange={(event) => setSearch({ region: event.target.value })}
          >
            <option value="">{t('allDistricts')}</option>
            {city.regions.map((region) => (
              <option key={region.code} value={region.code}>
                {b(region.name)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('text')}</span>
          <input
            className="in"
            type="search"
            maxLength={100}
            value={filters['text'] ?? ''}
            onChange={(event) => setSearch({ text: event.target.value })}
          />
        </label>
        <Button
          aria-pressed={filters['mine'] === 'true'}
          onClick={() => setSearch({ mine: filters['mine'] === 'true' ? undefined : 'true' })}
        >
          {filters['mine'] === 'true' ? '✓ ' : ''}
          {t('mine')}
        </Button>
        <AskedOf filters={filters} />
        <span className="sp" />
        <Button onClick={save}>{t('exportCsv')}</Button>
      </search>
      {error !== undefined && <FaultBox error={error} onRetry={save} />}
    </>
  );
}
