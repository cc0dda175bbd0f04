import type { Word } from '../words/words.ts';

/** Every key of the console: the list under `?` and the handlers are both made of this. `g c` is one key after the other. */
export const keys = {
  palette: { press: 'Ctrl+k', word: 'kPalette', page: '' },
  help: { press: '?', word: 'kKeys', page: '' },
  goScreen: { press: 'g o', word: 'oneScreen', page: '/' },
  goCases: { press: 'g c', word: 'cases', page: '/cases' },
  goReports: { press: 'g r', word: 'reports', page: '/reports' },
  goRules: { press: 'g u', word: 'rulesPage', page: '/rules' },
  goProcesses: { press: 'g p', word: 'processesPage', page: '/processes' },
  goSigns: { press: 'g s', word: 'signs', page: '/signs' },
  goLedger: { press: 'g l', word: 'ledger', page: '/ledger' },
  goWorkload: { press: 'g w', word: 'workload', page: '/workload' },
  goField: { press: 'g f', word: 'field', page: '/field' },
  goApi: { press: 'g a', word: 'apiDocs', page: '/api-docs' },
  density: { press: 'd', word: 'kDensity', page: '' },
  theme: { press: 't', word: 'kTheme', page: '' },
  language: { press: 'l', word: 'kLanguage', page: '' },
  text: { press: 'z', word: 'kText', page: '' },
  act: { press: 'Enter', word: 'kGo', page: '' },
  pause: { press: 'Space', word: 'kPause', page: '' },
  back: { press: 'ArrowLeft', word: 'kBack', page: '' },
  forward: { press: 'ArrowRight', word: 'kForward', page: '' },
  openDistrict: { press: 'o', word: 'kOpenDistrict', page: '' },
  next: { press: 'j', word: 'kNext', page: '' },
  previous: { press: 'k', word: 'kPrevious', page: '' },
  nextRow: { press: 'j', word: 'kNextRow', page: '' },
  previousRow: { press: 'k', word: 'kPreviousRow', page: '' },
  correct: { press: 'e', word: 'kCorrect', page: '' },
  firstReading: { press: '1', word: 'kFirstReading', page: '' },
  secondReading: { press: '2', word: 'kSecondReading', page: '' },
  findRow: { press: '/', word: 'kFindRow', page: '' },
  unpin: { press: 'Escape', word: 'kUnpin', page: '' },
  chooseFile: { press: 'u', word: 'kChooseFile', page: '' },
  firstTab: { press: '1', word: 'kModelTab', page: '' },
  secondTab: { press: '2', word: 'kVersionsTab', page: '' },
  thirdTab: { press: '3', word: 'kFlowTab', page: '' },
  fourthTab: { press: '4', word: 'kMigrationTab', page: '' },
  nextVariant: { press: 'j', word: 'kNextVariant', page: '' },
  previousVariant: { press: 'k', word: 'kPreviousVariant', page: '' },
  views: { press: 'v', word: 'kViews', page: '' },
  mark: { press: 'x', word: 'kMark', page: '' },
  actions: { press: '.', word: 'kActions', page: '' },
  openRow: { press: 'Enter', word: 'kOpenRow', page: '' },
} as const satisfies Record<string, { readonly press: string; readonly word: Word; readonly page: string }>;
export type KeyId = keyof typeof keys;

const shown: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc' };
/** The caps of a key, as they are printed: `Ctrl`, `K`. */
export function capsOf(id: KeyId, space: string): readonly string[] {
  return keys[id].press
    .split(/[ +]/)
    .map((cap) => (cap === 'Space' ? space : (shown[cap] ?? (cap.length === 1 ? cap.toUpperCase() : cap))));
}
