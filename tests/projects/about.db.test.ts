import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { editBasics } from '@/lib/projects/basics/commands'
import { basicsSchema } from '@/lib/projects/basics/schema'
import { signDeclaration } from '@/lib/projects/declarations/commands'
import { recordDnsh } from '@/lib/projects/dnsh/commands'
import { dnshStanding } from '@/lib/projects/dnsh/model'
import { readDnshFile } from '@/lib/projects/dnsh/queries'
import { addDocument, removeDocument } from '@/lib/projects/documents/commands'
import { readDocumentFile } from '@/lib/projects/documents/queries'
import { addLink, removeLink } from '@/lib/projects/links/commands'
import { findOverview } from '@/lib/projects/overview/queries'
import { setRetention } from '@/lib/projects/retention/commands'
import { retentionSchema } from '@/lib/projects/retention/schema'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'

let round: Round
let place: { projectId: string; project: string }
beforeEach(async () => {
  setClock(new Date('2025-10-10T10:00:00Z'))
  round = await makeRound()
  // A form brings its page along, too.
  place = { projectId: round.projectId, project: round.projectKey }
  return () => setClock(null)
})

const overview = async (viewer: Viewer = round.director) => {
  const found = await findOverview(viewer, round.projectId)
  if (!found) throw new Error('no project')
  return found
}

const basics = {
  version: 1,
  name: 'Uusi nimi',
  description: 'Kuvaus.',
  term: { asWritten: '1.1.2023–31.12.2025', from: '2023-01-01', to: '2025-12-31' },
  steeringGroup: null,
  website: 'https://hanke.example/',
}
const document = {
  label: 'Päätös',
  kind: 'funding_decision' as const,
  datedOn: '2023-01-15',
  caseNumber: 'VN/1/2023',
  url: null,
}
const file = { name: 'paatos.pdf', bytes: new TextEncoder().encode('%PDF-1.7 sisältö') }
const link = {
  kind: 'sister' as const,
  linkedId: null,
  name: 'Naapurin hanke',
  url: 'https://naapuri.example/',
  note: null,
}
const dnsh = {
  kind: 'self_assessment' as const,
  text: 'Ei haittaa.',
  assessedOn: '2024-03-01',
  reviewOn: '2025-10-10',
  documentId: null,
  url: null,
}

const acts: Record<string, (viewer: Viewer) => Promise<{ ok: boolean }>> = {
  editBasics: (viewer) => editBasics(viewer, { ...place, ...basics }),
  setRetention: (viewer) => setRetention(viewer, { ...place, version: 1, until: '2035-12-31', reason: 'Tarkastus.' }),
  addDocument: (viewer) => addDocument(viewer, { ...place, ...document }, file),
  removeDocument: (viewer) => removeDocument(viewer, { ...place, documentId: crypto.randomUUID() }),
  addLink: (viewer) => addLink(viewer, { ...place, ...link }),
  removeLink: (viewer) => removeLink(viewer, { ...place, linkId: crypto.randomUUID() }),
  recordDnsh: (viewer) => recordDnsh(viewer, { ...place, ...dnsh }),
  signDeclaration: (viewer) => signDeclaration(viewer, { ...place, locale: 'fi' }),
}

