import { useState, type FormEvent, type ReactElement } from 'react';
import type { ViewCounts } from '@yiwang/contract';
import { useApi } from '../api/useApi.ts';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Picker } from '../parts/Picker.tsx';
import { setSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import type { Filters } from './filterNames.ts';
import { everydayViews, isView, searchOf, type QueueView } from './queueViews.ts';
import { useOwnViews } from './useOwnViews.ts';

/** The views of the queue: those of every day, and those that the reader keeps under names, with how many cases there are. */
export function QueueViews(props: { readonly filters: Filters }): ReactElement {
  const { t } = useWords();
  const { filters } = props;
  const { own, error, change } = useOwnViews();
  const counts = useApi<ViewCounts>('/api/views/counts').data?.counts ?? {};
  const [choosing, setChoosing] = useState(false);
  const [naming, setNaming] = useState(false);
  const all: readonly (QueueView & { readonly label: string; readonly count?: string })[] = [
    ...everydayViews.map(({ word, ...view }) => ({ ...view, label: t(word), ...countOf(counts[view.id]) })),
    ...own.map((view) => ({ ...view, label: view.id })),
  ];
  const chosen = all.find((view) => isView(view, filters));
  const isOwn = own.some(({ id }) => id === chosen?.id);
  useKey('views', () => setChoosing(true));
  const name = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('name');
    if (typeof given === 'string' && given.trim() !== '') change({ keep: { id: given.trim(), filters } });
    setNaming(false);
  };
  return (
    <nav className="views" aria-label={t('views')}>
      <Kbd of="views" />
      {all.map((view) => (
        <Button
          key={view.id}
          small
          look="quiet"
          aria-pressed={view === chosen}
          onClick={() => setSearch(searchOf(view === chosen ? { id: '', filters: {} } : view))}
        >
          {view.label}
          {view.count !== undefined && <span className="num qq"> {view.count}</span>}
        </Button>
      ))}
      <span className="sp" />
      {isOwn && chosen !== undefined && (
        <Button small look="text" onClick={() => change({ drop: chosen.id })}>
          {t('dropView')}
        </Button>
      )}
      {chosen === undefined && Object.values(filters).some((value) => value !== undefined) && (
        <Button small look="text" onClick={() => setNaming(true)}>
          {t('keepView')}
        </Button>
      )}
      {error !== null && <FaultBox error={error} />}
      {choosing && (
        <Picker
          title={t('views')}
          listName={t('views')}
          placeholder={t('findView')}
          choices={all}
          onChoose={(view) => setSearch(searchOf(view))}
          onClose={() => setChoosing(false)}
        />
      )}
      {naming && (
        <Dialog title={t('keepView')} onClose={() => setNaming(false)}>
          <form className="form db" onSubmit={name}>
            <label className="field">
              <span>{t('viewName')}</span>
              <input className="in" name="name" required maxLength={30} />
            </label>
            <div>
              <Button type="submit" look="primary">
                {t('confirm')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </nav>
  );
}

function countOf(count: ViewCounts['counts'][string] | undefined): { readonly count?: string } {
  return count === undefined ? {} : { count: `${numberOf(count.total)}${count.more ? '+' : ''}` };
}
