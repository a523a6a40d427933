// Secrets of an installation stand in no script, page, error, log, file or backup: recognisable ones are set, everything that
// leaves the server is collected, and they are looked for in it, as they are and as they would be encoded.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { unzipSync } from 'fflate'
import { root } from '@/scripts/runtime.mjs'
import { plainPdfText } from '@/tests/exports/pdf-text'
import { expect, test } from '@/tests/support/browser'
import { places } from '@/tests/support/demo-places'
import { sql } from '@/tests/support/form-page'
import { type Asked, ask, cookieOf } from '@/tests/support/plain-answers'
import { type RunningEtappi, startEtappi } from '@/tests/support/running-etappi'
import { addressOf, matrix } from '@/tests/support/who-sees-what'

test.describe.configure({ timeout: 300_000 })

const canaries = {
  AUTH_SECRET: 'KanariaIstunto71c0b5e2d94f6a8833',
  MAIL_SMTP_URL: 'KanariaPosti5580ac1f',
  OIDC_CLIENT_SECRET: 'KanariaKirjautuminen92be',
}
const settings = {
  AUTH_SECRET: canaries.AUTH_SECRET,
  MAIL_SMTP_URL: `smtp://etappi:${canaries.MAIL_SMTP_URL}@127.0.0.1:9`,
  MAIL_FROM: 'Etappi <etappi@etappi.example>',
  OIDC_ISSUER: 'http://127.0.0.1:9/realms/etappi',
  OIDC_CLIENT_ID: 'etappi',
  OIDC_CLIENT_SECRET: canaries.OIDC_CLIENT_SECRET,
}
const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password)

/** A secret in every way in which it could be written down. */
const waysOf = (secret: string): string[] => [
  ...new Set([
    secret,
    encodeURIComponent(secret),
    ...(['base64', 'base64url', 'hex'] as const).map((way) => Buffer.from(secret).toString(way)),
  ]),
]

type Seen = { kind: string; name: string; text: string }

/** Where which secret stands. */
const found = (seen: readonly Seen[], secrets: Readonly<Record<string, string>>): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => {
    const ways = waysOf(secret)
    return seen
      .filter(({ text }) => ways.some((way) => text.includes(way)))
      .map((one) => `${name} in ${one.kind} ${one.name}`)
  })

/** Bytes as they are, and what is packed in them. */
async function readable(bytes: Buffer): Promise<string> {
  const plain = bytes.toString('latin1')
  if (plain.startsWith('%PDF')) return plain + (await plainPdfText(new Uint8Array(bytes)))
  if (!plain.startsWith('PK')) return plain + bytes.toString('utf8')
  return (
    plain +
    Object.values(unzipSync(new Uint8Array(bytes)))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n')
  )
}

async function answersOf(etappi: RunningEtappi): Promise<Seen[]> {
  const ids = await places((text, values) => sql(etappi, text, values))
  const seen: Seen[] = []
  const take = async (kind: string, name: string, asked: Asked) => {
    const { headers, bytes } = await ask(etappi.address, asked)
    seen.push({ kind, name, text: JSON.stringify(headers) + (await readable(bytes)) })
  }
  for (const [who, email] of [
    ['administrator', 'paakayttaja@kainuu.example'],
    ['director', 'johtaja@kainuu.example'],
  ] as const) {
    const cookie = await cookieOf(etappi.address, email)
    for (const row of matrix) {
      const place = addressOf(row, ids)
      const kind = /^\/api\/|\/(deck|review-pdf)$/.test(row.route) ? 'file' : 'page'
      await take(kind, `${place} (${who})`, { path: place, headers: { cookie } })
    }
    await take('file', `audit export (${who})`, { path: '/api/audit-log', headers: { cookie } })
  }
  for (const place of [
    '/sign-in',
    '/accessibility',
    '/api-docs',
    '/api/v1/openapi.json',
    '/api/health',
    '/api/auth/providers',
  ])
    await take('page', place, { path: place })
  const cookie = await cookieOf(etappi.address, 'johtaja@kainuu.example')
  await take('error', 'missing', { path: '/ei-ole' })
  await take('error', 'malformed', { path: '/%zz' })
  await take('error', 'provider away', { path: '/sign-in/provider' })
  await take('error', 'wrong sign-in', { method: 'POST', path: '/api/auth/callback/credentials', body: 'x' })
  await take('error', 'cross-site', { method: 'POST', path: '/', headers: { 'sec-fetch-site': 'cross-site' } })
  await sql(etappi, 'ALTER TABLE "Project" RENAME TO "ProjectAway"')
  await take('error', 'broken page', { path: '/projects/kkk2', headers: { cookie } })
  await take('error', 'broken file', { path: '/api/projects/kkk2/package', headers: { cookie } })
  await sql(etappi, 'ALTER TABLE "ProjectAway" RENAME TO "Project"')
  return seen
}

