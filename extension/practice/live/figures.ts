export interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The value that so many per cent of all do not exceed: one of those that were measured. */
const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;

export function figuresOf(measured: readonly number[]): Figures {
  const sorted = measured.toSorted((one, other) => one - other);
  return { p50: percentile(sorted, 50), p95: percentile(sorted, 95), max: percentile(sorted, 100) };
}

export const sayFigures = ({ p50, p95, max }: Figures): string => `p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`;
