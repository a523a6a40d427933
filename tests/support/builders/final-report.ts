import { randomUUIDv7 } from 'node:crypto'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { unbound } from '@/lib/final-report/blocks/model'
import { createReport } from '@/lib/final-report/commands'
import { editSection } from '@/lib/final-report/editing/commands'
import { takeStep } from '@/lib/final-report/life/commands'
import type { FinalReport, ReportEventType, ReportSection } from '@/lib/final-report/model'
import { findReport } from '@/lib/final-report/queries'
import { setSectionState } from '@/lib/final-report/sections/commands'
import { makeRound, type Round } from '@/tests/support/builders/round'

export type ReportPlace = Round & {
  /** The question 4.1 of the template below */
  questionId: string
  indicatorId: string
  measurementId: string
  investmentId: string
  /** Rows of another county */
  foreign: { measurementId: string }
}

/** A template with two chapters and two questions; numbers have a gap. */
export async function makeTemplate(): Promise<void> {
  await asViewer(systemViewer('operator'), async (tx) => {
    if (await tx.reportTemplate.findUnique({ where: { key: 'testipohja' } })) return
    const template = await tx.reportTemplate.create({
      data: { key: 'testipohja', name: 'Testipohja', versions: { create: { version: 1, publishedAt: new Date() } } },
      select: { versions: { select: { id: true } } },
    })
    const versionId = template.versions[0]?.id ?? ''
    const chapter = randomUUIDv7()
    await tx.reportTemplateSection.createMany({
      data: [
        { versionId, key: '1', number: '1', kind: 'chapter', titleFi: 'Tiivistelmä', sort: 0 },
        { id: chapter, versionId, key: '4', number: '4', kind: 'chapter', titleFi: 'Investointi', sort: 1 },
        {
          versionId,
          parentId: chapter,
          key: '4.1',
          number: '4.1',
          kind: 'question',
          titleFi: 'Mitä tehtiin?',
          sort: 2,
        },
        { versionId, parentId: chapter, key: '4.3', number: '4.3', kind: 'question', titleFi: 'Mitä jäi?', sort: 3 },
      ],
    })
  })
}

/** A county with a begun report, people in every role, and something to bind; and another county with the same. */
export async function makeReport(): Promise<ReportPlace> {
  const round = await makeRound()
  await makeTemplate()
  const own = await makeData(round.organisationId, round.projectId)
  const other = await makeRound()
  const foreign = await makeData(other.organisationId, other.projectId)
  const made = await createReport(round.director, { projectKey: round.projectKey, templateKey: 'testipohja' })
  if (!made.ok) throw new Error(made.reason)
  const question = (await reportOf(round)).sections.find((section) => section.templateKey === '4.1')
  return { ...round, ...own, foreign, questionId: question?.id ?? '' }
}

async function makeData(organisationId: string, projectId: string) {
  return asViewer(systemViewer('operator'), async (tx) => {
    const level = await tx.investmentLevel.create({
      data: { organisationId, projectId, key: 'investment', label: 'Investointi', depth: 0 },
    })
    const investment = await tx.investment.create({
      data: { organisationId, projectId, levelId: level.id, sourceId: 'I1', title: 'Investointi 1', sort: 0 },
    })
    const indicator = await tx.indicator.create({
      data: { organisationId, projectId, investmentId: investment.id, sourceId: 'K1', sort: 9 },
    })
    await tx.indicatorVersion.create({
      data: {
        organisationId,
        indicatorId: indicator.id,
        version: 1,
        name: 'Hoitoon pääsy',
        scope: 'national',
        unit: '%',
      },
    })
    const measurement = await tx.measurement.create({
      data: {
        organisationId,
        indicatorId: indicator.id,
        role: 'actual',
        kind: 'number',
        number: '87',
        unit: '%',
        timeCode: '2025-07',
        timeFrom: new Date('2025-07-01'),
        timeTo: new Date('2025-07-31'),
        source: 'THL',
        sort: 0,
      },
    })
    return { investmentId: investment.id, indicatorId: indicator.id, measurementId: measurement.id }
  })
}

export async function reportOf({ projectId }: { projectId: string }): Promise<FinalReport> {
  const report = await findReport(systemViewer('operator'), projectId)
  if (!report) throw new Error('no report')
  return report
}

