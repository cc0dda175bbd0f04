import type { RuleChange, RuleDetail, Threshold } from '@yiwang/contract';
import { useState } from 'react';

/** What a person has changed and not published: an edited document, or numbers that were moved. */
export interface RuleState {
  readonly change: RuleChange;
  readonly isChanged: boolean;
  /** The value of a threshold as it is moved. */
  readonly valueOf: (threshold: Threshold) => string;
  readonly move: (threshold: Threshold, value: string) => void;
  readonly edit: (xml: string) => void;
  readonly reset: () => void;
}

export function useRuleState(detail: RuleDetail): RuleState {
  const { number, xml: published, thresholds } = detail.shown;
  const [moved, setMoved] = useState<Readonly<Record<string, string>>>({});
  const [xml, setXml] = useState<string>();
  const changed = thresholds.filter(({ id, value }) => moved[id] !== undefined && Number(moved[id]) !== Number(value));
  const change: RuleChange = {
    version: number,
    ...(xml === undefined || xml === published ? {} : { xml }),
    ...(changed.length === 0
      ? {}
      : { thresholds: changed.map(({ id, value }) => ({ id, value: moved[id] ?? value })) }),
  };
  return {
    change,
    isChanged: change.xml !== undefined || change.thresholds !== undefined,
    valueOf: ({ id, value }) => moved[id] ?? value,
    move: ({ id }, value) => setMoved((before) => ({ ...before, [id]: value })),
    // numbers that were moved before belong to another document
    edit: (next) => {
      setXml(next);
      setMoved({});
    },
    reset: () => {
      setXml(undefined);
      setMoved({});
    },
  };
}
