// Last year's figures in the cells: what is shown, what is said, and where it finds room.

import { describe, expect, it } from 'vitest';
import { looksOf, remarksOn, type CellLook } from '../../../renderer/grid/cell-marks';
import { lastYearLooks, type LastYearLook } from '../../../renderer/grid/last-year';
import { roomBeside } from '../../../renderer/grid/last-year-room';
import { layOutSheet } from '../../../renderer/grid/sheet-layout';
import { isTooNarrow, measureSheet, textWidth } from '../../../renderer/grid/sheet-metrics';
import { createReportStore } from '../../../renderer/store/report-store';
import { findCell, tablesOf } from '../../../shared/forms/compile-form';
import type { CellValue } from '../../../shared/report/cell-value';
import type { Report } from '../../../shared/report/report';
import { sampleReport } from '../../helpers/sample-reports';

const THRESHOLDS = { absolute: 20, rate: 0.5 };
const SMALL = { width: 984, height: 555 };

function opened(report: Report, previous?: Report) {
  const store = createReportStore();
  store.open({ id: 'one', report, previous });
  return store;
}

function lookAt(report: Report, previous: Report, address: string): LastYearLook | undefined {
  const looks = lastYearLooks(opened(report, previous).getSnapshot()!, THRESHOLDS);
  return looks.get(report.form.indexByAddress.get(address)!);
}

describe('上年的数', () => {
  const [in2020, in2021, in2022] = ['014', '015', '016'].map(sampleReport) as [Report, Report, Report];

  it('stands with its difference, the rate is said', () => {
    expect(lookAt(in2022, in2021, 'requests.newlyReceived.naturalPerson')).toEqual({
      text: '64 +7',
      swing: undefined,
      words: '上年 64，+7（+10.9%）',
    });
    expect(lookAt(in2022, in2021, 'requests.newlyReceived.commercialEnterprise')).toMatchObject({
      text: '0 +3',
      words: '上年 0，+3',
    });
    expect(lookAt(in2022, in2021, 'requests.refused.stateSecret.total')).toMatchObject({
      text: '0',
      words: '上年 0，没有变化',
    });
  });

  it('has an arrow for a change that reaches both thresholds, amounts to the last digit', () => {
    expect(lookAt(in2022, in2021, 'proactive.licensing.decisionsThisYear')).toEqual({
      text: '2,293 ▲8,397',
      swing: 'rise',
      words: '上年 2,293，+8,397（+366.2%），变化较大',
    });
    expect(lookAt(in2022, in2021, 'proactive.administrativeFees.feesCollected')).toMatchObject({
      text: '24,252.311082 ▼15,135.951082',
      swing: 'fall',
    });
  });

  it('is a dash where it was blank and says 口径不同 with the reason across the layouts', () => {
    expect(lookAt(in2021, in2020, 'proactive.licensing.decisionsThisYear')).toMatchObject({
      text: '—',
      words: '上年未填',
    });
    expect(lookAt(in2021, in2020, 'requests.otherHandling.other.naturalPerson')).toEqual({
      text: '口径不同',
      swing: undefined,
      words: '口径不同：2019 版（六）不分项，三项合计可比。各项合计：上年 4，今年 1，增减 −3',
    });
    expect(lookAt(in2020, in2021, 'requests.otherHandling.naturalPerson')).toMatchObject({ text: '1 +3' });
  });

  it('follows what is being typed, totals too', () => {
    const store = opened(in2022, in2021);
    const cell = findCell(in2022.form, 'requests.newlyReceived.naturalPerson')!;
    store.setPending({ address: cell.address, value: 164 });
    const looks = lastYearLooks(store.getSnapshot()!, THRESHOLDS);
    const total = findCell(in2022.form, 'requests.newlyReceived.total')!;
    expect([looks.get(cell.index)?.text, looks.get(total.index)?.text]).toEqual(['64 ▲100', '70 ▲97']);
  });

  it('is nothing without last year', () => {
    expect(lastYearLooks(opened(in2022).getSnapshot()!, THRESHOLDS).size).toBe(0);
  });
});

describe('上年结转', () => {
  it('says at each cell which row of which year it was taken from, and stops when the figure differs', () => {
    const [report, previous] = [sampleReport('016'), sampleReport('015')];
    const store = opened(report, previous);
    const cell = findCell(report.form, 'requests.carriedOverFromLastYear.naturalPerson')!;
    const remark = (): string | undefined => remarksOn(looksOf(store.getSnapshot()!, [cell])[0]!);
    expect(remark()).toBe('取自 2021 年报告“四、结转下年度继续办理”');
    store.dispatch([{ kind: 'value', address: cell.address, value: 2 }], '填写');
    expect(remark()).toBeUndefined();
  });
});

describe('两年并排的大小', () => {
  const { form } = sampleReport('016');
  const requests = layOutSheet(form, tablesOf(form.definition)[1]!);
  const besides = (wide: number): readonly number[] => [wide, 2, 2, 2, 2, 2, wide];

  it('puts both years beside each other in a small screen without another row height', () => {
    const plain = measureSheet(requests, SMALL);
    const both = measureSheet(requests, SMALL, 1, besides(6));
    expect(both).toMatchObject({ lastYear: 'beside', rowHeight: plain.rowHeight, height: plain.height });
    expect(both.width).toBeLessThanOrEqual(SMALL.width);
    expect(both.figureWidths[0]).toBeGreaterThan(6 * both.fontSize);
  });

  it('puts last year below in a large window, the whole table still in view', () => {
    const both = measureSheet(requests, { width: 1538, height: 880 }, 1, besides(6));
    expect(both.lastYear).toBe('below');
    expect(both.height).toBeLessThanOrEqual(880);
  });

  it('lets the rows grow where the columns cannot', () => {
    const both = measureSheet(requests, SMALL, 1, besides(14));
    expect(both.lastYear).toBe('below');
    expect(both.height).toBeGreaterThan(SMALL.height);
    expect(both.rowHeight).toBeGreaterThanOrEqual(28);
  });

  it('keeps the columns while figures are typed, until they are too narrow', () => {
    const both = measureSheet(requests, SMALL, 1, besides(4));
    expect(isTooNarrow(both, besides(4))).toBe(false);
    expect(isTooNarrow(both, besides(12))).toBe(true);
  });

  it('keeps room in a blank cell for a figure like last year’s', () => {
    const cell = (text: string, lastYear: string): { look: CellLook; column: number } => ({
      look: {
        text,
        mark: undefined,
        declared: undefined,
        isReadOnly: false,
        carried: undefined,
        lastYear: { text: lastYear, swing: undefined, words: '' },
      },
      column: 0,
    });
    const room = (text: string, lastYear: string): number => roomBeside([cell(text, lastYear)], 1)[0]!;
    expect(room('', '640')).toBeGreaterThanOrEqual(textWidth('640') * 2);
    expect(room('', '640')).toBeGreaterThan(room('7', '6 +1' satisfies CellValue));
  });
});
