import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import type { ReferenceTarget, ReportBlock } from '@/lib/final-report/blocks/model'
import { applyEdit, type BindingDraft, type DraftBlock, type Edit, type Step } from '@/lib/final-report/editing/model'
import type { FinalReportReason } from '@/lib/final-report/model'
import { findReport } from '@/lib/final-report/queries'
import { changeSection, type SectionPlace } from '@/lib/final-report/sections/commands'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Saves the typed texts of a section and takes steps (add, move, remove, bind a number, refer), all together or not at all.
 * Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, INVALID with the fields at fault, NOT_IN_PROJECT when something bound or
 * referred to is not this project's.
 */
export function editSection(
  viewer: Viewer,
  { texts, steps, ...place }: Edit & { sectionId: string; version: number },
): Promise<Result<{ version: number }, FinalReportReason>> {
  return changeSection<FinalReportReason>(viewer, place, async (at) => {
    if (!(await areInProject(viewer, at.projectId, steps))) return fail('NOT_IN_PROJECT')
    const edited = applyEdit(at.section.blocks, { texts, steps })
    if (!edited.ok) return edited
    const state = edited.value.length > 0 ? 'draft' : 'empty'
    const change = ['texts', ...steps.map((step) => step.kind)].join(', ')
    return ok({ change, state, write: (tx) => writeBlocks(tx, at, edited.value) })
  })
}

/** Ids in the input are looked up again among what the viewer sees of this very project. */
async function areInProject(viewer: Viewer, projectId: string, steps: readonly Step[]): Promise<boolean> {
  const bindings = steps.flatMap((step) =>
    step.kind === 'add' ? step.block.bindings : step.kind === 'number' ? [step.binding] : [],
  )
  const targets = steps.flatMap((step) => (step.kind === 'reference' ? [step.target] : []))
  return (await knowsSubjects(viewer, projectId, bindings)) && (await knowsTargets(viewer, projectId, targets))
}

async function knowsSubjects(viewer: Viewer, projectId: string, bindings: readonly BindingDraft[]): Promise<boolean> {
  if (bindings.length === 0) return true
  const { investments, indicators } = await loadBoundData(viewer, projectId)
  const known = new Set([
    ...investments.map((row) => row.id),
    ...indicators.flatMap((row) => [
      row.id,
      ...row.measurements.map(({ id }) => id),
      ...row.targets.map(({ id }) => id),
    ]),
  ])
  return bindings.every((binding) => known.has(subjectOf(binding)))
}

function subjectOf(binding: BindingDraft): string {
  return binding.measurementId ?? binding.indicatorId ?? binding.targetId ?? binding.investmentId ?? ''
}

async function knowsTargets(viewer: Viewer, projectId: string, targets: readonly ReferenceTarget[]): Promise<boolean> {
  if (targets.length === 0) return true
  const report = await findReport(viewer, projectId)
  const known = {
    attachment: new Set(report?.attachments.map(({ id }) => id)),
    section: new Set(report?.sections.map(({ id }) => id)),
    block: new Set(report?.sections.flatMap((section) => section.blocks.map(({ id }) => id))),
  }
  return targets.every(({ to, id }) => known[to].has(id))
}

async function writeBlocks(
  tx: Tx,
  { section, organisationId }: SectionPlace,
  drafts: readonly DraftBlock[],
): Promise<void> {
  const kept = drafts.flatMap((draft) => (draft.id ? [draft.id] : []))
  await tx.finalReportBlock.deleteMany({ where: { sectionId: section.id, id: { notIn: kept } } })
  for (const [sort, draft] of drafts.entries()) {
    const before = section.blocks.find((block) => block.id === draft.id)
    if (before && section.blocks.indexOf(before) === sort && sameBlock(before, draft)) continue
    await writeBlock(tx, { draft, before, sort, sectionId: section.id, organisationId })
  }
}

const sameBlock = (before: ReportBlock, draft: DraftBlock): boolean =>
  JSON.stringify([contentOf(before), before.bindings]) === JSON.stringify([contentOf(draft), draft.bindings])

const contentOf = (block: ReportBlock | DraftBlock) => (block.type === 'unreadable' ? null : block.content)

type Writing = {
  draft: DraftBlock
  before: ReportBlock | undefined
  sort: number
  sectionId: string
  organisationId: string
}

async function writeBlock(tx: Tx, { draft, before, sort, sectionId, organisationId }: Writing): Promise<void> {
  // A block that could not be read keeps its place and what it holds.
  if (draft.type === 'unreadable') {
    if (draft.id) await tx.finalReportBlock.update({ where: { id: draft.id }, data: { sort } })
    return
  }
  const { type, content } = draft
  if (!draft.id) {
    const bindings = { create: draft.bindings.map((binding) => ({ ...binding, organisationId })) }
    await tx.finalReportBlock.create({
      data: { sectionId, organisationId, type, content, sort, updatedAt: now(), bindings },
    })
    return
  }
  const sorts = draft.bindings.map((binding) => binding.sort)
  const known = new Set(before?.bindings.map((binding) => binding.sort))
  await tx.blockBinding.deleteMany({ where: { blockId: draft.id, sort: { notIn: sorts } } })
  await tx.blockBinding.createMany({
    data: draft.bindings
      .filter((binding) => !known.has(binding.sort))
      .map((binding) => ({ ...binding, blockId: String(draft.id), organisationId })),
  })
  await tx.finalReportBlock.update({
    where: { id: draft.id },
    data: { content, sort, version: { increment: 1 }, updatedAt: now() },
  })
}
