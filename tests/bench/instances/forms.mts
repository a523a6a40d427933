// A form of a page, sent as a browser without scripts sends it.
import http from 'node:http'
import { request } from '../product/requests.mts'
import { filled, formsOf } from '../replay/forms.mts'

export type PreparedForm = { path: string; body: Buffer; type: string }

// A connection each: one kept from before may have been closed by the server while this process waited for something else.
const agent = new http.Agent({ keepAlive: false })
const asPage = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

/** Opens the page on one server and fills in the form that has these fields; it can then be sent to any. */
export async function prepareForm(
  address: string,
  { path, cookie, fill }: { path: string; cookie: string; fill: Readonly<Record<string, string>> },
): Promise<PreparedForm> {
  const page = await request({ method: 'GET', url: address + path, cookie, headers: asPage, body: '' }, agent)
  const names = Object.keys(fill)
  const form = formsOf(page.text).find(({ controls }) =>
    names.every((name) => controls.some((one) => one.name === name)),
  )
  if (!form) throw new Error(`${path} (${page.status}) has no form with ${names.join(', ')}`)
  const data = new FormData()
  for (const [name, value] of filled(form, fill, null)) data.append(name, value)
  const made = new Response(data)
  return { path, body: Buffer.from(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' }
}

/** Sends it; answers the status. */
export async function sendForm(address: string, cookie: string, { path, body, type }: PreparedForm): Promise<number> {
  const headers = { ...asPage, 'content-type': type }
  return (await request({ method: 'POST', url: address + path, cookie, headers, body }, agent)).status
}

/** What a page answers. */
export async function look(address: string, path: string, cookie: string): Promise<{ status: number; text: string }> {
  return request({ method: 'GET', url: address + path, cookie, headers: asPage, body: '' }, agent)
}
