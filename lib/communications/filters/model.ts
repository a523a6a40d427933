import type { CommunicationEntry, CommunicationItemRow } from '@/lib/communications/model'

/** What the plan and the log show; lives in the address of the page. */
export type CommunicationFilter = {
  /** Key of a period; empty shows all */
  period: string
  /** Rows with nothing done yet, or with something done */
  state: '' | 'planned' | 'done'
  role: string
  text: string
}

export type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; what is not on offer is left out. */
export function readCommunicationFilter(given: Given): CommunicationFilter {
  const one = (name: string) => [given[name] ?? []].flat()[0]?.trim().slice(0, 200) ?? ''
  const state = one('state')
  return {
    period: /^[\w-]{1,20}$/.test(one('period')) ? one('period') : '',
    state: state === 'planned' || state === 'done' ? state : '',
    role: one('role'),
    text: one('text'),
  }
}

/** The query part of the address of a filter, empty for the plain one. Round trip with `readCommunicationFilter`. */
export function communicationQuery(filter: CommunicationFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Rows that the filter lets through. A row without a period belongs to every one, and so does what happened in another. */
export function filterRows(
  rows: readonly CommunicationEntry[],
  filter: CommunicationFilter,
  periodId: string | null,
): CommunicationEntry[] {
  const text = filter.text.toLowerCase()
  return rows.filter(
    (row) =>
      (filter.period === '' ||
        row.periodId === null ||
        row.periodId === periodId ||
        row.items.some((item) => item.periodId !== null && item.periodId === periodId)) &&
      (filter.state === '' || isDone(row) === (filter.state === 'done')) &&
      (filter.role === '' || row.responsibleRole === filter.role) &&
      (text === '' || textsIn(row).some((part) => part.toLowerCase().includes(text))),
  )
}

/** Whether anything has been done of the row. */
export function isDone({ items }: Pick<CommunicationEntry, 'items'>): boolean {
  return items.some(({ kind }) => kind === 'done')
}

function textsIn({ topic, aim, audience, channels, items }: CommunicationEntry): string[] {
  return [topic, aim ?? '', audience ?? '', ...channels, ...items.map((item) => item.text)]
}

export type LogRow = { row: CommunicationEntry; item: CommunicationItemRow }

/** What has been done, the newest first; what has no day comes last, in the order of the plan. */
export function logOf(
  rows: readonly CommunicationEntry[],
  filter: Pick<CommunicationFilter, 'period'>,
  periodId: string | null,
): LogRow[] {
  const done = rows.flatMap((row) =>
    row.items
      .filter(({ kind }) => kind === 'done')
      .filter((item) => {
        const at = item.periodId ?? row.periodId
        return filter.period === '' || at === null || at === periodId
      })
      .map((item) => ({ row, item })),
  )
  return done.sort((a, b) => (b.item.happenedOn ?? '').localeCompare(a.item.happenedOn ?? ''))
}
