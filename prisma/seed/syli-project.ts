import type { Tx } from '@/lib/platform/db'
import type { Syli } from './facts/syli.ts'
import type { Place } from './ids.ts'
import { investmentRows, levelRows } from './investments.ts'
import { entriesOf, listOf, projectFacts } from './project-facts.ts'
import { type Rows, together } from './rows.ts'

/** Header of the second county's project. Its report states neither dates nor a budget: they stay unknown. */
export async function insertSyliProject(tx: Tx, facts: Syli, place: Place, programmeId: string): Promise<void> {
  const { project } = facts
  await tx.project.create({
    data: {
      id: place.projectId,
      organisationId: place.organisationId,
      programmeId,
      key: 'syli',
      name: project.name,
      nameVariants: project.name_variants_in_text,
      periodBasis: project.period.note,
      predecessor: project.predecessor,
      programmeNote: project.programme,
    },
    select: { id: true },
  })
}

export function syliProjectRows(facts: Syli, place: Place): Rows {
  return together(syliStructure(facts, place), syliUnits(facts, place), syliFacts(facts, place))
}

const pillar = { level: 'pillar', sourceId: 'P4' }

/** Investments of the report's own numbers; one is only mentioned, and its note says where. */
function syliStructure(facts: Syli, place: Place): Rows {
  const titles = new Map(
    facts.structure
      .filter(({ kind, id, investment }) => kind === 'chapter' && investment !== null && !id.includes('.'))
      .map(({ investment, title_or_question: title }) => [investment, title.replace(/^Investointi \d: /, '')]),
  )
  const node = (number: string) => ({
    level: 'investment',
    sourceId: number,
    parent: pillar,
    code: `Investointi ${number}`,
    title: titles.get(number) ?? `Investointi ${number}`,
  })
  const mentioned = facts.project.investments_mentioned_but_not_reported.map((note) => ({
    ...node(note.charAt(0)),
    note,
  }))
  return together(
    levelRows(place, [
      { key: 'pillar', label: 'Pilari' },
      { key: 'investment', label: 'Investointi' },
    ]),
    investmentRows(place, [
      { ...pillar, parent: null, code: 'P4', title: facts.project.pillar },
      ...[...facts.project.investments_reported.map(node), ...mentioned],
    ]),
  )
}

function syliUnits(facts: Syli, { organisationId, projectId, ids }: Place): Rows {
  return {
    workPackage: facts.workpackages.map((unit, sort) => ({
      id: ids('workPackage', unit.code),
      organisationId,
      projectId,
      investmentId: ids('investment', unit.investment),
      sourceId: unit.code,
      level: 'plan',
      reports: true,
      code: unit.code,
      titleReview: unit.title,
      reviewSlides: [],
      remarks: [
        {
          kind: 'report_place',
          question: unit.under_question,
          lines: unit.line,
          tableRows: unit.rows_in_table_4_2,
          sections: unit.report_sections,
        },
      ],
      note: unit.note ?? null,
      sort,
    })),
  }
}

function syliFacts(facts: Syli, place: Place): Rows {
  const { project } = facts
  return projectFacts(place, {
    report: entriesOf({
      report_type: project.report_type,
      page_count_of_report: project.page_count_of_report,
      pages_in_text: project.pages_in_text,
    }),
    identifiers: entriesOf(project.identifiers),
    period_mentions: listOf(project.period.as_found),
    funding: project.funding_facts.map(({ fact, ...data }, index) => ({
      key: String(index + 1),
      text: fact,
      data,
      source: data.section ?? null,
    })),
    vulnerable_groups: listOf(project.vulnerable_groups_named),
    summary: project.summary_facts.map(({ text, ...data }, index) => ({ key: String(index + 1), text, data })),
  })
}
