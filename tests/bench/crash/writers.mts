// Writers who go on saving whatever happens to the servers: a save that was not answered is sent again as it was, until it is.
// Each keeps a journal of what was sent and what was acknowledged.
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { saveFields } from '../product/requests.mts'
import { textOf } from '../product/texts.mts'
import type { Writer } from '../product/workplace.mts'

/** Each save writes both fields: they must always be found of the same save. */
export const pair = ['results/text', 'nextSteps/text'] as const

export type Line =
  | { at: number; writer: number; save: number; is: 'sent' }
  | { at: number; writer: number; save: number; is: 'unanswered'; why: string }
  | { at: number; writer: number; save: number; is: 'acknowledged'; version: number }
export type Journal = { lines: Line[]; faults: string[] }

/** Saves that have been sent and not answered yet. */
export type InFlight = Set<{ writer: number; save: number; unanswered: boolean }>

export const idOfSave = (writer: number, save: number): string => `${writer}-${save}`

export class Writers {
  readonly journal: Journal = { lines: [], faults: [] }
  readonly inFlight: InFlight = new Set()
  /** Number of the last acknowledged save of each writer */
  readonly acknowledged: number[]
  #stopping = false
  readonly #done: Promise<unknown>
  readonly #agent = new http.Agent({ keepAlive: true })

  constructor(address: string, writers: readonly Writer[]) {
    this.acknowledged = writers.map(() => 0)
    this.#done = Promise.all(writers.map((writer, number) => this.#write(address, writer, number)))
  }

  /** Lets each finish the save it is at. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#done
    this.#agent.destroy()
  }

  async #write(address: string, writer: Writer, number: number): Promise<void> {
    for (let save = 1; !this.#stopping; save++) {
      while (!(await this.#send(address, writer, number, save))) await wait(50 + Math.random() * 100)
      this.acknowledged[number] = save
      await wait(Math.random() * 20)
    }
  }

  async #send(address: string, writer: Writer, number: number, save: number): Promise<boolean> {
    const text = textOf(idOfSave(number, save))
    const flying = { writer: number, save, unanswered: false }
    const note = (rest: Omit<Line, 'at' | 'writer' | 'save'>) =>
      this.journal.lines.push({ at: Math.round(performance.now()), writer: number, save, ...rest } as Line)
    this.inFlight.add(flying)
    note({ is: 'sent' })
    try {
      const fields = pair.map((path) => ({ path, text, version: save - 1 }))
      const answers = await saveFields(address, writer, fields, this.#agent)
      const wrong = answers.find((answer) => !answer.ok || answer.version !== save)
      if (wrong) this.journal.faults.push(`writer ${number}, save ${save}: answered ${JSON.stringify(wrong)}`)
      else note({ is: 'acknowledged', version: save } as Line)
      return true
    } catch (error) {
      const why = (error as Error).message
      flying.unanswered = true
      note({ is: 'unanswered', why } as Line)
      if (/^4\d\d /.test(why)) this.journal.faults.push(`writer ${number}, save ${save}: refused with ${why}`)
      return false
    } finally {
      this.inFlight.delete(flying)
    }
  }
}
