// Shows a laid-out document page by page on the screen: every section of the print style sheet becomes a row of
// columns as wide and high as the text area of its paper, one of which is in sight.

import { PAGE, textArea, type Orientation } from '../../../shared/document/page-geometry';
import { PRINT_STYLE_SHEET } from '../../../shared/formats/print-html/print-style';

/** Wider than both margins, so that no neighbour looks into the paper. */
const GAP = 80;

export interface PaperPages {
  readonly count: number;
  /** Shows one page, counted from 0, and says how its paper lies. */
  show(page: number): Orientation;
  /** Magnifies the paper; 1 is its real size on the screen. */
  zoom(factor: number): void;
}

/** Lays the markup of `printBody` out in a shadow tree, where the style sheets of window and paper do not mix. */
export function layOutPages(host: HTMLElement, markup: string): PaperPages {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${PRINT_STYLE_SHEET}\n${SCREEN_STYLE}</style><div class="paper">${markup}</div>`;
  const paper = root.querySelector<HTMLElement>('.paper')!;
  const pages = [...paper.querySelectorAll('section')].flatMap((section) => {
    const step = widthOfColumn(section) + gapOf(section);
    const count = Math.max(1, Math.round((section.scrollWidth - paddingOf(section) + gapOf(section)) / step));
    return Array.from({ length: count }, (_, at) => ({ section, left: at * step }));
  });
  return {
    count: pages.length,
    show(page) {
      const shown = pages[Math.min(pages.length - 1, Math.max(0, page))]!;
      for (const section of paper.querySelectorAll('section')) section.hidden = section !== shown.section;
      shown.section.scrollLeft = shown.left;
      return orientationOf(shown.section);
    },
    zoom(factor) {
      paper.style.setProperty('zoom', String(factor));
    },
  };
}

function orientationOf(section: HTMLElement): Orientation {
  return section.classList.contains('landscape') ? 'landscape' : 'portrait';
}

function widthOfColumn(section: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(section).columnWidth);
}

function gapOf(section: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(section).columnGap);
}

function paddingOf(section: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(section);
  return Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
}

function screenRule(names: string, orientation: Orientation): string {
  const { width, height } = textArea(orientation);
  const { top, right, bottom, left } = PAGE.margin;
  const padding = (orientation === 'portrait' ? [top, right, bottom, left] : [left, top, right, bottom])
    .map((length) => `${length}mm`)
    .join(' ');
  return `${names}{width:${width}mm;height:${height}mm;column-width:${width}mm;padding:${padding}}`;
}

const SCREEN_STYLE = [
  'section{box-sizing:content-box;column-gap:' + `${GAP}mm;column-fill:auto;overflow:hidden;background:#fff}`,
  'section[hidden]{display:none}',
  'h1.page{break-before:column}',
  'section>h1.page:first-child{break-before:auto}',
  screenRule('section.portrait,section.cover', 'portrait'),
  screenRule('section.landscape', 'landscape'),
].join('\n');
