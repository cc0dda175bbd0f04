import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import { formFieldTypes, type FormField } from './processDefinition.ts';
import type { Refuse } from './refusal.ts';

const defaultLength = { textfield: 200, textarea: 4000, select: 200, photo: 200, number: 40, checkbox: 5 } as const;

/** Reads the fields of a user task, `<yiwang:field key label type required …>` under `extensionElements`. */
export function readFormFields(task: XmlElement, refuse: Refuse): FormField[] {
  const seen = new Set<string>();
  const extension = childOf(task, 'extensionElements');
  return (extension === undefined ? [] : childrenOf(extension, 'field')).map((element) => {
    const bad = (why: string) => refuse(task, 'field', { why });
    const {
      key = '',
      label = '',
      labelEn,
      type: typeName = '',
      required,
      readonly,
      maxLength,
      min,
      max,
    } = element.attributes;
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(key)) bad(`key "${key}"`);
    if (seen.has(key)) bad(`${key} twice`);
    seen.add(key);
    const type = formFieldTypes.find((known) => known === typeName) ?? bad(`${key}: type "${typeName}"`);
    const options = childrenOf(element, 'option').map(({ attributes }) => {
      const value = attributes['value'] ?? bad(`${key}: an option without value`);
      const zh = attributes['label'] ?? value;
      return { value, label: { zh, en: attributes['labelEn'] ?? zh } };
    });
    const numberOf = (text: string): number => {
      const value = Number(text);
      return text.trim() === '' || !Number.isFinite(value) ? bad(`${key}: "${text}" is no number`) : value;
    };
    return {
      key,
      label: { zh: label === '' ? key : label, en: labelEn ?? (label === '' ? key : label) },
      type,
      required: required === 'true',
      maxLength: maxLength === undefined ? defaultLength[type] : Math.min(numberOf(maxLength), 4000),
      ...(min === undefined ? {} : { min: numberOf(min) }),
      ...(max === undefined ? {} : { max: numberOf(max) }),
      ...(options.length === 0 ? {} : { options }),
      ...(readonly === 'true' ? { readonly: true } : {}),
    };
  });
}
