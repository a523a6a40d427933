// What a page makes the browser load as scripts, counted from what was really asked for.
import { brotliCompressSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'

export type Scripts = { files: number; bytes: number }

/** Scripts that the page asked for until the network was quiet, as sizes under Brotli. */
export async function scriptsOf(context: BrowserContext, url: string): Promise<Scripts> {
  const page = await context.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script' && answer.ok()) bodies.push(answer.body())
  })
  const answer = await page.goto(url, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`)
  const all = await Promise.all(bodies)
  await page.close()
  return { files: all.length, bytes: all.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) }
}
