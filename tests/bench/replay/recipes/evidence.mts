// Evidence of things and the mark of a reached target.
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { keepLink } from '@/lib/evidence/commands'
import { markReached } from '@/lib/evidence/reached/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const actions = 'app/(portal)/projects/[project]/evidence/[kind]/[subject]/actions.ts'
const link = { label: 'Päätös', note: null, url: 'https://example.fi/paatos' }

/** A target with one piece of evidence, and its page. */
async function withTarget() {
  const stage = await roundAt('opened')
  const { organisationId, unit, director, projectKey } = stage
  const { id } = await asViewer(systemViewer('operator'), (tx) =>
    tx.indicatorTarget.create({
      data: { organisationId, indicatorId: unit.shareId, role: 'final', asWritten: '80 %', sort: 0 },
    }),
  )
  const subject = { kind: 'target', id } as const
  must(await keepLink(director, { ...subject, ...link }))
  return { who: director, subject, page: `/projects/${projectKey}/evidence/target/${id}` }
}

export const evidenceRecipes: Recipe[] = [
  {
    of: `${actions}#addLink`,
    repeatable: true,
    adds: { Evidence: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withTarget()
      return { form: { who, page, fill: { label: 'Pöytäkirja', url: 'https://example.fi/2' } } }
    },
  },
  {
    of: `${actions}#remove`,
    adds: { Evidence: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withTarget()
      return { form: { who, page } }
    },
  },
  {
    of: `${actions}#mark`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withTarget()
      return { form: { who, page, fill: { on: '30.9.2025' } } }
    },
  },
  {
    of: `${actions}#unmark`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page, subject } = await withTarget()
      must(await markReached(who, { targetId: subject.id, on: '2025-09-30', note: null }))
      return { form: { who, page, fill: { reason: 'Laskettiin väärin' } } }
    },
  },
  {
    of: 'POST /api/evidence',
    repeatable: true,
    adds: { Evidence: 1, StoredFile: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withTarget()
      const file = { field: 'file', name: 'todiste.pdf', bytes: Buffer.from('%PDF-1.7 todiste') }
      return { form: { who, page, file } }
    },
  },
]
