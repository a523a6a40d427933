import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { type Address, cleanText, isOpen, longestFieldText, readPath } from '@/lib/status-reports/fields/model'
import type { SentField } from '@/lib/status-reports/fields/schema'
import { isSubjectOfUnit, type StoredField, storedFields } from '@/lib/status-reports/fields/stored/queries'
import { isWritable } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import { moveReport } from '@/lib/status-reports/standing/commands'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/** What became of one sent field. A refused text is never written over what stands. */
export type FieldOutcome =
  | { path: string; ok: true; version: number; confirmed: boolean }
  | { path: string; ok: false; reason: 'STALE'; current: CurrentField }
  | { path: string; ok: false; reason: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' }

/** What somebody else wrote meanwhile. */
export type CurrentField = { text: string; version: number; at: string; by: string | null }

export type SavedFields = { savedAt: string; fields: FieldOutcome[] }
export type SaveReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED'

/**
 * Saves fields of one report in one transaction; each field answers for itself (LOCKED, UNKNOWN_FIELD, TOO_LONG, STALE
 * with the other text). Sending the same text again is answered as saved, so a lost reply can be repeated.
 * Reasons for the whole: NOT_FOUND, NOT_ALLOWED, LOCKED (the report is not open for writing).
 */
export function saveFields(
  viewer: Viewer,
  input: { reportId: string; fields: readonly SentField[] },
): Promise<Result<SavedFields, SaveReason>> {
  return asViewer(viewer, async (tx) => {
    const report = await holdReport(viewer, tx, input.reportId)
    if (!report) return fail('NOT_FOUND')
    if (!rightToEvent(viewer, 'saved', report.place)) return fail('NOT_ALLOWED')
    if (!isWritable(report.standing.state)) return fail('LOCKED')
    const stored = await storedFields(viewer, tx, report.id, input.fields.map((field) => field.path))
    const fields: FieldOutcome[] = []
    let written = false
    for (const field of input.fields) {
      const before = stored.get(field.path) ?? null
      const outcome = await saveOne(viewer, tx, report, field, before)
      written ||= outcome.ok && (outcome.version !== before?.version)
      fields.push(outcome)
    }
    if (written && isNewTurn(viewer, report)) {
      const moved = await moveReport(viewer, tx, report, { type: 'saved' })
      if (!moved.ok) throw new Error(`report ${report.id} refused a save after it was checked: ${moved.reason}`)
    }
    return ok({ savedAt: now().toISOString(), fields })
  })
}

/** Whether the timeline needs a new "saved": one per writer's turn, not one per keystroke. */
function isNewTurn(viewer: Viewer, { lastEvent }: HeldReport): boolean {
  return lastEvent?.type !== 'saved' || lastEvent.actorId !== viewer.userId
}

async function saveOne(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  field: SentField,
  stored: StoredField | null,
): Promise<FieldOutcome> {
  const { path } = field
  const text = cleanText(field.text)
  const address = readPath(path)
  if (!address) return { path, ok: false, reason: 'UNKNOWN_FIELD' }
  const settled = stored === null || stored.confirmed || !field.confirm
  const sameText = text === (stored?.text ?? '')
  if (sameText && settled) return { path, ok: true, version: stored?.version ?? 0, confirmed: stored?.confirmed ?? true }
  if (!stored && !(await isSubjectOfUnit(viewer, tx, report.unitId, address))) {
    return { path, ok: false, reason: 'UNKNOWN_FIELD' }
  }
  if (!isOpen(report.standing.opens, path)) return { path, ok: false, reason: 'LOCKED' }
  if (text.length > longestFieldText) return { path, ok: false, reason: 'TOO_LONG' }
  if ((stored?.version ?? 0) !== field.version) return stale(path, stored)
  if (!stored) return createEntry(viewer, tx, report, path, address, text)
  const version = stored.version + 1
  const changed = await tx.statusReportEntry.updateMany({
    where: { id: stored.id, version: stored.version },
    data: {
      text,
      version,
      confirmed: true,
      origin: sameText ? stored.origin : 'typed',
      updatedById: viewer.userId,
      updatedAt: now(),
    },
  })
  return changed.count === 0 ? stale(path, stored) : { path, ok: true, version, confirmed: true }
}

function stale(path: string, stored: StoredField | null): FieldOutcome {
  const current = stored
    ? { text: stored.text, version: stored.version, at: stored.updatedAt.toISOString(), by: stored.updatedBy?.name ?? null }
    : { text: '', version: 0, at: now().toISOString(), by: null }
  return { path, ok: false, reason: 'STALE', current }
}

async function createEntry(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  path: string,
  address: Address,
  text: string,
): Promise<FieldOutcome> {
  await tx.statusReportEntry.create({
    data: {
      ...address,
      organisationId: report.organisationId,
      reportId: report.id,
      path,
      text,
      origin: 'typed',
      confirmed: true,
      updatedById: viewer.userId,
      updatedAt: now(),
    },
  })
  return { path, ok: true, version: 1, confirmed: true }
}

/** Saves one field; see `saveFields`. */
export async function saveField(
  viewer: Viewer,
  { reportId, ...field }: SentField & { reportId: string },
): Promise<Result<FieldOutcome, SaveReason>> {
  const saved = await saveFields(viewer, { reportId, fields: [field] })
  if (!saved.ok) return saved
  const [outcome] = saved.value.fields
  return outcome ? ok(outcome) : fail('NOT_FOUND')
}
