// The kinds of files the application writes and opens: extension, name in the native dialog, media type. What
// stands inside such a file is known to shared/formats.

export interface FileKind {
  /** Without the dot. */
  readonly extension: string;
  /** The name in the dialog's list of types. */
  readonly label: string;
  readonly mediaType: string;
}

export const FILE_KINDS = {
  report: { extension: 'nianbao', label: '年报文件', mediaType: 'application/json' },
  docx: {
    extension: 'docx',
    label: 'Word 文档',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { extension: 'pdf', label: 'PDF 文档', mediaType: 'application/pdf' },
  'html-body': { extension: 'html', label: '网页正文', mediaType: 'text/html' },
  'word-html': { extension: 'doc', label: 'Word 网页', mediaType: 'application/msword' },
  xlsx: {
    extension: 'xlsx',
    label: 'Excel 工作簿',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  xls: { extension: 'xls', label: 'Excel 97-2003 工作簿', mediaType: 'application/vnd.ms-excel' },
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindName = keyof typeof FILE_KINDS;

/** Is this one of our kinds? Property names of every object (`constructor`) are not. */
export function isFileKindName(value: unknown): value is FileKindName {
  return typeof value === 'string' && Object.hasOwn(FILE_KINDS, value);
}

/**
 * The largest file that is opened or written, in bytes: 128 MiB, thousands of reports with their revisions. One limit
 * for both, so that nothing is written that cannot be opened again.
 */
export const LARGEST_FILE_BYTES = 128 * 1024 * 1024;
