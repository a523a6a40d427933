// The final report.
import { editSection } from '@/lib/final-report/editing/commands'
import { makeReport, sectionOf } from '@/tests/support/builders/final-report'
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
      return { form: { who, page: `/projects/${projectKey}/final-report` } }
    },
  },
  {
    of: `${report}/[section]/actions.ts#editTexts`,
    adds: { FinalReportBlock: 1, AuditEvent: 1 },
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
]
