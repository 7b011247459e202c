// The paragraph styles of table cells. A table's type size and line distance are chosen for its page, so these styles
// are made with the document: cells then carry a style's name and no measures of their own.

import { AlignmentType, LineRuleType, type IParagraphStyleOptions } from 'docx';
import type { FittedTable } from '../../document/fit-table';
import { TABLE_LINE_FACTOR } from '../../document/page-geometry';
import { STYLE, TWIPS_PER_POINT } from './docx-styles';

export interface CellStyleWish {
  readonly fitted: FittedTable;
  readonly align: 'left' | 'centre';
  /** Keeps the cell's row on one page with the next. */
  readonly keepNext: boolean;
}

const ALIGNMENT_NAMES = { left: '左', centre: '中' } as const;

/** Collects the styles that a document's cells need; equal wishes share one. */
export class CellStyles {
  private readonly styles = new Map<string, IParagraphStyleOptions>();

  /** The identifier by which a cell's paragraph names its style. */
  idOf({ fitted: { typeSize, rowPadding }, align, keepNext }: CellStyleWish): string {
    const measures = `${typeSize * 10}${align === 'left' ? 'Left' : 'Centre'}${rowPadding * 10}`;
    const id = `${STYLE.cell}${measures}${keepNext ? 'Kept' : ''}`;
    if (!this.styles.has(id)) {
      const space = (rowPadding / 2) * TWIPS_PER_POINT;
      this.styles.set(id, {
        id,
        name: `表格文字 ${typeSize} ${ALIGNMENT_NAMES[align]} ${rowPadding}${keepNext ? ' 同页' : ''}`,
        basedOn: STYLE.cell,
        run: { size: typeSize * 2 },
        paragraph: {
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          ...(keepNext && { keepNext }),
          spacing: {
            before: space,
            after: space,
            line: Math.round(typeSize * TABLE_LINE_FACTOR * TWIPS_PER_POINT),
            lineRule: LineRuleType.EXACT,
          },
        },
      });
    }
    return id;
  }

  /** All of them. Call it after the last `idOf`. */
  toOptions(): readonly IParagraphStyleOptions[] {
    return [...this.styles.values()];
  }
}
