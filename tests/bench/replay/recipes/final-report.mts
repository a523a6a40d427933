// The final report.
import { acceptFinding } from '@/lib/final-report/check/acceptances/commands'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { editSection } from '@/lib/final-report/editing/commands'
import {
  answerAll,
  decidedReport,
  makeDecision,
  makeReport,
  type ReportPlace,
  sectionOf,
  takeSteps,
} from '@/tests/support/builders/final-report'
import { makeRound } from '@/tests/support/builders/round'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const report = 'app/(portal)/projects/[project]/final-report'

export const finalReportRecipes: Recipe[] = [
  {
    of: `${report}/actions.ts#begin`,
    adds: { FinalReport: 1, FinalReportSection: 4, AuditEvent: 1 },
    prepare: async () => {
      await makeReport() // brings the template along
      const { director: who, projectKey } = await makeRound()
      return { form: { who, page: `/projects/${projectKey}/final-report`, fill: { template: 'testipohja' } } }
    },
  },
  {
    of: `${report}/[section]/actions.ts#editTexts`,
    adds: { FinalReportBlock: 1, SectionCopy: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, projectKey, questionId } = await makeReport()
      const page = `/projects/${projectKey}/final-report/${questionId}/edit`
      return { form: { who, page, fill: { 'new/text': 'Uusi kappale.', do: 'add:text' } } }
    },
  },
  {
    of: `${report}/[section]/actions.ts#changeState`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const place = await makeReport()
      const { director: who, projectKey, questionId: sectionId } = place
      const { version } = await sectionOf(place, sectionId)
      const content = { runs: [{ kind: 'text' as const, text: 'Vastaus.' }] }
      const block = { type: 'paragraph' as const, content, bindings: [] }
      must(await editSection(who, { sectionId, version, texts: {}, steps: [{ kind: 'add', block }] }))
      return { form: { who, page: `/projects/${projectKey}/final-report/${sectionId}` } }
    },
  },
  {
    of: `${report}/check/actions.ts#accept`,
    adds: { FindingAcceptance: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, projectKey, projectId } = await makeReport()
      const finding = (await checkStoredReport(who, projectId))?.findings[0]?.id
      const page = `/projects/${projectKey}/final-report/check/${finding}`
      return { form: { who, page, fill: { reason: 'Kysymys ei koske hanketta.' } } }
    },
  },
  {
    of: `${report}/check/actions.ts#withdraw`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, projectKey, projectId } = await makeReport()
      const finding = (await checkStoredReport(who, projectId))?.findings[0]?.id ?? ''
      must(await acceptFinding(who, { project: projectKey, finding, reason: 'Ei koske hanketta.' }))
      return { form: { who, page: `/projects/${projectKey}/final-report/check/${finding}` } }
    },
  },
  {
    of: `${report}/life/actions.ts#plainStep`,
    adds: { FinalReportEvent: 1, FinalReportEdition: 1, AuditEvent: 1 },
    prepare: async () => {
      const place = await decidedReport()
      return { form: { who: place.director, page: lifePage(place), having: ['step', 'frozen'] } }
    },
  },
  {
    of: `${report}/life/actions.ts#reasonedStep`,
    adds: { FinalReportEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const place = await decidedReport()
      return { form: { who: place.director, page: lifePage(place), fill: { reason: 'Luku puuttuu.' } } }
    },
  },
  {
    of: `${report}/life/actions.ts#decidedStep`,
    adds: { FinalReportEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const place = await makeReport()
      await answerAll(place)
      await takeSteps(place, ['checked', 'approved'])
      const decision = await makeDecision(place)
      return { form: { who: place.director, page: lifePage(place), fill: { decision } } }
    },
  },
]

const lifePage = ({ projectKey }: ReportPlace) => `/projects/${projectKey}/final-report/life`
