// The final report, the plan, the money and what is decided of them.
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { createPlan, createReport } from '@/lib/final-report/commands'
import { keepImport } from '@/lib/final-report/import/commands'
import { seenText } from '@/lib/final-report/import/preview/model'
import { takeImportSchema } from '@/lib/final-report/import/schema'
import { takeImport } from '@/lib/final-report/import/taking/commands'
import { takeStep } from '@/lib/final-report/life/commands'
import { makePlanVersion } from '@/lib/final-report/plan-document/commands'
import { keepPaste, takePaste } from '@/lib/finance/pastes/commands'
import { makeFile } from '@/lib/finance/treasury/files/commands'
import { decideChange, proposeChange, takeUp } from '@/lib/plan-changes/commands'
import { docx, item, p, picture, png, usualLists } from '@/tests/final-report/import/make-docx'
import type { Workflow } from '@/tests/platform/fault-sweep/sweep'
import { must } from '@/tests/platform/fault-sweep/workflows/must'
import { decidedReport, makeReport, makeTemplate, reportOf } from '@/tests/support/builders/final-report'
import { makeFinances } from '@/tests/support/builders/finance'
import { makeRound } from '@/tests/support/builders/round'
import { makeTreasury } from '@/tests/support/builders/treasury'

const written = docx({
  body: [
    p('Tiivistelmä', 'Otsikko1'),
    p('Hoitoon pääsi ajoissa 87 % asukkaista.'),
    item('Yksi'),
    p('4 Investointi', 'Otsikko1'),
    p('4.1 Mitä tehtiin?', 'Otsikko2'),
    p('Otettiin käyttöön etävastaanotto.'),
    p('Oma luku', 'Otsikko2'),
    p('Luvun teksti.'),
  ].join(''),
  numbering: usualLists,
  files: { 'word/media/kuva.png': png },
  relations: [picture('r1')],
})

/** A published template of plans, made once. */
async function planTemplate(): Promise<string> {
  const key = 'suunnitelman-pohja'
  const sections = { create: [{ key: 'background', kind: 'chapter' as const, titleFi: 'Tausta', sort: 0 }] }
  const versions = { create: { version: 1, publishedAt: new Date(), sections } }
  await asViewer(systemViewer('operator'), async (tx) => {
    if ((await tx.reportTemplate.count({ where: { key } })) > 0) return
    await tx.reportTemplate.create({ data: { key, name: 'Suunnitelma', kind: 'project_plan', versions } })
  })
  return key
}

const change = {
  ...{ workPackageId: null, investmentId: null, title: 'Chatbotin käyttöönotto', what: 'Chatbot.', why: 'Kysyntä.' },
  ...{ oldText: 'Puhelin', newText: 'Puhelin ja chatbot', oldAmount: '1000.00', newAmount: '2500.50' },
}

export const reportWorkflows: Workflow[] = [
  {
    name: 'beginning a final report',
    least: 8,
    prepare: async () => {
      await makeTemplate()
      const { director, projectKey } = await makeRound()
      return async () => must(await createReport(director, { projectKey, templateKey: 'testipohja' }))
    },
  },
  {
    name: 'bringing in a final report written in Word',
    least: 20,
    prepare: async () => {
      const place = await makeReport()
      const { projectKey: project, coordinator } = place
      const { id } = must(await keepImport(coordinator, { project, name: 'raportti.docx', bytes: written }))
      const given = takeImportSchema.parse({ project, import: id, version: seenText(await reportOf(place)) })
      return async () => must(await takeImport(coordinator, given))
    },
  },
  {
    name: 'locking a final report as an edition',
    least: 10,
    prepare: async () => {
      const place = await decidedReport()
      const { version } = await reportOf(place)
      const given = { project: place.projectKey, version, step: 'frozen' as const, reason: null, decisionId: null }
      return async () => must(await takeStep(place.director, given))
    },
  },
  {
    name: 'making a version of the plan',
    least: 10,
    prepare: async () => {
      const { director, projectId, projectKey } = await makeRound()
      must(await createPlan(director, { projectKey, templateKey: await planTemplate() }))
      const given = { project: projectKey, projectId, version: 0, reason: null }
      return async () => must(await makePlanVersion(director, given))
    },
  },
  {
    name: 'deciding a change of the plan',
    least: 8,
    prepare: async () => {
      const { director, projectId } = await makeRound()
      const { changeId } = must(await proposeChange(director, { projectId, reportId: null, ...change }))
      const decided = { asWritten: '9/2025', timeCode: '2025-09', decidedOn: null }
      must(await takeUp(director, { changeId, version: 1, note: null }))
      const given = { changeId, version: 2, decided, decisionId: null, note: null }
      return async () => must(await decideChange(director, given))
    },
  },
  {
    name: 'taking in a pasted table of costs',
    least: 8,
    prepare: async () => {
      const { finance, projectId } = await makeFinances()
      const text = 'Investointi\tSumma\nI1\t1 000,50\nI2\t5,50\n'
      const { id } = must(await keepPaste(finance, { projectId, periodId: null, text }))
      const given = { projectId, id, layout: 'yes|investment|amount', again: false }
      return async () => must(await takePaste(finance, given))
    },
  },
  {
    name: 'making the file of the State Treasury',
    least: 10,
    prepare: async () => {
      const { finance, projectId, projectKey: project } = await makeTreasury()
      return async () => must(await makeFile(finance, { projectId, project, month: '2025-09' }))
    },
  },
]
