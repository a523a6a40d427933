import type { LossReport } from './check'

/** One line per kind of leaf, so that a run shows how much it looked at. */
export function printReport(name: string, report: LossReport): void {
  const lines = [
    `${name}: ${report.walked} leaves walked, ${report.found} found again`,
    ...Object.entries(report.normalised).map(([reason, count]) => `  ${count} ${reason}`),
    ...report.lost.slice(0, 50).map((line) => `  LOST ${line}`),
    ...report.invented.slice(0, 50).map((line) => `  INVENTED ${line}`),
  ]
  console.log(lines.join('\n'))
}
