import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type FinanceReason, keepFinance, strangePlaces } from '@/lib/finance/commands'
import type { NoteInput } from '@/lib/finance/notes/schema'
import type { Removal } from '@/lib/finance/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE'

/** Writes a remark on the finances. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (an investment of another project, at its field). */
export function addNote(viewer: Viewer, input: NoteInput): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const { investmentId, text } = input
    const strange = await strangePlaces(viewer, keeping, { investmentId })
    if (strange) return fail('INVALID', strange)
    const last = await tx.financeNote.aggregate({ where: { projectId }, _max: { sort: true } })
    const data = { investmentId, text, projectId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.financeNote.create({ data, select: { id: true } })
    await keeping.record('finance_note.added', { type: 'finance_note', id }, { text })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (an investment of another project, at its field). */
export function changeNote(
  viewer: Viewer,
  { id, version, projectId: given, investmentId, text }: NoteInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, given, async (keeping) => {
    const { tx, projectId } = keeping
    const strange = await strangePlaces(viewer, keeping, { investmentId })
    if (strange) return fail('INVALID', strange)
    const before = await tx.financeNote.findFirst({ where: { id, projectId }, select: { text: true } })
    if (!before) return fail('NOT_FOUND')
    const data = { investmentId, text, version: { increment: 1 } }
    const moved = await tx.financeNote.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    await keeping.record('finance_note.changed', { type: 'finance_note', id }, { text, before: before.text })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeNote(viewer: Viewer, { id, version, projectId }: Removal): Promise<Result<null, FinanceReason>> {
  return keepFinance<null, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const before = await tx.financeNote.findFirst({ where: { id, projectId }, select: { text: true } })
    if (!before) return fail('NOT_FOUND')
    const gone = await tx.financeNote.deleteMany({ where: { id, projectId, version } })
    if (gone.count === 0) return fail('STALE')
    await keeping.record('finance_note.removed', { type: 'finance_note', id }, { text: before.text })
    return ok(null)
  })
}
