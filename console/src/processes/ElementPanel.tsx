import { useState, type ReactElement } from 'react';
import { Panel } from '../parts/Panel.tsx';
import type { ElementField, FieldPlace } from './elementFields.ts';
import type { ChosenElement } from './openModeler.ts';
import { useProcessWords } from './processWords.ts';

/** The settings of one element, as the engine reads them; a field is set when it is left or by Enter. */
export function ElementPanel(props: {
  readonly element: ChosenElement;
  readonly onSet: (field: FieldPlace, value: string) => void;
}): ReactElement {
  const { w } = useProcessWords();
  const { element, onSet } = props;
  return (
    <Panel
      title={w('element')}
      note={<span className="q">{element.type}</span>}
      side={<span className="mono qq small">{element.id}</span>}
    >
      <div className="pb process-fields">
        {element.fields.map((field) => (
          <Field key={`${field.on} ${field.name} ${field.value}`} field={field} onSet={onSet} />
        ))}
        {element.type === 'Process' && <p className="q small">{w('chooseElement')}</p>}
      </div>
    </Panel>
  );
}

function Field(props: {
  readonly field: ElementField;
  readonly onSet: (field: FieldPlace, value: string) => void;
}): ReactElement {
  const { w } = useProcessWords();
  const { field, onSet } = props;
  const [text, setText] = useState(field.value);
  const leave = (): void => {
    if (text !== field.value) onSet(field, text.trim());
  };
  return (
    <label className="field">
      <span>{w(field.word)}</span>
      <input
        className={field.name === 'name' ? 'in' : 'in mono'}
        value={text}
        spellCheck={field.name === 'name'}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
    </label>
  );
}
