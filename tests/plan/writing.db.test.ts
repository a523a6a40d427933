// The plan as a document is written, discussed and checked as the final report is, by its own rights.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { addSection, assignSection } from '@/lib/final-report/arrangement/commands'
import { type PlanType, unbound, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { acceptFinding } from '@/lib/final-report/check/acceptances/commands'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { checkAround } from '@/lib/final-report/check/writing/queries'
import { createPlan } from '@/lib/final-report/commands'
import { commentOnSection } from '@/lib/final-report/comments/commands'
import { wholeSection } from '@/lib/final-report/comments/model'
import { findSectionComments, openThreadsBySection } from '@/lib/final-report/comments/queries'
import { flatSections } from '@/lib/final-report/document/model'
import { editSection } from '@/lib/final-report/editing/commands'
import { editFormSchema } from '@/lib/final-report/editing/schema'
import { saveSection } from '@/lib/final-report/editor/commands'
import { listVersions } from '@/lib/final-report/history/queries'
import { takeBack } from '@/lib/final-report/history/restore/commands'
import { listOwnSections } from '@/lib/final-report/my-work/queries'
import { makePlanVersion } from '@/lib/final-report/plan-document/commands'
import { findPlanDocument, openPlan, readPlanEdition } from '@/lib/final-report/plan-document/queries'
import { tellSectionPresence } from '@/lib/final-report/presence/commands'
import { setSectionState } from '@/lib/final-report/sections/commands'
import { savePersonMonths } from '@/lib/plan/person-months/commands'
import { saveColumn } from '@/lib/plan/schedule/commands'
import { findSchedule } from '@/lib/plan/schedule/queries'
import { findProject } from '@/lib/projects/queries'
import { receiversOf } from '@/lib/rounds/notices/queries'
import { loadPlanTemplate, planTemplateKey } from '@/prisma/seed/final-report/plan-template'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let templateMade = false

const seen = async (who = round.director) => findPlanDocument(who, round.projectId)
const sectionOf = async (key: string) => {
  const section = (await seen())?.report.sections.find(({ templateKey }) => templateKey === key)
  if (!section) throw new Error(key)
  return section
}
const block = (given: Pick<WrittenBlock, 'type'> & object): WrittenBlock =>
  ({ id: randomUUID(), bindings: [], file: null, from: null, ...given }) as WrittenBlock
const paragraph = (text: string) => block({ type: 'paragraph', content: { runs: [{ kind: 'text', text }] } } as never)
const table = (type: PlanType, content: object, workPackageId: string | null = null) =>
  block({
    type,
    content: { caption: 'Taulukko', ...content },
    bindings: workPackageId ? [{ ...unbound, sort: 0, source: 'work_package', workPackageId }] : [],
  } as never)
const save = async (key: string, blocks: WrittenBlock[], who = round.director) => {
  const { id: sectionId, version } = await sectionOf(key)
  return saveSection(who, { sectionId, version, blocks })
}
const opened = async (who = round.director) => {
  const project = await findProject(who, round.projectKey)
  const plan = project && (await openPlan(who, project))
  if (!plan) throw new Error('no plan')
  return plan
}
const blocksOf = async (title: RegExp) =>
  flatSections((await opened()).document.sections).find((one) => title.test(one.title))?.blocks ?? []
const makeBudget = ({ organisationId, projectId }: Pick<Round, 'organisationId' | 'projectId'>) =>
  asViewer(round.system, (tx) =>
    tx.budgetTable.create({
      data: {
        organisationId,
        projectId,
        source: 'Suunnitelma, luku 8',
        sort: 0,
        lines: {
          create: [{ organisationId, title: 'Palkat', year: 2025, amount: '100', fundingSource: 'own', sort: 0 }],
        },
      },
    }),
  )
const months = (given: string) =>
  savePersonMonths(round.director, {
    projectId: round.projectId,
    id: null,
    workPackageId: null,
    role: 'Suunnittelija',
    year: 2025,
    months: given,
    monthsAsWritten: null,
    fundingSource: null,
    note: null,
  })

beforeEach(async () => {
  if (!templateMade) await loadPlanTemplate()
  templateMade = true
  round = await makeRound()
  await createPlan(round.director, { projectKey: round.projectKey, templateKey: planTemplateKey })
})

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s writes, arranges, approves, takes back and accepts nothing', async (role, reason) => {
    const who = round[role]
    await save('background', [paragraph('Tausta.')])
    const { id: section, version } = await sectionOf('background')
    const before = await seen()
    const on = { section, version }
    const refused = { ok: false, reason }
    expect(await save('background', [paragraph('Muu.')], who)).toEqual(refused)
    expect(await editSection(who, { sectionId: section, version, texts: {}, steps: [] })).toEqual(refused)
    expect(await setSectionState(who, { sectionId: section, version, state: 'ready' })).toEqual(refused)
    expect(await assignSection(who, { ...on, owner: '' })).toEqual(refused)
    expect(await takeBack(who, { ...on, back: 1 })).toEqual(refused)
    const added = {
      project: round.projectKey,
      kind: 'project_plan' as const,
      parent: section,
      title: 'Oma',
      toimintamalli: '',
    }
    expect(await addSection(who, added)).toEqual(refused)
    expect(await tellSectionPresence(who, { sectionId: section, tab: randomUUID(), version })).toEqual(refused)
    const finding = { project: round.projectKey, kind: 'project_plan' as const, finding: '0'.repeat(16), reason: 'x' }
    expect(await acceptFinding(who, finding)).toEqual(refused)
    expect(await seen()).toEqual(before)
  })

  it('what is said while it is written is not for the steering group, the auditor or a stranger', async () => {
    await save('background', [paragraph('Luonnos, jota kommentoidaan.')])
    const { id: sectionId } = await sectionOf('background')
    const comment = { sectionId, path: wholeSection, text: 'Tarkenna.', mentions: [] }
    expect((await commentOnSection(round.coordinator, comment)).ok).toBe(true)
    const reportId = (await seen())?.report.id ?? ''
    for (const who of [round.steering, round.auditor, round.otherCounty]) {
      expect(await commentOnSection(who, comment)).toEqual({ ok: false, reason: 'NOT_FOUND' })
      expect((await findSectionComments(who, sectionId)).threads).toEqual([])
      expect((await openThreadsBySection(who, reportId)).size).toBe(0)
      expect(await listVersions(who, sectionId)).toEqual([])
      expect(await checkAround(who, sectionId)).toBeNull()
    }
    for (const who of [round.director, round.finance, round.coordinator]) {
      expect((await findSectionComments(who, sectionId)).threads).toHaveLength(1)
      expect(await listVersions(who, sectionId)).toHaveLength(1)
    }
  })

  it('nobody is named to the steering group, which reads the plan without its people', async () => {
    const { id: section, version } = await sectionOf('background')
    await assignSection(round.director, { section, version, owner: round.finance.userId ?? '' })
    await makePlanVersion(round.director, {
      project: round.projectKey,
      projectId: round.projectId,
      version: 0,
      reason: null,
    })
    const told = async (who = round.director) => {
      const plan = await seen(who)
      return [plan?.report.sections.find(({ id }) => id === section)?.owner?.id ?? null, plan?.editions[0]?.frozenBy]
    }
    expect(await told(round.steering)).toEqual([null, null])
    expect(await told()).toEqual([round.finance.userId, round.director.name])
  })

  it('nothing of another county’s can be shown in it, whichever way it is asked for', async () => {
    const strange = await makeRound()
    const budget = await makeBudget(strange)
    const unit = strange.unit.id
    const { id: sectionId, version } = await sectionOf('costs')
    const outside = { ok: false, reason: 'NOT_IN_PROJECT' }
    expect(await save('costs', [table('cost_table', { budgetId: budget.id })])).toEqual(outside)
    expect(await save('costs', [table('phase_table', {}, unit)])).toEqual(outside)
    expect(await save('costs', [table('person_month_table', { scoped: true }, unit)])).toEqual(outside)
    const asForm = (type: string) =>
      editFormSchema.parse({
        project: round.projectKey,
        kind: 'project_plan',
        section: sectionId,
        version,
        do: 'add:table',
        'table/type': type,
        'table/investment': '',
        'table/caption': 'Taulukko',
      })
    for (const type of [`cost_table:${budget.id}`, `phase_table:${unit}`]) {
      const { steps, texts } = asForm(type)
      expect(await editSection(round.director, { sectionId, version, steps, texts })).toEqual(outside)
    }
    expect((await sectionOf('costs')).blocks).toEqual([])
  })
})

