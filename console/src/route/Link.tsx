import type { AnchorHTMLAttributes, ReactElement } from 'react';
import { go } from './router.ts';

/** A real link, so that it opens in a new tab, copies and prints; a plain click stays in the page. */
export function Link(props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }): ReactElement {
  const { children, href, onClick, ...rest } = props;
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </a>
  );
}
