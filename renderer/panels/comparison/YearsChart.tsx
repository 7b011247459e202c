// One line of the comparison over all kept years, as a small line chart; years without a comparable figure are gaps.

import type { ComparedLine } from '../../../shared/compare/compare-reports';
import { DIFFERENT_MEANING } from '../../../shared/compare/compare-reports';
import { lineColumn, lineName } from '../../../shared/compare/format-comparison';
import { seriesOf, type YearFigure } from '../../../shared/compare/report-series';
import { formatGrouped } from '../../../shared/report/format-cell-value';
import type { Report } from '../../../shared/report/report';

interface YearsChartProps {
  readonly line: ComparedLine;
  readonly years: readonly Report[];
}

const WIDTH = 560;
const HEIGHT = 108;
const MARGIN = { side: 46, top: 22, bottom: 22 } as const;

export function YearsChart({ line, years }: YearsChartProps) {
  const series = seriesOf(years, line.key);
  const figures = series.map(numberOf);
  const known = figures.filter((figure) => figure !== undefined);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = (WIDTH - 2 * MARGIN.side) / Math.max(1, series.length - 1);
  const x = (at: number): number => MARGIN.side + at * step;
  const y = (figure: number): number =>
    HEIGHT - MARGIN.bottom - ((figure - least) / (most - least || 1)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const name = `${lineName(line)}，${lineColumn(line)}`;
  return (
    <figure className="years-chart">
      <figcaption>{name}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name}：${describe(series)}`}>
        <line className="axis" x1={MARGIN.side - 20} x2={WIDTH - MARGIN.side + 20} y1={y(0)} y2={y(0)} />
        {pathsOf(figures, x, y).map((path) => (
          <path key={path} className="course" d={path} />
        ))}
        {series.map((one, at) => {
          const figure = figures[at];
          return (
            <g key={one.year}>
              <text className="year" x={x(at)} y={HEIGHT - 5}>
                {one.year}
              </text>
              {figure === undefined ? (
                <text className="gap" x={x(at)} y={y(0) - 6}>
                  {gapWords(one)}
                </text>
              ) : (
                <>
                  <circle cx={x(at)} cy={y(figure)} r={3.5} />
                  <text className="value" x={x(at)} y={y(figure) - 8}>
                    {formatGrouped(one.value)}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function numberOf({ value }: YearFigure): number | undefined {
  const figure = value === null || value === '/' ? Number.NaN : Number(value);
  return Number.isNaN(figure) ? undefined : figure;
}

/** One path for each run of neighbouring years that have a figure. */
function pathsOf(
  figures: readonly (number | undefined)[],
  x: (at: number) => number,
  y: (figure: number) => number,
): string[] {
  const paths: string[] = [];
  let path = '';
  figures.forEach((figure, at) => {
    if (figure === undefined) {
      if (path !== '') paths.push(path);
      path = '';
    } else path += `${path === '' ? 'M' : 'L'}${x(at).toFixed(1)} ${y(figure).toFixed(1)}`;
  });
  return path === '' ? paths : [...paths, path];
}

/** Why a year has no point. */
function gapWords({ value, gap }: YearFigure): string {
  if (gap === 'missing') return '没有报告';
  if (gap === 'different') return DIFFERENT_MEANING;
  return value === null ? '未填' : '不适用';
}

function describe(series: readonly YearFigure[]): string {
  return series
    .map((one) => `${one.year} 年 ${numberOf(one) === undefined ? gapWords(one) : formatGrouped(one.value)}`)
    .join('，');
}
