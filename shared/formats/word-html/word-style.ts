// The style sheet of a Word-compatible HTML document: page sections and paragraph styles. Measures and faces come from
// shared/document.

import {
  LINE_DISTANCE,
  PAGE,
  SIGNATURE_INDENT,
  POINTS_PER_MILLIMETRE,
  TYPE_SIZE,
  type Orientation,
} from '../../document/page-geometry';
import { fontFamilyOf, TYPE_FACES, type Face } from '../../document/type-faces';

/** Points with one decimal, as CSS and Word want them. */
export function points(millimetres: number): string {
  return `${(millimetres * POINTS_PER_MILLIMETRE).toFixed(1)}pt`;
}

/** Whole pixels, for the width attributes that LibreOffice reads where it ignores the style. */
export function pixels(millimetres: number): number {
  return Math.round((millimetres * 96) / 25.4);
}

/** Word takes the Chinese face from its own property, and the Latin one of official documents; a title is of one face. */
export function faceRule(name: Face): string {
  const latin = TYPE_FACES[name === 'title' ? 'title' : 'latin'][0];
  return (
    `font-family:${fontFamilyOf(name)};mso-fareast-font-family:'${TYPE_FACES[name][0]}';` +
    `mso-ascii-font-family:'${latin}';mso-hansi-font-family:'${latin}'`
  );
}

/** Names the stand-in for each official family, for machines that lack it. */
function fontFace(name: Face): string {
  const [official, ...others] = TYPE_FACES[name];
  return `@font-face{font-family:'${official}';mso-font-alt:'${others.at(0) ?? official}'}`;
}

function pageRule(name: string, orientation: Orientation): string {
  const { width, height, margin } = PAGE;
  const turned = orientation === 'landscape';
  const size = turned ? [height, width] : [width, height];
  const margins = turned
    ? [margin.left, margin.top, margin.right, margin.bottom]
    : [margin.top, margin.right, margin.bottom, margin.left];
  return (
    `@page ${name}{size:${size.map(points).join(' ')};margin:${margins.map(points).join(' ')};` +
    `mso-page-orientation:${orientation};mso-header-margin:${points(15)};mso-footer-margin:${points(25)}}` +
    (name === '' ? '' : `div.${name}{page:${name}}`)
  );
}

const body = LINE_DISTANCE.body;
const indent = 2 * TYPE_SIZE.body;

const RULES: readonly string[] = [
  ...(['title', 'heading', 'subheading', 'body'] as const).map(fontFace),
  // LibreOffice knows no named pages: this rule is for it.
  pageRule('', 'portrait'),
  pageRule('portrait', 'portrait'),
  pageRule('landscape', 'landscape'),
  `p{mso-pagination:widow-orphan}`,
  `p.tiny{font-size:1pt}`,
  `p.title{text-align:center;font-size:${TYPE_SIZE.title}pt;line-height:${LINE_DISTANCE.title}pt;` +
    `mso-line-height-rule:exactly;${faceRule('title')}}`,
  `p.notice{text-align:center;color:#c00000;font-size:${TYPE_SIZE.body}pt;font-weight:bold;` +
    `line-height:${body}pt;mso-line-height-rule:exactly;border:1.5pt solid #c00000;` +
    `padding:4pt;${faceRule('heading')}}`,
  `h1,h2{font-size:${TYPE_SIZE.body}pt;font-weight:normal;text-indent:${indent}pt;line-height:${body}pt;` +
    `mso-line-height-rule:exactly;page-break-after:avoid}`,
  `h1{mso-outline-level:1;${faceRule('heading')}}`,
  `h2{mso-outline-level:2;${faceRule('subheading')}}`,
  `p.body{text-align:justify;font-size:${TYPE_SIZE.body}pt;text-indent:${indent}pt;line-height:${body}pt;` +
    `mso-line-height-rule:exactly;${faceRule('body')}}`,
  `p.field{font-size:${TYPE_SIZE.body}pt;text-indent:${2 * indent}pt;line-height:${body + 8}pt;${faceRule('body')}}`,
  `p.note{font-size:${TYPE_SIZE.note}pt;line-height:20pt;${faceRule('body')}}`,
  `p.signature{text-align:right;margin-right:${SIGNATURE_INDENT * TYPE_SIZE.body}pt;font-size:${TYPE_SIZE.body}pt;` +
    `line-height:${body}pt;${faceRule('body')}}`,
  `td p{${faceRule('body')}}`,
];

/** The whole style sheet; it is the same for every document. */
export const WORD_STYLE_SHEET: string = RULES.join('\n');
