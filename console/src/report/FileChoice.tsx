import { useRef, type ReactElement } from 'react';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { useReportWords } from './reportWords.ts';

/** The way for who does not drag: the system's own dialog, several files at once. */
export function FileChoice(props: { readonly onFiles: (files: readonly File[]) => void }): ReactElement {
  const { r } = useReportWords();
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  useKey('chooseFile', choose);
  return (
    <>
      <Button look="primary" onClick={choose}>
        {r('chooseFile')} <Kbd of="chooseFile" />
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label={r('chooseFile')}
        accept=".txt,.md,.html,.htm,.docx,.pdf,text/plain,text/html,application/pdf"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </>
  );
}
