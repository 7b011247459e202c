// Where the command line speaks, and how: every sentence in Chinese and in English.

export interface Console {
  /** Results, on stdout. */
  readonly out: (text: string) => void;
  /** Everything else, on stderr. */
  readonly notice: (text: string) => void;
  /** The folder against which relative paths are resolved. */
  readonly folder: string;
  /** Where programs are looked for. */
  readonly environment: NodeJS.ProcessEnv;
  /** An Electron of this machine and the folder of the application that prints a page in it. */
  readonly electron?: { readonly executable: string; readonly pagePrinter: string } | undefined;
}

/** 0 no errors · 1 errors in a report · 2 nothing could be read or written. A run ends with the worst of its files. */
export type ExitCode = 0 | 1 | 2;

/** A sentence in both languages. */
export interface Sentence {
  readonly chinese: string;
  readonly english: string;
}

/** “中文 / English”, as the contract has it. */
export function bilingual({ chinese, english }: Sentence): string {
  return `${chinese} / ${english}`;
}

/** The reason of a failed call to the file system, in both languages. */
export function fileFailure(error: unknown): Sentence {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, Sentence>> = {
    ENOENT: { chinese: '找不到这个文件或文件夹。', english: 'There is no such file or folder.' },
    ENOTDIR: { chinese: '路径里有一段不是文件夹。', english: 'A part of the path is not a folder.' },
    EISDIR: { chinese: '这是文件夹，不是文件。', english: 'This is a folder, not a file.' },
    EACCES: { chinese: '没有读写权限。', english: 'Permission was denied.' },
    EPERM: { chinese: '没有读写权限。', english: 'Permission was denied.' },
    EBUSY: { chinese: '文件正被其他程序占用。', english: 'The file is in use by another program.' },
    ENOSPC: { chinese: '磁盘已满。', english: 'The disk is full.' },
    EROFS: { chinese: '磁盘是只读的。', english: 'The disk is read-only.' },
    ENAMETOOLONG: { chinese: '路径太长。', english: 'The path is too long.' },
  };
  const reason = error instanceof Error ? error.message : String(error);
  return known[code] ?? { chinese: `系统报告：${reason}。`, english: `The system says: ${reason}.` };
}
