import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { DefinitionChange, Meaning, NewIndicator } from '@/lib/indicators/definitions/schema'
import { formulaReasonLabels } from '@/lib/indicators/formulas/labels'
import { type FormulaReason, makesCycle, operandsOf, parseFormula, renamed } from '@/lib/indicators/formulas/model'
import { type HeldIndicator, heldIndicator, type KeepReason } from '@/lib/indicators/held/commands'
import { rightToKeepIndicators } from '@/lib/indicators/permissions'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { addDays, dateInHelsinki } from '@/lib/values/calendar'
import { type Fail, fail, ok, type Result } from '@/lib/values/result'

type Done<Reason extends string> = Promise<Result<{ indicatorId: string }, Reason>>

/**
 * Defines an indicator of the project, with its first version. Reasons: NOT_FOUND (project, unit, investment), NOT_ALLOWED,
 * INVALID (the code is another's, or the formula cannot be counted; at the field).
 */
export function defineIndicator(viewer: Viewer, given: NewIndicator): Done<'NOT_FOUND' | 'NOT_ALLOWED' | 'INVALID'> {
  const { project: _place, projectId, code, workPackageId, investmentId, note, ...meaning } = given
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = rightToKeepIndicators(viewer, projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!(await arePlacesOf(tx, projectId, workPackageId, investmentId))) return fail('NOT_FOUND')
    // Two who define at the same time get codes of their own.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('indicators/' || ${projectId}, 0))`
    const known = await codesOf(tx, projectId)
    const sourceId = code ?? freeCode(known)
    if (known.some((one) => one.sourceId === sourceId)) return fail('INVALID', { code: 'indicators.error.codeTaken' })
    const formula = storedFormula(meaning.formula, null, known)
    if (!formula.ok) return formula
    const { organisationId } = project
    const { id } = await tx.indicator.create({
      data: {
        organisationId,
        projectId,
        sourceId,
        workPackageId,
        investmentId,
        note,
        clarifications: [],
        sort: known.length === 0 ? 0 : Math.max(...known.map(({ sort }) => sort)) + 1,
        versions: {
          create: {
            ...meaning,
            formula: formula.value,
            organisationId,
            version: 1,
            createdById: viewer.userId,
            createdAt: now(),
          },
        },
      },
      select: { id: true },
    })
    await recordAudit(tx, viewer, {
      action: 'indicator.defined',
      right,
      subjectType: 'indicator',
      subjectId: id,
      organisationId,
      data: { code: sourceId, name: meaning.name },
    })
    return ok({ indicatorId: id })
  })
}

/**
 * Changes what an indicator means: a slip is put right where it stands, anything else ends the definition in force on the day
 * before and begins another one, with a reason. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (the formula or the day; at
 * the field).
 */
export function changeDefinition(viewer: Viewer, given: DefinitionChange): Done<KeepReason | 'INVALID'> {
  const { project: _place, indicatorId, version, change, validFrom, reason, note, ...meaning } = given
  return heldIndicator<'INVALID'>(
    viewer,
    { indicatorId, version },
    'indicator.definition_changed',
    async (tx, held) => {
      const current = await tx.indicatorVersion.findFirst({
        where: { indicatorId, supersededOn: null },
        orderBy: { version: 'desc' },
      })
      const formula = storedFormula(meaning.formula, indicatorId, await codesOf(tx, held.projectId))
      if (!formula.ok) return formula
      const data = { ...meaning, formula: formula.value }
      if (current && change === 'slip') await tx.indicatorVersion.update({ where: { id: current.id }, data })
      else {
        const from = validFrom ?? dateInHelsinki(now())
        const day = current?.validFrom?.toISOString().slice(0, 10) ?? null
        if (day !== null && from <= day) return fail('INVALID', { validFrom: 'indicators.error.dayBeforeVersion' })
        await beginVersion(tx, viewer, held, current, { data, from, reason })
      }
      await tx.indicator.update({ where: { id: indicatorId }, data: { note } })
      return ok({
        change,
        ...(reason ? { reason } : {}),
        before: {
          name: current?.name ?? null,
          scope: current?.scope ?? null,
          unit: current?.unit ?? null,
          definition: current?.definition ?? null,
        },
        after: { name: meaning.name, scope: meaning.scope, unit: meaning.unit, definition: meaning.definition },
      })
    },
  )
}

type Beginning = { data: Meaning; from: string; reason: string | null }

async function beginVersion(
  tx: Tx,
  viewer: Viewer,
  { organisationId, id: indicatorId }: HeldIndicator,
  current: { id: string; version: number } | null,
  { data, from, reason }: Beginning,
): Promise<void> {
  if (current) {
    const supersededOn = new Date(addDays(from, -1))
    await tx.indicatorVersion.update({ where: { id: current.id }, data: { supersededOn } })
  }
  await tx.indicatorVersion.create({
    data: {
      ...data,
      reason,
      organisationId,
      indicatorId,
      version: (current?.version ?? 0) + 1,
      validFrom: new Date(from),
      createdById: viewer.userId,
      createdAt: now(),
    },
  })
}

type Known = { id: string; sourceId: string; sort: number; formula: string | null }

async function codesOf(tx: Tx, projectId: string): Promise<Known[]> {
  const rows = await tx.indicator.findMany({
    where: { projectId },
    select: {
      id: true,
      sourceId: true,
      sort: true,
      versions: { where: { supersededOn: null }, select: { formula: true } },
    },
  })
  return rows.map(({ versions, ...row }) => ({ ...row, formula: versions[0]?.formula ?? null }))
}

/** `M-1`, `M-2` …: the next that nobody has. */
function freeCode(known: readonly Known[]): string {
  const taken = new Set(known.map(({ sourceId }) => sourceId))
  let no = known.length + 1
  while (taken.has(`M-${no}`)) no += 1
  return `M-${no}`
}

const refusedFormula = (reason: FormulaReason): Fail<'INVALID'> =>
  fail('INVALID', { formula: formulaReasonLabels[reason] })

/** A typed formula names others by their codes, a stored one by their ids; refused at the field when it cannot be counted. */
function storedFormula(
  typed: string | null,
  own: string | null,
  known: readonly Known[],
): Result<string | null, 'INVALID'> {
  if (typed === null) return ok(null)
  const parsed = parseFormula(typed)
  if (!parsed.ok) return refusedFormula(parsed.reason)
  const idOf = new Map(known.map(({ id, sourceId }) => [sourceId, id]))
  if (parsed.value.operands.some((code) => !idOf.has(code))) return refusedFormula('UNKNOWN_INDICATOR')
  const stored = renamed(typed, (code) => idOf.get(code) ?? code)
  const formulas = new Map(known.map(({ id, formula }) => [id, formula]))
  const round = own !== null && (operandsOf(stored).includes(own) || makesCycle(own, stored, formulas))
  return round ? refusedFormula('CYCLE') : ok(stored)
}

async function arePlacesOf(
  tx: Tx,
  projectId: string,
  workPackageId: string | null,
  investmentId: string | null,
): Promise<boolean> {
  const unit = workPackageId === null || (await tx.workPackage.count({ where: { id: workPackageId, projectId } })) === 1
  return (
    unit && (investmentId === null || (await tx.investment.count({ where: { id: investmentId, projectId } })) === 1)
  )
}
