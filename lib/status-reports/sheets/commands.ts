import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { type FigureRow, pathOf, type SheetChange } from '@/lib/status-reports/sheets/model'
import { findFigureRows, findSheet, type SheetPlace } from '@/lib/status-reports/sheets/queries'
import type { ReadForm } from '@/lib/status-reports/sheets/reading/model'
import type { RemoveSheet, TakeSheet } from '@/lib/status-reports/sheets/schema'
import { fail, ok, type Result } from '@/lib/values/result'

export type SheetReason = 'NOT_FOUND' | 'NOT_ALLOWED'
export type TakeReason = SheetReason | 'TAKEN' | 'PROBLEMS' | 'CHANGED'

type Place = { projectId: string; organisationId: string; periodId: string; right: string; place: SheetPlace }

/** The period of a project in which the viewer reports. Reasons: NOT_FOUND, NOT_ALLOWED. */
async function placeOf(viewer: Viewer, tx: Tx, project: string, period: string): Promise<Result<Place, SheetReason>> {
  const row = await tx.reportingPeriod.findFirst({
    where: { key: period, project: { key: project } },
    select: { id: true, projectId: true, project: { select: { organisationId: true } } },
  })
  if (!row || !rightTo(viewer, 'report.read', row.projectId)) return fail('NOT_FOUND')
  const right = rightTo(viewer, 'report.write', row.projectId)
  if (!right) return fail('NOT_ALLOWED')
  const place = { projectId: row.projectId, periodKey: period }
  return ok({ projectId: row.projectId, organisationId: row.project.organisationId, periodId: row.id, right, place })
}

type At = { project: string; period: string }
/** Makes the file of the rows; called outside the database's transaction. */
export type FormDrawer = (rows: readonly FigureRow[]) => Promise<Uint8Array>

/**
 * The form of the indicators that the viewer can fill in, of one unit or of all. Handed over only after the audit row with its
 * hash has been written. Reasons: NOT_FOUND (no such period, or nothing to fill in there), NOT_ALLOWED.
 */
