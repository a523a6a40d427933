// bench:deploy – a new release is put in while people work (quality R6). Two servers of two builds stand behind a switch; pages are
// open in a real browser, one with typing under way, and requests keep coming. The switch moves to the new release and the old one
// ends. Nothing typed may be lost, no page may be blank, no request may fail, and forms that were open must still save: one whose
// action the new release still has, and one whose action it does not know (its page comes anew with what was typed).
// At the end the new server is killed without the switch being moved: that must be seen as failed requests.

import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium } from '@playwright/test'
import { browserArguments, findBrowser } from '../../scripts/check/browser.mts'
import { withClient } from '../../scripts/database/open.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { startWebServer, waitForPage } from '../../scripts/steps/web-server.mts'
import { ensureDemoTemplate } from '../support/demo-template.ts'
import { copyTemplate, ensureTemplate, openTestCluster, testSecret } from '../support/test-server.ts'
import { startWork } from './deploy/load.mts'
import { openPages, reportField, typedChange, typedRisk, typedRow, typeOn, watchPages } from './deploy/people.mts'
import { makeRelease } from './deploy/release.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { failed, startSwitch } from './product/switch.mts'
import { signIn } from './web/dashboard.mts'

const floors = { requests: 300, looks: 20, typed: 50, files: 12 }
const undo: (() => unknown)[] = []

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
const good = await run().finally(async () => {
  for (const one of undo.reverse()) await one()
})
process.exit(good ? 0 : 1)

