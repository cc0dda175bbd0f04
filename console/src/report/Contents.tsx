import { memo, type ReactElement } from 'react';
import type { ReportSection } from '@yiwang/contract';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';
import { isUnder } from './filterRows.ts';
import { hrefWith } from './hrefWith.ts';
import { useReportWords } from './reportWords.ts';
import { countOf, type Row } from './rows.ts';

export interface Entry {
  readonly section: ReportSection;
  readonly rows: number;
}

/** The numbered sections with how many rows each holds; where a text has none, whatever headings it has. */
export function contentsOf(sections: readonly ReportSection[], rows: readonly Row[]): readonly Entry[] {
  const numbered = sections.filter(({ level }) => level < 3);
  const shown = numbered.length === 0 ? sections : numbered;
  const seen = new Set<string>();
  return shown.flatMap((section) => {
    if (seen.has(section.path)) return [];
    seen.add(section.path);
    return [{ section, rows: countOf(rows.filter((row) => isUnder(row.section, section.path))) }];
  });
}

/** 一、去年工作回顾 → 去年工作回顾: the number is seen by the place. */
const bare = (title: string): string =>
  title.replace(/^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]/u, '');

/** Goes to a section in the text; its count shows its rows alone. */
export const Contents = memo(
  (props: {
    readonly entries: readonly Entry[];
    readonly total: number;
    readonly section: string;
    readonly here: string;
    readonly hasText: boolean;
    readonly onGo: (path: string) => void;
  }): ReactElement => {
    const { r } = useReportWords();
    return (
      <nav className="panel out" aria-label={r('contents')}>
        <div className="ph">
          <h2>{r('contents')}</h2>
        </div>
        <ul className="scroll">
          <li className={props.section === '' ? 'whole' : ''}>
            <Link href={hrefWith({ section: undefined })} className="t">
              {r('whole')}
            </Link>
            <span className="num">{numberOf(props.total)}</span>
          </li>
          {props.entries.map(({ section, rows }) => {
            const names = [
              `l${section.level}`,
              section.path === props.section ? 'on' : '',
              section.path === props.here ? 'here' : '',
            ];
            // Figures without their text hold no headings.
            const title = section.title === '' ? section.path : bare(section.title);
            return (
              <li key={section.path} className={names.join(' ').trim()}>
                {props.hasText ? (
                  <button
                    type="button"
                    className="plain t"
                    lang="zh-CN"
                    title={section.title}
                    {...(section.path === props.here ? { 'aria-current': 'location' } : {})}
                    onClick={() => props.onGo(section.path)}
                  >
                    {title}
                  </button>
                ) : (
                  <span className="t" lang="zh-CN" title={section.title}>
                    {title}
                  </span>
                )}
                <Link
                  className="num"
                  href={hrefWith({ section: section.path === props.section ? undefined : section.path })}
                  aria-label={r('rowsUnder', { title: section.title, n: rows })}
                >
                  {numberOf(rows)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    );
  },
);
