// What must hold between servers that share nothing but the database. Each check answers a figure, or throws what it found.
import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../../scripts/runtime.mjs'
import { checkRows } from '../crash/checker.mts'
import { Writers } from '../crash/writers.mts'
import type { EntryRow } from '../product/rows.mts'
import { signIn } from '../web/dashboard.mts'
import { type Deployment, type Server, secret } from './deployment.mts'
import { look, prepareForm, sendForm } from './forms.mts'

export type Check = { name: string; run: (deployment: Deployment) => Promise<string> }

const director = 'johtaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const page = '/projects/kkk2'

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

/** How long until every server answers the page with this status. */
async function until(servers: readonly Server[], cookie: string, wanted: (status: number) => boolean): Promise<number> {
  const began = performance.now()
  const open = new Set(servers)
  while (open.size > 0) {
    for (const server of open) if (wanted((await look(server.address, page, cookie)).status)) open.delete(server)
    const took = performance.now() - began
    must(took < 1000 || open.size === 0, `${open.size} servers had not followed after a second`)
  }
  return performance.now() - began
}

const started: Check = {
  name: 'started together',
  async run({ servers }) {
    const saying = (sentence: string) => servers.filter(({ up }) => up.output.includes(sentence)).length
    must(saying('Migrations applied') === 1, `${saying('Migrations applied')} servers applied migrations`)
    must(saying('Loading the demo data') === 1, `${saying('Loading the demo data')} servers loaded the demo`)
    return `${servers.length}, migrated and filled by one`
  },
}