describe('tables in its chapters', () => {
  it('show the data, and what they show is not repeated after them', async () => {
    const budget = await makeBudget(round)
    await months('12')
    const captions = async () =>
      (await blocksOf(/Kustannukset/)).flatMap((one) => (one.kind === 'table' ? [[one.label, one.caption]] : []))
    expect(await captions()).toEqual([
      ['', 'Kustannukset: Suunnitelma, luku 8'],
      ['', 'Henkilötyökuukaudet'],
    ])
    const blocks = [
      table('cost_table', { budgetId: budget.id, caption: 'Rahoitus' }),
      table('person_month_table', { caption: 'Työ' }),
    ]
    expect((await save('costs', blocks)).ok).toBe(true)
    expect(await captions()).toEqual([
      ['Taulukko 1', 'Rahoitus'],
      ['Taulukko 2', 'Työ'],
    ])
    // The same table in another chapter takes nothing away from this one.
    await save('costs', [])
    await save('background', [table('cost_table', { budgetId: budget.id, caption: 'Rahoitus' })])
    expect((await captions()).map(([, caption]) => caption)).toContain('Kustannukset: Suunnitelma, luku 8')
  })

  it('follow the plan until a version is made of it, which keeps what was, and say so when their source is gone', async () => {
    const budget = await makeBudget(round)
    const part = round.unit.id
    const found = await findSchedule(round.director, round.projectId, part)
    const on = { projectId: round.projectId, workPackageId: part, version: found?.version ?? '' }
    await saveColumn(round.director, { ...on, columnId: null, label: 'Kevät', time: null, afterId: null })
    await save('background', [
      table('cost_table', { budgetId: budget.id }),
      table('phase_table', {}, part),
      table('person_month_table', {}),
    ])
    await months('12')
    const version = { project: round.projectKey, projectId: round.projectId, reason: null }
    expect((await makePlanVersion(round.director, { ...version, version: 0 })).ok).toBe(true)
    await months('3')
    await asViewer(round.system, async (tx) => {
      await tx.budgetTable.delete({ where: { id: budget.id } })
    })
    const now = JSON.stringify(await blocksOf(/Tausta/))
    expect(now).toContain('"15"')
    expect(now).toContain('talousarviota, jota se käyttää, ei enää ole')
    const kept = JSON.stringify((await readPlanEdition(round.director, round.projectId, 1))?.document.sections)
    expect(kept).toContain('"12"')
    expect(kept).toContain('100,00')
    expect(kept).not.toContain('"15"')
  })
})

