import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

export type PeriodDays = { key: string; from: string; to: string; opensOn?: string; dueOn?: string; closesOn?: string }

/** The facts hold no deadlines for the published quarters; those of the open one are the demo's own: it never closes, so that it can be tried out. */
export const kkk2Periods = {
  q2: { key: '2025-Q2', from: '2025-04-01', to: '2025-06-30' },
  q3: { key: '2025-Q3', from: '2025-07-01', to: '2025-09-30' },
  q4: {
    key: '2025-Q4',
    from: '2025-10-01',
    to: '2025-12-31',
    opensOn: '2025-12-15',
    dueOn: '2026-01-15',
  },
} as const satisfies Record<string, PeriodDays>

const day = (text: string | undefined) => (text === undefined ? null : new Date(text))

export function periodRows(periods: PeriodDays[], { organisationId, projectId, ids }: Place): Rows {
  return {
    reportingPeriod: periods.map((period) => ({
      id: ids('period', period.key),
      organisationId,
      projectId,
      key: period.key,
      from: new Date(period.from),
      to: new Date(period.to),
      opensOn: day(period.opensOn),
      dueOn: day(period.dueOn),
      closesOn: day(period.closesOn),
    })),
  }
}
