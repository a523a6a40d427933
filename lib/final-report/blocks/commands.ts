import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Binding, BlockContent, BlockFile, BlockOrigin, ReportBlock } from '@/lib/final-report/blocks/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/** A block as it shall be. Without an id, or with one that the section does not have, it is new. */
export type BlockDraft = BlockContent & {
  id: string | null
  bindings: readonly Binding[]
  file?: BlockFile | null
  from?: BlockOrigin | null
}

type Place = { sectionId: string; organisationId: string }

/** Makes the blocks of a section these, in this order. What has not changed is not written; part of the change of the section,
 * which has decided who may. */
export async function writeBlocks(
  _viewer: Viewer,
  tx: Tx,
  place: Place,
  before: readonly ReportBlock[],
  drafts: readonly BlockDraft[],
): Promise<void> {
  const kept = drafts.flatMap((draft) => (draft.id ? [draft.id] : []))
  await tx.finalReportBlock.deleteMany({ where: { sectionId: place.sectionId, id: { notIn: kept } } })
  for (const [sort, draft] of drafts.entries()) {
    const was = before.find((block) => block.id === draft.id)
    if (!was) await addBlock(tx, place, draft, sort)
    else if (draft.type === 'unreadable' || isSame(was, draft)) {
      // A block that could not be read keeps what it holds.
      if (before.indexOf(was) !== sort) await tx.finalReportBlock.update({ where: { id: was.id }, data: { sort } })
    } else await changeBlock(tx, place, was, draft, sort)
  }
}

const isSame = (was: ReportBlock, draft: BlockDraft): boolean =>
  JSON.stringify(partsOf(was)) === JSON.stringify(partsOf({ ...draft, ...heldBy(draft, was) }))

/** What a draft does not speak of stays as it was. */
function heldBy(draft: BlockDraft, was: ReportBlock) {
  return {
    file: draft.file === undefined ? was.file : draft.file,
    from: draft.from === undefined ? was.from : draft.from,
  }
}

const partsOf = (block: BlockDraft) => [
  block.type,
  block.type === 'unreadable' ? null : block.content,
  [...block.bindings].sort((one, other) => one.sort - other.sort).map(keyOf),
  block.file?.id ?? null,
  block.from ?? null,
]

const keyOf = ({ sort, source, ...ids }: Binding): string =>
  JSON.stringify([sort, source, ...Object.entries(ids).sort(([one], [other]) => (one < other ? -1 : 1))])

async function addBlock(tx: Tx, { sectionId, organisationId }: Place, draft: BlockDraft, sort: number): Promise<void> {
  if (draft.type === 'unreadable') return
  const { id, type, content, file = null, from = null } = draft
  await tx.finalReportBlock.create({
    data: {
      ...(id && { id }),
      sectionId,
      organisationId,
      type,
      content,
      sort,
      updatedAt: now(),
      fileId: file?.id ?? null,
      fromReportId: from?.reportId ?? null,
      fromPath: from?.path ?? null,
      bindings: { create: draft.bindings.map((binding) => ({ ...binding, organisationId })) },
    },
  })
}

async function changeBlock(
  tx: Tx,
  { organisationId }: Place,
  was: ReportBlock,
  draft: Exclude<BlockDraft, { type: 'unreadable' }>,
  sort: number,
): Promise<void> {
  const { type, content } = draft
  const { file, from } = heldBy(draft, was)
  // A binding that is still the same row keeps what was frozen of it.
  const wanted = new Set(draft.bindings.map(keyOf))
  const had = new Set(was.bindings.map(keyOf))
  const gone = was.bindings.filter((binding) => !wanted.has(keyOf(binding))).map((binding) => binding.sort)
  if (gone.length > 0) await tx.blockBinding.deleteMany({ where: { blockId: was.id, sort: { in: gone } } })
  const added = draft.bindings.filter((binding) => !had.has(keyOf(binding)))
  if (added.length > 0) {
    await tx.blockBinding.createMany({
      data: added.map((binding) => ({ ...binding, blockId: was.id, organisationId })),
    })
  }
  await tx.finalReportBlock.update({
    where: { id: was.id },
    data: {
      type,
      content,
      sort,
      version: { increment: 1 },
      updatedAt: now(),
      fileId: file?.id ?? null,
      fromReportId: from?.reportId ?? null,
      fromPath: from?.path ?? null,
    },
  })
}
