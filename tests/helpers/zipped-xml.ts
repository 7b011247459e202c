// Reads what an office format's zip holds, without the library that wrote it: parts by path, XML as a plain tree.

import { unzipSync, strFromU8 } from 'fflate';

/** An element of XML. Names are without their prefix; attributes have theirs. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text inside, in order. */
  readonly text: string;
}

/** The parts of a zip as text, by path. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** One part of a zip, parsed; a missing part throws. */
export function readPart(parts: ReadonlyMap<string, string>, path: string): XmlElement {
  const xml = parts.get(path);
  if (xml === undefined) throw new Error(`no part ${path}; there are ${[...parts.keys()].join(', ')}`);
  return parseXml(xml);
}

/** The elements below `parent` with this name, in order. */
export function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsOf(child, name),
  ]);
}

/** The elements directly below. */
export function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** An attribute by its name without prefix; null when it is absent. */
export function attributeOf(element: XmlElement | undefined, name: string): string | null {
  for (const [key, value] of element?.attributes ?? [])
    if (key === name || key.endsWith(`:${name}`)) return value;
  return null;
}

interface OpenElement {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** What XML 1.0 allows as a character. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const MARKUP = /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</gu;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/gu;

/** Parses XML and throws where it is not well-formed: open elements, stray markup, unknown entities, forbidden characters. */
export function parseXml(xml: string): XmlElement {
  const forbidden = FORBIDDEN.exec(xml);
  if (forbidden)
    throw new Error(`character ${forbidden[0].codePointAt(0)} at ${forbidden.index} is not allowed`);
  const document: OpenElement = { tag: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  for (const match of xml.replace(/^\ufeff/u, '').matchAll(MARKUP)) {
    const [token, closing, tag, attributes = '', single] = match;
    if (tag === undefined) {
      if (token === '<') throw new Error(`stray markup at ${match.index}`);
      if (!token.startsWith('<')) open.at(-1)!.text += unescape(token);
    } else if (closing) close(open, tag);
    else {
      open.push({ tag, attributes: readAttributes(attributes), children: [], text: '' });
      if (single) close(open, tag);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.tag}> is not closed`);
  const [root, ...more] = document.children;
  if (!root || more.length > 0) throw new Error('XML has exactly one root');
  return root;
}

function close(open: OpenElement[], tag: string): void {
  const element = open.pop()!;
  const parent = open.at(-1);
  if (element.tag !== tag || !parent) throw new Error(`</${tag}> closes <${element.tag}>`);
  const { attributes, children, text } = element;
  parent.children.push({ name: tag.split(':').at(-1)!, attributes, children, text });
  parent.text += text;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`attribute ${name} stands twice`);
    attributes.set(name, unescape(value));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&([^;]*;?)/gu, (whole, name: string) => {
    const number = /^#(x?)([\da-f]+);$/iu.exec(name);
    if (number) return String.fromCodePoint(parseInt(number[2]!, number[1] ? 16 : 10));
    const known = ENTITIES[name.slice(0, -1)];
    if (known === undefined || !name.endsWith(';')) throw new Error(`unknown entity ${whole.slice(0, 12)}`);
    return known;
  });
}
