// What a test run comes to: nothing that did not run may look like success.

import { describe, expect, it } from 'vitest';
import { countOutcome } from './test-outcome';

const good = { numPassedTests: 9, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('the outcome of a test run', () => {
  it('is what passed and what failed', () => {
    expect(countOutcome(good, 0, 0, true)).toEqual({ passed: 9, failed: 0, remarks: [] });
    expect(countOutcome({ ...good, numFailedTests: 2 }, 1, 0, true)).toEqual({
      passed: 9,
      failed: 2,
      remarks: [],
    });
  });
  it('is a failure when the run broke down, or a file did not load', () => {
    expect(countOutcome(undefined, 1, 0, false)).toMatchObject({ passed: 0, failed: 1 });
    expect(countOutcome(undefined, 0, 0, false)).toMatchObject({ failed: 1 });
    expect(countOutcome(good, 1, 0, false)).toMatchObject({ passed: 9, failed: 1 });
  });
  it('is a failure when nothing ran', () => {
    expect(countOutcome({ ...good, numPassedTests: 0 }, 0, 0, false)).toMatchObject({ failed: 1 });
  });
  it('counts skipped tests as failures on continuous integration, and only mentions them elsewhere', () => {
    const skipping = { ...good, numPendingTests: 1, numTodoTests: 1 };
    expect(countOutcome(skipping, 0, 0, true)).toMatchObject({ passed: 9, failed: 2 });
    expect(countOutcome(skipping, 0, 0, false)).toEqual({
      passed: 9,
      failed: 0,
      remarks: [expect.stringMatching(/跳过了 2 个测试.*2 tests were skipped/)],
    });
  });
  it('counts each window that could not be opened', () => {
    expect(countOutcome(good, 0, 2, true)).toMatchObject({ failed: 2 });
  });
});
