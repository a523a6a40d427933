import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { Reading, Understood } from '@/lib/indicators/readings/model'
import type { Warning } from '@/lib/indicators/warnings/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { figurePaths, figureWarnings } from '@/lib/status-reports/checks/figures/model'
import { readEntry } from '@/lib/status-reports/checks/model'
import { type Figures, figuresOf } from '@/lib/status-reports/checks/queries'
import { isClosed } from '@/lib/status-reports/closing/model'
import { type Address, cleanText, isOpen, longestFieldText, readPath } from '@/lib/status-reports/fields/model'
import type { SentField } from '@/lib/status-reports/fields/schema'
import { isSubjectOfUnit, type StoredField, storedFields } from '@/lib/status-reports/fields/stored/queries'
import { isWritable } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import { moveReport } from '@/lib/status-reports/standing/commands'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/** What became of one sent field. A refused text is never written over what stands. */
export type FieldOutcome =
  | {
      path: string
      ok: true
      version: number
      confirmed: boolean
      /** What the field can be taken back to; null when there is nothing to undo */
      undo: string | null
      reading: Reading<Understood> | null
    }
  | { path: string; ok: false; reason: 'STALE'; current: CurrentField }
  | { path: string; ok: false; reason: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' }

/** What somebody else wrote meanwhile. */
type CurrentField = { text: string; version: number; at: string; by: string | null; undo: string | null }

export type SavedFields = {
  savedAt: string
  fields: FieldOutcome[]
  /** Path of a value that was saved, or whose n was → what looks wrong with it, also nothing */
  warnings: Record<string, Warning[]>
}
export type SaveReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED' | 'CLOSED'

/**
 * Saves fields of one report in one transaction; each field answers for itself (LOCKED, UNKNOWN_FIELD, TOO_LONG, STALE
 * with the other text). Sending the same text again is answered as saved, so a lost reply can be repeated. A figure that
 * cannot be read is saved all the same, with what is wrong in `reading`: nothing typed is lost.
 * Reasons for the whole: NOT_FOUND, NOT_ALLOWED, LOCKED (the report is not open for writing), CLOSED (its period is over).
 */
export function saveFields(
  viewer: Viewer,
  input: { reportId: string; fields: readonly SentField[] },
): Promise<Result<SavedFields, SaveReason>> {
  return asViewer(viewer, async (tx) => {
    const paths = input.fields.map((field) => field.path)
    // Sent together, done in this order: the fields are read while the report is held.
    const [report, stored] = await Promise.all([
      holdReport(viewer, tx, input.reportId),
      storedFields(viewer, tx, input.reportId, [...new Set([...paths, ...figurePaths(paths)])]),
    ])
    if (!report) return fail('NOT_FOUND')
    if (!rightToEvent(viewer, 'saved', report.place)) return fail('NOT_ALLOWED')
    if (!isWritable(report.standing.state)) return fail('LOCKED')
    if (isClosed(report.standing.state, report.closing, dateInHelsinki(now()))) return fail('CLOSED')
    const figures = paths.some((path) => path.startsWith('indicators/')) ? await figuresOf(viewer, tx, report) : null
    const saving = { viewer, tx, report, figures }
    const fields: FieldOutcome[] = []
    let written = false
    for (const field of input.fields) {
      const before = stored.get(field.path) ?? null
      const outcome = await saveOne(saving, field, before)
      written ||= outcome.ok && outcome.version !== (before?.version ?? 0)
      fields.push(outcome)
    }
    if (written && isNewTurn(viewer, report)) {
      const moved = await moveReport(viewer, tx, report, { type: 'saved' })
      if (!moved.ok) throw new Error(`report ${report.id} refused a save after it was checked: ${moved.reason}`)
    }
    return ok({ savedAt: now().toISOString(), fields, warnings: warningsAbout(input.fields, fields, stored, figures) })
  })
}

/** What looks wrong with the values as they stand after the saving. */
function warningsAbout(
  sent: readonly SentField[],
  outcomes: readonly FieldOutcome[],
  stored: ReadonlyMap<string, StoredField>,
  figures: Figures | null,
): Record<string, Warning[]> {
  if (!figures) return {}
  const saved = sent.filter((_, index) => outcomes[index]?.ok)
  const texts = new Map(saved.map(({ path, text }) => [path, cleanText(text)]))
  const textAt = (path: string) => texts.get(path) ?? stored.get(path)?.text ?? ''
  return figureWarnings([...texts.keys()], textAt, figures.indicators)
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

/** Whether the timeline needs a new "saved": one per writer's turn, not one per keystroke. */
function isNewTurn(viewer: Viewer, { lastEvent }: HeldReport): boolean {
  return lastEvent?.type !== 'saved' || lastEvent.actorId !== viewer.userId
}

type Saving = { viewer: Viewer; tx: Tx; report: HeldReport; figures: Figures | null }

async function saveOne(saving: Saving, field: SentField, stored: StoredField | null): Promise<FieldOutcome> {
  const { viewer, tx, report, figures } = saving
  const { path } = field
  const text = cleanText(field.text)
  const address = readPath(path)
  if (!address) return { path, ok: false, reason: 'UNKNOWN_FIELD' }
  const reading = figures && readEntry({ path, text }, figures)
  const sameText = text === (stored?.text ?? '')
  if (sameText && (stored === null || stored.confirmed || !field.confirm)) {
    const { version = 0, confirmed = true, undoText: undo = null } = stored ?? {}
    return { path, ok: true, version, confirmed, undo, reading }
  }
  if (!stored && !(await isSubjectOfUnit(viewer, tx, report.unitId, address))) {
    return { path, ok: false, reason: 'UNKNOWN_FIELD' }
  }
  if (!isOpen(report.standing.opens, path)) return { path, ok: false, reason: 'LOCKED' }
  if (text.length > longestFieldText) return { path, ok: false, reason: 'TOO_LONG' }
  if ((stored?.version ?? 0) !== field.version) return { path, ok: false, reason: 'STALE', current: currentOf(stored) }
  const version = field.version + 1
  const undoText = undoOf(viewer, stored, { text, undo: field.undo ?? false })
  const kept = stored
    ? await changeEntry(saving, stored, { text, undoText, version, origin: sameText ? stored.origin : 'typed' })
    : await createEntry(saving, path, address, { text, undoText })
  if (!kept) return { path, ok: false, reason: 'STALE', current: currentOf(stored) }
  return { path, ok: true, version, confirmed: true, undo: undoText, reading }
}

function currentOf(stored: StoredField | null): CurrentField {
  if (!stored) return { text: '', version: 0, at: now().toISOString(), by: null, undo: null }
  const { text, version, undoText, updatedAt, updatedBy } = stored
  return { text, version, at: updatedAt.toISOString(), by: updatedBy?.name ?? null, undo: undoText }
}

// A pause this long ends a turn of writing: what is typed after it can be undone by itself.
const turnMinutes = 2

/**
 * What the field can be taken back to after this save: what stood there before the writer's turn, and after an undo what
 * was undone. A turn begins when somebody else wrote before, when what stands was carried over, or after a pause.
 */
function undoOf(viewer: Viewer, stored: StoredField | null, next: { text: string; undo: boolean }): string | null {
  if (!stored) return ''
  if (next.text === stored.text) return stored.undoText
  const pause = now().getTime() - stored.updatedAt.getTime()
  const isNew = stored.updatedById !== viewer.userId || !stored.confirmed || pause > turnMinutes * 60_000
  const before = isNew || next.undo || stored.undoText === null ? stored.text : stored.undoText
  return before === next.text ? null : before
}

/** False when somebody changed the field first. Whatever is written is thereby confirmed. */
async function changeEntry(
  { viewer, tx }: Saving,
  { id, version }: StoredField,
  data: { text: string; undoText: string | null; version: number; origin: StoredField['origin'] },
): Promise<boolean> {
  const changed = await tx.statusReportEntry.updateMany({
    where: { id, version },
    data: { ...data, confirmed: true, updatedById: viewer.userId, updatedAt: now() },
  })
  return changed.count === 1
}

async function createEntry(
  { viewer, tx, report }: Saving,
  path: string,
  address: Address,
  texts: { text: string; undoText: string | null },
): Promise<boolean> {
  const { organisationId, id: reportId } = report
  const own = { organisationId, reportId, updatedById: viewer.userId, updatedAt: now() }
  await tx.statusReportEntry.create({ data: { ...own, ...address, path, ...texts, origin: 'typed', confirmed: true } })
  return true
}
