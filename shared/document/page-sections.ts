// Groups a document's nodes into runs of pages of one orientation, with every table fitted to its page.

import type { DocumentNode, DocumentTable, ReportDocument } from './document-tree';
import { fitTable, type FittedTable } from './fit-table';
import { textArea, type Orientation } from './page-geometry';

type HeadingNode = Extract<DocumentNode, { kind: 'heading' }>;

/** A node as it is printed: a table with its measures, its heading on a new page when the table fills one. */
export type PlacedNode =
  | Exclude<DocumentNode, { kind: 'table' | 'heading' }>
  | (HeadingNode & { readonly startsPage: boolean })
  | { readonly kind: 'table'; readonly table: DocumentTable; readonly fitted: FittedTable };

const MOST_OF_A_PAGE = 0.6;

/** Pages that follow each other in one orientation; each run begins on a new page. */
export interface PageSection {
  readonly part: 'cover' | 'body' | 'reviewNotes';
  readonly orientation: Orientation;
  readonly nodes: readonly PlacedNode[];
}

/** The page sections of a document, never an empty one. A table's heading goes to the page of its table. */
export function pageSections(document: ReportDocument): PageSection[] {
  return (['cover', 'body', 'reviewNotes'] as const).flatMap((part) => sectionsOf(part, document[part]));
}

function sectionsOf(part: PageSection['part'], nodes: readonly DocumentNode[]): PageSection[] {
  const sections: { part: PageSection['part']; orientation: Orientation; nodes: PlacedNode[] }[] = [];
  const placed = nodes.map((node, at) => place(node, nodes[at + 1]));
  placed.forEach((node, at) => {
    const orientation = orientationAt(placed, at);
    const current = sections.at(-1);
    if (current?.orientation === orientation) current.nodes.push(node);
    else sections.push({ part, orientation, nodes: [asFirst(node)] });
  });
  return sections;
}

/**
 * A table that takes most of a page begins on a new one, heading first: not every program keeps a table together with
 * its heading when it is only asked to. One that is longer than a page is torn anyway and begins where it stands.
 */
function place(node: DocumentNode, next: DocumentNode | undefined): PlacedNode {
  if (node.kind === 'table') return { ...node, fitted: fitTable(node.table) };
  if (node.kind !== 'heading') return node;
  return { ...node, startsPage: next?.kind === 'table' && fillsPage(fitTable(next.table)) };
}

/** The first node of a section stands on a new page anyway. */
function asFirst(node: PlacedNode): PlacedNode {
  return node.kind === 'heading' ? { ...node, startsPage: false } : node;
}

function fillsPage({ rowHeights, orientation, fitsOnePage }: FittedTable): boolean {
  if (!fitsOnePage) return false;
  const height = rowHeights.reduce((sum, row) => sum + row, 0);
  return height > MOST_OF_A_PAGE * textArea(orientation).height;
}

/** A heading or a note stands with the table that follows it; everything else upright. */
function orientationAt(nodes: readonly PlacedNode[], at: number): Orientation {
  const node = nodes[at]!;
  if (node.kind === 'table') return node.fitted.orientation;
  const leadsOn = node.kind === 'heading' || node.kind === 'note';
  return leadsOn && at + 1 < nodes.length ? orientationAt(nodes, at + 1) : 'portrait';
}
