import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type FinanceReason, type Keeping, keepFinance, storedDay, strangePlaces } from '@/lib/finance/commands'
import { ownedAndGone, writeContractors } from '@/lib/finance/purchases/contractors/commands'
import { nextSourceId } from '@/lib/finance/purchases/model'
import type { PurchaseInput } from '@/lib/finance/purchases/schema'
import type { Removal } from '@/lib/finance/schema'
import { replaceShares } from '@/lib/finance/shares/commands'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE' | 'IN_USE'

function stored(input: PurchaseInput) {
  const { title, investmentId, workPackageId, periodId, amount, amountAsWritten, vatBasis, supplier, contract } = input
  const { decisionText, caseNumber, isSmall, note } = input
  return {
    ...{ title, investmentId, workPackageId, periodId, amount, vatBasis, supplier, contract },
    ...{ decisionText, caseNumber, isSmall, note },
    amountAsWritten,
    contractOn: storedDay(input.contractOn),
    decidedOn: storedDay(input.decidedOn),
  }
}

async function strangeIn(viewer: Viewer, keeping: Keeping, input: PurchaseInput): Promise<FieldErrors | null> {
  const strange = await strangePlaces(viewer, keeping, input)
  if (strange) return strange
  for (const [at, { investmentId }] of input.parts.entries()) {
    if (await strangePlaces(viewer, keeping, { investmentId })) {
      return { [`parts/${at}/investmentId`]: 'finance.error.otherProject' }
    }
  }
  return null
}

async function writeParts(viewer: Viewer, keeping: Keeping, purchaseId: string, input: PurchaseInput): Promise<void> {
  const { tx, organisationId } = keeping
  const own = { purchaseId, organisationId }
  await writeContractors(viewer, keeping, purchaseId, input.contractors)
  await tx.purchaseShare.deleteMany({ where: { purchaseId } })
  await tx.purchaseShare.createMany({ data: input.parts.map((one) => ({ ...one, ...own })) })
  await replaceShares(viewer, keeping, { purchaseId }, input.shares)
}

/** A purchase at the end of the register. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (a place of another project, at its field). */
export function addPurchase(viewer: Viewer, input: PurchaseInput): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    // Two purchases added at once get their numbers one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
    const strange = await strangeIn(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const known = await tx.purchase.findMany({ where: { projectId }, select: { sourceId: true, sort: true } })
    const sourceId = nextSourceId(known.map((one) => one.sourceId))
    const sort = known.reduce((highest, one) => Math.max(highest, one.sort), -1) + 1
    const data = { ...stored(input), projectId, organisationId, sourceId, sort }
    const { id } = await tx.purchase.create({ data, select: { id: true } })
    await writeParts(viewer, keeping, id, input)
    await keeping.record('purchase.added', { type: 'purchase', id }, { title: input.title, amount: input.amount })
    return ok({ id })
  })
}

/**
 * Changes a purchase of the register. What has been published of it stays as it was published. Reasons: NOT_FOUND,
 * NOT_ALLOWED, STALE, INVALID (a place of another project, or a contractor that may not go, at its field).
 */
export function changePurchase(
  viewer: Viewer,
  { id, version, ...input }: PurchaseInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const strange = await strangeIn(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const before = await tx.purchase.findFirst({
      where: { id, projectId },
      select: { title: true, amount: true, workPackageId: true, flag: true, version: true },
    })
    if (!before) return fail('NOT_FOUND')
    if (before.version !== version) return fail('STALE')
    const owned = await ownedAndGone(viewer, keeping, id, input.contractors)
    if (owned) return fail('INVALID', owned)
    // How the work package was found, and that the amount was not known, are told of what stood there before.
    const own = {
      ...(before.workPackageId === input.workPackageId ? {} : { workPackageBasis: null }),
      ...(before.flag === 'amount_unknown' && input.amount !== null ? { flag: null } : {}),
    }
    const data = { ...stored(input), ...own, version: { increment: 1 } }
    const moved = await tx.purchase.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    await writeParts(viewer, keeping, id, input)
    const told = { title: input.title, amount: input.amount }
    const then = { title: before.title, amount: before.amount?.toString() ?? null }
    await keeping.record('purchase.changed', { type: 'purchase', id }, { ...told, before: then })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE, IN_USE (evidence, a decision or a beneficial owner hangs on it). */
export function removePurchase(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<null, FinanceReason>> {
  return keepFinance<null, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    // Counted on before it is looked at: nobody hangs anything on it meanwhile without being seen.
    const held = await tx.purchase.updateMany({
      where: { id, projectId, version },
      data: { version: { increment: 1 } },
    })
    const before = await tx.purchase.findFirst({
      where: { id, projectId },
      select: { title: true, amount: true, _count: { select: { evidence: true, decisions: true } } },
    })
    if (!before) return fail('NOT_FOUND')
    if (held.count === 0) return fail('STALE')
    const { evidence, decisions } = before._count
    if (evidence + decisions > 0 || (await ownedAndGone(viewer, keeping, id, []))) {
      await tx.purchase.update({ where: { id }, data: { version } })
      return fail('IN_USE')
    }
    await tx.purchase.delete({ where: { id } })
    const told = { title: before.title, amount: before.amount?.toString() ?? null }
    await keeping.record('purchase.removed', { type: 'purchase', id }, told)
    return ok(null)
  })
}
