import type { ProcessDifference } from '@yiwang/contract';
import type { ReactElement } from 'react';
import type { BpmnMark } from './BpmnBox.tsx';
import { useProcessWords, type ProcessWord } from './processWords.ts';

/** How each kind of difference is marked on the drawing, by sign as well as by colour. */
export function marksOf({ added, removed, changed }: ProcessDifference): readonly BpmnMark[] {
  const mark = (elements: readonly { readonly id: string }[], name: string, note: string): readonly BpmnMark[] =>
    elements.map(({ id }) => ({ element: id, marks: [`diff-${name}`], note }));
  return [...mark(added, 'added', '+'), ...mark(removed, 'removed', '−'), ...mark(changed, 'changed', '~')];
}

export function DifferenceList(props: { readonly difference: ProcessDifference }): ReactElement {
  const { w } = useProcessWords();
  const { added, removed, changed } = props.difference;
  if (added.length + removed.length + changed.length === 0) return <p className="pb q">{w('noDifference')}</p>;
  return (
    <div className="pb process-difference">
      <Group word="added" sign="+" elements={added} />
      <Group word="removed" sign="−" elements={removed} />
      <Group word="changed" sign="~" elements={changed} />
    </div>
  );
}

type Change = ProcessDifference['changed'][number]['changes'][number];

function Group(props: {
  readonly word: ProcessWord;
  readonly sign: string;
  readonly elements: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string | null;
    readonly changes?: readonly Change[];
  }[];
}): ReactElement | null {
  const { w } = useProcessWords();
  const { elements, sign, word } = props;
  if (elements.length === 0) return null;
  return (
    <section aria-label={w(word)}>
      <h3>
        <span className={`diff-sign diff-${word}`}>{sign}</span> {w(word)}{' '}
        <span className="num q">{elements.length}</span>
      </h3>
      <ul>
        {elements.map(({ id, kind, name, changes = [] }) => (
          <li key={id}>
            <b>{name ?? id}</b> <span className="mono qq small">{id}</span> <span className="q small">{kind}</span>
            {changes.map(({ what, before, after }) => (
              <p key={what} className="small">
                <span className="q">{what}</span> <del>{before ?? w('nothing')}</del> →{' '}
                <ins>{after ?? w('nothing')}</ins>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
