import type { ReactElement } from 'react';
import type { Light as LightValue } from '@yiwang/contract';
import { Light } from '../parts/Light.tsx';
import { queryOf } from '../api/request.ts';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';

/** A count that opens exactly the list it counted. */
export function CountCell(props: {
  readonly n: number;
  readonly light?: LightValue;
  readonly region?: string;
  readonly bare?: boolean;
}): ReactElement {
  const { n, light, region } = props;
  const href = `/cases${queryOf({ state: 'open', light, region })}`;
  return (
    <td className="r num">
      <Link href={href}>
        {light === undefined || props.bare === true ? numberOf(n) : <Light light={light}>{numberOf(n)}</Light>}
      </Link>
    </td>
  );
}
