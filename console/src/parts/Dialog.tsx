import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../words/useWords.ts';
import { Button } from './Button.tsx';

/** The browser's own modal: it keeps the focus inside, closes by Escape and gives the focus back. */
export function Dialog(props: {
  readonly title: string;
  readonly className?: string;
  readonly bare?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useWords();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog ref={box} aria-label={props.title} className={props.className} onClose={props.onClose}>
      {props.bare !== true && (
        <div className="dh">
          {props.title}
          <span className="sp" />
          <Button small onClick={() => box.current?.close()}>
            {t('close')}
          </Button>
        </div>
      )}
      {props.children}
    </dialog>
  );
}
