import type { Tx } from '@/lib/platform/db'
import type { Kkk2, Kkk2Narrative } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import { entriesOf, projectFacts } from './project-facts.ts'
import { type Rows, together } from './rows.ts'

/** Header of the demo project. */
export async function insertKkk2Project(tx: Tx, facts: Kkk2, place: Place, programmeId: string): Promise<void> {
  const { project } = facts
  await tx.project.create({
    data: {
      id: place.projectId,
      organisationId: place.organisationId,
      programmeId,
      key: 'kkk2',
      name: project.name,
      periodAsWritten: project.period.text,
      periodStart: project.period.start,
      periodEnd: project.period.end,
      periodBasis: project.period.basis,
      predecessor: project.predecessor,
      programmeNote: project.programme_note,
      totalCost: project.total_cost.value,
      totalCostAsWritten: project.total_cost.as_written,
      currency: project.total_cost.currency,
      steeringGroup: project.steering_group,
      communicationMessage: project.communication_main_message,
      newslettersPerYear: project.newsletter_per_year,
      language: facts._meta.language,
    },
    select: { id: true },
  })
}

/** Goals, target groups, effects, slides and the facts without a table of their own. */
export function kkk2ProjectRows(facts: Kkk2, narrative: Kkk2Narrative, place: Place): Rows {
  const { organisationId, projectId, ids } = place
  const { project } = facts
  const base = { organisationId, projectId }
  const rows: Rows = {
    projectGoal: project.goals.map(({ pillar, ...goal }, sort) => ({
      ...base,
      ...goal,
      investmentId: ids('pillar', pillar),
      sort,
    })),
    projectTargetGroup: project.target_groups.map((group, sort) => ({
      ...base,
      investmentId: ids('pillar', group.pillar),
      no: group.no,
      text: group.text,
      ageMin: group.age_min ?? null,
      ageMax: group.age_max ?? null,
      sort,
    })),
    projectEffect: project.effects.map((effect, sort) => ({ ...base, ...effect, sort })),
    reviewSlide: facts.deck_slides.map((slide) => ({ ...base, ...slide })),
  }
  return together(rows, kkk2Facts(facts, narrative, place))
}

function kkk2Facts(facts: Kkk2, narrative: Kkk2Narrative, place: Place): Rows {
  const { _meta: meta } = facts
  const { _meta: reports } = narrative
  return projectFacts(place, {
    staffing: entriesOf(facts.project.staffing),
    reporting_round: entriesOf(facts.project.reporting_round),
    plan_changes: [{ key: 'in_preparation', text: facts.plan_changes_summary.in_preparation_as_written }],
    sources: meta.sources.map(({ key, title, note }) => ({ key, text: title, data: { note } })),
    source_notes: entriesOf({
      personal_names: meta.personal_names,
      id_note: meta.id_note,
      date_note: meta.date_note,
    }),
    source_forms: entriesOf(meta.normalisation),
    report_notes: entriesOf({
      written: reports.written,
      status_rule: reports.status_rule,
      rollup_rule: reports.rollup_rule,
    }),
    report_scopes: entriesOf(reports.scope_values),
  })
}
