export { parseXml, childrenOf, childOf, textOf, type XmlElement } from './parse.ts';
