// The kinds of document a report can leave as, and the one way to write them. Each writer is loaded on use, so that
// none of them weighs on the start of the window.

import { buildReportDocument, type ReportDocumentOptions } from '../document/build-report-document';
import type { ReportDocument } from '../document/document-tree';
import type { Evaluation } from '../engine/evaluate-report';

type Writer = (document: ReportDocument) => Promise<Uint8Array<ArrayBuffer>>;

interface DocumentKindEntry {
  /** A workbook carries the review notes as a sheet of its own; a text does only when asked. */
  readonly alwaysWithNotes: boolean;
  readonly load: () => Promise<Writer>;
}

const KINDS = {
  docx: {
    alwaysWithNotes: false,
    load: async () => {
      const { writeDocx } = await import('./docx/write-docx');
      return writeDocx;
    },
  },
  'word-html': {
    alwaysWithNotes: false,
    load: async () => {
      const { writeWordHtml } = await import('./word-html/write-word-html');
      return async (document) => writeWordHtml(document);
    },
  },
  'html-body': {
    alwaysWithNotes: false,
    load: async () => {
      const { writeHtmlBody } = await import('./html-body/write-html-body');
      return async (document) => writeHtmlBody(document);
    },
  },
  xlsx: {
    alwaysWithNotes: true,
    load: async () => {
      const { writeExcel } = await import('./excel/write-excel');
      return async (document) => writeExcel(document);
    },
  },
  xls: {
    alwaysWithNotes: true,
    load: async () => {
      const { writeXls } = await import('./excel/write-xls');
      return async (document) => writeXls(document);
    },
  },
} as const satisfies Record<string, DocumentKindEntry>;

export type DocumentKind = keyof typeof KINDS;

/** Every kind, in the order in which they are offered. */
export const DOCUMENT_KINDS = Object.keys(KINDS) as readonly DocumentKind[];

/** Is this a kind of document that `writeReport` writes? */
export function isDocumentKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(KINDS, kind);
}

/** The bytes of a report as a document of this kind. Errors in the figures are marked inside, they never prevent it. */
export async function writeReport(
  kind: DocumentKind,
  evaluation: Evaluation,
  options: ReportDocumentOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const reviewNotes = KINDS[kind].alwaysWithNotes || options.reviewNotes === true;
  return writeDocument(kind, buildReportDocument(evaluation, { ...options, reviewNotes }));
}

/** The bytes of any document, a comparison for one, in this kind of file. */
export async function writeDocument(
  kind: DocumentKind,
  document: ReportDocument,
): Promise<Uint8Array<ArrayBuffer>> {
  const write = await KINDS[kind].load();
  return write(document);
}

/** The report as a page of HTML for printing or for making a PDF of; see print-html. */
export async function writePrintPage(
  evaluation: Evaluation,
  options: ReportDocumentOptions = {},
): Promise<string> {
  const { printHtml } = await import('./print-html/write-print-html');
  return printHtml(buildReportDocument(evaluation, options));
}
