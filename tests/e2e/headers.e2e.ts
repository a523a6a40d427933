// The headers of every kind of answer of a running server that people reach by https, and what it says to those who ask too often.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@/tests/support/browser'
import { sql } from '@/tests/support/form-page'
import { type Asked, ask, cookieOf, type PlainAnswer } from '@/tests/support/plain-answers'
import { type RunningEtappi, startEtappi } from '@/tests/support/running-etappi'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const director = 'johtaja@kainuu.example'
/** As lib/access/allowance.ts has them. */
const allowed = { file: 60, upload: 120 }
const https = 'https://etappi.example.fi'
let secure: RunningEtappi
let cookie = ''
const log = path.join('.cache/check', `headers-${process.pid}.log`)
test.beforeAll(async () => {
  fs.mkdirSync(path.dirname(log), { recursive: true })
  secure = await startEtappi({ APP_URL: https, NEXTAUTH_URL: https }, { log: fs.openSync(log, 'w') })
  cookie = await cookieOf(secure.address, director)
})
test.afterAll(async () => {
  await secure?.stop()
  fs.rmSync(log, { force: true })
})

type Kind = 'kept' | 'own' | 'never'
/** What an answer lacks. `kept`: a file that never changes; `own`: says itself how it may be kept; else it may never be. */
function lacking({ headers }: Pick<PlainAnswer, 'headers'>, kind: Kind): string[] {
  const has = (name: string) => String(headers[name] ?? '')
  const policy = has('content-security-policy')
  const rules: [string, boolean][] = [
    ['nosniff', has('x-content-type-options') === 'nosniff'],
    ['HSTS for a year', /^max-age=31536000; includeSubDomains$/.test(has('strict-transport-security'))],
    ['nobody may frame it', policy.includes("frame-ancestors 'none'") && has('x-frame-options') === 'DENY'],
    ['a policy of scripts', /default-src '(self|none)'/.test(policy) && !policy.includes('unsafe')],
    ['no referrer for others', has('referrer-policy') === 'same-origin'],
    ['no-store', kind !== 'never' || has('cache-control').includes('no-store')],
    ['kept for long', kind !== 'kept' || has('cache-control').includes('immutable')],
    ['told how it is kept', has('cache-control') !== ''],
    ['nothing of the software', headers['x-powered-by'] === undefined && headers.server === undefined],
  ]
  return rules.filter(([, held]) => !held).map(([rule]) => rule)
}

const staticFile = (): string => {
  const folder = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'static')
  const file = fs.readdirSync(folder, { recursive: true }).find((one) => String(one).endsWith('.js'))
  return `/_next/static/${String(file)}`
}

