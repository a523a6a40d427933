import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { storedActual } from '@/lib/finance/actuals/commands'
import { type FinanceReason, keepFinance, strangePlaces } from '@/lib/finance/commands'
import { readLayout, readTable, tableText, understand } from '@/lib/finance/pastes/model'
import { findPaste, readGround } from '@/lib/finance/pastes/queries'
import type { PasteInput, Taking } from '@/lib/finance/pastes/schema'
import { now } from '@/lib/platform/clock'
import { fail, ok, type Result } from '@/lib/values/result'

const draftDays = 14

/**
 * Keeps a pasted table, so that it can be looked at before it is taken in. The person's own tables that were never taken in go
 * away when they are two weeks old. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID.
 */
export function keepPaste(
  viewer: Viewer,
  { projectId, periodId, text }: PasteInput,
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, 'INVALID'>(viewer, projectId, async (keeping) => {
    const { tx, organisationId } = keeping
    const strange = await strangePlaces(viewer, keeping, { periodId })
    if (strange) return fail('INVALID', strange)
    const mark = createHash('sha256')
      .update(tableText(readTable(text)))
      .digest('hex')
    const own = { projectId, organisationId, madeById: viewer.userId }
    const data = { ...own, periodId, text, mark, createdAt: now() }
    const stale = new Date(now().getTime() - draftDays * 86_400_000)
    await tx.actualPaste.deleteMany({ where: { ...own, takenAt: null, createdAt: { lt: stale } } })
    const { id } = await tx.actualPaste.create({ data, select: { id: true } })
    await keeping.record('actual.previewed', { type: 'actual', id }, { mark })
    return ok({ id })
  })
}

/**
 * Takes a pasted table in, all its rows or none. It is understood anew: what has changed since it was looked at counts.
 * Reasons: NOT_FOUND, NOT_ALLOWED, STALE (taken in already), INVALID (a row is not understood, or the same table was taken in
 * before and the person has not said that it is meant).
 */
export function takePaste(
  viewer: Viewer,
  { projectId, id, layout: chosen, again }: Taking,
): Promise<Result<{ rows: number }, FinanceReason>> {
  return keepFinance<{ rows: number }, 'NOT_FOUND' | 'STALE' | 'INVALID'>(viewer, projectId, async (keeping) => {
    const { tx, organisationId } = keeping
    // Two that are taken in at once see each other.
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
    const paste = await findPaste(viewer, projectId, id)
    if (!paste) return fail('NOT_FOUND')
    if (paste.takenAt !== null) return fail('STALE')
    const table = readTable(paste.text)
    const layout = readLayout(chosen, table.width)
    if (!layout) return fail('INVALID')
    const {
      taken: rows,
      total,
      wrong,
      refused,
    } = understand(table, layout, await readGround(viewer, projectId, paste.periodId))
    const taken = rows.flatMap(({ actual: { amount, ...rest } }) => (amount === null ? [] : [{ ...rest, amount }]))
    if (wrong > 0 || refused !== null || taken.length < rows.length) return fail('INVALID')
    if (paste.takenBefore !== null && !again) return fail('INVALID', { again: 'finance.error.pastedBefore' })
    const last = await tx.actual.aggregate({ where: { projectId }, _max: { sort: true } })
    const first = (last._max.sort ?? -1) + 1
    await tx.actual.createMany({
      data: taken.map((actual, at) => ({
        ...storedActual({ ...actual, projectId }),
        projectId,
        organisationId,
        sort: first + at,
      })),
    })
    await tx.actualPaste.update({ where: { id }, data: { takenAt: now(), rowCount: rows.length } })
    await keeping.record('actual.pasted', { type: 'actual', id }, { rows: rows.length, total, again })
    return ok({ rows: rows.length })
  })
}
