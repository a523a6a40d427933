// Readers of the dashboard on every server at once. Unlike elsewhere a failed answer does not end the measurement: failures
// are what is counted.
import http from 'node:http'
import { get } from '../web/load.mts'

export type Answers = { latencies: number[]; failures: string[] }

/** So many connections on each page, until the time is over or so many answers came. An answer without the text is a failure. */
export async function readers(
  pages: readonly { url: string; cookie: string; text: string }[],
  { connections, until }: { connections: number; until: (answers: number) => boolean },
): Promise<Answers> {
  const agent = new http.Agent({ keepAlive: true })
  const answers: Answers = { latencies: [], failures: [] }
  const reader = async ({ text, ...page }: { url: string; cookie: string; text: string }) => {
    while (!until(answers.latencies.length + answers.failures.length)) {
      const sent = performance.now()
      try {
        const html = (await get(page, agent)).toString('utf8')
        if (html.includes(text)) answers.latencies.push(performance.now() - sent)
        else answers.failures.push(`${page.url}: another page`)
      } catch (error) {
        answers.failures.push(error instanceof Error ? error.message : String(error))
      }
    }
  }
  try {
    await Promise.all(pages.flatMap((page) => Array.from({ length: connections }, () => reader(page))))
  } finally {
    agent.destroy()
  }
  return answers
}
