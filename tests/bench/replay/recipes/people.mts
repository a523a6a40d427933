// What administrators do for people and for the county itself.
import type { Viewer } from '@/lib/access/model'
import { hashPassword } from '@/lib/access/password'
import { sendLink } from '@/lib/access/people/links/commands'
import { disablePerson } from '@/lib/access/people/standing/commands'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { password } from '@/tests/support/builders/accounts'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const people = 'app/(portal)/admin/people/actions.ts'
const county = 'app/(portal)/admin/county/actions.ts'
const system = systemViewer('operator')

async function here(): Promise<{ who: Viewer; round: Round; userId: string; page: string }> {
  const round = await makeRound()
  const userId = String(round.coordinator.userId)
  return { who: await makePersonIn(round, 'admin'), round, userId, page: `/admin/people/${userId}` }
}

const versionOf = (userId: string): Promise<number> =>
  asViewer(system, async (tx) => (await tx.user.findUniqueOrThrow({ where: { id: userId } })).version)

export const peopleRecipes: Recipe[] = [
  {
    of: `${people}#add`,
    adds: { User: 1, Membership: 1, Invitation: 1, AuditEvent: 2 },
    prepare: async () => {
      const { who, round } = await here()
      const fill = {
        name: 'Suunnittelija',
        email: `uusi-${round.projectKey}@example.fi`,
        locale: 'fi',
        roles: [`coordinator@${round.projectId}`],
        way: 'show',
      }
      return { form: { who, page: '/admin/people/new', fill } }
    },
  },
  {
    of: `${people}#makeLink`,
    adds: { Invitation: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await here()
      return { form: { who, page, fill: { way: 'show' } } }
    },
  },
  {
    of: `${people}#withdraw`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page, userId } = await here()
      must(await sendLink(who, { userId, version: await versionOf(userId), way: 'show' }))
      return { form: { who, page } }
    },
  },
  {
    of: `${people}#saveDetails`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await here()
      return { form: { who, page, fill: { name: 'Toinen nimi' } } }
    },
  },
  {
    of: `${people}#saveRoles`,
    adds: { Membership: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page, round } = await here()
      const roles = [`coordinator@${round.projectId}`, `finance@${round.projectId}`]
      return { form: { who, page, fill: { roles } } }
    },
  },
  {
    of: `${people}#saveUnits`,
    adds: { WorkPackageCoordinator: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page, round } = await here()
      return { form: { who, page, fill: { units: [round.unit.id, round.otherUnit.id] } } }
    },
  },
  {
    of: `${people}#disable`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await here()
      return { form: { who, page } }
    },
  },
  {
    of: `${people}#enable`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page, userId } = await here()
      must(await disablePerson(who, { userId, version: await versionOf(userId) }))
      return { form: { who, page } }
    },
  },
  {
    of: 'app/(portal)/settings/security/actions.ts#changePassword',
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { round } = await here()
      const who = round.director
      const passwordHash = await hashPassword(password)
      await asViewer(system, (tx) => tx.user.update({ where: { id: String(who.userId) }, data: { passwordHash } }))
      return { form: { who, page: '/settings/security', fill: { password, newPassword: 'toiset neljä sanaa tähän' } } }
    },
  },
  {
    of: `${county}#saveDetails`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await here()
      return { form: { who, page: '/admin/county', fill: { contactEmail: 'kirjaamo@example.fi', businessId: '' } } }
    },
  },
  {
    of: `${county}#saveNames`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await here()
      return { form: { who, page: '/admin/county', fill: { 'name-coordinator-fi': 'Työpakettivastaava' } } }
    },
  },
  {
    of: `${county}#saveFactorRule`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await here()
      return { form: { who, page: '/admin/county', fill: { rule: 'everybody' } } }
    },
  },
  {
    of: `${county}#saveRegion`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await here()
      const area = { service: 'sotkanet', category: 'HYVINVOINTIALUE', code: '21' } as const
      await asViewer(system, (tx) =>
        tx.statisticsRegion.createMany({ data: [{ ...area, number: '1', titleFi: 'Alue' }], skipDuplicates: true }),
      )
      return { form: { who, page: '/admin/county', fill: { code: '21' } } }
    },
  },
]
