// Prints the page of the window into a PDF, as its own print style sheet says. What is on the page is the window's
// business.

import type { PrintToPDFOptions, WebContents } from 'electron';
import type { PrintToPdfResult } from '../shared/ipc/contract';
import { chromiumMajor } from './profile-guard';

/** From here on Chromium prints the page numbers of the style sheet; before, they need a footer of its own. */
const FIRST_WITH_PAGE_NUMBERS = 131;

const PAGE_NUMBER_FOOTER: PrintToPDFOptions = {
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="width:100%;text-align:center;font-size:14pt">— <span class="pageNumber"></span> —</div>',
};

/** The bytes of the PDF, or why there is none. */
export async function printToPdf(page: WebContents): Promise<PrintToPdfResult> {
  const printsNumbers = chromiumMajor(process.versions.chrome) >= FIRST_WITH_PAGE_NUMBERS;
  try {
    const bytes = await page.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      ...(printsNumbers ? {} : PAGE_NUMBER_FOOTER),
    });
    return { outcome: 'printed', bytes: new Uint8Array(bytes) };
  } catch (error) {
    return { outcome: 'failed', reason: `没有生成 PDF：${String(error)}` };
  }
}
