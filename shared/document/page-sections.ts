// Groups a document's nodes into runs of pages of one orientation, with every table fitted to its page.

import type { DocumentNode, DocumentTable, ReportDocument } from './document-tree';
import { fitTable, type FittedTable } from './fit-table';
import type { Orientation } from './page-geometry';

/** A node as it is printed: a table with its measures, anything else as it is. */
export type PlacedNode =
  | Exclude<DocumentNode, { kind: 'table' }>
  | { readonly kind: 'table'; readonly table: DocumentTable; readonly fitted: FittedTable };

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
  const placed = nodes.map(place);
  placed.forEach((node, at) => {
    const orientation = orientationAt(placed, at);
    const current = sections.at(-1);
    if (current?.orientation === orientation) current.nodes.push(node);
    else sections.push({ part, orientation, nodes: [node] });
  });
  return sections;
}

function place(node: DocumentNode): PlacedNode {
  return node.kind === 'table' ? { ...node, fitted: fitTable(node.table) } : node;
}

/** A heading or a note stands with the table that follows it; everything else upright. */
function orientationAt(nodes: readonly PlacedNode[], at: number): Orientation {
  const node = nodes[at]!;
  if (node.kind === 'table') return node.fitted.orientation;
  const leadsOn = node.kind === 'heading' || node.kind === 'note';
  return leadsOn && at + 1 < nodes.length ? orientationAt(nodes, at + 1) : 'portrait';
}
