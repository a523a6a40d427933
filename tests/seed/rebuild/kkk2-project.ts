import type { ProjectFact } from '@/lib/projects/details/model'
import { factsOf } from '@/lib/projects/details/model'
import type { Shapes } from '../loss/shapes'
import type { Names } from './names'

/** Facts of a topic as an object: texts as they are, anything else in the source's own form. */
export function topic(shapes: Pick<Shapes, 'details'>, name: string): Record<string, unknown> {
  return Object.fromEntries(factsOf(shapes.details, name).map((fact) => [fact.key, told(fact)]))
}

function told({ text, data }: ProjectFact): unknown {
  return text ?? data
}

export function rebuildProject(shapes: Shapes, names: Names) {
  const { details, investments } = shapes
  const { period, totalCost } = details
  return {
    name: details.name,
    organisation: details.organisationName,
    programme: details.programmeName,
    programme_note: details.programmeNote,
    pillars: investments.filter((row) => row.level.key === 'pillar').map((row) => row.sourceId),
    period: { text: period.asWritten, start: period.start, end: period.end, basis: period.basis },
    predecessor: details.predecessor,
    total_cost: { value: totalCost.amount, currency: totalCost.currency, as_written: totalCost.asWritten },
    goals: details.goals.map(({ no, text, investmentId }) => ({ no, pillar: names.on('pillar', investmentId), text })),
    target_groups: details.targetGroups.map((group) => ({
      pillar: names.on('pillar', group.investmentId),
      no: group.no,
      text: group.text,
      age_min: group.ageMin,
      age_max: group.ageMax,
    })),
    staffing: topic(shapes, 'staffing'),
    steering_group: details.steeringGroup,
    communication_main_message: details.communicationMessage,
    newsletter_per_year: details.newslettersPerYear,
    effects: details.effects.map(({ goal, outcome, impact }) => ({ goal, outcome, impact })),
    reporting_round: topic(shapes, 'reporting_round'),
  }
}

export function rebuildPillars({ investments }: Shapes) {
  return investments
    .filter((row) => row.level.key === 'pillar')
    .map((pillar) => ({
      code: pillar.sourceId,
      official_title: pillar.title,
      investments: investments.filter((row) => row.parentId === pillar.id).map((row) => row.sourceId),
    }))
}

export function rebuildOrganisation({ serviceAreas, tiles, slides }: Shapes, names: Names) {
  const nameOf = (id: string) => serviceAreas.find((area) => area.id === id)?.name
  return {
    organisation: {
      units: serviceAreas
        .filter((area) => area.parentId === null)
        .map((area) => ({
          service_area: area.name,
          units: serviceAreas.filter((unit) => unit.parentId === area.id).map((unit) => unit.name),
        })),
      tiles: tiles.map((tile) => ({
        slide: tile.slide,
        service_area: nameOf(tile.serviceAreaId),
        unit: tile.unitAsWritten,
        text: tile.text,
        status_as_written: tile.statusAsWritten,
        workpackage_ids: tile.workPackageIds.map(names.unit),
        note: tile.note,
      })),
    },
    deck_slides: slides.map(({ no, title, type }) => ({ no, title, type })),
  }
}