const scripts = (): Seen[] => {
  const folder = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'static')
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name))
    .map((file) => ({ kind: 'script', name: file, text: fs.readFileSync(file, 'latin1') }))
}

/** A backup as it lies on the disk, and what its key opens. */
async function backup(etappi: RunningEtappi, file: string): Promise<Seen[]> {
  const identity = await generateX25519Identity()
  const env = {
    ...process.env,
    ...settings,
    DATABASE_URL: etappi.database.ownerUrl,
    DATABASE_APP_URL: etappi.database.appUrl,
    BACKUP_RECIPIENTS: await identityToRecipient(identity),
  }
  const made = spawnSync('node', ['scripts/etappi.mjs', 'backup', '--out', file], { cwd: root, env, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stdout + made.stderr)
  const sealed = fs.readFileSync(file)
  const opener = new Decrypter()
  opener.addIdentity(identity)
  const opened = gunzipSync(await opener.decrypt(sealed)).toString('utf8')
  return [
    { kind: 'backup', name: 'sealed', text: sealed.toString('latin1') },
    { kind: 'backup', name: 'opened', text: opened },
    { kind: 'log', name: 'of the command', text: made.stdout + made.stderr },
  ]
}

test('nothing that leaves the server holds a secret of it', async ({ etappi: plain }, info) => {
  const log = info.outputPath('server.log')
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const open = fs.openSync(log, 'w')
  const etappi = await startEtappi(settings, { on: plain.database, log: open })
  const secrets = {
    ...canaries,
    DATABASE_URL: passwordIn(plain.database.ownerUrl),
    DATABASE_APP_URL: passwordIn(plain.database.appUrl),
  }
  let seen: Seen[]
  try {
    seen = [...scripts(), ...(await answersOf(etappi)), ...(await backup(etappi, info.outputPath('etappi.age')))]
  } finally {
    await etappi.stop()
    fs.closeSync(open)
  }
  seen.push({ kind: 'log', name: 'of the server', text: fs.readFileSync(log, 'utf8') })
  const sizes = Object.entries(Object.groupBy(seen, ({ kind }) => kind)).map(([kind, all = []]) => ({
    kind,
    count: all.length,
    bytes: all.reduce((sum, { text }) => sum + text.length, 0),
  }))
  console.log(`looked at ${sizes.map(({ kind, count, bytes }) => `${count} × ${kind} (${bytes} bytes)`).join(', ')}`)
  for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThan(8)
  expect(found(seen, secrets)).toEqual([])
  const floors = { script: 300_000, page: 3_000_000, file: 300_000, error: 5_000, log: 500, backup: 1_000_000 }
  for (const [kind, least] of Object.entries(floors))
    expect(sizes.find((one) => one.kind === kind)?.bytes ?? 0, kind).toBeGreaterThan(least)
  // What is there is found: the server did log its errors, the backup was opened, files were unpacked.
  expect(found(seen, { said: '"event":"request.failed"' })).toContain('said in log of the server')
  expect(found(seen, { account: 'johtaja@kainuu.example' })).toContain('account in backup opened')
  expect(found(seen, { part: '<sheetData' }).length).toBeGreaterThan(0)
  // Each secret would be found in each of its ways (planted).
  for (const [name, secret] of Object.entries(secrets))
    for (const text of waysOf(secret))
      expect(found([{ kind: 'page', name: 'planted', text: `x=${text};` }], secrets)).toContain(
        `${name} in page planted`,
      )
})
