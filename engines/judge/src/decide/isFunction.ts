import type { FeelFunction, FeelValue } from '@yiwang/feel';

export function isFunction(value: FeelValue): value is FeelFunction {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'function';
}
