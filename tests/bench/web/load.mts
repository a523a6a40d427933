// A bounded load generator: so many kept-alive connections, each asking again as soon as it has its answer.
import http from 'node:http'

export type Page = { url: string; cookie?: string }
export type Load = { requests: number; seconds: number; perSecond: number; latencies: number[]; bytes: number }

export async function load(page: Page, connections: number, seconds: number): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  let bytes = 0
  const began = performance.now()
  const until = began + seconds * 1000
  const worker = async () => {
    while (performance.now() < until) {
      const sent = performance.now()
      const { length } = await get(page, agent)
      bytes += length
      latencies.push(performance.now() - sent)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, worker))
  } finally {
    agent.destroy()
  }
  const spent = (performance.now() - began) / 1000
  return { requests: latencies.length, seconds: spent, perSecond: latencies.length / spent, latencies, bytes }
}

// What every browser sends when a person opens a page.
const asBrowser = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', accept: 'text/html' }

/** One answer, whole. Anything but 200 fails the bench: a fast error must not count as a page. */
export function get({ url, cookie }: Page, agent?: http.Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { ...asBrowser, ...(cookie ? { cookie } : {}) } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(Buffer.concat(parts))
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
    })
    request.on('error', reject)
  })
}

/** The value below which the share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)
