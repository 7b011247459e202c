// The print style sheet: pages, type and rules. On the screen the same page shows its paper, for a preview.

import {
  FIELD_LENGTH,
  LINE_DISTANCE,
  PAGE,
  SIGNATURE_INDENT,
  TYPE_SIZE,
  type Orientation,
} from '../../document/page-geometry';
import { fontFamilyOf } from '../../document/type-faces';

const body = LINE_DISTANCE.body;

/** The page number between dashes; Chromium prints it from 131 on, older ones need a footer of their own. */
const PAGE_NUMBER = `@bottom-center{content:"— " counter(page) " —";font:14pt ${fontFamilyOf('latin')}}`;

function pageRule(name: string, orientation: Orientation, number: string): string {
  const { margin } = PAGE;
  const margins =
    orientation === 'landscape'
      ? [margin.left, margin.top, margin.right, margin.bottom]
      : [margin.top, margin.right, margin.bottom, margin.left];
  const lengths = margins.map((length) => `${length}mm`).join(' ');
  return `@page ${name}{size:A4 ${orientation};margin:${lengths};${number}}section.${name}{page:${name}}`;
}

/** The whole style sheet; it is the same for every document. It applies to what stands inside `.paper`. */
export const PRINT_STYLE_SHEET: string = [
  pageRule('portrait', 'portrait', PAGE_NUMBER),
  pageRule('landscape', 'landscape', PAGE_NUMBER),
  pageRule('cover', 'portrait', ''),
  `.paper{margin:0;color:#000;background:#fff;font-family:${fontFamilyOf('body')};font-size:${TYPE_SIZE.body}pt;line-height:${body}pt}`,
  'section+section{break-before:page}',
  'p,h1,h2{margin:0;font-weight:normal;overflow-wrap:anywhere}',
  `.title{font-family:${fontFamilyOf('title')};font-size:${TYPE_SIZE.title}pt;line-height:${LINE_DISTANCE.title}pt;` +
    `text-align:center;margin-bottom:${body}pt}`,
  `.notice{font-family:${fontFamilyOf('heading')};font-weight:bold;color:#c00000;text-align:center;` +
    'border:1.5pt solid #c00000;padding:4pt;margin-bottom:12pt}',
  `h1,h2{font-size:${TYPE_SIZE.body}pt;text-indent:2em;break-after:avoid}`,
  `h1{font-family:${fontFamilyOf('heading')};margin:6pt 0 3pt}`,
  `h2,.subheading{font-family:${fontFamilyOf('subheading')}}`,
  'h1.page{break-before:page}',
  '.body{text-align:justify;text-indent:2em;orphans:2;widows:2}',
  `.note{font-size:${TYPE_SIZE.note}pt;line-height:20pt}`,
  '.centre{text-align:center}.right{text-align:right}.left{text-align:left}',
  `.signature{text-align:right;margin-right:${SIGNATURE_INDENT}em}`,
  `.field{display:flex;width:${FIELD_LENGTH}em;margin:0 auto 10pt;line-height:1.5}`,
  '.field u{flex:1;text-decoration:none;border-bottom:1px solid #000}',
  'table{border-collapse:collapse;table-layout:fixed;overflow-wrap:anywhere}',
  'table.whole{break-inside:avoid}',
  'tr{break-inside:avoid}',
  'td{border:0.5pt solid #000;text-align:center;vertical-align:middle}',
  'td.left{text-align:left}',
].join('\n');
