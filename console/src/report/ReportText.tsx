import { memo, type ReactElement } from 'react';
import type { Paragraph } from './paragraphsOf.ts';
import { segmentsOf, type Segment } from './segmentsOf.ts';

/** `s` is underlined; a waiting place outdoes the kind, a number outdoes a task, a box goes around whatever is in it. */
function classOf({ marks, begins, ends }: Segment): string {
  const kinds = new Set(marks.map(({ kind }) => kind));
  const names: string[] = [];
  if (marks.some(({ waiting }) => waiting === true)) names.push('am');
  else if (kinds.has('target')) names.push('t');
  else if (kinds.has('fact')) names.push('f');
  else if (kinds.has('task')) names.push('k');
  if (kinds.has('system')) names.push('y');
  if (begins.some(({ kind }) => kind === 'system')) names.push('y1');
  if (ends.some(({ kind }) => kind === 'system')) names.push('y2');
  if (kinds.has('theme')) names.push('h');
  return names.length === 0 ? '' : `s ${names.join(' ')}`;
}

const Line = memo((props: { readonly text: string; readonly paragraph: Paragraph }): ReactElement => {
  const { text, paragraph } = props;
  // what heads a line as a whole is said by its element
  const marks = paragraph.heads === undefined ? paragraph.marks : paragraph.marks.filter(({ row }) => row !== '');
  const body = segmentsOf(paragraph, marks).map((segment) => {
    const words = text.slice(segment.start, segment.end);
    const rows = segment.marks.filter(({ row }) => row !== '').map(({ row }) => row);
    const numbers = segment.ends.filter(({ n }) => n !== undefined);
    if (segment.marks.length === 0) return words;
    return (
      <span
        key={segment.start}
        className={classOf(segment)}
        {...(rows.length === 0 ? {} : { 'data-rows': rows.join(' ') })}
      >
        {words}
        {numbers.length > 0 && <sup>{numbers.map(({ n }) => n).join(' ')}</sup>}
      </span>
    );
  });
  if (paragraph.heads === undefined) return <p>{body}</p>;
  const { level, path } = paragraph.heads;
  return level === 1 ? <h3 data-section={path}>{body}</h3> : <h4 data-section={path}>{body}</h4>;
});

/** Lines that are laid out together. One by one, 2,400 lines scrolled at half the pace: the browser asks each where it is. */
const chunkSize = 40;

/** The report in its own words, each line with its marks. Lines out of sight are laid out when they come near. */
export const ReportText = memo(
  (props: { readonly text: string; readonly paragraphs: readonly Paragraph[] }): ReactElement => (
    <div className="doc" lang="zh-CN">
      {Array.from({ length: Math.ceil(props.paragraphs.length / chunkSize) }, (_none, chunk) => (
        <div key={chunk} className="lines">
          {props.paragraphs.slice(chunk * chunkSize, (chunk + 1) * chunkSize).map((paragraph) => (
            <Line key={paragraph.start} text={props.text} paragraph={paragraph} />
          ))}
        </div>
      ))}
    </div>
  ),
);
