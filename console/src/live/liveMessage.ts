import type { LiveBatch } from '@yiwang/contract';

export type LiveState = 'connecting' | 'live' | 'offline';
export type LiveMessage =
  | { readonly kind: 'state'; readonly state: LiveState }
  | { readonly kind: 'batch'; readonly batch: LiveBatch }
  | { readonly kind: 'reset' };
export type LiveOrder = 'wake' | 'leave';
