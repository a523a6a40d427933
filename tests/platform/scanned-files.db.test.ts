// Files that people send, with a scanner before them: what it does not clear is not kept, whatever door it comes by.
import fs from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as sendPicture } from '@/app/api/final-report/[section]/pictures/route'
import { POST as sendEvidence } from '@/app/api/reports/[report]/evidence/route'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { scannerPlace } from '@/lib/platform/scanner-settings'
import { words } from '@/lib/platform/words'
import { makeRound, type Round, reportOf } from '../support/builders/round'
import { type ClamdStandIn, type Mood, startClamdStandIn } from '../support/clamd-stand-in'
import { testDatabase } from '../support/database'
import { malwareSign } from '../support/malware-sign'
import { effectOf, Looker } from './fault-sweep/look'

const here = vi.hoisted(() => ({ sender: null as unknown, locale: 'fi' as 'fi' | 'sv' | 'en', lines: [] as unknown[] }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-path': '/api/somewhere?label=salainen' }) }))
vi.mock('@/lib/access/session', () => ({ currentViewer: async () => here.sender }))
vi.mock('@/app/locale', () => ({ requestWords: async () => words(here.locale) }))
vi.mock('@/lib/platform/logger', async (original) => ({
  ...(await original<object>()),
  log: (level: string, event: string, said: object) => void here.lines.push({ level, event, ...said }),
}))

let round: Round
let reportId: string
let looker: Looker
let standIn: ClamdStandIn

beforeAll(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
  here.sender = round.coordinator
  looker = await Looker.at(testDatabase().ownerUrl)
  standIn = await startClamdStandIn()
  Object.assign(env(), { scanner: scannerPlace(standIn.address) })
})
afterEach(() => {
  standIn.mood = 'answer'
  here.locale = 'fi'
  here.lines = []
})
afterAll(async () => {
  Object.assign(env(), { scanner: null })
  await standIn.stop()
  await looker.end()
  await disconnect()
})

const pdf = (text: string) => `%PDF-1.7\n${text}\n%%EOF\n`
let sent = 0

/** A file as the plain form of a report sends it. */
function send(text: string): Promise<Response> {
  const form = new FormData()
  sent += 1
  const place = { project: 'x', period: '2025-Q4', unit: round.unit.id, label: 'Muistio', section: '' }
  for (const [name, value] of Object.entries({ once: `avain-${sent}`, ...place })) form.set(name, value)
  form.set('file', new File([text], 'salainen.pdf'))
  const request = new Request('http://etappi.example/api', { method: 'POST', body: form })
  return sendEvidence(request, { params: Promise.resolve({ report: reportId }) })
}

describe('a file', () => {
  it('that the scanner clears is kept, after it was asked about whole', async () => {
    const before = await looker.look()
    const answer = await send(pdf('Muistio'))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('file=added')])
    expect(standIn.scanned.map(String)).toEqual([pdf('Muistio')])
    expect(effectOf(before, await looker.look())).toMatchObject({ StoredFile: 1, Evidence: 1 })
  })

  it.each(['fi', 'sv', 'en'] as const)('with malware is not kept, and who sent it is told so (%s)', async (locale) => {
    here.locale = locale
    const before = await looker.look()
    const answer = await send(pdf(malwareSign))
    expect([answer.status, answer.headers.get('content-language')]).toEqual([422, locale])
    expect(await answer.text()).toContain(words(locale)('errors.infected.text'))
    expect(effectOf(before, await looker.look())).not.toHaveProperty('StoredFile')
    expect(here.lines).toMatchObject([
      { level: 'error', event: 'file.malware', found: 'Eicar-Test-Signature', path: '/api/somewhere' },
    ])
    expect(JSON.stringify(here.lines)).toContain(round.coordinator.userId)
    expect(JSON.stringify(here.lines)).not.toContain('salainen')
  })

  it.each<Mood>(['hang-up', 'nonsense', 'too-long'])(
    'is not kept while the scanner is %s, and is taken later',
    async (mood) => {
      standIn.mood = mood
      const before = await looker.look()
      const answer = await send(pdf('Liite'))
      expect(answer.status).toBe(503)
      expect(await answer.text()).toContain(words('fi')('errors.notScanned.text'))
      expect(effectOf(before, await looker.look())).not.toHaveProperty('StoredFile')
      expect(here.lines).toMatchObject([{ level: 'error', event: 'file.scanner-away', path: '/api/somewhere' }])
      standIn.mood = 'answer'
      expect((await send(pdf('Liite'))).status).toBe(303)
    },
  )

  it('of nobody does not trouble the scanner', async () => {
    const before = standIn.scanned.length
    here.sender = null
    expect((await send(pdf('Vieras'))).status).toBe(401)
    here.sender = round.coordinator
    expect(standIn.scanned).toHaveLength(before)
  })
})

describe('a picture of the report editor', () => {
  const sendOne = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'kuva.png'))
    const request = new Request('http://etappi.example/api', { method: 'POST', body: form })
    return sendPicture(request, { params: Promise.resolve({ section: crypto.randomUUID() }) })
  }

  it('is asked about before anything else is done with it', async () => {
    const infected = await sendOne(malwareSign)
    expect([infected.status, await infected.json()]).toEqual([422, { refused: 'INFECTED' }])
    standIn.mood = 'hang-up'
    const unknown = await sendOne('kuva')
    expect([unknown.status, await unknown.json()]).toEqual([503, { refused: 'NOT_SCANNED' }])
    standIn.mood = 'answer'
    const clean = await sendOne('kuva')
    expect([clean.status, await clean.json()]).toEqual([404, { refused: 'NOT_FOUND' }])
  })
})

describe('every route that takes a file', () => {
  it('asks the scanner, by the one that all plain forms use or by itself', () => {
    const routes = fs.globSync('app/api/**/route.ts').map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }))
    const takers = routes.filter(({ text }) => /\btakeFile\(|instanceof File\b|\.arrayBuffer\(\)/.test(text))
    expect(takers.length).toBeGreaterThanOrEqual(9)
    const asks = (text: string) => /\btakeFile\(|await heldByScanner\(/.test(text)
    expect(takers.filter(({ text }) => !asks(text)).map(({ file }) => file)).toEqual([])
    expect(asks('const bytes = new Uint8Array(await sent.arrayBuffer())')).toBe(false)
  })
})
