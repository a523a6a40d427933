import type { ActionState } from '@/generated/prisma/client'
import type { Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

const states: Record<string, ActionState> = {
  suunnitteilla: 'planned',
  valmisteilla: 'in_preparation',
  käynnistynyt: 'started',
  käynnissä: 'in_progress',
  käytössä: 'in_use',
  valmis: 'done',
  päättynyt: 'ended',
  keskeytetty: 'suspended',
  'ei laajennettu': 'not_extended',
  'ei raportoitu': 'not_reported',
}

/** The house's state of a status as the source words it. */
export function stateOf(status: string): ActionState {
  const state = states[status]
  if (!state) throw new Error(`action status "${status}" has no state`)
  return state
}

/** Actions of the plan and, after them, those that the review reports. */
export function actionRows(facts: Kkk2, { organisationId, ids }: Place): Rows {
  return {
    action: facts.workpackages.flatMap((fact) => {
      const workPackageId = ids('workPackage', fact.id)
      const planned = fact.plan_actions.map((action, sort) => ({
        organisationId,
        workPackageId,
        origin: 'plan' as const,
        noAsWritten: action.no_as_written,
        title: action.title,
        sort,
      }))
      const reported = fact.actions.map((action, index) => ({
        id: ids('action', action.id),
        organisationId,
        workPackageId,
        sourceId: action.id,
        origin: 'report' as const,
        no: action.no,
        noAsWritten: action.no_as_written,
        section: action.section ?? null,
        title: action.title,
        state: stateOf(action.status),
        statusText: action.status,
        statusAsWritten: action.status_as_written ?? null,
        planned: action.planned,
        started: action.started,
        done: action.done,
        flag: action.flag ?? null,
        sort: planned.length + index,
      }))
      return [...planned, ...reported]
    }),
    actionFact: facts.workpackages.flatMap((fact) =>
      fact.actions.flatMap((action) =>
        action.facts.map((text, sort) => ({ organisationId, actionId: ids('action', action.id), text, sort })),
      ),
    ),
  }
}
