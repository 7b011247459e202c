// The paragraph styles of a Word document. Measures and faces come from shared/document.

import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  type IFontAttributesProperties,
  type IStylesOptions,
} from 'docx';
import { FIELD_LENGTH, LINE_DISTANCE, SIGNATURE_INDENT, TYPE_SIZE } from '../../document/page-geometry';
import { TYPE_FACES, type Face } from '../../document/type-faces';

/** Word counts distances in twentieths of a point and type in half points. */
export const TWIPS_PER_POINT = 20;
const HALF_POINTS = 2;

/** The styles' names inside the file. */
export const STYLE = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  body: 'OfficialBody',
  notice: 'OfficialNotice',
  note: 'OfficialNote',
  field: 'OfficialField',
  signature: 'OfficialSignature',
  cell: 'TableText',
} as const;

/** Chinese in the face, Latin letters and digits in the Latin face of official documents; a title is of one face. */
export function fontOf(face: Face): IFontAttributesProperties {
  const latin = TYPE_FACES[face === 'title' ? 'title' : 'latin'][0];
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: TYPE_FACES[face][0] };
}

function run(face: Face, points: number, extra: { bold?: boolean; color?: string } = {}) {
  return {
    font: fontOf(face),
    size: points * HALF_POINTS,
    bold: false,
    italics: false,
    color: '000000',
    ...extra,
  };
}

function spacing(line: number, before = 0, after = 0) {
  return {
    line: line * TWIPS_PER_POINT,
    lineRule: LineRuleType.EXACT,
    before: before * TWIPS_PER_POINT,
    after: after * TWIPS_PER_POINT,
  };
}

/** A character of body type, in twentieths of a point. */
const BODY = TYPE_SIZE.body * TWIPS_PER_POINT;
const fieldStart = 4 * BODY;
/** The tab stop to which a cover's rule goes. */
export const FIELD_END = fieldStart + FIELD_LENGTH * BODY;
/** Two characters, also when the type is changed by hand. */
const indent = { firstLine: 2 * BODY, firstLineChars: 200 };
const BASE = 'Normal';
const RED = 'C00000';

const noticeRule = { style: BorderStyle.SINGLE, size: 12, space: 4, color: RED } as const;
/** The frame around a mark that must not be overlooked. */
export const NOTICE_BORDER = { top: noticeRule, bottom: noticeRule, left: noticeRule, right: noticeRule };

/** The style sheet; it is the same for every document. */
export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...run('body', TYPE_SIZE.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: spacing(LINE_DISTANCE.body) },
    },
    title: {
      run: run('title', TYPE_SIZE.title),
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: spacing(LINE_DISTANCE.title, 0, LINE_DISTANCE.body),
        keepNext: true,
      },
    },
    heading1: {
      run: run('heading', TYPE_SIZE.body),
      paragraph: { indent, keepNext: true, outlineLevel: 0, spacing: spacing(LINE_DISTANCE.body, 3, 3) },
    },
    heading2: {
      run: run('subheading', TYPE_SIZE.body),
      paragraph: { indent, keepNext: true, outlineLevel: 1, spacing: spacing(LINE_DISTANCE.body) },
    },
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: '公文正文',
      basedOn: BASE,
      quickFormat: true,
      paragraph: { indent, alignment: AlignmentType.BOTH },
    },
    {
      id: STYLE.notice,
      name: '校验提示',
      basedOn: BASE,
      run: run('heading', TYPE_SIZE.body, { bold: true, color: RED }),
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: spacing(LINE_DISTANCE.body, 0, 12),
        keepNext: true,
      },
    },
    {
      id: STYLE.note,
      name: '表注',
      basedOn: BASE,
      run: run('body', TYPE_SIZE.note),
      paragraph: { spacing: spacing(20) },
    },
    {
      id: STYLE.field,
      name: '封面栏目',
      basedOn: BASE,
      paragraph: {
        indent: { left: fieldStart },
        spacing: spacing(LINE_DISTANCE.body + 8),
      },
    },
    {
      id: STYLE.signature,
      name: '落款',
      basedOn: BASE,
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: SIGNATURE_INDENT * BODY } },
    },
    { id: STYLE.cell, name: '表格文字', basedOn: BASE, run: run('body', 10.5) },
  ],
};
