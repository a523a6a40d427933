// A county demands a second factor: who may set that, whom it stops, and that nothing but the way to the factor is left open.
import { globSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setFactorRule } from '@/lib/access/county/commands'
import { findCountySettings } from '@/lib/access/county/queries'
import { factorRuleSchema } from '@/lib/access/county/schema'
import { untouched } from '@/lib/access/form-state'
import type { Viewer } from '@/lib/access/model'
import { sealSession, sessionCookie } from '@/lib/access/next-auth'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { beginFactor, confirmFactor, resetFactor, switchOffFactor } from '@/lib/access/second-factor/commands'
import type { FactorRule } from '@/lib/access/second-factor/demand/model'
import { countTouched } from '@/lib/access/second-factor/demand/queries'
import { findBegunFactor } from '@/lib/access/second-factor/queries'
import { currentViewer, requireViewer, viewerBeforeFactor } from '@/lib/access/session'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { type CountyOfTest, inCounty, makeAccount, makeCounty, password } from '../support/builders/accounts'
import { codeOf, signedIn, wait, withFactor } from './authenticators'
import { auditTrail, sql } from './behind'
import { adminOf, holder, projectOf, stale } from './people-scene'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: () => undefined,
  }),
  headers: async () => new Headers({ 'x-request-id': 'request-1', 'x-path': '/projects/kkk2?x=1' }),
}))

let county: CountyOfTest
let admin: Viewer
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  jar.clear()
  county = await makeCounty()
  admin = await adminOf(county)
})
afterEach(() => setClock(null))

const versionOf = async () => (await findCountySettings(admin))?.version ?? 0
const set = async (rule: FactorRule, who = admin) => setFactorRule(who, { version: await versionOf(), rule })
const ruleNow = async () =>
  (
    await sql<{ rule: string }>('SELECT "factorRule"::text AS rule FROM "Organisation" WHERE id = $1', [
      county.organisationId,
    ])
  )[0]?.rule
/** The person of a session as the next request finds them. */
const again = async ({ sessionId }: Viewer) => viewerOfSession(signInActor(), String(sessionId), 'request-1')
const awaits = async (viewer: Viewer) => (await again(viewer))?.awaits ?? null
/** The browser of this session sends what follows. */
async function sends({ sessionId }: Viewer): Promise<void> {
  jar.set(sessionCookie().name, await sealSession(String(sessionId)))
}

describe('the rule of a county', () => {
  it('is set by nobody but its administrators with a fresh sign-in, and by one of two at once', async () => {
    for (const role of ['coordinator', 'director', 'finance', 'steering', 'auditor'] as const) {
      const who = await signedIn(await holder(county, role))
      expect(await setFactorRule(who, { version: 1, rule: 'everybody' })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await countTouched(who)).toBeNull()
    }
    const operator = await setFactorRule(systemViewer('operator'), { version: 1, rule: 'everybody' })
    expect(operator).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await set('everybody', stale(admin))).toEqual({ ok: false, reason: 'SIGN_IN_AGAIN' })
    expect(factorRuleSchema.safeParse({ version: '1', rule: 'some' }).error?.issues[0]?.message).toBe(
      'people.error.factorRule',
    )
    expect(await ruleNow()).toBe('nobody')
    const other = await adminOf(await makeCounty())
    expect(await setFactorRule(other, { version: 1, rule: 'everybody' })).toMatchObject({ ok: true })
    expect(await ruleNow()).toBe('nobody')
    const both = await Promise.all(
      (['writers', 'everybody'] as const).map((rule) => setFactorRule(admin, { version: 1, rule })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await auditTrail(county.organisationId)).toEqual(['county.factor_rule_set done admin'])
  })

  it('tells before how many people it asks and how many of these have none, and the log keeps it', async () => {
    await withFactor(await holder(county, 'director'))
    await holder(county, 'finance')
    await holder(county, 'auditor')
    await makeAccount(county, [inCounty('admin')], { secret: false })
    const gone = await holder(county, 'coordinator')
    await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [gone.id])
    await makeAccount(await makeCounty(), [inCounty('admin')])
    expect(await countTouched(admin)).toEqual({
      nobody: { asked: 0, without: 0 },
      writers: { asked: 3, without: 2 },
      everybody: { asked: 4, without: 3 },
    })
    expect(await set('writers')).toMatchObject({ ok: true })
    const [row] = await sql<{ data: unknown }>(
      `SELECT data FROM "AuditEvent" WHERE "organisationId" = $1 AND action = 'county.factor_rule_set'`,
      [county.organisationId],
    )
    expect(row?.data).toEqual({ before: 'nobody', after: 'writers', asked: 3, without: 2 })
  })

  it('stops open sessions with their next request, and only those whom it asks', async () => {
    const [director, auditor] = [
      await signedIn(await holder(county, 'director')),
      await signedIn(await holder(county, 'auditor')),
    ]
    const elsewhere = await signedIn(await holder(await makeCounty(), 'director'))
    const byProvider = await makeAccount(county, [inCounty('admin')], { secret: false })
    await sql(
      `UPDATE "User" SET "oidcIssuer" = 'https://login.example.fi', "oidcSubject" = $1::text WHERE id = $1::uuid`,
      [byProvider.id],
    )
    const provided = await signedIn(byProvider)
    expect(await set('writers')).toMatchObject({ ok: true })
    expect(await Promise.all([director, auditor, elsewhere, provided].map(awaits))).toEqual([
      'factor',
      null,
      null,
      null,
    ])
    expect(await again(director)).toMatchObject({ held: [], scope: 'county', awaits: 'factor' })
    admin = (await again(await withFactorOf(admin))) ?? admin
    expect(await set('everybody')).toMatchObject({ ok: true })
    expect(await Promise.all([director, auditor, elsewhere, provided].map(awaits))).toEqual([
      'factor',
      'factor',
      null,
      null,
    ])
    expect(await set('nobody')).toMatchObject({ ok: true })
    expect((await again(director))?.held).toEqual([{ role: 'director', projectId: projectOf(county) }])
  })
})

