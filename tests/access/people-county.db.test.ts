// What a county says of itself, and what it calls roles.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setCountyDetails, setRoleNames } from '@/lib/access/county/commands'
import { findCountySettings } from '@/lib/access/county/queries'
import { countySchema, roleNamesSchema } from '@/lib/access/county/schema'
import type { Viewer } from '@/lib/access/model'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { withRoleLabels } from '@/lib/access/role-words'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { words } from '@/lib/platform/words'
import { chooseCounty } from '@/lib/statistics/county/commands'
import { findCountyChoice } from '@/lib/statistics/county/queries'
import { type CountyOfTest, makeCounty } from '../support/builders/accounts'
import { signedIn } from './authenticators'
import { auditTrail, sql } from './behind'
import { adminOf, holder, stale } from './people-scene'

let county: CountyOfTest
let admin: Viewer
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  county = await makeCounty()
  admin = await adminOf(county)
})
afterEach(() => setClock(null))

const given = { version: 1, contactEmail: 'kirjaamo@example.fi', businessId: '1234567-1' }
const names = { version: 1, labels: { coordinator: { fi: 'Työpakettivastaava', sv: 'Arbetspaketsansvarig' } } }
const row = async () =>
  (
    await sql(
      'SELECT "contactEmail", "businessId", "roleLabels", "regionCode", "settingsVersion" FROM "Organisation" WHERE id = $1',
      [county.organisationId],
    )
  )[0]

describe('a county', () => {
  it('is changed by nobody but its administrators with a fresh sign-in', async () => {
    const before = await row()
    const others = await Promise.all(
      (['coordinator', 'director', 'finance', 'steering', 'auditor'] as const).map(async (role) =>
        signedIn(await holder(county, role)),
      ),
    )
    for (const who of [...others, systemViewer('operator')]) {
      expect(await setCountyDetails(who, given)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await setRoleNames(who, names)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await chooseCounty(who, { version: 1, code: null })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect([await findCountySettings(who), await findCountyChoice(who)]).toEqual([null, null])
    }
    const again = { ok: false, reason: 'SIGN_IN_AGAIN' }
    expect(await setCountyDetails(stale(admin), given)).toEqual(again)
    expect(await setRoleNames(stale(admin), names)).toEqual(again)
    expect(await chooseCounty(stale(admin), { version: 1, code: null })).toEqual(again)
    // Another county's administrator changes their own, never this one.
    expect(await setCountyDetails(await adminOf(await makeCounty()), given)).toMatchObject({ ok: true })
    expect(await row()).toEqual(before)
  })

  it('takes one change of two from the same form', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((n) => setCountyDetails(admin, { ...given, contactEmail: `${n}@example.fi` })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((one) => !one.ok && one.reason === 'STALE')).toHaveLength(2)
    expect(await setRoleNames(admin, names)).toEqual({ ok: false, reason: 'STALE' })
    expect(await auditTrail(county.organisationId)).toEqual(['county.details_set done admin'])
  })

  it('keeps address and business ID, and its region only among those that were retrieved', async () => {
    expect(await setCountyDetails(admin, given)).toMatchObject({ ok: true })
    expect(await findCountySettings(admin)).toMatchObject({ ...given, version: 2 })
    expect(await chooseCounty(admin, { version: 2, code: '77' })).toMatchObject({ reason: 'NO_SUCH' })
    await sql(`INSERT INTO "StatisticsRegion" (id, service, category, code, number, "titleFi")
      VALUES (gen_random_uuid(), 'sotkanet', 'HYVINVOINTIALUE', '77', '1', 'Alue')`)
    expect(await chooseCounty(admin, { version: 2, code: '77' })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ regionCode: '77', settingsVersion: 3 })
    expect(await findCountyChoice(admin)).toMatchObject({ chosen: '77' })
  })

  it.each([
    ['', '', { contactEmail: null, businessId: null }],
    [' KIRJAAMO@example.fi ', '12345671', { contactEmail: 'kirjaamo@example.fi', businessId: '1234567-1' }],
    ['ei osoite', '', 'access.error.email'],
    ['', '1234567-2', 'people.error.businessId'],
    ['', 'abc', 'people.error.businessId'],
  ])('reads "%s" and "%s"', (contactEmail, businessId, expected) => {
    const read = countySchema.safeParse({ version: '1', contactEmail, businessId })
    if (typeof expected === 'string') expect(read.error?.issues.map(({ message }) => message)).toEqual([expected])
    else expect(read.data).toEqual({ version: 1, ...expected })
  })
})

describe('names of roles', () => {
  it('are everybody’s in the county with the next request, and nobody’s elsewhere', async () => {
    const here = await signedIn(await holder(county, 'director'))
    const elsewhere = await signedIn(await holder(await makeCounty(), 'director'))
    expect(await setRoleNames(admin, names)).toMatchObject({ ok: true })
    const read = async ({ sessionId }: Viewer) =>
      (await viewerOfSession(signInActor(), String(sessionId), null))?.roleLabels
    const labels = await read(here)
    expect(await read(elsewhere)).toBeUndefined()
    const [fi, en] = [withRoleLabels(words('fi'), labels), withRoleLabels(words('en'), labels)]
    expect([fi('access.role.coordinator'), fi('access.role.director')]).toEqual([
      'Työpakettivastaava',
      'Projektijohtaja',
    ])
    expect(en('access.role.coordinator')).toBe('Coordinator')
    expect([fi.mark === undefined, en.mark]).toEqual([false, undefined])
  })

  it('are the product’s again when the field is empty', () => {
    const typed = Object.fromEntries(
      ['coordinator', 'director', 'finance', 'steering', 'auditor', 'admin'].flatMap((role) =>
        ['fi', 'sv', 'en'].map((locale) => [
          `name-${role}-${locale}`,
          role === 'admin' && locale === 'sv' ? ' Chef ' : '',
        ]),
      ),
    )
    expect(roleNamesSchema.parse({ version: '1', ...typed })).toEqual({ version: 1, labels: { admin: { sv: 'Chef' } } })
    const long = roleNamesSchema.safeParse({ version: '1', ...typed, 'name-admin-fi': 'x'.repeat(61) })
    expect(long.error?.issues.map(({ message }) => message)).toEqual(['people.error.roleName'])
  })
})