export async function makeForm(
  viewer: Viewer,
  { project, period, unitId }: At & { unitId: string | null },
  draw: FormDrawer,
): Promise<Result<{ bytes: Uint8Array; name: string }, SheetReason>> {
  const here = await asViewer(viewer, async (tx) => {
    const found = await placeOf(viewer, tx, project, period)
    return found.ok ? ok({ ...found.value, rows: await findFigureRows(viewer, found.value.place) }) : found
  })
  if (!here.ok) return here
  const rows = (here.value.rows ?? []).filter((row) => unitId === null || row.unitId === unitId)
  if (rows.length === 0) return fail('NOT_FOUND')
  const bytes = await draw(rows)
  const name = `${project}-${period}-mittarit.xlsx`
  const { right, projectId, organisationId } = here.value
  const data = { period, name, rows: rows.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  const subject = { subjectType: 'project', subjectId: projectId, organisationId }
  await asViewer(viewer, (tx) => recordAudit(tx, viewer, { action: 'figure_sheet.made', right, ...subject, data }))
  return ok({ bytes, name })
}

type Sent = At & { name: string; bytes: Uint8Array<ArrayBuffer>; read: ReadForm }

/**
 * Keeps a filled-in form that has been read, with what is wrong with it when it cannot be taken, so that it can be looked at.
 * Nothing of the reports is changed. Reasons: NOT_FOUND, NOT_ALLOWED.
 */
export function keepSheet(viewer: Viewer, sent: Sent): Promise<Result<{ id: string }, SheetReason>> {
  return asViewer(viewer, async (tx) => {
    const here = await placeOf(viewer, tx, sent.project, sent.period)
    if (!here.ok) return here
    const { organisationId, projectId, periodId, right } = here.value
    const file = await keepFile(viewer, { organisationId, name: sent.name, bytes: sent.bytes, mediaType })
    if (!file.ok) throw new Error(`a file that was read could not be kept: ${file.reason}`)
    const { fileId } = file.value
    const { id } = await tx.figureSheet.create({
      data: {
        organisationId,
        projectId,
        periodId,
        fileId,
        content: sent.read,
        createdById: viewer.userId,
        createdAt: now(),
      },
      select: { id: true },
    })
    const found = sent.read.ok ? { rows: sent.read.rows.length } : { problems: sent.read.problems.length }
    const subject = { subjectType: 'figure_sheet', subjectId: id, organisationId }
    await recordAudit(tx, viewer, { action: 'figure_sheet.read', right, ...subject, data: { file: fileId, ...found } })
    return ok({ id })
  })
}

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Fingerprint of the changes that a person has looked at: taken are these and no others. */
export function markOf(changes: readonly SheetChange[]): string {
  const said = changes.map(({ row, field, after, version }) => [row.key, field, after, version])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/**
 * Takes a read form into the reports: every change or none. Reasons: NOT_FOUND, NOT_ALLOWED, TAKEN, PROBLEMS (some of its
 * cells cannot be taken), CHANGED (the reports are not as the person saw them).
 */
export function takeSheet(
  viewer: Viewer,
  { project, period, id, seen }: TakeSheet,
): Promise<Result<{ count: number }, TakeReason>> {
  return asViewer(
    viewer,
    async (tx) => {
      const here = await placeOf(viewer, tx, project, period)
      if (!here.ok) return here
      // Two that take at once wait for each other here.
      await tx.$queryRaw`SELECT id FROM "FigureSheet" WHERE id = ${id}::uuid FOR UPDATE`
      const sheet = await findSheet(viewer, here.value.place, id)
      if (!sheet) return fail('NOT_FOUND')
      if (sheet.taken) return fail('TAKEN')
      if (!sheet.outcome || sheet.outcome.problems.length > 0) return fail('PROBLEMS')
      const { changes } = sheet.outcome
      if (markOf(changes) !== seen) return fail('CHANGED')
      await saveAll(viewer, changes)
      await tx.figureSheet.update({ where: { id }, data: { takenAt: now(), fieldCount: changes.length } })
      const { right, organisationId } = here.value
      const subject = { subjectType: 'figure_sheet', subjectId: id, organisationId }
      await recordAudit(tx, viewer, {
        action: 'figure_sheet.taken',
        right,
        ...subject,
        data: { fields: changes.length },
      })
      return ok({ count: changes.length })
    },
    { seconds: 60 },
  )
}

/** @throws when a report takes a change no more: then none of them is kept */
async function saveAll(viewer: Viewer, changes: readonly SheetChange[]): Promise<void> {
  const byReport = Map.groupBy(changes, ({ row }) => row.reportId)
  for (const [reportId, own] of byReport) {
    const fields = own.map(({ row, field, after, version }) => ({ path: pathOf(row, field), text: after, version }))
    const saved = await saveFields(viewer, { reportId, fields })
    const refused = saved.ok ? saved.value.fields.find((one) => !one.ok) : saved
    if (refused) throw new Error(`report ${reportId} refused a change that was looked at: ${JSON.stringify(refused)}`)
  }
}

/** Lets a read form go that was not taken; its file stays among the county's. Reasons: NOT_FOUND, NOT_ALLOWED, TAKEN. */
export function removeSheet(
  viewer: Viewer,
  { project, period, id }: RemoveSheet,
): Promise<Result<null, SheetReason | 'TAKEN'>> {
  return asViewer(viewer, async (tx) => {
    const here = await placeOf(viewer, tx, project, period)
    if (!here.ok) return here
    const sheet = await findSheet(viewer, here.value.place, id)
    if (!sheet) return fail('NOT_FOUND')
    if (sheet.taken) return fail('TAKEN')
    await tx.figureSheet.delete({ where: { id } })
    const { right, organisationId } = here.value
    const subject = { subjectType: 'figure_sheet', subjectId: id, organisationId }
    await recordAudit(tx, viewer, { action: 'figure_sheet.removed', right, ...subject, data: { name: sheet.name } })
    return ok(null)
  })
}
