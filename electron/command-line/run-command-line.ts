// The command line without a process around it: words in, text and an exit code out.

import { checkReports } from './check-reports';
import { bilingual, type Console, type ExitCode } from './console';
import { EXPORT_KINDS, exportReport } from './export-report';
import { parseArguments } from './parse-arguments';

const USAGE = `report check FILE… [--previous FILE] [--json]
  检查报告文件 / check report files
report export FILE --to ${EXPORT_KINDS.join('|')} --out PATH [--previous FILE] [--overwrite]
  导出一个报告 / export a report
0 没有错误 no errors · 1 有错误 errors · 2 读不了或没写成 unreadable or not written
`;

/** Runs one command. It never throws: a fault of the program itself is said in a sentence and ends with 2. */
export async function runCommandLine(words: readonly string[], console: Console): Promise<ExitCode> {
  try {
    const parsed = parseArguments(words);
    if (!parsed.ok) {
      if (words.includes('--json')) console.out('[]\n');
      console.notice(`${bilingual(parsed.fault)}\n\n${USAGE}`);
      return 2;
    }
    const { command } = parsed;
    switch (command.name) {
      case 'check':
        return await checkReports(command, console);
      case 'export':
        return await exportReport(command, console);
      case 'help':
        console.out(USAGE);
        return 0;
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.notice(`${bilingual({ chinese: '程序出错', english: 'internal error' })}: ${reason}\n`);
    return 2;
  }
}
