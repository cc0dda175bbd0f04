import { useId, useState, type ReactElement } from 'react';
import { keys, type KeyId } from '../keys/keys.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { openingHref, useOpenings } from '../openings/useOpenings.ts';
import { useReports } from '../report/useReports.ts';
import { go } from '../route/router.ts';
import { setSettings, turnSetting, useSettings } from '../settings/settings.ts';
import { useWords } from '../words/useWords.ts';
import { useHere } from './session.ts';
import { signOut } from './signOut.ts';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly key?: KeyId;
  readonly run: () => void;
}

function useCommands(onKeys: () => void): readonly Command[] {
  const { t, b } = useWords();
  const { city } = useHere();
  const settings = useSettings();
  const reports = useReports().data?.reports ?? [];
  const openings = useOpenings();
  const pages = (
    ['goScreen', 'goReports', 'goCases', 'goRules', 'goProcesses', 'goSigns', 'goLedger', 'goField', 'goApi'] as const
  ).map((id) => ({
    id,
    key: id,
    label: t('goTo', { page: t(keys[id].word) }),
    run: () => go(keys[id].page),
  }));
  const districts = city.regions.map((region) => ({
    id: region.code,
    label: `${t('openCases')} · ${b(region.name)}`,
    run: () => go(`/cases?state=open&region=${region.code}`),
  }));
  return [
    ...pages,
    ...reports.map((report) => ({
      id: report.id,
      label: `${t('report')} · ${report.title} ${report.year ?? ''}`,
      run: () => go(`/reports/${report.id}`),
    })),
    ...openings.map(({ app, process, name }) => ({
      id: `open ${app} ${process}`,
      label: t('openOne', { name }),
      run: () => go(openingHref({ app, process })),
    })),
    { id: 'mine', label: t('mine'), run: () => go('/cases?state=open&mine=true') },
    { id: 'theme', key: 'theme', label: t('kTheme'), run: () => turnSetting('theme') },
    { id: 'language', key: 'language', label: t('kLanguage'), run: () => turnSetting('language') },
    { id: 'density', key: 'density', label: t('kDensity'), run: () => turnSetting('density') },
    { id: 'text', key: 'text', label: t('kText'), run: () => turnSetting('text') },
    {
      id: 'motion',
      label: t('motion'),
      run: () => setSettings({ motion: settings.motion === 'auto' ? 'reduced' : 'auto' }),
    },
    { id: 'help', key: 'help', label: t('kKeys'), run: onKeys },
    {
      id: 'signOut',
      label: t('signOut'),
      run: () => void signOut(),
    },
    ...districts,
  ];
}

/** Every action by its name; what is no action is looked for in the cases. */
export function Palette(props: { readonly onClose: () => void; readonly onKeys: () => void }): ReactElement {
  const { t } = useWords();
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim().toLowerCase();
  const commands = useCommands(props.onKeys);
  const found: readonly Command[] = [
    ...commands.filter((command) => command.label.toLowerCase().includes(wanted)),
    ...(wanted === ''
      ? []
      : [
          {
            id: 'find',
            label: t('findCases', { text: text.trim() }),
            run: () => go(`/cases?text=${encodeURIComponent(text.trim())}`),
          },
        ]),
  ];
  const at = Math.min(chosen, found.length - 1);
  const run = (command: Command | undefined): void => {
    props.onClose();
    command?.run();
  };
  return (
    <Dialog title={t('paletteTitle')} className="pal" bare onClose={props.onClose}>
      <input
        role="combobox"
        aria-label={t('search')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${at}`}
        placeholder={t('search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[at]);
          else if (step !== 0) setChosen((at + step + found.length) % found.length);
          else return;
          event.preventDefault();
        }}
      />
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the list of a combobox: a <select> can not follow what is typed */}
      <div role="listbox" id={list} aria-label={t('commands')} tabIndex={-1}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            ref={index === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            onClick={() => run(command)}
            onKeyDown={(event) => event.key === 'Enter' && run(command)}
          >
            {command.label}
            <span className="sp" />
            {command.key !== undefined && <Kbd of={command.key} />}
          </div>
        ))}
      </div>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
    </Dialog>
  );
}
