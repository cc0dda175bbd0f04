import { SaxesParser } from 'saxes';
import { catalogue } from '@yiwang/faults';

/** An element with where it began, so that a refused model can be pointed at. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** Namespace URI; empty where there is none. */
  readonly namespace: string;
  /** Attribute values by local name; a prefixed attribute of a foreign namespace is kept as `prefix:name`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The character data directly inside, joined. */
  readonly text: string;
  /** 1-based line and column where the start tag ends its first token. */
  readonly line: number;
  readonly column: number;
}

const faults = catalogue('xml', {
  malformed: {
    status: 422,
    title: { zh: 'XML 无法解析', en: 'Malformed XML' },
    detail: { zh: '{file}:{line}:{column} {reason}', en: '{file}:{line}:{column} {reason}' },
    help: { zh: '请在该行修正 XML 后重试。', en: 'Mend the XML at that line and try again.' },
  },
  tooLarge: {
    status: 413,
    title: { zh: 'XML 过大', en: 'XML too large' },
    detail: { zh: '{file} 超过 {limit} 的上限。', en: '{file} is past the limit of {limit}.' },
    help: { zh: '请拆分模型。', en: 'Split the model.' },
  },
});

const maxCharacters = 8_000_000;
const maxDepth = 256;
const maxElements = 200_000;

interface Building {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
  line: number;
  column: number;
}

/**
 * Parses a document into a tree. No entity is expanded beyond the five of XML; a document type is refused.
 * @throws xml.malformed with file, line, column; xml.tooLarge past 8 M characters, 200,000 elements or 256 levels.
 */
export function parseXml(text: string, file: string): XmlElement {
  if (text.length > maxCharacters) throw faults.tooLarge({ file, limit: `${maxCharacters} characters` });
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Building[] = [];
  let root: Building | undefined;
  let elements = 0;
  let at = { line: 1, column: 1 };
  const refuse = (reason: string): never => {
    throw faults.malformed({ file, line: parser.line, column: parser.column + 1, reason });
  };
  parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => refuse('a document type declaration is not accepted'));
  parser.on('opentagstart', () => {
    at = { line: parser.line, column: parser.column };
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > maxElements) throw faults.tooLarge({ file, limit: `${maxElements} elements` });
    if (open.length >= maxDepth) throw faults.tooLarge({ file, limit: `${maxDepth} levels` });
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
      attributes[attribute.uri === '' ? attribute.local : attribute.name] = attribute.value;
    }
    const element: Building = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '', ...at };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const characters = (data: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += data;
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.write(text).close();
  return root ?? refuse('the document is empty');
}

/** The children of a name, in order. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The trimmed text of the first child of a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text.trim();
}
