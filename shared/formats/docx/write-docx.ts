// Word (.docx): the document tree as paragraphs, tables and sections of Word.

import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun as DocxRun,
  UnderlineType,
  type ISectionOptions,
  type Table,
} from 'docx';
import type { ReportDocument, TextRun } from '../../document/document-tree';
import { PAGE, POINTS_PER_MILLIMETRE } from '../../document/page-geometry';
import { pageSections, type PageSection, type PlacedNode } from '../../document/page-sections';
import { removeForbidden } from '../escape-markup';
import { CellStyles } from './docx-cell-styles';
import { DOCX_STYLES, FIELD_END, fontOf, NOTICE_BORDER, STYLE, TWIPS_PER_POINT } from './docx-styles';
import { docxTable } from './docx-table';
import { ownParts, withoutDates } from './own-parts';

const twips = (millimetres: number): number =>
  Math.round(millimetres * POINTS_PER_MILLIMETRE * TWIPS_PER_POINT);

/** 四号, between dashes, as the standard has page numbers. */
const PAGE_NUMBER_SIZE = 14;
const FOOTER_DISTANCE = 28;

/** The bytes of the .docx file of a document. The same document gives the same bytes. */
export async function writeDocx(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const cellStyles = new CellStyles();
  const sections = pageSections(document).map((one) => section(one, cellStyles));
  const file = new Document({
    styles: {
      ...DOCX_STYLES,
      paragraphStyles: [...(DOCX_STYLES.paragraphStyles ?? []), ...cellStyles.toOptions()],
    },
    sections,
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file, undefined, ownParts(document.properties)));
  return withoutDates(bytes);
}

function section({ part, orientation, nodes }: PageSection, cellStyles: CellStyles): ISectionOptions {
  const { width, height, margin } = PAGE;
  const isTurned = orientation === 'landscape';
  const [top, right, bottom, left] = isTurned
    ? [margin.left, margin.top, margin.right, margin.bottom]
    : [margin.top, margin.right, margin.bottom, margin.left];
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: twips(width),
          height: twips(height),
          orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          right: twips(right),
          bottom: twips(bottom),
          left: twips(left),
          footer: twips(isTurned ? FOOTER_DISTANCE - 10 : FOOTER_DISTANCE),
        },
      },
    },
    // A cover carries no number.
    ...(part !== 'cover' && { footers: { default: pageNumberFooter() } }),
    children: nodes.flatMap((node) => block(node, cellStyles)),
  };
}

function pageNumberFooter(): Footer {
  const number = new DocxRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: PAGE_NUMBER_SIZE * 2,
    font: fontOf('latin'),
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function block(node: PlacedNode, cellStyles: CellStyles): (Paragraph | Table)[] {
  switch (node.kind) {
    case 'title':
      return [
        new Paragraph({
          style: STYLE.title,
          children: node.lines.map(
            (text, at) => new DocxRun({ text: removeForbidden(text), ...(at > 0 && { break: 1 }) }),
          ),
        }),
      ];
    case 'notice':
      return [new Paragraph({ style: STYLE.notice, border: NOTICE_BORDER, children: [plainRun(node.text)] })];
    case 'heading':
      return [
        new Paragraph({
          style: node.level === 1 ? STYLE.heading1 : STYLE.heading2,
          ...(node.startsPage && { pageBreakBefore: true }),
          children: [plainRun(node.text)],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: STYLE.body, children: node.runs.map(docxRun) })];
    case 'note':
      return [
        new Paragraph({
          style: STYLE.note,
          alignment: ALIGNMENTS[node.align],
          children: [plainRun(node.text)],
        }),
      ];
    case 'signature':
      return [line(node.text, STYLE.signature)];
    case 'field':
      return [field(node.label, node.text)];
    case 'space':
      return Array.from({ length: node.lines }, () => new Paragraph({ children: [] }));
    case 'table':
      return [docxTable(node.table, node.fitted, cellStyles)];
  }
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function line(text: string, style: string): Paragraph {
  return new Paragraph({ style, children: [plainRun(text)] });
}

/** What is known stands on a rule that goes on to the tab stop. */
function field(label: string, text: string): Paragraph {
  const onRule = { underline: { type: UnderlineType.SINGLE } };
  return new Paragraph({
    style: STYLE.field,
    tabStops: [{ type: TabStopType.LEFT, position: FIELD_END }],
    children: [
      plainRun(`${label}：`),
      new DocxRun({ text: removeForbidden(text), ...onRule }),
      new DocxRun({ children: [new Tab()], ...onRule }),
    ],
  });
}

function plainRun(text: string): DocxRun {
  return new DocxRun({ text: removeForbidden(text) });
}

function docxRun({ text, face }: TextRun): DocxRun {
  return new DocxRun({
    text: removeForbidden(text),
    ...(face === 'subheading' && { font: fontOf('subheading') }),
  });
}
