// The stored final report of the second demo project, made as long as it takes: its sections again, with their texts in other
// words, so that nothing stands twice.
import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { findCheckedReport } from '@/lib/final-report/check/queries'
import { reportWords } from '@/lib/final-report/check/told/model'

const system = systemViewer('operator')

/** "sana" → "anas" in every longer word: as long, and in no other text. */
export const inOtherWords = (text: string): string =>
  text.replace(/\p{Ll}{7,}/gu, (word) => word.split('').reverse().join(''))

export type LongReport = { projectId: string; reportId: string; words: number; sectionIds: string[] }

export async function makeLongReport(words: number): Promise<LongReport> {
  const { id: reportId, projectId } = await asViewer(system, (tx) =>
    tx.finalReport.findFirstOrThrow({ where: { project: { key: 'syli' } }, select: { id: true, projectId: true } }),
  )
  for (let copy = 1; (await wordsOf(projectId)) < words; copy++) {
    await copySections(copy, await sectionsFor(projectId, words))
  }
  const sections = await asViewer(system, (tx) =>
    tx.finalReportSection.findMany({
      where: { reportId, blocks: { some: { type: 'paragraph' } } },
      orderBy: { sort: 'asc' },
      select: { id: true },
    }),
  )
  return { projectId, reportId, words: await wordsOf(projectId), sectionIds: sections.map(({ id }) => id) }
}

async function wordsOf(projectId: string): Promise<number> {
  const report = await findCheckedReport(system, projectId)
  return report ? reportWords(report) : 0
}

/** The first sections, of those that are no copies, that have as many words as are missing. */
async function sectionsFor(projectId: string, words: number): Promise<Set<string>> {
  const report = await findCheckedReport(system, projectId)
  if (!report) throw new Error('no final report')
  let missing = words - reportWords(report)
  const chosen = new Set<string>()
  for (const section of report.sections) {
    if (missing <= 0) break
    chosen.add(section.id)
    missing -= reportWords({ ...report, sections: [section] })
  }
  return chosen
}

/** The texts of a block in other words; addresses and ids stay. */
function changed(value: Prisma.JsonValue): Prisma.InputJsonValue | null {
  if (Array.isArray(value)) return value.map(changed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === 'text' || key === 'caption' || key === 'alt') && typeof inner === 'string'
        ? inOtherWords(inner)
        : changed(inner ?? null),
    ]),
  )
}

function copySections(copy: number, chosen: ReadonlySet<string>): Promise<void> {
  return asViewer(
    system,
    async (tx) => {
      const sections = await tx.finalReportSection.findMany({
        where: { id: { in: [...chosen] } },
        orderBy: { sort: 'asc' },
        include: { blocks: { include: { bindings: true } } },
      })
      const ids = new Map(sections.map(({ id }) => [id, randomUUID()]))
      const last = Math.max(...sections.map(({ sort }) => sort))
      for (const { blocks, ...section } of sections) {
        const { id, parentId, number, sort, title, showsSectionId, ...row } = section
        await tx.finalReportSection.create({
          data: {
            ...row,
            id: ids.get(id),
            parentId: parentId && (ids.get(parentId) ?? null),
            number: number && `K${copy}.${number}`,
            title: inOtherWords(title),
            sort: last + 1 + sort,
            templateSectionId: null,
            toimintamalliId: null,
            showsSectionId: null,
          },
        })
        for (const { id: blockId, bindings, content, ...block } of blocks) {
          await tx.finalReportBlock.create({
            data: {
              ...block,
              sectionId: ids.get(id) ?? '',
              content: changed(content) ?? {},
              bindings: {
                create: bindings.map(({ id: _, blockId: _block, frozen: _frozen, ...binding }) => binding),
              },
            },
          })
        }
      }
    },
    { seconds: 120 },
  )
}
