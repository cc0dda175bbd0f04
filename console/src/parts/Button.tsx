import type { ButtonHTMLAttributes, ReactElement } from 'react';

export function Button(
  props: ButtonHTMLAttributes<HTMLButtonElement> & {
    readonly look?: 'primary' | 'text' | 'quiet';
    readonly small?: boolean;
  },
): ReactElement {
  const { look, small, className, ...rest } = props;
  const looks = { primary: 'btn p', text: 'btn t', quiet: 'btn q' } as const;
  const name = `${look === undefined ? 'btn' : looks[look]}${small === true ? ' s' : ''}${className === undefined ? '' : ` ${className}`}`;
  return <button type="button" {...rest} className={name} />;
}