test('every kind of answer carries them', async () => {
  const me = { cookie }
  const cross = { 'sec-fetch-site': 'cross-site' }
  const get = (of: string, given: number, headers?: Record<string, string>): [string, Asked, number, Kind] => [
    of,
    { path: of, ...(headers && { headers }) },
    given,
    'never',
  ]
  const kinds: [string, Asked, number, Kind][] = [
    get('/sign-in', 200),
    get('/accessibility', 200),
    get('/my-work', 200, me),
    get('/projects/kkk2', 200, me),
    get('/projects/kkk2/steering/2025-Q3', 200, me),
    get('/ei-ole', 404),
    get('/projects/ei-ole', 404, me),
    get('/projects', 307),
    get('/sign-in/', 308),
    get('/sign-in?lang=sv', 303),
    get('/results/ei-ole', 404),
    get('/robots.txt', 200),
    get('/icon.svg', 200),
    get('/%00', 400),
    get('/%zz', 400),
    get('//evil.example', 308),
    get('/projects//kkk2', 308),
    get('/_next/static/%zz', 400),
    get('/_next/static/ei-ole.js', 404),
    get('/_next/image?url=%2Ficon.svg&w=64&q=75', 400),
    get('/api/health', 200),
    get('/api/search?q=omaishoito', 401),
    get('/api/search?q=omaishoito', 200, me),
    get('/api/ei-ole', 404),
    get('/api/projects/kkk2/lists/actions?format=csv', 200, me),
    get('/api/projects/kkk2/lists/all', 200, me),
    get('/api/projects/kkk2/lists/all', 401),
    get('/api/projects/syli/lists/all', 404, me),
    get('/api/auth/session', 200),
    ['a page by HEAD', { method: 'HEAD', path: '/sign-in' }, 200, 'never'],
    ['a write of another site', { method: 'POST', path: '/sign-in', headers: cross }, 403, 'never'],
    ['a method that a route has not', { method: 'DELETE', path: '/api/health' }, 405, 'never'],
    ['a method that nothing has', { method: 'TRACE', path: '/sign-in' }, 405, 'never'],
    ['a form with nothing in it', { method: 'POST', path: '/api/evidence', headers: me }, 400, 'never'],
    ['the reporting API without a key', { path: '/api/v1/kkk2' }, 401, 'own'],
    ['its description', { path: '/api/v1/openapi.json' }, 200, 'own'],
    ['a script', { path: staticFile() }, 200, 'kept'],
  ]
  const wrong: string[] = []
  for (const [name, asked, status, kind] of kinds) {
    const answer = await ask(secure.address, asked)
    if (answer.status !== status) wrong.push(`${name}: ${answer.status} and not ${status}`)
    for (const fault of lacking(answer, kind)) wrong.push(`${name} (${status}): ${fault}`)
  }
  console.log(`looked at ${kinds.length} kinds of answers`)
  expect(kinds.length).toBeGreaterThanOrEqual(35)
  expect(wrong).toEqual([])
  // A bare answer would be found at fault in all but what it cannot tell.
  expect(lacking({ headers: {} }, 'never')).toHaveLength(7)
  expect(lacking({ headers: { 'content-security-policy': "script-src 'unsafe-inline'" } }, 'kept')).toHaveLength(7)
})

test('an answer that went wrong carries them, too, and tells nothing of the inside', async () => {
  await sql(secure, 'ALTER TABLE "Project" RENAME TO "ProjectAway"')
  try {
    for (const place of ['/api/projects/kkk2/package', '/projects/kkk2']) {
      const answer = await ask(secure.address, { path: place, headers: { cookie } })
      expect(answer.status, place).toBe(500)
      expect(lacking(answer, 'never'), place).toEqual([])
      expect(answer.bytes.toString()).not.toMatch(/ProjectAway|relation|prisma|at .*\.js:\d/i)
    }
  } finally {
    await sql(secure, 'ALTER TABLE "ProjectAway" RENAME TO "Project"')
  }
})

test('every cookie has a name that no other host can set', async () => {
  const set = async (asked: Asked) => (await ask(secure.address, asked)).headers['set-cookie'] ?? []
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const cookies = [
    ...(await set({ path: '/sign-in?lang=sv' })),
    ...(await set({ path: '/api/auth/csrf' })),
    ...(await set({ path: '/api/auth/signin' })),
    ...(await set({ method: 'POST', path: '/api/shortcuts', headers: { ...form, cookie }, body: 'single=off' })),
  ]
  console.log(`looked at ${cookies.length} cookies`)
  expect(cookies.length).toBeGreaterThanOrEqual(4)
  expect(cookies.map((one) => one.split('=')[0])).toEqual(expect.arrayContaining(['__Host-lang', '__Host-shortcuts']))
  expect(cookie).toMatch(/__Host-etappi\.session=/)
  for (const one of cookies) expect(one, one).toMatch(/^__Host-[^;]+;(?=.*path=\/(;|$))(?=.*secure)(?!.*domain=)/i)
})

