// Writing the final report: its sections, whose they are, and what is said of them.
import { randomUUID } from 'node:crypto'
import { addSection } from '@/lib/final-report/arrangement/commands'
import { commentOnSection } from '@/lib/final-report/comments/commands'
import { saveSection } from '@/lib/final-report/editor/commands'
import { makeReport, sectionOf } from '@/tests/support/builders/final-report'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const here = 'app/(portal)/projects/[project]/final-report/[section]'

const paragraph = (text: string) => ({
  id: randomUUID(),
  type: 'paragraph' as const,
  content: { runs: [{ kind: 'text' as const, text }] },
  bindings: [],
  file: null,
  from: null,
})

type Place = Awaited<ReturnType<typeof makeReport>>

async function save(place: Place, who: Place['director'], text: string): Promise<void> {
  const { version } = await sectionOf(place, place.questionId)
  must(await saveSection(who, { sectionId: place.questionId, version, blocks: [paragraph(text)] }))
}

/** A section that the director has written. */
async function written() {
  const place = await makeReport()
  await save(place, place.director, 'Vastaus.')
  return { place, who: place.director, page: `/projects/${place.projectKey}/final-report/${place.questionId}` }
}

/** The second of two sections of the project's own under the question. */
async function ownSection() {
  const { director: who, projectKey, questionId: parent } = await makeReport()
  const add = async (title: string) => {
    const added = await addSection(who, { project: projectKey, parent, title, toimintamalli: '' })
    if (!added.ok) throw new Error(added.reason)
    return added.value.sectionId
  }
  await add('Ensimmäinen')
  return { who, page: `/projects/${projectKey}/final-report/${await add('Toinen')}` }
}

async function withThread() {
  const { coordinator, director: who, projectKey, questionId: sectionId } = await makeReport()
  must(await commentOnSection(coordinator, { sectionId, path: 'section', text: 'Tarkista luku.', mentions: [] }))
  return { who, page: `/projects/${projectKey}/final-report/${sectionId}` }
}

export const reportWritingRecipes: Recipe[] = [
  {
    of: 'POST /api/final-report/[section]/blocks',
    adds: { FinalReportBlock: 1, SectionCopy: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, questionId } = await makeReport()
      const field = { path: 'blocks', text: JSON.stringify([paragraph('Kirjoitettu.')]), version: 1 }
      return { script: { who, url: `/api/final-report/${questionId}/blocks`, body: { fields: [field] } } }
    },
  },
  {
    of: `${here}/actions.ts#takeBackVersion`,
    adds: { SectionCopy: 1, AuditEvent: 1 },
    prepare: async () => {
      const { place, who, page } = await written()
      await save(place, place.coordinator, 'Toisin.')
      return { form: { who, page: `${page}/history?version=2` } }
    },
  },
  {
    of: `${here}/arrange/actions.ts#assign`,
    adds: { AuditEvent: 1, Notification: 1 },
    prepare: async () => {
      const { place, who, page } = await written()
      return { form: { who, page, fill: { owner: place.coordinator.userId ?? '' } } }
    },
  },
  {
    of: `${here}/arrange/actions.ts#move`,
    adds: { AuditEvent: 1 },
    prepare: async () => ({ form: { ...(await ownSection()), fill: { to: 'up' } } }),
  },
  {
    of: `${here}/arrange/actions.ts#remove`,
    adds: { FinalReportSection: -1, AuditEvent: 1 },
    prepare: async () => ({ form: await ownSection() }),
  },
  {
    of: `${here}/arrange/actions.ts#add`,
    adds: { FinalReportSection: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await written()
      return { form: { who, page, fill: { title: 'Uusi kohta' } } }
    },
  },
  {
    of: `${here}/comments/actions.ts#startSectionComment`,
    repeatable: true,
    adds: { CommentThread: 1, Comment: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await written()
      return { form: { who, page: `${page}?comment=section`, fill: { text: 'Tarkentakaa lukua.' } } }
    },
  },
  {
    of: `${here}/comments/actions.ts#replySectionComment`,
    adds: { Comment: 1, AuditEvent: 1, Notification: 1 },
    prepare: async () => ({ form: { ...(await withThread()), fill: { text: 'Tarkistettu.' } } }),
  },
  {
    of: `${here}/comments/actions.ts#moveSectionComment`,
    adds: { AuditEvent: 1 },
    prepare: async () => ({ form: { ...(await withThread()), having: ['step', 'resolve'], press: 'threadId' } }),
  },
]
