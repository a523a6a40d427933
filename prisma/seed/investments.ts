import type { InvestmentFact, Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

type Levels = { key: string; label: string }[]

export function levelRows(place: Place, levels: Levels): Rows {
  return {
    investmentLevel: levels.map(({ key, label }, depth) => ({
      id: place.ids('level', key),
      organisationId: place.organisationId,
      projectId: place.projectId,
      key,
      label,
      depth,
    })),
  }
}

type Node = {
  level: string
  sourceId: string
  parent: { level: string; sourceId: string } | null
  code: string | null
  title: string
  titleVariants?: string[]
  isPlaceholder?: boolean
  note?: string
}

/** Rows of the tree in reading order: every parent stands before its children. */
export function investmentRows(place: Place, nodes: Node[]): Rows {
  return {
    investment: nodes.map((node, sort) => ({
      id: place.ids(node.level, node.sourceId),
      organisationId: place.organisationId,
      projectId: place.projectId,
      parentId: node.parent ? place.ids(node.parent.level, node.parent.sourceId) : null,
      levelId: place.ids('level', node.level),
      sourceId: node.sourceId,
      code: node.code,
      title: node.title,
      titleVariants: node.titleVariants ?? [],
      isPlaceholder: node.isPlaceholder ?? false,
      note: node.note ?? null,
      sort,
    })),
  }
}

/** pilari, investointi, osa-alue. One code may stand on two levels: an investment without sub-areas has one of its own name. */
export const kkk2Levels: Levels = [
  { key: 'pillar', label: 'Pilari' },
  { key: 'investment', label: 'Investointi' },
  { key: 'sub_area', label: 'Osa-alue' },
]

export function kkk2Nodes(facts: Kkk2): Node[] {
  const byCode = new Map(facts.investments.map((investment) => [investment.code, investment]))
  return facts.pillars.flatMap((pillar): Node[] => [
    { level: 'pillar', sourceId: pillar.code, parent: null, code: pillar.code, title: pillar.official_title },
    ...pillar.investments.flatMap((code) => branch(byCode.get(code), pillar.code)),
  ])
}

function branch(fact: InvestmentFact | undefined, pillar: string): Node[] {
  if (!fact) throw new Error(`pillar ${pillar} names an investment that the facts do not have`)
  return [
    {
      level: 'investment',
      sourceId: fact.code,
      parent: { level: 'pillar', sourceId: pillar },
      code: fact.code_as_written,
      title: fact.official_title,
      titleVariants: fact.title_variants,
      isPlaceholder: fact.is_pseudo,
      note: fact.note,
    },
    ...fact.sub_areas.map((area) => ({
      level: 'sub_area',
      sourceId: area.code,
      parent: { level: 'investment', sourceId: fact.code },
      code: area.code_as_written,
      title: area.official_title,
      note: area.note,
    })),
  ]
}
