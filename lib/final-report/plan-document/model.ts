import type { EditionRow } from '@/lib/final-report/editions/model'
import type { FinalReport } from '@/lib/final-report/model'

/** The plan as a document with its versions, the newest first. */
export type PlanDocument = { report: FinalReport; editions: EditionRow[] }

/** Two versions that are compared; null is the plan as it is now. */
export type Compared = { from: number; to: number | null }

type Given = Readonly<Record<string, string | string[] | undefined>>

/** `?from=1&to=2`: what is compared. Without a choice the newest version with the plan as it is now; null without any version. */
export function readCompared(given: Given, editions: readonly Pick<EditionRow, 'number'>[]): Compared | null {
  const newest = editions[0]?.number
  if (newest === undefined) return null
  const known = (text: string | string[] | undefined) => editions.find(({ number }) => String(number) === text)?.number
  const from = known(given.from) ?? newest
  const to = known(given.to) ?? null
  return { from, to }
}

/** The same as the end of an address. */
export function comparedQuery({ from, to }: Compared): string {
  return `?from=${from}${to === null ? '' : `&to=${to}`}`
}

/** What of the plan is made into a file: as it is now, one version of it, or two with the changes between them. */
export type Wanted = { edition: number | null; compared: Compared | null }

/** `?edition=2`, `?from=1&to=2`, or nothing: what a file is asked of; null when a number is none. */
export function readWanted(query: URLSearchParams): Wanted | null {
  const [edition, from, to] = ['edition', 'from', 'to'].map((name) => query.get(name))
  const told = [edition, from, to].filter((one) => one !== null && one !== undefined)
  if (told.some((one) => !/^[1-9]\d{0,4}$/.test(one))) return null
  const number = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))
  const first = number(from)
  return { edition: number(edition), compared: first === null ? null : { from: first, to: number(to) } }
}