/** Switches the factor of a signed-in person on, in that session. */
async function withFactorOf(viewer: Viewer): Promise<Viewer> {
  const now = (await again(viewer)) ?? viewer
  expect(await beginFactor(now, { password })).toMatchObject({ ok: true })
  const key = (await findBegunFactor(now))?.key ?? ''
  expect(await confirmFactor(now, { code: codeOf(key) })).toMatchObject({ ok: true })
  wait(30)
  return viewer
}

describe('a person who is asked', () => {
  it('goes on in the session in which the factor was switched on; one that began before, elsewhere, does not', async () => {
    const account = await holder(county, 'director')
    const [own, foreign] = [await signedIn(account), await signedIn(account)]
    await set('writers')
    expect([await awaits(own), await awaits(foreign)]).toEqual(['factor', 'factor'])
    await withFactorOf(own)
    expect([await awaits(own), await awaits(foreign)]).toEqual([null, 'code'])
    expect((await again(foreign))?.held).toEqual([])
    // Somebody who knows the password only cannot go round it by switching the factor off from there.
    await sends(foreign)
    const { switchOff } = await import('@/app/(portal)/settings/security/actions')
    const form = new FormData()
    form.append('once', 'key')
    form.append('password', password)
    expect(await switchOff(untouched, form)).toMatchObject({ reason: 'FACTOR_DEMANDED' })
    expect(await awaits(own)).toBeNull()
  })

  it('is asked again when the factor is switched off or reset', async () => {
    const { viewer } = await withFactor(await holder(county, 'director'))
    await set('writers')
    expect(await awaits(viewer)).toBeNull()
    expect(await switchOffFactor(viewer, { password })).toMatchObject({ ok: true })
    expect(await awaits(viewer)).toBe('factor')
    const other = await holder(county, 'finance')
    const { viewer: reset } = await withFactor(other)
    // An administrator without a factor resets nobody’s.
    expect(await resetFactor((await again(admin)) ?? admin, { userId: String(reset.userId) })).toMatchObject({
      reason: 'NOT_ALLOWED',
    })
    await withFactorOf(admin)
    expect(await resetFactor((await again(admin)) ?? admin, { userId: String(reset.userId) })).toMatchObject({
      ok: true,
    })
    expect(await again(reset)).toBeNull()
    expect(await awaits(await signedIn(other))).toBe('factor')
  })

  it('is nobody to everything that asks for a viewer, and led to where the factor is switched on', async () => {
    const who = await signedIn(await holder(county, 'director'))
    await sends(who)
    expect(await currentViewer()).toMatchObject({ userId: who.userId })
    await set('writers')
    expect(await currentViewer()).toBeNull()
    expect(await viewerBeforeFactor()).toMatchObject({ userId: who.userId, held: [], awaits: 'factor' })
    await expect(requireViewer()).rejects.toMatchObject({ digest: expect.stringContaining(';/settings/security;') })
  })
})

/** Done before a demanded factor is there: the way to it, out, and the end of other sessions. Written by hand. */
const openActions = [
  'app/(portal)/settings/security/actions.ts#begin',
  'app/(portal)/settings/security/actions.ts#changePassword',
  'app/(portal)/settings/security/actions.ts#confirm',
  'app/(portal)/settings/security/actions.ts#endOne',
  'app/(portal)/settings/security/actions.ts#endOthers',
  'app/(public)/first-administrator/actions.ts#becomeFirstAdministrator',
  'app/(public)/invitation/actions.ts#accept',
  'app/(public)/sign-in/actions.ts#enter',
  'app/(public)/sign-in/actions.ts#enterCode',
  'app/(public)/sign-in/actions.ts#leave',
]

/** What every server action of the product answers to an empty form. */
async function answersOfAll(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of globSync('app/**/actions.ts').sort()) {
    const acts = (await import(/* @vite-ignore */ path.resolve(file))) as Record<
      string,
      (...given: unknown[]) => Promise<{ reason: unknown }>
    >
    for (const [name, act] of Object.entries(acts)) {
      const form = new FormData()
      form.append('once', `${file}#${name}`)
      const answer = await act(untouched, form).catch((error: { digest?: string }) => ({
        reason: error.digest ?? 'thrown',
      }))
      found.set(`${file}#${name}`, String(answer.reason))
    }
  }
  return found
}

describe('every server action', () => {
  it('is refused with its reason while the factor is missing, but for the way to it and out', {
    timeout: 120_000,
  }, async () => {
    await sends(await signedIn(await holder(county, 'director')))
    // Without the rule none of them says so: the refusal is the rule's.
    const before = await answersOfAll()
    expect([...before.values()]).not.toContain('FACTOR_DEMANDED')
    await sends(await signedIn(await holder(county, 'director')))
    await set('writers')
    const answers = await answersOfAll()
    const open = [...answers]
      .filter(([, reason]) => reason !== 'FACTOR_DEMANDED')
      .map(([name]) => name)
      .sort()
    console.log(`asked ${answers.size} server actions, ${open.length} are open`)
    expect(open).toEqual(openActions)
    expect(answers.size).toBeGreaterThanOrEqual(180)
    expect(await auditTrail(county.organisationId)).toContain('act.refused refused none')
  })
})
