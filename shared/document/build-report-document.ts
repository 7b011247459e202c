// Builds the finished report: title, six sections with their fixed titles in order, tables in their places. Rows and
// columns are those of the official form and no others.

import { sectionTitle } from '../forms/compile-form';
import type { SectionDefinition } from '../forms/form-definition';
import type { Evaluation } from '../engine/evaluate-report';
import type { Report } from '../report/report';
import { buildCover } from './build-cover';
import { buildFormTable } from './build-form-table';
import { buildReviewNotes } from './build-review-notes';
import { formatDate } from './dates';
import type { DocumentNode, ReportDocument } from './document-tree';
import { POINTS_PER_MILLIMETRE, textArea, TYPE_SIZE } from './page-geometry';
import { textWidth } from './text-width';
import { isSubheading, paragraphsOf, runsOf } from './narrative-paragraphs';

/** The mark of a report that was exported with errors, on its first page and in its file name. */
export const FAILED_MARK = '未通过校验';

export interface ReportDocumentOptions {
  /** Put the cover with the signatories in front. */
  readonly cover?: boolean;
  /** Put the 审核说明 behind. */
  readonly reviewNotes?: boolean;
  /** The ISO date of 定稿, when the report is final; printed below it. */
  readonly finalisedOn?: string;
}

/** The document of a report. An empty section keeps its title and one empty paragraph; nothing is made up for it. */
export function buildReportDocument(
  evaluation: Evaluation,
  options: ReportDocumentOptions = {},
): ReportDocument {
  const { report } = evaluation;
  const mark = failedMark(evaluation);
  const withMark = (nodes: readonly DocumentNode[]): readonly DocumentNode[] =>
    mark ? [{ kind: 'notice', text: mark }, ...nodes] : nodes;
  const cover = options.cover ? buildCover(report, options.finalisedOn) : [];
  const body: DocumentNode[] = [
    titleOf(report),
    ...report.form.definition.sections.flatMap((section) => buildSection(evaluation, section)),
    ...signature(report, options.finalisedOn),
  ];
  return {
    properties: {
      title: reportTitle(report),
      organisation: report.organisation,
      subject: report.form.definition.officialTitle,
      keywords: `${report.year}`,
    },
    cover: cover.length > 0 ? withMark(cover) : [],
    body: cover.length > 0 ? body : withMark(body),
    reviewNotes: options.reviewNotes ? buildReviewNotes(evaluation) : [],
  };
}

/** “某某局2021年政府信息公开工作年度报告”; a roll-up says so in front of nothing official, but in the file name. */
export function reportTitle(report: Report): string {
  return `${report.organisation}${report.year}年${report.form.definition.officialTitle}`;
}

/** A title too long for one line is broken behind the organ's name, not in the middle of a word. */
function titleOf(report: Report): DocumentNode {
  const text = reportTitle(report);
  const { organisation } = report;
  const fits = textWidth(text) * TYPE_SIZE.title <= textArea('portrait').width * POINTS_PER_MILLIMETRE;
  return { kind: 'title', text, lines: fits ? [text] : [organisation, text.slice(organisation.length)] };
}

/** “未通过校验：有 2 处错误” when errors are open, explained ones aside; else undefined. */
export function failedMark(evaluation: Evaluation): string | undefined {
  const { errors } = evaluation.counts;
  return errors > 0 ? `${FAILED_MARK}：有 ${errors} 处错误，不得定稿上报` : undefined;
}

function buildSection(evaluation: Evaluation, section: SectionDefinition): DocumentNode[] {
  const heading: DocumentNode = {
    kind: 'heading',
    level: 1,
    text: sectionTitle(section),
    section: section.key,
  };
  if (section.kind === 'table')
    return [heading, { kind: 'table', table: buildFormTable(evaluation, section) }];
  const paragraphs = paragraphsOf(evaluation.report.narrative[section.key] ?? '');
  return [
    heading,
    ...(paragraphs.length > 0 ? paragraphs : ['']).map((text) => paragraph(text, section.key)),
  ];
}

/** A paragraph of the narrative; one that is only “（一）…” is a heading, so that it stands in the outline. */
function paragraph(text: string, section: string): DocumentNode {
  if (isSubheading(text)) return { kind: 'heading', level: 2, text, section };
  return { kind: 'paragraph', runs: runsOf(text), section };
}

/** A final report carries its organ and date at the end, as official documents do. */
function signature(report: Report, finalisedOn: string | undefined): DocumentNode[] {
  if (finalisedOn === undefined) return [];
  return [
    { kind: 'space', lines: 1 },
    { kind: 'signature', text: report.organisation },
    { kind: 'signature', text: formatDate(finalisedOn) },
  ];
}