test('a language is chosen by the person, not by another site', async () => {
  const choose = (site: string) =>
    ask(secure.address, { path: '/sign-in?lang=sv', headers: { 'sec-fetch-site': site, 'sec-fetch-dest': 'document' } })
  for (const [site, chosen] of [
    ['cross-site', false],
    ['same-site', false],
    ['none', true],
  ] as const) {
    const answer = await choose(site)
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in'])
    expect(answer.headers['set-cookie'] !== undefined, site).toBe(chosen)
  }
})

test('signing out tells the browser to forget what it kept', async () => {
  const told = async (place: string) => (await ask(secure.address, { path: place })).headers['clear-site-data']
  expect(await told('/sign-in?left=1')).toBe('"cache"')
  expect(await told('/api/auth/signout')).toBe('"cache"')
  expect(await told('/sign-in')).toBeUndefined()
})

const lines = () =>
  fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('nothing that lies beside the built product can be fetched: no history of the source, no settings, no program', async () => {
  const beside = ['.git/HEAD', '.git/config', '.git/index', '.env', '.env.example', 'package.json', 'README.md']
  const built = [
    '.next/required-server-files.json',
    '.next/server/middleware-manifest.json',
    'prisma/schema.prisma',
    'lib/platform/env.ts',
  ]
  const ways = [
    (file: string) => `/${file}`,
    (file: string) => `/public/../${file}`,
    (file: string) => `/_next/../${file}`,
    (file: string) => `/_next/static/../../${file}`,
    (file: string) => `/_next/static/..%2f..%2f${file}`,
    (file: string) => `/%2e%2e/${file}`,
    (file: string) => `//${file}`,
    (file: string) => `/${file.replace('.git', '%2egit')}`,
    (file: string) => `/_next/image?url=${encodeURIComponent(`/${file}`)}&w=640&q=75`,
  ]
  const got: string[] = []
  const there = [...beside, ...built].filter((one) => fs.existsSync(one))
  expect(there.length).toBeGreaterThanOrEqual(5)
  for (const file of there) {
    const text = fs.readFileSync(file)
    for (const way of ways) {
      const { status, bytes } = await ask(secure.address, { path: way(file), headers: { cookie } })
      if (status === 200 || bytes.includes(text.subarray(0, 40))) got.push(`${way(file)}: ${status}`)
    }
  }
  expect(got).toEqual([])
  // What is meant for everybody is there.
  const meant = await ask(secure.address, { path: '/robots.txt' })
  expect([meant.status, meant.bytes.toString()]).toEqual([200, fs.readFileSync('public/robots.txt', 'utf8')])
})

test('a page, a file and an answer to a script that somebody may not have leave a line with who asked', async () => {
  const stranger = await cookieOf(secure.address, 'johtaja@kanta-hame.example')
  const userId = (
    await sql<{ id: string }>(secure, 'SELECT id FROM "User" WHERE email = $1', ['johtaja@kanta-hame.example'])
  )[0]?.id
  const tried: [Asked, number][] = [
    [{ path: '/projects/kkk2/risks?text=salainen' }, 404],
    [{ path: '/projects/kkk2/steering/2025-Q3/deck' }, 404],
    [{ path: '/api/projects/kkk2/lists/actions?format=csv' }, 404],
    [{ path: '/no/such/page' }, 404],
  ]
  for (const [asked, status] of tried) {
    const answer = await ask(secure.address, { ...asked, headers: { cookie: stranger } })
    expect([asked.path, answer.status]).toEqual([asked.path, status])
    const requestId = answer.headers['x-request-id']
    const told = () => lines().filter((line) => line.requestId === requestId)
    await expect
      .poll(told, asked.path)
      .toMatchObject([
        { level: 'warn', event: 'request.missing', status, method: 'GET', path: asked.path.split('?')[0], userId },
      ])
  }
  const quiet = [
    await ask(secure.address, { path: '/projects', headers: { cookie: stranger } }),
    await ask(secure.address, { path: '/no/such/page' }),
    await ask(secure.address, { path: '/invitation/salainen', headers: { cookie: stranger } }),
  ]
  expect(quiet.map(({ status }) => status)).toEqual([200, 404, 404])
  const of = new Set(quiet.map(({ headers }) => headers['x-request-id']))
  expect(lines().filter(({ requestId }) => of.has(String(requestId)))).toEqual([])
  expect(fs.readFileSync(log, 'utf8')).not.toMatch(/salainen|kanta-hame/)
})

