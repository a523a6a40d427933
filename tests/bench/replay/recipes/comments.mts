// Comments beside a report.
import { commentOnReport } from '@/lib/status-reports/comments/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const comments = 'app/(portal)/projects/[project]/rounds/[period]/[unit]/comments/actions.ts'

/** A report with one thread, begun by its writer. */
async function withThread() {
  const stage = await roundAt('submitted')
  const given = { reportId: stage.reportId, path: 'results/text', text: 'Onko tämä valmis?', mentions: [] }
  must(await commentOnReport(stage.coordinator, { ...given, visibility: 'internal' }))
  return stage
}

export const commentRecipes: Recipe[] = [
  {
    of: `${comments}#startComment`,
    repeatable: true,
    adds: { CommentThread: 1, Comment: 1, AuditEvent: 1, Notification: 1 },
    prepare: async () => {
      const { director: who, unitPage } = await roundAt('submitted')
      return { form: { who, page: `${unitPage}?comment=results/text`, fill: { text: 'Tarkentakaa lukua.' } } }
    },
  },
  {
    of: `${comments}#replyComment`,
    adds: { Comment: 1, AuditEvent: 1, Notification: 1 },
    prepare: async () => {
      const { director: who, unitPage: page } = await withThread()
      return { form: { who, page, fill: { text: 'On.' } } }
    },
  },
  {
    of: `${comments}#moveComment`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, unitPage: page } = await withThread()
      return { form: { who, page, having: ['step', 'resolve'], press: 'threadId' } }
    },
  },
]