export async function sectionOf(place: { projectId: string }, sectionId: string): Promise<ReportSection> {
  const section = (await reportOf(place)).sections.find((one) => one.id === sectionId)
  if (!section) throw new Error('no section')
  return section
}

/** Every place of the report answered and said to be ready, the number of the data in the first question. */
export async function answerAll(place: ReportPlace): Promise<void> {
  const report = await reportOf(place)
  for (const { id, title, parentId } of report.sections) {
    if (report.sections.some((one) => one.parentId === id)) continue
    const text = (words: string) => ({ kind: 'text' as const, text: words })
    const bound = id === place.questionId
    const written = await editSection(place.director, {
      sectionId: id,
      version: 1,
      texts: {},
      steps: [
        {
          kind: 'add',
          block: {
            type: 'paragraph',
            content: {
              runs: bound
                ? [text('Hoitoon pääsi ajoissa '), { kind: 'number', binding: 0 }, text('.')]
                : [text(`Vastaus kohtaan ${title}${parentId ?? ''}.`)],
            },
            bindings: bound ? [{ ...unbound, source: 'measurement', measurementId: place.measurementId }] : [],
          },
        },
      ],
    })
    if (!written.ok) throw new Error(written.reason)
    const ready = await setSectionState(place.director, {
      sectionId: id,
      version: written.value.version,
      state: 'ready',
    })
    if (!ready.ok) throw new Error(ready.reason)
  }
}

/** The assessment that the project does no significant harm. */
export function recordDnsh({ organisationId, projectId }: ReportPlace): Promise<unknown> {
  return asViewer(systemViewer('operator'), (tx) =>
    tx.dnshRecord.create({
      data: {
        organisationId,
        projectId,
        kind: 'self_assessment',
        text: 'Ei merkittävää haittaa.',
        assessedOn: new Date('2025-01-10'),
      },
    }),
  )
}

/** The declaration that no cost is paid twice. */
export function signDeclaration({ organisationId, projectId, director }: ReportPlace): Promise<unknown> {
  return asViewer(systemViewer('operator'), (tx) =>
    tx.doubleFundingDeclaration.create({
      data: {
        organisationId,
        projectId,
        text: 'Samaa kulua ei rahoiteta kahdesti.',
        signedById: director.userId ?? '',
        signedName: director.name,
        signedRole: 'director',
      },
    }),
  )
}

/** A decision of the steering group to rest on. */
export function makeDecision({ organisationId, projectId }: ReportPlace): Promise<string> {
  return asViewer(systemViewer('operator'), async (tx) => {
    const body = await tx.steeringBody.create({ data: { organisationId, projectId, name: 'Ohjausryhmä', sort: 0 } })
    const meeting = await tx.meeting.create({
      data: {
        organisationId,
        bodyId: body.id,
        title: 'Ohjausryhmän kokous',
        heldOn: new Date('2025-12-15'),
        state: 'approved',
      },
    })
    const item = await tx.agendaItem.create({
      data: { organisationId, meetingId: meeting.id, number: 4, title: 'Loppuraportti', sort: 0 },
    })
    const decision = await tx.decision.create({
      data: { organisationId, projectId, agendaItemId: item.id, text: 'Loppuraportti hyväksyttiin.', sort: 0 },
      select: { id: true },
    })
    return decision.id
  })
}

/** A report that only waits to be locked. */
export async function decidedReport(): Promise<ReportPlace> {
  const place = await makeReport()
  await answerAll(place)
  await recordDnsh(place)
  await signDeclaration(place)
  await takeSteps(place, ['checked', 'approved'])
  await takeSteps(place, ['decided'], await makeDecision(place))
  return place
}

/** Steps in a report's life, taken by the director. */
export async function takeSteps(
  place: ReportPlace,
  steps: readonly ReportEventType[],
  decisionId: string | null = null,
): Promise<void> {
  for (const step of steps) {
    const { version } = await reportOf(place)
    const taken = await takeStep(place.director, { project: place.projectKey, version, step, reason: null, decisionId })
    if (!taken.ok) throw new Error(`${step}: ${taken.reason}`)
  }
}
