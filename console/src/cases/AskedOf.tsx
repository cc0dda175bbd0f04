import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { setSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import type { Filters } from './filterNames.ts';
import { useRoleName } from './useRoleName.ts';

/** Filters that other pages set: whose tasks, for which role, with which skill. Each is taken out by its button. */
export function AskedOf(props: { readonly filters: Filters }): ReactElement {
  const { t } = useWords();
  const roleName = useRoleName();
  const { held, role, skill } = props.filters;
  const asked = [
    ...(held === undefined || !/^\d/.test(held) ? [] : [['held', t('heldBy', { who: held })] as const]),
    ...(role === undefined ? [] : [['role', t('forRole', { role: roleName(role) })] as const]),
    ...(skill === undefined ? [] : [['skill', t('forSkill', { skill })] as const]),
  ];
  return (
    <>
      {asked.map(([name, label]) => (
        <Button
          key={name}
          aria-pressed
          aria-label={`${label}: ${t('takeOut')}`}
          onClick={() => setSearch({ [name]: undefined })}
        >
          {label} ✕
        </Button>
      ))}
    </>
  );
}
