import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { auditActions, recordAudit } from '@/lib/platform/audit'
import { auditActionLabels } from '@/lib/platform/audit-labels'
import { locales, words } from '@/lib/platform/words'
import { type CountyOfTest, inCounty, makeAccount, makeCounty, viewerWith } from '../support/builders/accounts'

let county: CountyOfTest
beforeAll(async () => {
  county = await makeCounty()
})

const trail = () =>
  asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({ where: { organisationId: county.organisationId }, orderBy: { at: 'asc' } }),
  )

describe('an audit row', () => {
  it('says who, by which right, from where, in which request, with what result', async () => {
    const { id: userId } = await makeAccount(county, [inCounty('admin')])
    const viewer = viewerWith([inCounty('admin')], {
      userId,
      organisationId: county.organisationId,
      requestId: 'request-7',
    })
    await asViewer(viewer, (tx) =>
      recordAudit(tx, viewer, {
        action: 'session.revoked',
        right: 'admin',
        subjectType: 'user',
        subjectId: userId,
        data: { sessions: 2 },
      }),
    )
    expect(await trail()).toMatchObject([
      {
        organisationId: county.organisationId,
        actorId: userId,
        actorKind: 'person',
        action: 'session.revoked',
        right: 'admin',
        subjectType: 'user',
        subjectId: userId,
        source: 'web',
        requestId: 'request-7',
        result: 'done',
        data: { sessions: 2 },
      },
    ])
  })

  it('never holds a personal identity code, however deep somebody typed it', async () => {
    const viewer = viewerWith([inCounty('admin')], { organisationId: county.organisationId, requestId: 'request-8' })
    // Made up, and put together here: no file of ours holds one.
    const code = ['010190', '901R'].join('-')
    const data = { note: `Hetu ${code}.`, deep: { texts: [code.toLowerCase(), 'a'] }, count: 1 }
    await asViewer(viewer, (tx) =>
      recordAudit(tx, viewer, { action: 'session.revoked', right: 'admin', subjectType: 'user', data }),
    )
    expect((await trail()).find(({ requestId }) => requestId === 'request-8')?.data).toEqual({
      note: 'Hetu ******-****.',
      deep: { texts: ['******-****', 'a'] },
      count: 1,
    })
  })

  it('is gone when the act is taken back', async () => {
    const before = (await trail()).length
    const viewer = systemViewer('operator')
    const failing = asViewer(viewer, async (tx) => {
      await recordAudit(tx, viewer, {
        action: 'data.loaded',
        right: 'system',
        subjectType: 'project',
        organisationId: county.organisationId,
      })
      throw new Error('not so')
    })
    await expect(failing).rejects.toThrow('not so')
    expect(await trail()).toHaveLength(before)
  })

  it('is refused without an organisation, and for an organisation that is not the actor’s', async () => {
    const operator = systemViewer('operator')
    const entry = { action: 'data.loaded', right: 'system', subjectType: 'project' } as const
    await expect(asViewer(operator, (tx) => recordAudit(tx, operator, entry))).rejects.toThrow(
      /without an organisation/,
    )
    const other = await makeCounty()
    const viewer = viewerWith([], { organisationId: county.organisationId })
    await expect(
      asViewer(viewer, (tx) => recordAudit(tx, viewer, { ...entry, organisationId: other.organisationId })),
    ).rejects.toThrow(/row-level security/)
  })

  it('has a sentence in every language', () => {
    expect(Object.keys(auditActionLabels).sort()).toEqual([...auditActions].sort())
    for (const locale of locales) {
      const t = words(locale)
      const sentences = Object.values(auditActionLabels).map((key) => t(key))
      expect(
        sentences.filter((sentence) => !/^\p{Lu}.+\.$/u.test(sentence)),
        locale,
      ).toEqual([])
      expect(new Set(sentences).size, locale).toBe(sentences.length)
    }
  })
})
