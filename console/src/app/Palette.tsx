import type { ReactElement } from 'react';
import { keys, type KeyId } from '../keys/keys.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Picker } from '../parts/Picker.tsx';
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
  const { city, session } = useHere();
  const settings = useSettings();
  const reports = useReports().data?.reports ?? [];
  const openings = useOpenings();
  const pages = (
    [
      'goScreen',
      'goReports',
      'goCases',
      'goWorkload',
      'goRules',
      'goProcesses',
      'goSigns',
      'goLedger',
      'goField',
      'goApi',
    ] as const
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
    ...pages.filter(({ id }) => id !== 'goWorkload' || session.actions.includes('task.dispatch')),
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
  const commands = useCommands(props.onKeys);
  return (
    <Picker
      title={t('paletteTitle')}
      listName={t('commands')}
      placeholder={t('search')}
      choices={commands.map((command) => ({
        ...command,
        ...(command.key === undefined ? {} : { hint: <Kbd of={command.key} /> }),
      }))}
      also={(text) => [
        { id: 'find', label: t('findCases', { text }), run: () => go(`/cases?text=${encodeURIComponent(text)}`) },
      ]}
      onChoose={(command) => command.run()}
      onClose={props.onClose}
    />
  );
}
