import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { BlockContent, BlockType, ReportBlock } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import type { ReportSection } from '@/lib/final-report/model'
import { isLocale } from '@/lib/platform/locales'

/** What is read of a section, by queries and commands alike. */
export const sectionFields = {
  id: true,
  parentId: true,
  kind: true,
  number: true,
  title: true,
  state: true,
  version: true,
  templateSection: { select: { key: true, promptFi: true, promptSv: true } },
  blocks: {
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      type: true,
      content: true,
      version: true,
      bindings: {
        orderBy: { sort: 'asc' },
        select: {
          sort: true,
          source: true,
          measurementId: true,
          indicatorId: true,
          targetId: true,
          investmentId: true,
        },
      },
    },
  },
} as const satisfies Prisma.FinalReportSectionSelect

type Stored = Prisma.FinalReportSectionGetPayload<{ select: typeof sectionFields }>

/** A stored section as the report's own shape, its help in the report's language. */
export function toSection({ templateSection, blocks, ...row }: Stored, language: string): ReportSection {
  const prompt = isLocale(language) && language === 'sv' ? templateSection?.promptSv : templateSection?.promptFi
  return { ...row, templateKey: templateSection?.key ?? null, prompt: prompt ?? null, blocks: blocks.map(toBlock) }
}

function toBlock({ id, version, bindings, type, content }: Stored['blocks'][number]): ReportBlock {
  return { id, version, bindings, ...readContent(type, content) }
}

/** What is stored is checked like any input: a row that does not fit its type is shown as unreadable and loses nothing. */
function readContent(type: BlockType, content: Prisma.JsonValue): BlockContent {
  const read = contentSchemas[type].safeParse(content)
  return read.success ? ({ type, content: read.data } as BlockContent) : { type: 'unreadable' }
}