async function run(): Promise<boolean> {
  const release = await makeRelease(root)
  undo.push(release.remove)
  const cluster = await openTestCluster()
  undo.push(() => cluster.close())
  const database = await copyTemplate(await ensureDemoTemplate(await ensureTemplate(cluster)))
  undo.push(() => database.dispose())
  const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    withClient(database.ownerUrl, async (owner) => (await owner.query<Row>(text, values)).rows)

  const ports = [await anyFreePort(), 0]
  const door = await startSwitch([`http://127.0.0.1:${ports[0]}`])
  undo.push(() => door.close())
  const start = async (port: number, folder: string) => {
    const server = startWebServer({
      ...{ port, host: '127.0.0.1', folder },
      env: {
        ...{ APP_URL: door.address, NEXTAUTH_URL: door.address, TRUSTED_PROXIES: '1', DATABASE_URL: '' },
        ...{ DATABASE_APP_URL: database.appUrl, AUTH_SECRET: testSecret, DATA_DIR: path.join(root, '.cache/check') },
        ...{ DEMO: 'true', SCHEDULE: 'off', TZ: 'Europe/Helsinki' },
        NEXT_DIST_DIR: folderOf(folder),
      },
    })
    undo.push(() => server.stop())
    await waitForPage(server, `http://127.0.0.1:${port}`)
    return server
  }
  const old = await start(ports[0] ?? 0, root)

  const [reader, writer] = [await signIn(door.address), await signIn(door.address, 'koordinaattori2@kainuu.example')]
  const [own] = await ask<{ id: string; version: number }>(
    `SELECT r.id, coalesce((SELECT e.version FROM "StatusReportEntry" e WHERE e."reportId" = r.id AND e.path = $1), 0) AS version
       FROM "StatusReport" r JOIN "WorkPackageCoordinator" c ON c."workPackageId" = r."unitId" JOIN "User" u ON u.id = c."userId"
      WHERE u.email = 'koordinaattori2@kainuu.example' AND r.state IN ('not_started', 'draft') LIMIT 1`,
    [reportField],
  )
  if (!own) throw new Error('the demo has no report that koordinaattori2 could write')
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments })
  undo.push(() => browser.close())
  const person = async (email: string): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL: door.address, locale: 'fi-FI' })
    const [name = '', value = ''] =
      /([^;=\s]*session[^;=]*)=([^;]*)/.exec(await signIn(door.address, email))?.slice(1) ?? []
    await context.addCookies([{ name, value, url: door.address }])
    return context
  }
  const [topic] = await ask<{ id: string }>(
    `SELECT c.id FROM "CommunicationRow" c JOIN "Project" p ON p.id = c."projectId" WHERE p.key = 'kkk2' ORDER BY c.sort LIMIT 1`,
  )
  const open = await openPages(
    {
      director: await person('johtaja@kainuu.example'),
      coordinator: await person('koordinaattori1@kainuu.example'),
    },
    topic?.id ?? '',
  )
  const scripts = new Set(door.passed.map(({ path: one }) => one).filter((one) => one.startsWith('/_next/static/')))
  const work = startWork(door.address, { reader, writer, reportId: own.id, path: reportField, version: own.version })
  const watched = watchPages(open.all)
  const stopTyping = typeOn(open.report)
  await wait(3000)

  // The release is put in.
  const port = await anyFreePort()
  const fresh = await start(port, release.folder)
  door.moveTo([`http://127.0.0.1:${port}`])
  const moved = door.passed.length
  await wait(500)
  await old.stop()
  await wait(3000)

  const faults: string[] = []
  const done = async (what: string, act: () => Promise<unknown>) => {
    await act().catch((error: Error) => faults.push(`${what}: ${error.message.split('\n')[0]}`))
  }
  await done('a form that the release knows', async () => {
    await open.row.getByRole('button', { name: 'Lisää suunnitelmaan' }).click()
    await open.row.waitForURL((url) => !url.pathname.endsWith('/new'))
  })
  await done('a form that the release does not know', async () => {
    await open.risk.getByRole('button', { name: 'Lisää luetteloon' }).click()
    await open.risk.getByText('Etappi uusittiin, kun kirjoitit').waitFor()
    const back = await open.risk.getByLabel('Kuvaus').inputValue()
    if (back !== typedRisk) throw new Error(`${JSON.stringify(back)} is back of what was typed`)
    await open.risk.getByRole('button', { name: 'Lisää luetteloon' }).click()
    await open.risk.waitForURL((url) => !url.pathname.endsWith('/new'))
  })
  await done('a form whose row somebody else has changed', async () => {
    const [stored] = await ask<{ version: number }>(
      `UPDATE "CommunicationRow" SET topic = 'Toisen aihe', version = version + 1 WHERE id = $1 RETURNING version`,
      [topic?.id],
    )
    const send = () => open.edited.getByRole('button', { name: 'Tallenna', exact: true }).click()
    await send()
    await open.edited.getByText('Etappi uusittiin, kun kirjoitit').waitFor()
    const back = await open.edited.getByLabel('Aihe', { exact: true }).inputValue()
    if (back !== typedChange) throw new Error(`${JSON.stringify(back)} is back of what was typed`)
    await send()
    await open.edited.locator('main form').getByText('Toisen aihe').first().waitFor() // beside what was typed, and not written over unseen
    // The form knows the row as it is now; who is faster than that is told once more.
    const known = `main form:has(textarea, input[type="text"]) input[name="version"][value="${stored?.version}"]`
    await open.edited.locator(known).first().waitFor({ state: 'attached' })
    await send()
    await open.edited.waitForURL((url) => !url.pathname.endsWith('/edit'))
  })
  await done('a part that is fetched when it is opened', async () => {
    await open.dashboard.getByRole('button', { name: 'Avaa mittarin kuva' }).click()
    await open.dashboard.locator('.recharts-surface').first().waitFor()
  })
  await done('a link', async () => {
    await open.list.getByRole('link', { name: 'Vertaa mittareita' }).click()
    await open.list.getByRole('heading', { level: 1, name: 'Vertaa mittareita' }).waitFor()
  })
  const typed = await stopTyping()
  const reportText = await settled(
    async () =>
      (
        await ask<{ text: string }>('SELECT text FROM "StatusReportEntry" WHERE "reportId" = $1 AND path = $2', [
          open.reportId,
          reportField,
        ])
      )[0]?.text ?? '',
    typed,
  )
  await work.stop()
  watched.stop()

  const [counted] = await ask<{ risks: number; rows: number; changed: number; text: string; version: number }>(
    `SELECT (SELECT count(*)::int FROM "Risk" WHERE description = $1) AS risks,
            (SELECT count(*)::int FROM "CommunicationRow" WHERE topic = $2) AS rows,
            (SELECT count(*)::int FROM "CommunicationRow" WHERE topic = $5) AS changed, e.text, e.version
       FROM "StatusReportEntry" e WHERE e."reportId" = $3 AND e.path = $4`,
    [typedRisk, typedRow, own.id, reportField, typedChange],
  )
  const target = `http://127.0.0.1:${port}`
  const status = async (file: string) => (await fetch(target + file)).status
  const gone: string[] = []
  for (const file of scripts) if ((await status(file)) !== 200) gone.push(file)
  const ofRelease = path.join(release.folder, '.next/cache/etappi-static', idOf(release.folder))
  const alone = [...scripts].filter(
    (file) => !fs.existsSync(path.join(ofRelease, file.slice('/_next/static/'.length).split('?')[0] ?? '')),
  )
  const unknown = await status('/_next/static/chunks/none.js')
  const broken = failed(door.passed)

  // The defect that must be seen: a server that ends while requests still go to it.
  const before = door.passed.length
  const last = startWork(door.address, { reader, writer, reportId: own.id, path: reportField, version: 0 })
  await wait(500)
  process.kill(fresh.mark.pid, 'SIGKILL')
  await wait(1500)
  await last.stop()
  const seen = failed(door.passed.slice(before)).length

  const lost = Math.max(0, typed.length - common(typed, reportText))
  if (lost > 0) faults.push(`${lost} signs of the report were lost`)
  if (idOf(root) === idOf(release.folder)) faults.push('both builds have one name')
  if (counted?.risks !== 1) faults.push(`${counted?.risks} risks instead of one`)
  if (counted?.rows !== 1) faults.push(`${counted?.rows} topics instead of one`)
  if (counted?.changed !== 1) faults.push(`${counted?.changed} topics were changed instead of one`)
  if (counted?.text !== work.saved.text || counted.version !== work.saved.version)
    faults.push('the last acknowledged save is not what is stored')
  faults.push(
    ...work.broken.slice(0, 3),
    ...watched.broken.slice(0, 3),
    ...gone.slice(0, 3).map((file) => `${file} is gone`),
  )
  if (broken.length > 0) faults.push(`${broken.length} requests failed, the first: ${JSON.stringify(broken[0])}`)
  if (unknown !== 404) faults.push('a file that never was is answered')
  // Without any, that files of the release before are answered would show nothing.
  if (alone.length === 0) faults.push('both releases have the same files')
  if (seen === 0) faults.push('a server killed under the switch was planted and not seen')
  for (const [what, count, floor] of [
    ['requests after the switch', door.passed.length - moved, floors.requests],
    ['looks at pages', watched.looks, floors.looks],
    ['signs typed', typed.length, floors.typed],
    ['scripts and styles', scripts.size, floors.files],
  ] as const)
    if (count < floor) faults.push(`only ${count} ${what}`)

  const raw = keepRaw('deploy', door.passed)
  console.log(
    `bench:deploy two builds, six open pages: ${typed.length} signs typed, ${lost} lost; ${watched.looks} looks, ` +
      `${watched.broken.length} blank; ${before} requests, ${broken.length} failed; ${work.saved.version - own.version} saves; ` +
      `${scripts.size} files of the release before (${alone.length} of it alone), ${gone.length} gone; planted kill: ${seen} failed; ${machineLoad()}; ${raw} ` +
      `${faults.join('; ') || 'ok'}`,
  )
  return faults.length === 0
}

function folderOf(folder: string): string {
  return folder === root ? (process.env.NEXT_DIST_DIR ?? '.next') : '.next'
}

function idOf(folder: string): string {
  return fs.readFileSync(path.join(folder, folderOf(folder), 'BUILD_ID'), 'utf8').trim()
}

/** What the database holds of a text that is still on its way there: the whole of it, or what there is after ten seconds. */
async function settled(read: () => Promise<string>, whole: string): Promise<string> {
  const limit = Date.now() + 10_000
  for (;;) {
    const text = await read()
    if (text === whole || Date.now() > limit) return text
    await wait(200)
  }
}

/** How many signs two texts begin with alike. */
function common(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}
