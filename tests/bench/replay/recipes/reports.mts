// Writing a report and its steps.
import { addLink } from '@/lib/status-reports/evidence/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const unit = 'app/(portal)/projects/[project]/rounds/[period]/[unit]'
const step = { StatusReportEvent: 1, AuditEvent: 1 }

export const reportRecipes: Recipe[] = [
  {
    of: 'POST /api/reports/[report]/fields',
    adds: { StatusReportEntry: 2, StatusReportEvent: 1 },
    prepare: async () => {
      const { coordinator: who, reportId } = await roundAt('opened')
      const fields = ['results/text', 'nextSteps/text'].map((path) => ({ path, text: 'Kirjoitettua.', version: 0 }))
      return { script: { who, url: `/api/reports/${reportId}/fields`, body: { fields } } }
    },
  },
  {
    of: `${unit}/edit/actions.ts#saveReport`,
    adds: { ...step, Notification: 1 },
    prepare: async () => {
      const { coordinator: who, formPage: page } = await roundAt('filled')
      return { form: { who, page, fill: { intent: 'submit' } } }
    },
  },
  {
    of: `${unit}/actions.ts#recall`,
    adds: step,
    prepare: async () => {
      const { coordinator: who, unitPage: page } = await roundAt('submitted')
      return { form: { who, page } }
    },
  },
  {
    of: `${unit}/actions.ts#beginReview`,
    adds: step,
    prepare: async () => {
      const { director: who, unitPage: page } = await roundAt('submitted')
      return { form: { who, page } }
    },
  },
  {
    of: `${unit}/actions.ts#sendBack`,
    adds: { ...step, Notification: 1 },
    prepare: async () => {
      const { director: who, unitPage: page } = await roundAt('submitted')
      return { form: { who, page, fill: { reason: 'Tarkenna.', opens: ['results', 'nextSteps'] } } }
    },
  },
  {
    of: `${unit}/actions.ts#approve`,
    adds: { ...step, Notification: 1, Measurement: 1 },
    prepare: async () => {
      const { director: who, unitPage: page } = await roundAt('submitted')
      return { form: { who, page } }
    },
  },
  {
    of: `${unit}/edit/evidence/actions.ts#addLink`,
    repeatable: true,
    adds: { Evidence: 1, AuditEvent: 1 },
    prepare: async () => {
      const { coordinator: who, formPage: page } = await roundAt('opened')
      return { form: { who, page, fill: { label: 'Ohjeet', url: 'https://example.fi/ohjeet' } } }
    },
  },
  {
    of: `${unit}/edit/evidence/actions.ts#removeEvidence`,
    adds: { Evidence: -1, AuditEvent: 1 },
    prepare: async () => {
      const { coordinator: who, formPage: page, reportId } = await roundAt('opened')
      const given = { reportId, label: 'Ohjeet', url: 'https://example.fi/ohjeet' }
      const made = await addLink(who, given)
      must(made)
      return { form: { who, page } }
    },
  },
  {
    of: 'POST /api/reports/[report]/evidence',
    repeatable: true,
    adds: { Evidence: 1, StoredFile: 1, AuditEvent: 1 },
    prepare: async () => {
      const { coordinator: who, formPage: page } = await roundAt('opened')
      const file = { field: 'file', name: 'muistio.txt', bytes: Buffer.from('Muistio kokouksesta.') }
      return { form: { who, page, fill: { label: 'Muistio' }, file } }
    },
  },
]
