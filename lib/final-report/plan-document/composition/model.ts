import type { BoundData } from '@/lib/final-report/bindings/model'
import type { ReportBlock } from '@/lib/final-report/blocks/model'
import { composeReport } from '@/lib/final-report/composition/model'
import type { DocumentBlock, DocumentSection, ReportDocument } from '@/lib/final-report/document/model'
import type { FinalReport, ReportSection } from '@/lib/final-report/model'
import type { PlanComposition, PlanData } from '@/lib/final-report/plan-document/composition/given/model'
import { communicationBlocks, linkBlocks, riskBlocks } from '@/lib/final-report/plan-document/composition/lists/model'
import { costBlocks, dependencyBlocks, maturityBlocks } from '@/lib/final-report/plan-document/composition/money/model'
import { partSections } from '@/lib/final-report/plan-document/composition/parts/model'
import { lines, listOf, paragraphs, tableOf } from '@/lib/final-report/plan-document/composition/pieces/model'
import { anchorOf } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

type Making = {
  report: FinalReport
  project: ProjectHeader
  data: BoundData
  plan: PlanData
  at: Date
  t: Words
  origin: string
}

/**
 * The plan as a document: the texts of its sections, each followed by what the data tell there. The shape is the final report's,
 * and so are the preview and the files. A section of which nothing is written or recorded says so.
 */
export function composePlan({ report, project, data, plan, at, t, origin }: Making): ReportDocument {
  const composed = composeReport(report, project, data, at, t, origin)
  const sections = new Map(report.sections.map((section) => [anchorOf('section', section.id), section]))
  const given = { ...plan, data, t }
  const template = t('finalReport.templateVersion', report.template)
  return {
    ...composed,
    heading: t('plan.title'),
    facts: [
      { term: t('finalReport.fact.date'), text: formatDate(at, t.locale) },
      { term: t('plan.document.template'), text: template },
      { term: t('finalReport.fact.funder'), text: project.programme.funder },
    ],
    notice: t('plan.document.draftNotice'),
    flowing: true,
    sections: composed.sections.map((section) => withData(section, sections, given)),
  }
}

function withData(
  section: DocumentSection,
  stored: ReadonlyMap<string, ReportSection>,
  whole: Omit<PlanComposition, 'placed'>,
): DocumentSection {
  const { templateKey: key = null, blocks: written = [] } = stored.get(section.id) ?? {}
  const given: PlanComposition = { ...whole, placed: new Set(written.flatMap((block) => placedBy(block) ?? [])) }
  const blocks = key === null ? [] : (dataBlocks[key]?.(given) ?? [])
  const inside = key === 'structure' ? partSections(given, section.level + 1) : []
  const told = blocks.length > 0 || inside.length > 0
  const own = section.blocks.filter(({ kind }) => !(told && kind === 'unanswered'))
  return {
    ...section,
    blocks: own.map((block) => inPlanWords(block, given.t)).concat(blocks),
    children: [...section.children.map((child) => withData(child, stored, whole)), ...inside],
  }
}

/** What of the data a block shows whole; null when it shows a part of it, or something else. */
function placedBy(block: ReportBlock): string | null {
  const part = block.bindings.find(({ source }) => source === 'work_package')?.workPackageId
  if (block.type === 'phase_table') return part ? `phase_table:${part}` : null
  if (block.type === 'cost_table') return block.content.scoped ? null : `cost_table:${block.content.budgetId}`
  if (block.type === 'person_month_table') return block.content.scoped ? null : block.type
  return block.type === 'risk_table' ? block.type : null
}

/** A section without a text is no unanswered question here. */
function inPlanWords(block: DocumentBlock, t: Words): DocumentBlock {
  return block.kind === 'unanswered' ? { ...block, text: t('plan.document.unwritten') } : block
}

/** What the data tell in each place of the plan's template, by the key of the place. */
const dataBlocks: Readonly<Record<string, (given: PlanComposition) => DocumentBlock[]>> = {
  background: ({ details }) => paragraphs('background', [details?.description, details?.programmeNote]),
  goals: ({ details }) => listOf('goals', details?.goals.map(({ text }) => text) ?? []),
  target_groups: ({ details }) => listOf('target-groups', details?.targetGroups.map(({ text }) => text) ?? []),
  participants: linkBlocks,
  costs: costBlocks,
  effects: effectBlocks,
  organisation: ({ details }) => paragraphs('organisation', [details?.steeringGroup]),
  dependencies: dependencyBlocks,
  communication: (given) => [
    ...paragraphs('communication', [given.details?.communicationMessage]),
    ...communicationBlocks(given),
  ],
  monitoring: maturityBlocks,
  risks: riskBlocks,
}

function effectBlocks({ details, t }: PlanComposition): DocumentBlock[] {
  return tableOf('effects', t('plan.document.effects'), {
    columns: [
      { header: t('plan.document.column.goal'), width: 2 },
      { header: t('plan.document.column.outcome'), width: 2 },
      { header: t('plan.document.column.impact'), width: 2 },
    ],
    rows: (details?.effects ?? []).map(({ goal, outcome, impact }) => lines([goal, outcome, impact])),
  })
}
