// Reads what an office format's zip holds, without the library that wrote it: parts by path, XML as a DOM.

import { unzipSync, strFromU8 } from 'fflate';
import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM('').window;

/** The parts of a zip as text, by path. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** An XML part as a DOM; what is not well-formed throws with the parser's words. */
export function parseXml(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`not well-formed: ${fault.textContent}`);
  return document;
}

/** One part of a zip, parsed; a missing part throws. */
export function readPart(parts: ReadonlyMap<string, string>, path: string): Document {
  const xml = parts.get(path);
  if (xml === undefined) throw new Error(`no part ${path}; there are ${[...parts.keys()].join(', ')}`);
  return parseXml(xml);
}

/** The elements below `parent` with this local name, whatever their prefix. */
export function elementsOf(parent: Document | Element, localName: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', localName)];
}
