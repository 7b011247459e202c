// The finished report on paper before it is printed: turns pages, and prints or makes a PDF of what it shows.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { PAGE } from '../../../shared/document/page-geometry';
import { printBody } from '../../../shared/formats/print-html/write-print-html';
import { finality, saveBytes } from '../../commands/export-report';
import type { Notify } from '../../commands/notify';
import { printDocument, whilePrintable } from '../../commands/print-report';
import type { Platform } from '../../platform/platform';
import type { ReportSnapshot } from '../../store/report-store';
import { Modal } from '../Modal';
import { SignatoryFields } from './SignatoryFields';
import { layOutPages, type PaperPages } from './paper-pages';
import './preview.css';

interface PreviewDialogProps {
  readonly snapshot: ReportSnapshot;
  readonly platform: Platform;
  readonly notify: Notify;
  readonly onClose: () => void;
}

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

export function PreviewDialog({ snapshot, platform, notify, onClose }: PreviewDialogProps) {
  const [cover, setCover] = useState(false);
  const [reviewNotes, setReviewNotes] = useState(false);
  const [page, setPage] = useState(0);
  const [count, setCount] = useState(1);
  const [deskSize, setDeskSize] = useState<DOMRectReadOnly>();
  const desk = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const pages = useRef<PaperPages>(undefined);
  const document = useMemo(
    () => buildReportDocument(snapshot.evaluation, { cover, reviewNotes, ...finality(snapshot) }),
    [snapshot, cover, reviewNotes],
  );

  // The dialog opens after its content is there: pages are laid out when the desk has its size, and with every new one.
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setDeskSize(entry?.contentRect));
    observer.observe(desk.current!);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!deskSize || deskSize.width === 0) return;
    pages.current = layOutPages(host.current!, printBody(document));
    setCount(pages.current.count);
    setPage((shown) => Math.min(shown, pages.current!.count - 1));
  }, [document, deskSize]);

  useLayoutEffect(() => {
    const laidOut = pages.current;
    if (!laidOut || !deskSize) return;
    const isPortrait = laidOut.show(page) === 'portrait';
    const height = (isPortrait ? PAGE.height : PAGE.width) * PIXELS_PER_MILLIMETRE;
    const width = (isPortrait ? PAGE.width : PAGE.height) * PIXELS_PER_MILLIMETRE;
    laidOut.zoom(Math.min(1.2, (deskSize.height - 24) / height, (deskSize.width - 24) / width));
    // The zoom changes the length of a column: the page is looked up again at its new place.
    laidOut.show(page);
  }, [page, document, deskSize]);

  const savePdf = async (): Promise<void> => {
    const print = platform.printToPdf;
    if (!print) return;
    const result = await whilePrintable(document, print);
    if (result.outcome === 'failed') notify({ tone: 'failed', text: result.reason });
    else await saveBytes(snapshot, 'pdf', result.bytes, platform, notify);
  };

  const turn = (by: number): void => setPage((shown) => Math.min(count - 1, Math.max(0, shown + by)));

  return (
    <Modal
      title="预览"
      size="full"
      onClose={onClose}
      buttons={
        <>
          <button type="button" className="outlined" onClick={() => void printDocument(document)}>
            打印…
          </button>
          {platform.printToPdf && (
            <button type="button" className="primary" onClick={() => void savePdf()}>
              存为 PDF…
            </button>
          )}
        </>
      }
    >
      <div
        className="preview"
        onKeyDown={(event) => {
          if (event.key === 'PageDown' || event.key === 'ArrowRight') turn(1);
          else if (event.key === 'PageUp' || event.key === 'ArrowLeft') turn(-1);
        }}
      >
        <div className="turning">
          <button type="button" disabled={page === 0} onClick={() => turn(-1)}>
            ◂ 上一页
          </button>
          <span role="status">
            第 {page + 1} 页，共 {count} 页
          </span>
          <button type="button" disabled={page >= count - 1} onClick={() => turn(1)}>
            下一页 ▸
          </button>
          <label>
            <input type="checkbox" checked={cover} onChange={(event) => setCover(event.target.checked)} />{' '}
            带封面
          </label>
          <label>
            <input
              type="checkbox"
              checked={reviewNotes}
              onChange={(event) => setReviewNotes(event.target.checked)}
            />{' '}
            附审核说明
          </label>
        </div>
        {cover && <SignatoryFields report={snapshot.report} isReadOnly={snapshot.isReadOnly} />}
        <div className="desk" ref={desk} tabIndex={0} aria-label="报告页面">
          <div ref={host} />
        </div>
      </div>
    </Modal>
  );
}
