import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type Change, changesBetween } from '@/lib/finance/treasury/files/changes/model'
import { documentOf, documentText, type TreasuryFileRow } from '@/lib/finance/treasury/files/model'
import { readDocument, type TreasuryDocument } from '@/lib/finance/treasury/files/schema'
import { monthChoices, type Treasury } from '@/lib/finance/treasury/model'
import { visibleTo } from '@/lib/finance/treasury/permissions'
import { readWithBirths } from '@/lib/finance/treasury/queries'
import { dayText } from '@/lib/platform/columns'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'

/** Files that were made for the State Treasury, newest first. */
export function listFiles(viewer: Viewer, projectId: string): Promise<TreasuryFileRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.treasuryFile.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
      select: { id: true, month: true, sha256: true, madeAt: true, madeBy: { select: { name: true } } },
    })
    return rows.map(({ month, madeAt, madeBy, ...row }) => ({
      ...row,
      month: dayText(month).slice(0, 7),
      madeAt: madeAt.toISOString(),
      madeBy: madeBy?.name ?? null,
    }))
  })
}

/** What the file of a month would hold now, with its text and fingerprint. */
export type Drafted = { treasury: Treasury; document: TreasuryDocument; text: string; sha256: string }

/**
 * The file of a month as it would be now; null for those who may not keep it. Days of birth are in it: only files/commands
 * hands them out, after recording it.
 */
export async function draftFile(viewer: Viewer, project: ProjectHeader, month: string): Promise<Drafted | null> {
  const read = await readWithBirths(viewer, project.id)
  return read && drafted(read, project, month)
}

type Read = NonNullable<Awaited<ReturnType<typeof readWithBirths>>>

function drafted(read: Read, project: ProjectHeader, month: string): Drafted {
  // The file is for a Finnish authority, whatever the language of the person who makes it.
  const t = words('fi')
  const readme = [t('treasury.readme.what'), t('treasury.readme.form'), t('treasury.readme.time')]
  const document = documentOf({ ...read, month, project, readme })
  const text = documentText(document)
  return { treasury: read.treasury, document, text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** How the newest file of the month stands against the data of now: the same, or what has changed. */
export type Standing = { file: string; same: boolean; changes: Change[] }

/** `standing` is null when no file of the month was made. */
export type MonthView = {
  month: string
  months: string[]
  treasury: Treasury
  files: TreasuryFileRow[]
  standing: Standing | null
}

/**
 * What the page of a month's file shows, of the asked month or else of the one before this; null for those who may not keep
 * it. Days of birth are compared and not handed out.
 */
export function readMonthView(
  viewer: Viewer,
  project: ProjectHeader,
  { asked, today }: { asked: string | undefined; today: string },
): Promise<MonthView | null> {
  return asViewer(viewer, async (tx) => {
    const read = await readWithBirths(viewer, project.id)
    if (!read) return null
    const paid = read.treasury.items.flatMap(({ payments }) => payments.map(({ paidOn }) => paidOn))
    const months = monthChoices(today, [...project.periods.map(({ from }) => from), ...paid])
    const month = months.find((one) => one === asked) ?? months[1] ?? today.slice(0, 7)
    const { treasury, document, sha256 } = drafted(read, project, month)
    const files = await listFiles(viewer, project.id)
    const newest = files.find((file) => file.month === month)
    const view = { month, months, treasury, files }
    if (!newest) return { ...view, standing: null }
    const same = newest.sha256 === sha256
    const own = { id: newest.id, projectId: project.id, ...visibleTo(viewer) }
    const kept = same ? null : await tx.treasuryFile.findFirst({ where: own, select: { content: true } })
    const before = kept && readDocument(kept.content)
    return { ...view, standing: { file: newest.id, same, changes: before ? changesBetween(before, document) : [] } }
  })
}