test('a write of another site and a refused file leave a line in the log, without name and content', async () => {
  const site = { 'sec-fetch-site': 'cross-site' }
  const refused = await ask(secure.address, { method: 'POST', path: '/admin/people?nimi=salainen', headers: site })
  const form = ['once', 'file; filename="salainen.docx"'].map((name, at) => [name, at === 0 ? 'avain' : 'ei Wordia'])
  const body = `${form.map(([name, text]) => `--b\r\ncontent-disposition: form-data; name=${name}\r\n\r\n${text}\r\n`).join('')}--b--\r\n`
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=b' }
  const place = '/api/projects/kkk2/final-report/import'
  const sent = await ask(secure.address, { method: 'POST', path: place, headers, body })
  expect([refused.status, sent.status]).toEqual([403, 303])
  const id = refused.headers['x-request-id']
  expect(lines().filter((line) => line.requestId === id)).toMatchObject([
    { level: 'warn', event: 'request.cross-site', method: 'POST', path: '/admin/people' },
  ])
  expect(lines().filter((line) => line.requestId === sent.headers['x-request-id'])).toMatchObject([
    {
      level: 'warn',
      event: 'file.refused',
      path: place,
      bytes: 9,
      userId: expect.any(String),
      reason: expect.any(String),
    },
  ])
  expect(fs.readFileSync(log, 'utf8')).not.toMatch(/salainen|ei Wordia/)
})

test('who asks for too many files, or sends too many, is told when to go on, in their own language', async () => {
  const used = (what: 'file' | 'upload', hits: number) =>
    sql(
      secure,
      `INSERT INTO "RateLimit" (key, hits, "resetsAt") SELECT $1 || ':' || id, $2::int, now() + interval '5 minutes' FROM "User"
        WHERE email = $3 ON CONFLICT (key) DO UPDATE SET hits = excluded.hits, "resetsAt" = excluded."resetsAt"`,
      [what, hits, director],
    )
  const list: Asked = { path: '/api/projects/kkk2/lists/actions?format=csv', headers: { cookie } }
  await used('file', allowed.file - 1)
  expect((await ask(secure.address, list)).status).toBe(200)
  for (const lang of ['fi', 'sv', 'en']) {
    const headers = { cookie: `${cookie}; __Host-lang=${lang}` }
    await used('file', allowed.file)
    await used('upload', allowed.upload)
    const refused = [
      await ask(secure.address, { ...list, headers }),
      await ask(secure.address, { method: 'POST', path: '/api/evidence', headers }),
    ]
    for (const answer of refused) {
      expect(answer.status).toBe(429)
      expect(lacking(answer, 'never')).toEqual([])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(280)
      expect(answer.bytes.toString()).toContain(`<html lang="${lang}">`)
    }
  }
  await sql(secure, `DELETE FROM "RateLimit" WHERE key LIKE 'file:%' OR key LIKE 'upload:%'`)
  expect((await ask(secure.address, list)).status).toBe(200)
})

test('one sender opens public pages so often and no oftener, and only those', async () => {
  const place: Asked = { path: '/results/ei-ole' }
  const answers: PlainAnswer[] = []
  while (answers.length < 260 && answers.at(-1)?.status !== 429) answers.push(await ask(secure.address, place))
  const last = answers.at(-1)
  expect(last?.status).toBe(429)
  expect(answers.length).toBeGreaterThan(200)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect(lacking(last ?? { headers: {} }, 'never')).toEqual([])
  expect((await ask(secure.address, { path: '/sign-in' })).status).toBe(200)
})
