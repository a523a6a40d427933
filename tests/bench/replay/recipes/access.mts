// The second factor, sessions, and what administrators do for people.
import { startSession } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { hashPassword } from '@/lib/access/password'
import { beginFactor, confirmFactor } from '@/lib/access/second-factor/commands'
import { findBegunFactor } from '@/lib/access/second-factor/queries'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { codeOf } from '@/tests/access/authenticators'
import { password } from '@/tests/support/builders/accounts'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const own = 'app/(portal)/settings/security/actions.ts'
const people = 'app/(portal)/admin/people/actions.ts'
const page = '/settings/security'
const system = systemViewer('sign-in')

/** A director with a password. */
async function withPassword(): Promise<{ who: Viewer; round: Round }> {
  const round = await makeRound()
  const who = await makePersonIn(round, 'director')
  const passwordHash = await hashPassword(password)
  await asViewer(system, (tx) => tx.user.update({ where: { id: String(who.userId) }, data: { passwordHash } }))
  return { who, round }
}

async function begun() {
  const made = await withPassword()
  must(await beginFactor(made.who, { password }))
  return { ...made, key: (await findBegunFactor(made.who))?.key ?? '' }
}

async function on() {
  const made = await begun()
  must(await confirmFactor(made.who, { code: codeOf(made.key) }))
  return made
}

const sessionOf = async ({ userId }: Viewer): Promise<string> =>
  (await asViewer(system, (tx) => startSession(tx, String(userId), { userAgent: 'bench' }))).sessionId

export const accessRecipes: Recipe[] = [
  {
    of: `${own}#begin`,
    adds: { SecondFactor: 1, AuditEvent: 1 },
    prepare: async () => ({ form: { who: (await withPassword()).who, page, fill: { password } } }),
  },
  {
    of: `${own}#confirm`,
    adds: { RecoveryCode: 10, AuditEvent: 1 },
    prepare: async () => {
      const { who, key } = await begun()
      return { form: { who, page: `${page}/authenticator`, fill: { code: codeOf(key) } } }
    },
  },
  {
    of: `${own}#renew`,
    adds: { AuditEvent: 1 },
    prepare: async () => ({ form: { who: (await on()).who, page, fill: { password } } }),
  },
  {
    of: `${own}#switchOff`,
    adds: { SecondFactor: -1, RecoveryCode: -10, AuditEvent: 1 },
    prepare: async () => ({ form: { who: (await on()).who, page, fill: { password } } }),
  },
  {
    of: `${own}#unlink`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await withPassword()
      const data = { oidcIssuer: 'https://login.example.fi', oidcSubject: String(who.userId) }
      await asViewer(system, (tx) => tx.user.update({ where: { id: String(who.userId) }, data }))
      return { form: { who, page } }
    },
  },
  {
    of: `${own}#endOne`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await withPassword()
      return { form: { who, page, having: ['sessionId', await sessionOf(who)] } }
    },
  },
  {
    of: `${own}#endOthers`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who } = await withPassword()
      await sessionOf(who)
      return { form: { who, page } }
    },
  },
  {
    of: `${people}#endOneOf`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who: person, round } = await withPassword()
      const having = ['sessionId', await sessionOf(person)] as const
      return { form: { who: await makePersonIn(round, 'admin'), page: `/admin/people/${person.userId}`, having } }
    },
  },
  {
    of: `${people}#endAllOf`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who: person, round } = await withPassword()
      await sessionOf(person)
      return { form: { who: await makePersonIn(round, 'admin'), page: `/admin/people/${person.userId}` } }
    },
  },
  {
    of: `${people}#reset`,
    adds: { SecondFactor: -1, RecoveryCode: -10, AuditEvent: 1 },
    prepare: async () => {
      const { who: person, round } = await on()
      const who = await makePersonIn(round, 'admin')
      return { form: { who, page: `/admin/people/${person.userId}`, fill: { sure: 'yes' } } }
    },
  },
]
