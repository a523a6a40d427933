import { randomUUIDv7 } from 'node:crypto'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { readFacts } from '../facts/read.ts'
import { swedishTitles, toimintamalliPrompts } from './template-texts.ts'

/** The official chapters and questions as one county's report has them; what the county added itself is no template. */
type StructureFact = {
  id: string
  number: string | null
  title_or_question: string
  kind: 'chapter' | 'question' | 'workpackage' | 'toimintamalli' | 'attachment'
  parent: string | null
  order: number
}

export const templateKey = 'rrp2-loppuraportti'

const belongsToTemplate = (fact: StructureFact) => fact.kind === 'chapter' || fact.kind === 'question'

/** The template of the programme's final report, version 1. Numbers are kept as given: chapters 2, 3 and 5 and 7.3.3 do not exist. */
export async function loadReportTemplate(): Promise<{ sections: number }> {
  const { structure } = readFacts<{ structure: StructureFact[] }>('syli.json')
  const facts = structure.filter(belongsToTemplate).toSorted((a, b) => a.order - b.order)
  const ids = new Map(facts.map((fact) => [fact.id, randomUUIDv7()]))
  await asViewer(systemViewer('demo-data'), async (tx) => {
    const template = await tx.reportTemplate.create({
      data: {
        key: templateKey,
        name: 'RRP2-hankkeen loppuraportti',
        versions: { create: { version: 1, publishedAt: new Date() } },
      },
      select: { versions: { select: { id: true } } },
    })
    const versionId = template.versions[0]?.id ?? ''
    await tx.reportTemplateSection.createMany({
      data: facts.map((fact, sort) => ({
        id: ids.get(fact.id),
        versionId,
        parentId: fact.parent ? (ids.get(fact.parent) ?? null) : null,
        key: fact.id,
        number: fact.number,
        kind: fact.kind,
        titleFi: fact.title_or_question,
        titleSv: swedishTitles[fact.id] ?? null,
        sort,
      })),
    })
    await tx.reportTemplatePrompt.createMany({
      data: toimintamalliPrompts.map((prompt, sort) => ({
        ...prompt,
        versionId,
        kind: 'toimintamalli' as const,
        sort,
      })),
    })
  })
  return { sections: facts.length }
}
