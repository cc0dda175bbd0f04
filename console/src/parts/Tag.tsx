import type { ReactElement } from 'react';

export function Tag(props: { readonly look?: 'sim' | 'a'; readonly children: string }): ReactElement {
  return <span className={props.look === undefined ? 'tag' : `tag ${props.look}`}>{props.children}</span>;
}
