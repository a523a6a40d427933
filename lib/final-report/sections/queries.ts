import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import type { Binding, BlockContent, BlockType, ReportBlock } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import type { ReportSection, SectionKind } from '@/lib/final-report/model'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'

/** What is told of a stored file. */
export const fileFields = { id: true, name: true, mediaType: true, sha256: true } as const

const blockRows = {
  orderBy: bySort,
  select: {
    id: true,
    type: true,
    content: true,
    version: true,
    bindings: {
      orderBy: bySort,
      select: {
        sort: true,
        source: true,
        measurementId: true,
        indicatorId: true,
        targetId: true,
        investmentId: true,
        workPackageId: true,
        toimintamalliId: true,
        decisionId: true,
        frozen: true,
      },
    },
    file: { select: fileFields },
    fromReportId: true,
    fromPath: true,
  },
} as const satisfies Prisma.FinalReportSection$blocksArgs

/** What is read of a section, by queries and commands alike. */
export const sectionFields = {
  id: true,
  parentId: true,
  kind: true,
  number: true,
  title: true,
  state: true,
  version: true,
  updatedAt: true,
  showsSectionId: true,
  toimintamalliId: true,
  owner: { select: { id: true, name: true } },
  templateSection: { select: { key: true, promptFi: true, promptSv: true } },
  blocks: blockRows,
} as const satisfies Prisma.FinalReportSectionSelect

type Stored = Prisma.FinalReportSectionGetPayload<{ select: typeof sectionFields }>

/** What a template asks besides its questions. */
export type StoredPrompt = { kind: SectionKind | null; placeKey: string | null; textFi: string; textSv: string | null }

/** A stored section as the report's own shape, its help in the report's language; `prompts` are the template's, in order. */
export function toSection(
  { templateSection, blocks, ...row }: Stored,
  language: string,
  prompts: readonly StoredPrompt[] = [],
): ReportSection {
  const swedish = language === 'sv'
  const prompt = swedish ? templateSection?.promptSv : templateSection?.promptFi
  const templateKey = templateSection?.key ?? null
  const asked = prompts.filter((one) => one.kind === row.kind || (templateKey !== null && one.placeKey === templateKey))
  return {
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    templateKey,
    prompt: prompt ?? null,
    prompts: asked.map((one) => (swedish ? (one.textSv ?? one.textFi) : one.textFi)),
    blocks: blocks.map(toBlock),
  }
}

function toBlock({
  id,
  version,
  bindings,
  type,
  content,
  file,
  fromReportId,
  fromPath,
}: Stored['blocks'][number]): ReportBlock {
  const from = fromReportId && fromPath ? { reportId: fromReportId, path: fromPath } : null
  return { id, version, bindings: bindings.map(toBinding), file, from, ...readContent(type, content) }
}

function toBinding({ frozen, ...binding }: Stored['blocks'][number]['bindings'][number]): Binding {
  return typeof frozen === 'string' ? { ...binding, frozen } : binding
}

/** What is stored is checked like any input: a row that does not fit its type is shown as unreadable and loses nothing. */
function readContent(type: BlockType, content: Prisma.JsonValue): BlockContent {
  const read = contentSchemas[type].safeParse(content)
  return read.success ? ({ type, content: read.data } as BlockContent) : { type: 'unreadable' }
}

/** The blocks that a section holds now, within the change of it; what the viewer may see of them. */
export async function blocksOf(_viewer: Viewer, tx: Tx, sectionId: string): Promise<ReportBlock[]> {
  return (await tx.finalReportBlock.findMany({ where: { sectionId }, ...blockRows })).map(toBlock)
}