describe('who may not', () => {
  it.each(
    Object.keys(acts).flatMap((act) =>
      (
        [
          ['coordinator', 'NOT_ALLOWED'],
          ['finance', 'NOT_ALLOWED'],
          ['steering', 'NOT_ALLOWED'],
          ['auditor', 'NOT_ALLOWED'],
          ['otherCounty', 'NOT_FOUND'],
        ] as const
      ).map(([role, reason]) => [act, role, reason] as const),
    ),
  )('%s: %s', async (act, role, reason) => {
    const before = await overview()
    expect(await acts[act]?.(round[role])).toEqual({ ok: false, reason })
    expect(await overview()).toEqual(before)
  })

  it('sign: an administrator, or the product itself', async () => {
    const admin = await makePersonIn(round, 'admin')
    expect(await acts.signDeclaration?.(admin)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await acts.signDeclaration?.(round.system)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })

  it('a stranger finds no project, and its files are like missing ones', async () => {
    await addDocument(round.director, { ...place, ...document }, file)
    const [row] = (await overview()).documents
    const asked = { projectKey: round.projectKey, documentId: row?.id ?? '' }
    expect(await readDocumentFile(round.steering, asked)).toMatchObject({ name: 'paatos.pdf' })
    expect(await readDocumentFile(round.otherCounty, asked)).toBeNull()
    expect(await readDocumentFile(round.steering, { ...asked, projectKey: 'muu' })).toBeNull()
    expect(await findOverview(round.otherCounty, round.projectId)).toBeNull()
  })
})

describe('what the project is called and told of', () => {
  it('is changed, the earlier name is kept and the change is recorded', async () => {
    const before = await overview()
    expect(await acts.editBasics?.(round.director)).toEqual({ ok: true, value: null })
    const after = await overview()
    expect(after).toMatchObject({ name: 'Uusi nimi', description: 'Kuvaus.', version: 2, website: basics.website })
    expect(after.nameVariants).toEqual([before.name])
    expect(after.periodAsWritten).toBe('1.1.2023–31.12.2025')
    expect(await audit()).toEqual(['project.edited'])
  })

  it('of two who change it at once one is told', async () => {
    const both = await Promise.all(['A', 'B'].map((name) => editBasics(round.director, { ...place, ...basics, name })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect((await overview()).nameVariants).toHaveLength(1)
  })

  it.each([
    ['name', ' ', 'projects.error.name'],
    ['term', 'pian', 'projects.error.term'],
    ['website', 'javascript:alert(1)', 'projects.error.address'],
  ])('%s "%s" is refused at its field', (name, value, message) => {
    const good = {
      ...place,
      version: '1',
      name: 'N',
      description: '',
      term: '',
      steeringGroup: '',
      website: '',
    }
    expect(basicsSchema.safeParse(good).success).toBe(true)
    const read = basicsSchema.safeParse({ ...good, [name]: value })
    expect(read.error?.issues[0]).toMatchObject({ path: [name], message })
  })
})

const audit = () =>
  asViewer(round.system, async (tx) => {
    const rows = await tx.auditEvent.findMany({
      where: { subjectId: round.projectId, action: { startsWith: 'project.' } },
      orderBy: { at: 'asc' },
      select: { action: true },
    })
    return rows.map(({ action }) => action)
  })

describe('retention', () => {
  beforeEach(() =>
    asViewer(round.system, async (tx) => {
      await tx.programme.update({ where: { key: 'testi' }, data: { retentionUntil: new Date('2032-12-31') } })
    }),
  )
  const set = (until: string | null, version = 1) =>
    setRetention(round.director, { ...place, version, until, reason: until && 'Tarkastus kesken.' })

  it('is the programme’s until the project has its own, and its own can be taken back', async () => {
    expect((await overview()).retention).toEqual({ programme: '2032-12-31', own: null, reason: null })
    expect(await set('2035-06-30')).toEqual({ ok: true, value: null })
    expect((await overview()).retention).toMatchObject({ own: '2035-06-30', reason: 'Tarkastus kesken.' })
    expect(await set(null, 2)).toEqual({ ok: true, value: null })
    expect((await overview()).retention).toMatchObject({ own: null, reason: null })
  })

  it('is never earlier than the programme’s; the same day is not', async () => {
    const refused = { ok: false, reason: 'TOO_EARLY', fields: { until: 'projects.error.retentionEarly' } }
    expect(await set('2032-12-30')).toEqual(refused)
    expect((await overview()).retention.own).toBeNull()
    expect(await set('2032-12-31')).toMatchObject({ ok: true })
  })

  it('needs a reason, and tells the slower of two', async () => {
    const typed = { ...place, version: '1', until: '31.12.2035', reason: '' }
    expect(retentionSchema.safeParse(typed).error?.issues[0]).toMatchObject({ path: ['reason'] })
    await set('2035-06-30')
    expect(await set('2036-06-30')).toEqual({ ok: false, reason: 'STALE' })
  })
})

describe('documents', () => {
  it('are a file or an address, in the order they came, and can be taken away', async () => {
    expect(await addDocument(round.director, { ...place, ...document }, file)).toEqual({ ok: true, value: null })
    const linked = {
      ...place,
      ...document,
      label: 'Suunnitelma',
      kind: 'plan' as const,
      url: 'https://dokumentit.example/1',
    }
    expect(await addDocument(round.director, linked, null)).toEqual({ ok: true, value: null })
    const { documents } = await overview(round.steering)
    expect(documents).toMatchObject([
      {
        label: 'Päätös',
        kind: 'funding_decision',
        datedOn: '2023-01-15',
        caseNumber: 'VN/1/2023',
        url: null,
        file: { name: 'paatos.pdf' },
      },
      { label: 'Suunnitelma', url: 'https://dokumentit.example/1', file: null },
    ])
    const gone = { ...place, documentId: documents[0]?.id ?? '' }
    const both = await Promise.all([1, 2].map(() => removeDocument(round.director, gone)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await overview()).documents).toHaveLength(1)
    expect(await audit()).toEqual(['project.document_added', 'project.document_added', 'project.document_removed'])
  })

  it.each([
    ['NOTHING', null],
    ['EMPTY_FILE', { name: 'x.pdf', bytes: new Uint8Array() }],
    ['WRONG_KIND', { name: 'x.pdf', bytes: new TextEncoder().encode('MZ ohjelma') }],
  ] as const)('%s is told and nothing is kept', async (reason, given) => {
    expect(await addDocument(round.director, { ...place, ...document }, given)).toMatchObject({ ok: false, reason })
    expect((await overview()).documents).toEqual([])
  })
})

describe('linked projects', () => {
  it('are of the same house or named, never itself nor one that is not seen', async () => {
    const stranger = await makeRound()
    const refused = (linkedId: string) => addLink(round.director, { ...place, ...link, name: null, linkedId })
    expect(await refused(round.projectId)).toMatchObject({ ok: false, reason: 'ITSELF' })
    expect(await refused(stranger.projectId)).toMatchObject({ ok: false, reason: 'NOT_VISIBLE' })
    expect(await addLink(round.director, { ...place, ...link })).toEqual({ ok: true, value: null })
    const [row] = (await overview(round.steering)).links
    expect(row).toMatchObject({ name: 'Naapurin hanke', url: link.url, projectKey: null, kind: 'sister' })
    expect(await removeLink(round.director, { ...place, linkId: row?.id ?? '' })).toEqual({ ok: true, value: null })
    expect((await overview()).links).toEqual([])
  })

  it('lead to the project for those who may see it, and tell nothing of it to others', async () => {
    const second = await asViewer(round.system, async (tx) => {
      const { programmeId } = await tx.project.findUniqueOrThrow({ where: { id: round.projectId } })
      const key = `${round.projectKey}-2`
      return tx.project.create({
        data: { organisationId: round.organisationId, programmeId, key, name: 'Toinen hanke' },
      })
    })
    const admin = await makePersonIn(round, 'admin')
    expect(await addLink(admin, { ...place, ...link, name: null, url: null, linkedId: second.id })).toMatchObject({
      ok: true,
    })
    expect((await overview(admin)).links).toMatchObject([{ name: 'Toinen hanke', projectKey: second.key }])
    expect((await overview(round.steering)).links).toEqual([])
  })
})

describe('DNSH', () => {
  it('a record stays as it is; a newer one of the same kind takes its place', async () => {
    await recordDnsh(round.director, { ...place, ...dnsh })
    expect(await standings()).toEqual(['due'])
    await recordDnsh(round.director, { ...place, ...dnsh, assessedOn: '2025-10-01', reviewOn: '2026-10-01' })
    await recordDnsh(round.director, { ...place, ...dnsh, kind: 'authority_assessment', reviewOn: null })
    expect(await standings()).toEqual(['coming', 'standing', 'replaced'])
    await expect(
      asViewer(round.system, (tx) =>
        tx.dnshRecord.updateMany({ where: { projectId: round.projectId }, data: { text: 'muu' } }),
      ),
    ).rejects.toThrow()
    await expect(
      asViewer(round.system, (tx) => tx.dnshRecord.deleteMany({ where: { projectId: round.projectId } })),
    ).rejects.toThrow()
  })

  it('has a document of the project’s own, and none of another project', async () => {
    await addDocument(round.director, { ...place, ...document }, file)
    const documentId = (await overview()).documents[0]?.id ?? ''
    expect(await recordDnsh(round.director, { ...place, ...dnsh, documentId })).toEqual({ ok: true, value: null })
    const [row] = (await overview()).dnsh
    const asked = { projectKey: round.projectKey, recordId: row?.id ?? '' }
    expect(await readDnshFile(round.auditor, asked)).toMatchObject({ name: 'paatos.pdf' })
    expect(await readDnshFile(round.otherCounty, asked)).toBeNull()
    const other = await makeRound()
    const strange = await recordDnsh(other.director, { ...dnsh, projectId: other.projectId, documentId })
    expect(strange).toMatchObject({ ok: false, reason: 'NO_DOCUMENT' })
  })

  it('is not assessed in the future', async () => {
    const early = await recordDnsh(round.director, { ...place, ...dnsh, assessedOn: '2025-10-11', reviewOn: null })
    expect(early).toEqual({ ok: false, reason: 'FUTURE', fields: { assessedOn: 'projects.error.future' } })
  })

  const standings = async () => {
    const { dnsh: rows } = await overview()
    return rows.map((row) => dnshStanding(row, rows, '2025-10-10'))
  }
})

describe('the declaration', () => {
  it('is signed by a person’s own press; later ones replace, all are kept', async () => {
    expect(await signDeclaration(round.director, { ...place, locale: 'fi' })).toEqual({ ok: true, value: null })
    setClock(new Date('2025-11-10T10:00:00Z'))
    await signDeclaration(round.director, { ...place, locale: 'sv' })
    const { declarations, name } = await overview()
    expect(declarations.map(({ signedAt }) => signedAt.slice(0, 10))).toEqual(['2025-11-10', '2025-10-10'])
    expect(declarations[1]).toMatchObject({ signedName: round.director.name, signedRole: 'director' })
    expect(declarations[1]?.text).toContain(name)
    expect(declarations[0]?.text).toMatch(/^Jag försäkrar/)
    await expect(
      asViewer(round.system, (tx) =>
        tx.doubleFundingDeclaration.updateMany({ where: { projectId: round.projectId }, data: { text: 'muu' } }),
      ),
    ).rejects.toThrow()
  })
})

describe('names', () => {
  it.each([
    ['coordinator', true],
    ['auditor', true],
    ['steering', false],
  ] as const)('%s: %s', async (role, may) => {
    await signDeclaration(round.director, { ...place, locale: 'fi' })
    await recordDnsh(round.director, { ...place, ...dnsh })
    const seen = await overview(round[role])
    expect(JSON.stringify(seen).includes('@kunta.example')).toBe(may)
    expect(JSON.stringify(seen).includes(round.director.name)).toBe(may)
    expect(seen.people.map((one) => [one.role, one.count])).toEqual([
      ['coordinator', 2],
      ['director', 1],
      ['finance', 1],
      ['steering', 1],
      ['auditor', 1],
    ])
    expect(seen.people.find((one) => one.role === 'director')?.people?.map((one) => one.name)).toEqual(
      may ? [round.director.name] : undefined,
    )
  })
})
