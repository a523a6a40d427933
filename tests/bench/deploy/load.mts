// People who go on working while a release is put in: some read pages, one saves a report over and over.
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { request, saveFields } from '../product/requests.mts'

const pages = [
  '/projects/kkk2/steering/2025-Q3',
  '/projects/kkk2/risks',
  '/projects/kkk2/indicators',
  '/api/health',
  '/projects',
]

export type Work = {
  read: number
  saved: { text: string; version: number }
  /** What did not go as it should, in words */
  broken: string[]
  stop(): Promise<void>
}

type Who = { reader: string; writer: string; reportId: string; path: string; version: number }

/** Begins at once. */
export function startWork(address: string, { reader, writer, reportId, path, version }: Who): Work {
  let stopping = false
  const agent = new http.Agent({ keepAlive: true })
  const work = { read: 0, saved: { text: '', version }, broken: [] as string[] }
  const reading = async (number: number) => {
    for (let turn = number; !stopping; turn++) {
      const url = address + (pages[turn % pages.length] ?? '/')
      const answer = await request({ method: 'GET', url, cookie: reader, body: '' }, agent).catch(
        (error: Error) => error,
      )
      work.read += 1
      if (answer instanceof Error) work.broken.push(`${url}: ${answer.message}`)
      else if (answer.status !== 200) work.broken.push(`${url}: ${answer.status}`)
      await wait(20)
    }
  }
  const saving = async () => {
    for (let turn = 1; !stopping; turn++) {
      const text = `Tallennus ${turn}`
      const fields = [{ path, text, version: work.saved.version }]
      const [answer] = await saveFields(address, { cookie: writer, reportId }, fields, agent).catch((error: Error) => {
        work.broken.push(`save ${turn}: ${error.message}`)
        return []
      })
      if (answer?.ok) work.saved = { text, version: answer.version }
      else if (answer) work.broken.push(`save ${turn}: ${JSON.stringify(answer)}`)
      await wait(50)
    }
  }
  const all = Promise.all([reading(0), reading(2), saving()])
  return Object.assign(work, {
    stop: async () => {
      stopping = true
      await all
      agent.destroy()
    },
  })
}