const sessions: Check = {
  name: 'sessions',
  async run({ servers, ask }) {
    const [first, ...others] = servers
    const cookie = await signIn(first?.address ?? '', director)
    for (const { address } of servers)
      must((await look(address, page, cookie)).status === 200, 'a session is not good on all')
    must((await look(first?.address ?? '', page, '')).status !== 200, 'the page is open to anybody')
    await ask(`UPDATE "User" SET "disabledAt" = now() WHERE email = $1`, [director])
    const disabled = await until(servers, cookie, (status) => status !== 200)
    await ask(`UPDATE "User" SET "disabledAt" = NULL WHERE email = $1`, [director])
    const second = await signIn(others[0]?.address ?? '', director)
    const csrf = await fetch(`${first?.address}/api/auth/csrf`, { headers: { cookie: second } })
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const token = csrf.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    await fetch(`${first?.address}/api/auth/signout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `${second}; ${token}`, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    })
    const out = await until(servers, second, (status) => status !== 200)
    return `good on ${servers.length}, gone after ${out.toFixed(0)} ms, disabled after ${disabled.toFixed(0)} ms`
  },
}

const forms: Check = {
  name: 'the same form to two at once',
  async run({ servers: [one, two, three], ask }) {
    const cookie = await signIn(one?.address ?? '', director)
    let sent = 0
    for (let time = 1; time <= 5; time++) {
      const description = `Riski kahdelta palvelimelta ${time}`
      const form = await prepareForm(one?.address ?? '', { path: `${page}/risks/new`, cookie, fill: { description } })
      const statuses = await Promise.all([two, three].map((to) => sendForm(to?.address ?? '', cookie, form)))
      must(
        statuses.every((status) => status < 400),
        `answered ${statuses.join(' and ')}`,
      )
      const [found] = await ask<{ count: number }>('SELECT count(*)::int AS count FROM "Risk" WHERE description = $1', [
        description,
      ])
      must(found?.count === 1, `${found?.count} risks of one form`)
      sent += statuses.length
    }
    // The control: with a key of its own each form has its effect.
    const prepare = () =>
      prepareForm(one?.address ?? '', { path: `${page}/risks/new`, cookie, fill: { description: 'Kaksi' } })
    for (const form of [await prepare(), await prepare()]) await sendForm(two?.address ?? '', cookie, form)
    const [both] = await ask<{ count: number }>(`SELECT count(*)::int AS count FROM "Risk" WHERE description = 'Kaksi'`)
    must(both?.count === 2, `two forms had ${both?.count} effects`)
    return `${sent} sent, ${sent / 2} effects`
  },
}

const published: Check = {
  name: 'publishing',
  async run({ servers, door, ownerUrl }) {
    const cookie = await signIn(servers[0]?.address ?? '', steering)
    // What stands on the board of the steering group, on each server
    const boards = async () => {
      const pages = await Promise.all(servers.map(({ address }) => look(address, `${page}/steering/2025-Q4`, cookie)))
      return pages.map(({ status, text }) =>
        `${status} ${/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''}`.replace(/ nonce="[^"]*"/g, ''),
      )
    }
    const before = new Set(await boards())
    const args = ['publish', '--project', 'kkk2', '--period', '2025-Q4', '--reason', 'Väliversio', '--json']
    const env = {
      ...process.env,
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: '',
      AUTH_SECRET: secret,
      APP_URL: door.address,
    }
    const done = spawnSync('npm', ['run', '--silent', 'etappi', '--', ...args], { cwd: root, env, encoding: 'utf8' })
    must(done.status === 0, `publish: ${done.stdout}${done.stderr}`)
    const after = await boards()
    const seen = after.filter((board) => board.startsWith('200') && !before.has(board)).length
    must(seen === servers.length, `${seen} of ${servers.length} show it`)
    must(new Set(after).size === 1, 'the servers show different things')
    return `seen on ${seen} at once`
  },
}

const rate: Check = {
  name: 'attempts to sign in',
  async run({ servers }) {
    const at = (turn: number) => servers[turn % servers.length]?.address ?? ''
    const tries = (email: string, password: string, turn: number) => attempt(at(turn), email, password)
    const [limited, free] = ['talous@kainuu.example', steering]
    for (let turn = 0; turn < 12; turn++) await tries(limited, 'väärä', turn)
    for (let turn = 0; turn < 6; turn++) await tries(free, 'väärä', turn)
    for (const turn of [0, 1, 2])
      must(!(await tries(limited, 'etappi-demo-2025', turn)), 'attempts are not counted together')
    must(await tries(free, 'etappi-demo-2025', 0), 'six attempts are too many')
    return '12 over three servers refused, 6 not'
  },
}

async function attempt(address: string, email: string, password: string): Promise<boolean> {
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookies = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0] ?? '')
      .join('; ')
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, cookie: cookies(csrf), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  return cookies(answer).includes('etappi.session')
}

const mails = 10

const mail: Check = {
  name: 'mail',
  async run({ mail: receiver, ask }) {
    const subject = 'Yksi viesti kolmelta palvelimelta'
    await ask(
      `INSERT INTO "Mail" (id, "organisationId", "userId", locale, subject, text)
       SELECT gen_random_uuid(), u."organisationId", u.id, 'fi', $1 || ' ' || n, 'Teksti'
         FROM "User" u, generate_series(1, $2::int) n WHERE u.email = $3`,
      [subject, mails, director],
    )
    const limit = Date.now() + 100_000
    const waiting = async () =>
      (
        await ask<{ n: number }>(
          `SELECT count(*)::int AS n FROM "Mail" WHERE state <> 'sent' AND subject LIKE $1 || '%'`,
          [subject],
        )
      )[0]?.n
    while ((await waiting()) !== 0) {
      must(Date.now() < limit, 'the mails have not gone out')
      await wait(200)
    }
    await wait(3000) // a second server would still be at it
    const heads = receiver.received.map(({ messageId }) => messageId)
    const own = receiver.received.filter(({ head, body }) => `${head}${body}`.includes('Teksti')).length
    must(own === mails, `${own} mails came of ${mails}`)
    must(new Set(heads).size === heads.length, 'a mail came twice')
    return `${own} sent by three schedules, each once`
  },
}

const enough = 60

const killed: Check = {
  name: 'a killed server',
  async run({ servers, door, ask }) {
    const { makeWorkplace } = await import('../product/workplace.mts')
    const { writers, reportIds } = await makeWorkplace(6, 6, (writer) => writer)
    const writing = new Writers(door.address, writers)
    const saves = () => writing.acknowledged.reduce((sum, one) => sum + one, 0)
    const untilSaved = async (count: number) => {
      const limit = Date.now() + 60_000
      while (saves() < count) {
        must(Date.now() < limit, `only ${saves()} saves after a minute`)
        await wait(50)
      }
    }
    await untilSaved(enough)
    const before = saves()
    await servers[2]?.up.killAll()
    await untilSaved(before + enough).finally(() => writing.stop())
    const after = saves()
    const rows = await ask<EntryRow>(
      'SELECT id, "reportId", path, text, version FROM "StatusReportEntry" WHERE "reportId" = ANY ($1::uuid[])',
      [reportIds],
    )
    const { faults, looked } = checkRows(reportIds, writing.acknowledged, rows)
    must(
      faults.length + writing.journal.faults.length === 0,
      [...faults, ...writing.journal.faults].slice(0, 3).join('; '),
    )
    must(looked >= 12, 'too few rows')
    return `${after} saves (${after - before} after), 0 lost`
  },
}

const otherSecret: Check = {
  name: 'planted other secret',
  async run({ servers, startAnother, appUrl }) {
    const other = 'quite-another-secret-than-that-of-the-others'
    const refused = await startAnother({ AUTH_SECRET: other })
    await Promise.race([refused.up.ended, wait(60_000)])
    must(refused.up.output.includes('Give all servers the same AUTH_SECRET'), 'a server with another secret started')
    const alien = await startAnother({ AUTH_SECRET: other, DATABASE_APP_URL: appUrl, SCHEDULE: 'off' })
    await alien.up.ready()
    const cookie = await signIn(servers[0]?.address ?? '', director)
    const here = (await look(servers[1]?.address ?? '', page, cookie)).status
    const there = (await look(alien.address, page, cookie)).status
    must(here === 200 && there !== 200, `the session is answered ${here} here and ${there} there`)
    return 'refused, and seen'
  },
}

/** In this order: the killed server stays away, and the other secret comes when its place is free. */
export const checks: readonly Check[] = [started, sessions, forms, rate, published, mail, otherSecret, killed]
