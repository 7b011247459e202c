// Counts what a test run came to: a run that broke down, a file that did not load and, on continuous integration, a
// skipped test or a missing window are failures, not silence.

/** The fields of Vitest's JSON report that are counted. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly remarks: readonly string[];
}

/** The outcome of a run; `report` is undefined when it broke down, `missing` counts windows that did not open. */
export function countOutcome(
  report: TestReport | undefined,
  exitCode: number,
  missing: number,
  isContinuousIntegration: boolean,
): Outcome {
  const remarks: string[] = [];
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  let failed = (report?.numFailedTests ?? 0) + missing;
  if (skipped > 0) remarks.push(`跳过了 ${String(skipped)} 个测试 / ${String(skipped)} tests were skipped.`);
  if (isContinuousIntegration) failed += skipped;
  if (failed === 0 && (exitCode !== 0 || report === undefined)) {
    remarks.push('测试没有正常结束 / The test run did not end well.');
    failed = 1;
  }
  if (failed === 0 && report?.numPassedTests === 0) {
    remarks.push('没有运行任何测试 / No test ran.');
    failed = 1;
  }
  return { passed: report?.numPassedTests ?? 0, failed, remarks };
}
