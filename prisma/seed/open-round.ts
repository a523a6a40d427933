import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { openPeriod } from '@/lib/rounds/commands'
import { approveReport, returnReport, startReview, submitReport } from '@/lib/status-reports/commands'
import { confirmSection } from '@/lib/status-reports/fields/confirmation/commands'
import type { Result } from '@/lib/values/result'
import { demoAccounts } from './demo-accounts.ts'
import type { LoadedUnits } from './kkk2.ts'
import { viewerOfAccount } from './viewers.ts'

/** How far each unit has come in the open quarter; a unit that is not named has not started. Nothing new is written. */
const standings = {
  draft: ['P4-I1A-TP1-HAIRIO', 'P4-I1A-TP2-MIELI', 'P4-I2-TP1-HYTE', 'P4-I4-A-1A1'],
  submitted: ['P4-I1A-TP1-KETJUT', 'P4-I1B-TP3', 'P4-I3-TP1'],
  in_review: ['P4-I1A-TP2-PERUSTASO', 'P4-I1B-TP4'],
  returned: ['P4-I1A-TP1-MUUTOS', 'P4-I4-K-1A'],
  resubmitted: ['P4-I1A-TP2-NEPSY', 'P4-I4-A-1A2'],
  approved: ['P3-IPS', 'P4-I1A-TP3', 'P4-I1A-TP5', 'P4-I2-TP2', 'P4-I3-TP2', 'P4-I4-A-1A6'],
} as const
type Standing = keyof typeof standings

type Step = 'begin' | 'confirm' | 'submit' | 'review' | 'return' | 'approve'
const stepsTo: Record<Standing, Step[]> = {
  draft: ['begin'],
  submitted: ['confirm', 'submit'],
  in_review: ['confirm', 'submit', 'review'],
  returned: ['confirm', 'submit', 'return'],
  resubmitted: ['confirm', 'submit', 'return', 'submit'],
  approved: ['confirm', 'submit', 'review', 'approve'],
}

const returned = {
  opens: ['actions', 'nextSteps'],
  reason:
    'Tarkista, pitävätkö toimenpiteiden tilanne ja seuraavat askeleet vielä paikkansa. Ne ovat samat kuin edellisellä jaksolla.',
}

const opening = new Date('2025-12-15T07:00:00Z')
const firstStep = new Date('2026-01-07T08:00:00Z')
const day = 86_400_000

type People = { director: Viewer; coordinatorOf: (unit: string) => Viewer }

/** Opens the last quarter and takes units to every standing of the round with the real commands of the people. */
export async function openRound(periodId: string, units: LoadedUnits): Promise<void> {
  const people = await peopleOf()
  const idOf = new Map(units.map(({ id, sourceId }) => [sourceId, id]))
  try {
    setClock(opening)
    expectDone(await openPeriod(people.director, periodId), 'opening the period')
    for (const [standing, names] of Object.entries(standings) as [Standing, readonly string[]][]) {
      for (const name of names) await takeTo(standing, name, { periodId, unitId: idOf.get(name) ?? name }, people)
    }
  } finally {
    setClock(null)
  }
}

type ReportPlace = { periodId: string; unitId: string }

async function takeTo(standing: Standing, unit: string, place: ReportPlace, people: People): Promise<void> {
  for (const [index, step] of stepsTo[standing].entries()) {
    setClock(new Date(firstStep.getTime() + index * day))
    expectDone(await take(step, place, people.coordinatorOf(unit), people.director), `${step} of ${unit}`)
  }
}

async function take(
  step: Step,
  place: ReportPlace,
  coordinator: Viewer,
  director: Viewer,
): Promise<Result<unknown, string>> {
  const report = await asViewer(director, (tx) =>
    tx.statusReport.findFirstOrThrow({ where: place, select: { id: true, version: true } }),
  )
  const asSeen = { reportId: report.id, version: report.version }
  const actions: Record<Step, () => Promise<Result<unknown, string>>> = {
    begin: () => confirmSection(coordinator, { reportId: report.id, section: 'overall' }),
    confirm: () => confirmSection(coordinator, { reportId: report.id, section: null }),
    submit: () => submitReport(coordinator, asSeen),
    review: () => startReview(director, asSeen),
    return: () => returnReport(director, { ...asSeen, ...returned }),
    approve: () => approveReport(director, asSeen),
  }
  return actions[step]()
}

async function peopleOf(): Promise<People> {
  const coordinators = await Promise.all(
    demoAccounts
      .filter(({ role, organisation }) => role === 'coordinator' && organisation === 'kainuu')
      .map(async ({ email, units }) => ({ units, viewer: await viewerOfAccount(email) })),
  )
  return {
    director: await viewerOfAccount('johtaja@kainuu.example'),
    coordinatorOf: (unit) => {
      const found = coordinators.find(({ units }) => units.some((beginning) => unit.startsWith(beginning)))
      if (!found) throw new Error(`nobody reports for ${unit}`)
      return found.viewer
    },
  }
}

function expectDone(result: Result<unknown, string>, what: string): void {
  if (!result.ok) throw new Error(`${what}: ${result.reason}`)
}
