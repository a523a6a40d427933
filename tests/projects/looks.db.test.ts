import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { removeLogo, setColours, setLogo } from '@/lib/projects/looks/commands'
import { findLogo, findLookSettings, findLooks } from '@/lib/projects/looks/queries'
import { coloursSchema } from '@/lib/projects/looks/schema'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])
const colours = { version: 1, brandColour: '#00357a', accentColour: null }
const logo = { version: 1, alt: 'Kunnan logo', name: 'logo.png', bytes: png }

let round: Round
let admin: Viewer
beforeEach(async () => {
  round = await makeRound()
  admin = await makePersonIn(round, 'admin')
})
const looks = (viewer = round.steering) => findLooks(viewer, round.projectId)

describe('who may not set the looks', () => {
  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor', 'otherCounty'] as const)('%s', async (role) => {
    const refused = { ok: false, reason: 'NOT_ALLOWED' }
    expect(await setColours(round[role], colours)).toEqual(refused)
    expect(await setLogo(round[role], logo)).toEqual(refused)
    expect(await setLogo(round[role], { ...logo, alt: '' })).toEqual(refused)
    expect(await removeLogo(round[role], { version: 1 })).toEqual(refused)
    expect(await findLookSettings(round[role])).toBeNull()
    expect(await findLogo(round[role])).toBeNull()
    expect(await looks()).toEqual({ brandColour: null, accentColour: null, logo: null })
  })

  it('an administrator of another county, who changes only that county', async () => {
    const other = await makeRound()
    const stranger = await makePersonIn(other, 'admin')
    expect(await setColours(stranger, colours)).toEqual({ ok: true, value: null })
    expect(await looks()).toMatchObject({ brandColour: null })
    expect(await findLooks(stranger, round.projectId)).toMatchObject({ brandColour: null })
  })

  it('anybody at all, past the looks: the database keeps the name and key of a county', async () => {
    const rename = asViewer(admin, (tx) =>
      tx.organisation.updateMany({ where: { id: round.organisationId }, data: { name: 'Muu' } }),
    )
    await expect(rename).rejects.toThrow(/only the looks/)
  })
})

describe('what is no colour and no logo', () => {
  it.each(['red', '#12345', '#00357', 'rgb(1,2,3)', '#00357a;'])('"%s" is no colour', (brandColour) => {
    const read = coloursSchema.safeParse({ version: '1', brandColour, accentColour: '' })
    expect(read.error?.issues[0]).toMatchObject({ path: ['brandColour'], message: 'admin.looks.error.colour' })
  })

  it('capitals and spaces are read, and empty is the product’s own', () => {
    const read = coloursSchema.parse({ version: '1', brandColour: ' #00357A ', accentColour: '' })
    expect(read).toEqual({ version: 1, brandColour: '#00357a', accentColour: null })
  })

  it.each([
    ['EMPTY_FILE', { bytes: new Uint8Array() }],
    ['WRONG_KIND', { bytes: jpeg }],
    ['WRONG_KIND', { name: 'logo.svg', bytes: new TextEncoder().encode('<svg/>') }],
    ['WRONG_KIND', { name: 'logo.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }],
    ['TOO_LARGE', { bytes: new Uint8Array([...png, ...new Uint8Array(1_000_000)]) }],
    ['ALT_MISSING', { alt: '  ' }],
  ] as const)('%s is told, and no file is kept', async (reason, change) => {
    expect(await setLogo(admin, { ...logo, ...change })).toEqual({ ok: false, reason })
    expect(await kept()).toBe(0)
    expect(await looks()).toMatchObject({ logo: null })
  })
})

const kept = () =>
  asViewer(round.system, (tx) => tx.storedFile.count({ where: { organisationId: round.organisationId } }))

describe('the administrator', () => {
  it('sets colours and logo for the files of every project of the county', async () => {
    expect(await setColours(admin, colours)).toEqual({ ok: true, value: null })
    expect(await setLogo(admin, { ...logo, version: 2 })).toEqual({ ok: true, value: null })
    expect(await looks()).toEqual({
      brandColour: '#00357a',
      accentColour: null,
      logo: { bytes: png, mediaType: 'image/png', alt: 'Kunnan logo' },
    })
    expect(await findLookSettings(admin)).toMatchObject({ version: 3, logo: { alt: 'Kunnan logo', size: png.length } })
    expect(await findLogo(admin)).toMatchObject({ mediaType: 'image/png' })
    expect(await looks(round.otherCounty)).toEqual({ brandColour: null, accentColour: null, logo: null })
    const audit = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({
        where: { organisationId: round.organisationId, action: { startsWith: 'county.' } },
        orderBy: { at: 'asc' },
        select: { action: true, right: true, actorId: true },
      }),
    )
    expect(audit).toEqual([
      { action: 'county.colours_set', right: 'admin', actorId: admin.userId },
      { action: 'county.logo_set', right: 'admin', actorId: admin.userId },
    ])
  })

  it('takes the logo away again', async () => {
    await setLogo(admin, logo)
    expect(await removeLogo(admin, { version: 2 })).toEqual({ ok: true, value: null })
    expect(await looks()).toMatchObject({ logo: null })
  })

  it('is told when somebody else was faster: of two at once one has its way', async () => {
    const both = await Promise.all(
      ['#111111', '#222222'].map((brandColour) => setColours(admin, { ...colours, brandColour })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect(await setLogo(admin, logo)).toEqual({ ok: false, reason: 'STALE' })
    expect(await kept()).toBe(0)
  })
})
