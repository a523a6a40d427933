import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { setCounty } from '@/lib/statistics/county/commands'
import { findStatisticsState } from '@/lib/statistics/state/queries'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'

let round: Round
let admin: Viewer
let organisation: string

beforeEach(async () => {
  round = await makeRound()
  admin = await makePersonIn(round, 'admin')
  await asViewer(round.system, async (tx) => {
    await tx.statisticsRegion.createMany({
      data: ['01', '02'].map((code) => ({
        service: 'sotkanet' as const,
        category: 'HYVINVOINTIALUE',
        code,
        number: `9${code}`,
        titleFi: `Alue ${code}`,
      })),
      skipDuplicates: true,
    })
    organisation = (await tx.organisation.findUniqueOrThrow({ where: { id: round.organisationId } })).key
  })
})

const own = async (who = admin) => (await findStatisticsState(who))?.own?.code
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, action: 'county.region_set' },
      select: { right: true, data: true },
    }),
  )

describe('the own county in the statistics', () => {
  it('is not for people to set', async () => {
    for (const who of [admin, round.director, round.steering, round.otherCounty]) {
      expect(await setCounty(who, { organisation, code: '02' })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(await own()).toBeUndefined()
    expect(await audit()).toEqual([])
  })

  it('is set by the operator, for one organisation, and recorded; it can go back to the name', async () => {
    const other = await makePersonIn(await makeRound(), 'admin')
    expect(await setCounty(round.system, { organisation, code: '02' })).toMatchObject({ ok: true })
    expect([await own(), await own(other)]).toEqual(['02', undefined])
    expect(await audit()).toEqual([{ right: 'system:operator', data: { code: '02' } }])
    expect(await setCounty(round.system, { organisation, code: null })).toMatchObject({ ok: true })
    expect(await own()).toBeUndefined()
  })

  it('is refused for an organisation or an area that is not there', async () => {
    expect(await setCounty(round.system, { organisation: 'ei-ole', code: '02' })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await setCounty(round.system, { organisation, code: '99' })).toMatchObject({ reason: 'NO_SUCH' })
    expect(await own()).toBeUndefined()
  })
})
