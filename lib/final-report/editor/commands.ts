import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import {
  knowsBudgets,
  knowsOrigins,
  knowsPictures,
  knowsSubjects,
  knowsTargets,
} from '@/lib/final-report/bindings/known/queries'
import { writeBlocks } from '@/lib/final-report/blocks/commands'
import { type ReferenceTarget, subjectId, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { sectionText } from '@/lib/final-report/editor/model'
import type { CopyChange } from '@/lib/final-report/history/model'
import type { FinalReportReason } from '@/lib/final-report/model'
import { documentsOf } from '@/lib/final-report/permissions'
import { changeSection, type SectionPlace } from '@/lib/final-report/sections/commands'
import { blocksOf } from '@/lib/final-report/sections/queries'
import { linesOf } from '@/lib/final-report/text/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/** What somebody else has saved meanwhile. */
export type NewerSection = { text: string; version: number; by: string | null; at: string }

/** `newer` instead of `version` when somebody was first: then nothing has been written. */
export type SavedSection = { version: number; at: string } | { newer: NewerSection }

type Sent = { sectionId: string; version: number; blocks: readonly WrittenBlock[] }

/**
 * Saves what a section holds, as the editor has it. Who was not first gets the other text instead of writing over it; sending
 * the same again is answered as saved, so a lost reply can be repeated. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, NOT_IN_PROJECT
 * when something bound, referred to or shown is not this project's.
 */
export function saveSection(
  viewer: Viewer,
  sent: Sent,
  kept: CopyChange = 'written',
): Promise<Result<SavedSection, FinalReportReason>> {
  return asViewer(viewer, async (tx) => {
    const saved = await changeSection<FinalReportReason>(viewer, sent, (place) =>
      planned(viewer, tx, place, sent, kept),
    )
    if (saved.ok) return ok({ version: saved.value.version, at: now().toISOString() })
    if (saved.reason !== 'STALE' && saved.reason !== 'NOTHING') return saved
    const newer = await newestOf(viewer, tx, sent.sectionId)
    if (!newer) return fail('NOT_FOUND')
    const same = newer.text === sectionText(sent.blocks)
    return ok(same ? { version: newer.version, at: newer.at } : { newer })
  })
}

async function planned(viewer: Viewer, tx: Tx, place: SectionPlace, { blocks }: Sent, kept: CopyChange) {
  const { section, organisationId, projectId, reportId, kind } = place
  if (sectionText(section.blocks) === sectionText(blocks)) return fail('NOTHING')
  const own = { projectId, reportId, kind, sectionId: section.id }
  if (!(await isOwn(viewer, tx, own, section.blocks, blocks))) return fail('NOT_IN_PROJECT')
  return ok({
    change: kept,
    kept,
    state: blocks.length > 0 ? ('draft' as const) : ('empty' as const),
    write: (within: Tx) =>
      writeBlocks(viewer, within, { sectionId: section.id, organisationId }, section.blocks, blocks),
  })
}

/** Ids that the section did not name before are looked up among what the viewer sees of this very project. */
async function isOwn(
  viewer: Viewer,
  tx: Tx,
  { projectId, reportId, kind, sectionId }: Omit<SectionPlace, 'organisationId' | 'section'> & { sectionId: string },
  before: readonly WrittenBlock[],
  after: readonly WrittenBlock[],
): Promise<boolean> {
  const known = namedBy(before)
  const named = namedBy(after)
  const ids = new Set(after.map((block) => block.id))
  const fresh = <T>(all: Map<string, T>, old: Map<string, T>): T[] =>
    [...all].flatMap(([key, value]) => (old.has(key) ? [] : [value]))
  // What the same text brings along may be referred to before it is stored.
  const targets = fresh(named.targets, known.targets).filter(({ to, id }) => to !== 'block' || !ids.has(id))
  const added = [...ids].filter((id) => !before.some((block) => block.id === id))
  // A block of the very section is there when the same text was sent twice at once: the version tells who was first.
  const elsewhere = { id: { in: added }, sectionId: { not: sectionId } }
  return (
    (await knowsSubjects(viewer, projectId, fresh(named.subjects, known.subjects))) &&
    (await knowsTargets(viewer, { projectId, kind }, targets)) &&
    (await knowsModels(viewer, tx, projectId, fresh(named.models, known.models))) &&
    (await knowsBudgets(viewer, projectId, fresh(named.budgets, known.budgets))) &&
    (await knowsPictures(viewer, reportId, fresh(named.files, known.files))) &&
    (await knowsOrigins(viewer, projectId, fresh(named.origins, known.origins))) &&
    (added.length === 0 || (await tx.finalReportBlock.count({ where: elsewhere })) === 0)
  )
}

async function knowsModels(_viewer: Viewer, tx: Tx, projectId: string, ids: readonly string[]): Promise<boolean> {
  return (
    ids.length === 0 || (await tx.toimintamalli.count({ where: { id: { in: [...ids] }, projectId } })) === ids.length
  )
}

/** Everything outside itself that a text names, by what tells one from another. */
function namedBy(blocks: readonly WrittenBlock[]) {
  const bindings = blocks.flatMap((block) => block.bindings)
  const targets = blocks.flatMap((block): ReferenceTarget[] => {
    if (block.type === 'cross_reference') return [block.content.target]
    if (block.type === 'attachment_reference') return [{ to: 'attachment', id: block.content.attachmentId }]
    const runs = (linesOf(block) ?? []).flat()
    return runs.flatMap((run) => (run.kind === 'reference' ? [run.target] : []))
  })
  const models = blocks.flatMap((block) => (block.type === 'toimintamalli' ? [block.content.toimintamalliId] : []))
  const byId = (ids: readonly string[]) => new Map(ids.map((id) => [id, id]))
  return {
    subjects: new Map(bindings.map((binding) => [`${binding.source}:${subjectId(binding)}`, binding])),
    targets: new Map(targets.map((target) => [`${target.to}:${target.id}`, target])),
    models: byId(models),
    budgets: byId(blocks.flatMap((block) => (block.type === 'cost_table' ? [block.content.budgetId] : []))),
    files: byId(blocks.flatMap((block) => block.file?.id ?? [])),
    origins: byId(blocks.flatMap((block) => block.from?.reportId ?? [])),
  }
}

/** What a section holds now, with who wrote it last; null when the viewer does not see it. */
export async function newestOf(viewer: Viewer, tx: Tx, sectionId: string): Promise<NewerSection | null> {
  const row = await tx.finalReportSection.findFirst({
    where: { id: sectionId, report: documentsOf(viewer) },
    select: { version: true, updatedAt: true, updatedBy: { select: { name: true } } },
  })
  if (!row) return null
  const text = sectionText(await blocksOf(viewer, tx, sectionId))
  return { text, version: row.version, by: row.updatedBy?.name ?? null, at: row.updatedAt.toISOString() }
}
