// One prepared request that can be sent as often as wanted, exactly alike, and what of its answer must be alike.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Reply, request, type Sent } from '../product/requests.mts'
import { type Form, filled, formsOf } from './forms.mts'
import type { FormSending, Recipe, ScriptSending } from './recipe.mts'
import { cookieOf } from './scene.mts'

/** The key that a form carries. */
const keyField = 'once'

export type Prepared = Sent & { carriesKey: boolean }

export async function prepareSending(
  address: string,
  recipe: Recipe,
  actionIds: ReadonlyMap<string, string>,
): Promise<Prepared> {
  const ready = await recipe.prepare()
  if ('script' in ready) return scriptRequest(address, recipe, ready.script)
  return formRequest(address, recipe, ready.form, actionIds.get(recipe.of))
}

async function scriptRequest(address: string, { of }: Recipe, { who, url, body }: ScriptSending): Promise<Prepared> {
  return {
    method: of.split(' ')[0] ?? 'POST',
    url: address + url,
    cookie: await cookieOf(who),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    carriesKey: false,
  }
}

async function formRequest(
  address: string,
  { of }: Recipe,
  sending: FormSending,
  actionId: string | undefined,
): Promise<Prepared> {
  const cookie = await cookieOf(sending.who)
  const url = address + sending.page
  const headers = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  const page = await request({ method: 'GET', url, cookie, headers, body: '' })
  if (page.status !== 200) throw new Error(`${sending.page} answered ${page.status} ${page.headers.location ?? ''}`)
  const leadsTo = (form: Form) =>
    actionId
      ? form.controls.some(({ name, value }) => name.startsWith('$ACTION') && value.includes(actionId))
      : form.action !== '' && isRoute(of, form.action)
  const holds = ({ controls }: Form) => {
    const [wanted, given] = sending.having ?? []
    return !wanted || controls.some(({ name, value }) => name === wanted && value === given)
  }
  const form = formsOf(page.text).find((one) => leadsTo(one) && holds(one))
  if (!form) throw new Error(`${sending.page} has no such form`)
  const pairs = filled(form, sending.fill ?? {}, sending.press ?? null)
  const { body, contentType } = multipart(pairs, sending.file)
  return {
    method: 'POST',
    url: form.action.startsWith('/') ? address + form.action : (url.split('#')[0] ?? url),
    cookie,
    headers: { ...headers, 'content-type': contentType },
    body,
    carriesKey: pairs.some(([name, value]) => name === keyField && value !== ''),
  }
}

/** Whether an address is one of the route "POST /api/reports/[report]/evidence". */
function isRoute(of: string, address: string): boolean {
  const pattern = (of.split(' ')[1] ?? '').replaceAll(/\[[^\]]+\]/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(address)
}

function multipart(pairs: readonly [string, string][], file: FormSending['file']) {
  const border = `----bench${randomUUID()}`
  const parts = pairs.map(([name, value]) =>
    Buffer.from(`--${border}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  if (file) {
    const head = `Content-Disposition: form-data; name="${file.field}"; filename="${file.name}"`
    parts.push(Buffer.from(`--${border}\r\n${head}\r\nContent-Type: application/octet-stream\r\n\r\n`), file.bytes)
    parts.push(Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${border}--\r\n`))
  return { body: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${border}` }
}

/** The same with a key of its own, as if the product did not look at keys. */
export function withOtherKey(sent: Prepared, nth: number): Prepared {
  const text = sent.body.toString('latin1').replace(/(name="once"\r\n\r\n[^\r]*)/, `$1-${nth}`)
  return { ...sent, body: Buffer.from(text, 'latin1') }
}

/** What a repeated answer must have in common with the first: where it leads, or what it says. */
export function essence({ status, headers, text }: Reply): string {
  if (status >= 300 && status < 400) return `${status} ${headers.location ?? ''}`
  if (!String(headers['content-type'] ?? '').includes('html'))
    return `${status} ${text.replace(/"(?:time|at)":"[^"]*"/g, '')}`
  const main = /<main[\s\S]*?<\/main>/.exec(text)?.[0] ?? ''
  const words = main.replaceAll(/<(?:script|template)[\s\S]*?<\/(?:script|template)>|<[^>]*>/g, ' ')
  return `${status} ${words
    .replaceAll(/\d{1,2}\.\d{2}(?!\d)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()}`
}

/** Sends and goes away as soon as everything is sent: the answer is lost, whatever it was. */
export async function sendAndLeave(sent: Prepared): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const all = { ...sent.headers, cookie: sent.cookie, 'sec-fetch-site': 'same-origin' }
    const sending = http.request(sent.url, {
      method: sent.method,
      headers: { ...all, 'content-length': Buffer.byteLength(sent.body) },
    })
    sending.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve() : reject(error)))
    sending.on('close', resolve)
    sending.end(sent.body, () => void wait(3).then(() => sending.destroy()))
  })
}
