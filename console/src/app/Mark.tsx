import type { ReactElement } from 'react';

export function Mark(): ReactElement {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="square">
        <path d="M2 9H16" />
        <path d="M4 3.5C7 6.5 7 11.5 4 14.5M9 3.5V14.5M14 3.5C11 6.5 11 11.5 14 14.5" />
      </g>
    </svg>
  );
}