describe('the check of it', () => {
  it('finds what does not agree, and takes no chapter of the data for an empty one', async () => {
    await save('background', [paragraph('Katso taulukko 98. Kokous oli maanantaina 1.1.2025.')])
    const found = await checkStoredReport(round.director, round.projectId, 'project_plan')
    expect(found?.findings.map(({ rule }) => rule).sort()).toEqual(['weekday', 'wrong-reference'])
    expect(await checkStoredReport(round.director, round.projectId)).toBeNull()
    const { id: sectionId } = await sectionOf('background')
    expect((await checkAround(round.finance, sectionId))?.place).toEqual({
      key: round.projectKey,
      kind: 'project_plan',
    })
    const finding = found?.findings[0]?.id ?? ''
    const accepting = { project: round.projectKey, finding, reason: 'Lainaus.' }
    // Of the final report there is none to accept it in.
    expect(await acceptFinding(round.finance, accepting)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect((await acceptFinding(round.finance, { ...accepting, kind: 'project_plan' })).ok).toBe(true)
    const rows = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({ where: { organisationId: round.organisationId, action: 'plan.finding_accepted' } }),
    )
    expect(rows.map(({ subjectType, right }) => [subjectType, right])).toEqual([['project_plan', 'finance']])
  })
})

describe('whose it is', () => {
  it('its writers are given sections, find them among their work, and are told where', async () => {
    const { id: section, version } = await sectionOf('risks')
    const given = (owner: string) => assignSection(round.director, { section, version, owner })
    const stranger = round.coordinator.userId ?? ''
    expect(await given(stranger)).toMatchObject({ ok: false, reason: 'INVALID' })
    expect((await given(round.finance.userId ?? '')).ok).toBe(true)
    expect((await listOwnSections(round.finance)).map(({ id, kind }) => [id, kind])).toEqual([
      [section, 'project_plan'],
    ])
    const receivers = await asViewer(round.system, (tx) => receiversOf(round.system, tx))
    const news = receivers.find(({ userId }) => userId === round.finance.userId)?.pending.map((one) => one.news)
    expect(news?.map(({ kind, document }) => [kind, document])).toEqual([['section_given', 'project_plan']])
  })

  it('is ready and approved by those who keep the plan; the log names the plan', async () => {
    await save('risks', [paragraph('Riskit on arvioitu.')])
    const step = async (state: 'ready' | 'approved', who = round.finance) => {
      const { id: sectionId, version } = await sectionOf('risks')
      return setSectionState(who, { sectionId, version, state })
    }
    expect((await step('ready')).ok).toBe(true)
    expect((await step('approved')).ok).toBe(true)
    expect((await sectionOf('risks')).state).toBe('approved')
    const rows = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({ where: { organisationId: round.organisationId, subjectType: 'project_plan_section' } }),
    )
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['plan.text_saved']))
    expect(rows.length).toBeGreaterThanOrEqual(3)
  })
})
