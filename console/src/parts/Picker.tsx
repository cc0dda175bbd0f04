import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What stands at its end, such as its key. */
  readonly hint?: ReactNode;
}

/** One of many, found by typing: arrows move, Enter chooses, Escape leaves. */
export function Picker<T extends Choice>(props: {
  readonly title: string;
  readonly listName: string;
  readonly placeholder: string;
  readonly choices: readonly T[];
  /** Further choices that what was typed gives. */
  readonly also?: (text: string) => readonly T[];
  readonly onChoose: (choice: T) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { also, choices, onChoose, onClose } = props;
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim().toLowerCase();
  const found = [
    ...choices.filter((choice) => choice.label.toLowerCase().includes(wanted)),
    ...(also === undefined || wanted === '' ? [] : also(text.trim())),
  ];
  const at = Math.min(chosen, found.length - 1);
  const choose = (choice: T | undefined): void => {
    onClose();
    if (choice !== undefined) onChoose(choice);
  };
  return (
    <Dialog title={props.title} className="pal" bare onClose={onClose}>
      <input
        role="combobox"
        aria-label={props.placeholder}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${at}`}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(found[at]);
          else if (step !== 0) setChosen((at + step + found.length) % found.length);
          else return;
          event.preventDefault();
        }}
      />
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the list of a combobox: a <select> can not follow what is typed */}
      <div role="listbox" id={list} aria-label={props.listName} tabIndex={-1}>
        {found.map((choice, index) => (
          <div
            key={choice.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            ref={index === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            onClick={() => choose(choice)}
            onKeyDown={(event) => event.key === 'Enter' && choose(choice)}
          >
            {choice.label}
            <span className="sp" />
            {choice.hint}
          </div>
        ))}
      </div>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
    </Dialog>
  );
}
