import { textsOf } from '@/lib/communications/model'
import { countDecisions } from '@/lib/plan-changes/model'
import { pointsAgree } from '@/lib/risks/model'
import type { Shapes } from '../loss/shapes'
import { topic } from './kkk2-project'
import type { Names } from './names'

export function rebuildPlanChanges(shapes: Shapes, names: Names) {
  const { planChanges } = shapes
  return {
    plan_changes: planChanges
      .filter((change) => change.state === 'decided')
      .map((change) => ({
        no: change.no,
        investment: names.on('investment', change.investmentId),
        workpackage: change.workPackageAsWritten,
        workpackage_id: names.unit(change.workPackageId),
        title: change.title,
        decided: change.decided.map(({ asWritten, timeCode }) => ({ as_written: asWritten, normalised: timeCode })),
      })),
    plan_changes_summary: {
      in_preparation: planChanges.filter((change) => change.state === 'in_preparation').map((change) => change.title),
      in_preparation_as_written: topic(shapes, 'plan_changes').in_preparation,
      distinct_changes: planChanges.length,
      decision_dates: countDecisions(planChanges),
    },
  }
}

export function rebuildRisks({ risks }: Shapes) {
  return risks.map((risk) => {
    const assessment = risk.assessments[0]
    return {
      no: risk.no,
      description: risk.description,
      probability: assessment?.probability,
      impact: assessment?.impact,
      points_as_written: assessment?.pointsAsWritten,
      points_computed: assessment?.points,
      points_match: assessment && pointsAgree(assessment),
      mitigation: risk.mitigations.map(({ text }) => text).join('\n'),
      owner_roles: risk.ownerRoles,
    }
  })
}

export function rebuildCommunications({ communications }: Shapes) {
  const roles = [...new Set(communications.map((row) => row.responsibleRole))]
  return {
    responsible_role: roles.length === 1 ? roles[0] : roles,
    rows: communications.map((row) => ({
      no: row.no,
      topic: row.topic,
      what: textsOf(row, 'what'),
      done: textsOf(row, 'done'),
      planned: textsOf(row, 'planned'),
      status: row.statusText,
      channels: row.channels,
      date: row.dateCode,
      date_as_written: row.dateAsWritten,
    })),
  }
}
