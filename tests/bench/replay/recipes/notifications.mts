// What people are told of, and the mails of it; what they keep out of sight.
import { putGuideAway } from '@/lib/access/guides/commands'
import { asViewer } from '@/lib/access/viewer'
import { kindsFor } from '@/lib/notifications/model'
import { makePersonIn } from '@/tests/support/builders/round'
import type { Recipe } from '../recipe.mts'
import { roundAt } from '../scene.mts'

export const notificationRecipes: Recipe[] = [
  {
    of: 'app/(portal)/settings/actions.ts#keepChoices',
    // A choice for each kind that a coordinator can be told of.
    adds: { NotificationSetting: kindsFor([{ role: 'coordinator' }]).length },
    prepare: async () => {
      const { coordinator: who } = await roundAt('opened')
      return { form: { who, page: '/settings', fill: { 'choice-returned': 'daily' } } }
    },
  },
  {
    of: 'app/(portal)/settings/actions.ts#putAway',
    // A mark on the person's own row: nothing is added.
    adds: {},
    prepare: async () => {
      const { coordinator: who } = await roundAt('opened')
      return { form: { who, page: '/my-work', having: ['guide', 'coordinator'] } }
    },
  },
  {
    of: 'app/(portal)/settings/actions.ts#bringBack',
    adds: {},
    prepare: async () => {
      const { coordinator: who } = await roundAt('opened')
      await putGuideAway(who, { guide: 'coordinator' })
      return { form: { who, page: '/settings' } }
    },
  },
  {
    of: 'app/(portal)/admin/mail/actions.ts#sendAgain',
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const stage = await roundAt('opened')
      const who = await makePersonIn(stage, 'admin')
      const own = { organisationId: stage.organisationId, userId: String(stage.coordinator.userId) }
      const failed = { state: 'failed', attempts: 8, lastError: 'ECONNREFUSED' } as const
      const mail = await asViewer(stage.system, (tx) =>
        tx.mail.create({
          data: { ...own, ...failed, locale: 'fi', subject: 'Raportti palautettiin', text: 'Raporttisi palautettiin.' },
          select: { id: true },
        }),
      )
      return { form: { who, page: `/admin/mail/${mail.id}` } }
    },
  },
]
