import { useState, type FormEvent, type ReactElement } from 'react';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Picker } from '../parts/Picker.tsx';
import { setSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import type { Filters } from './filterNames.ts';
import { dropView, everydayViews, isView, keepView, ownViews, searchOf, type QueueView } from './queueViews.ts';

/** The views of the queue: those of every day, and those that the reader keeps under names. */
export function QueueViews(props: { readonly filters: Filters }): ReactElement {
  const { t } = useWords();
  const { filters } = props;
  const [own, setOwn] = useState(ownViews);
  const [choosing, setChoosing] = useState(false);
  const [naming, setNaming] = useState(false);
  const all: readonly (QueueView & { readonly label: string })[] = [
    ...everydayViews.map(({ word, ...view }) => ({ ...view, label: t(word) })),
    ...own.map((view) => ({ ...view, label: view.id })),
  ];
  const chosen = all.find((view) => isView(view, filters));
  const isOwn = own.some(({ id }) => id === chosen?.id);
  useKey('views', () => setChoosing(true));
  const name = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('name');
    if (typeof given === 'string' && given.trim() !== '') setOwn(keepView({ id: given.trim(), filters }));
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
        </Button>
      ))}
      <span className="sp" />
      {isOwn && chosen !== undefined && (
        <Button small look="text" onClick={() => setOwn(dropView(chosen.id))}>
          {t('dropView')}
        </Button>
      )}
      {chosen === undefined && Object.values(filters).some((value) => value !== undefined) && (
        <Button small look="text" onClick={() => setNaming(true)}>
          {t('keepView')}
        </Button>
      )}
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
