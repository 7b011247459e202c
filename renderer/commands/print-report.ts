// Printing: puts the laid-out report into the page, where only print sees it, and has it printed or made a PDF of.

import type { ReportDocument } from '../../shared/document/document-tree';
import { PRINT_STYLE_SHEET } from '../../shared/formats/print-html/print-style';
import { printBody } from '../../shared/formats/print-html/write-print-html';

const ONLY_THE_PAPER = [
  '@media screen{#printed{display:none}}',
  `@media print{html,body{height:auto;overflow:visible;background:#fff}body>:not(#printed){display:none}\n${PRINT_STYLE_SHEET}}`,
].join('\n');

/** Runs `act` while the page prints as this document and nothing else. */
export async function whilePrintable<T>(document: ReportDocument, act: () => Promise<T>): Promise<T> {
  const style = window.document.createElement('style');
  style.textContent = ONLY_THE_PAPER;
  const paper = window.document.createElement('div');
  paper.id = 'printed';
  paper.className = 'paper';
  paper.innerHTML = printBody(document);
  window.document.head.append(style);
  window.document.body.append(paper);
  try {
    return await act();
  } finally {
    style.remove();
    paper.remove();
  }
}

/** Opens the system's print dialog on the document; it resolves when the dialog is closed. */
export function printDocument(document: ReportDocument): Promise<void> {
  return whilePrintable(document, async () => window.print());
}
