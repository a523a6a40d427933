// What breaks while people use the product leaves one line in the running log, with the code that they see, and nothing of them.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@/tests/support/browser'
import { ask, cookieOf } from '@/tests/support/plain-answers'
import { type RunningEtappi, startEtappi } from '@/tests/support/running-etappi'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const log = path.join('.cache/check', `errors-${process.pid}.log`)
let etappi: RunningEtappi
let cookie = ''
test.beforeAll(async () => {
  fs.mkdirSync(path.dirname(log), { recursive: true })
  etappi = await startEtappi({}, { log: fs.openSync(log, 'w') })
  cookie = await cookieOf(etappi.address, 'johtaja@kainuu.example')
  // From now on everything breaks that asks the database.
  await etappi.database.dispose()
})
test.afterAll(async () => {
  await etappi?.stop()
  fs.rmSync(log, { force: true })
})

type Line = { event: string; requestId?: string; kind?: string; route?: string; digest?: string }
const said = (): Line[] =>
  fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

test('a page and a file that break stand in the log by their patterns, each once, and nothing stands there in another form', async () => {
  const asked = [
    { path: '/projects/kkk2/risks?text=Salainen', route: '/projects/[project]/risks', kind: 'render' },
    { path: '/api/projects/kkk2/plan/pdf?x=Salainen', route: '/api/projects/[project]/plan/pdf', kind: 'route' },
  ]
  for (const { path: address, route, kind } of asked) {
    const answer = await ask(etappi.address, { path: address, headers: { cookie } })
    expect(answer.status).toBe(500)
    const id = String(answer.headers['x-request-id'])
    await expect.poll(() => said().filter(({ requestId }) => requestId === id)).toHaveLength(1)
    expect(said().find(({ requestId }) => requestId === id)).toMatchObject({ event: 'request.failed', kind, route })
  }
  // What belongs to no request is written after a moment: each line is JSON, and none repeats what stands in another.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(said().filter(({ event }) => event === 'framework.said')).toEqual([])
  expect(fs.readFileSync(log, 'utf8')).not.toMatch(/Salainen|johtaja|session=/)
})

test('the code that the person sees is in the line', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${etappi.address}/results/kkk2`)
  const shown = await page.locator('main').innerText()
  const codes = said().flatMap(({ route, digest }) => (route === '/results/[project]' && digest ? [digest] : []))
  expect(codes).toHaveLength(1)
  expect(shown).toContain(codes[0])
})
