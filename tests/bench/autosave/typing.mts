// People typing: one save per person every two seconds at fixed moments, whether or not the server keeps up. The time of a
// save is counted from the moment it was due, so that a server that stalls cannot hide the saves that waited for it.
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Field } from '../product/requests.mts'
import { saveFields } from '../product/requests.mts'
import type { Writer } from '../product/workplace.mts'

export const everySeconds = 2
const savesPerField = 8
const sentence = 'Etävastaanoton käyttöönotto etenee suunnitellusti, ja henkilöstöä on koulutettu. '

export type Save = { due: number; latency: number }
export type Typing = { saves: Save[]; planned: number; refused: string[]; lastTexts: Map<string, Field> }

/** A fixed sequence of numbers in [0, 1): the same people type at the same moments in every run. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

class Person {
  readonly #writer: Writer
  readonly #paths: string[]
  readonly fields = new Map<string, Field>()
  #saves = 0

  /** `share`: two writers of one report keep to different fields, as they do when each sees where the other is. */
  constructor(writer: Writer, share: 'all' | 'first' | 'last', random: () => number) {
    this.#writer = writer
    const texts = [
      'results/text',
      'nextSteps/text',
      'deviations/text',
      ...writer.actionIds.map((id) => `actions/${id}/text`),
    ]
    const all = [...texts, ...writer.indicatorIds.map((id) => `indicators/${id}/value`)]
    this.#paths = share === 'all' ? all : share === 'first' ? all.slice(0, 4) : all.slice(4)
    this.#saves = Math.floor(random() * savesPerField * this.#paths.length)
  }

  /** What stands in the field after two more seconds of typing. */
  next(): Field {
    const path = this.#paths[Math.floor(this.#saves / savesPerField) % this.#paths.length] ?? 'results/text'
    this.#saves += 1
    const known = this.fields.get(path) ?? { path, text: '', version: 0 }
    const number = `${(this.#saves % 90) + 1},${this.#saves % 10}`
    const at = known.text.length % sentence.length
    const text = path.endsWith('/value') ? number : known.text + sentence.slice(at, at + 11).padEnd(11, '.')
    return { path, text, version: known.version }
  }

  async save(address: string, agent: http.Agent): Promise<string | null> {
    const field = this.next()
    const [answer] = await saveFields(address, this.#writer, [field], agent)
    if (!answer?.ok) return JSON.stringify(answer)
    if (answer.version !== field.version + 1) return `${field.path}: version ${answer.version} after ${field.version}`
    this.fields.set(field.path, { ...field, version: answer.version })
    return null
  }
}

/** Lets everybody type for so long; what a person wrote stays known for the next call. */
export function makeTypists(writers: readonly Writer[], address: string) {
  const random = sequence(20_251_122)
  const people = writers.map((writer, index) => {
    const others = writers.filter(({ reportId }) => reportId === writer.reportId)
    const share = others.length === 1 ? 'all' : others[0] === writer ? 'first' : 'last'
    return new Person(writer, share, sequence(index))
  })
  const phases = people.map(() => random() * everySeconds * 1000)
  const agent = new http.Agent({ keepAlive: true, maxSockets: people.length, scheduling: 'fifo' })
  return { type, close: () => agent.destroy() }

  async function type(seconds: number): Promise<Typing> {
    const typing: Typing = { saves: [], planned: 0, refused: [], lastTexts: new Map() }
    const began = performance.now() + 50
    await Promise.all(
      people.map(async (person, index) => {
        for (let due = began + (phases[index] ?? 0); due < began + seconds * 1000; due += everySeconds * 1000) {
          typing.planned += 1
          const early = due - performance.now()
          if (early > 0) await wait(early)
          const refused = await person.save(address, agent).catch((error: Error) => error.message)
          typing.saves.push({ due: due - began, latency: performance.now() - due })
          if (refused) typing.refused.push(refused)
        }
      }),
    )
    people.forEach((person, index) => {
      for (const field of person.fields.values()) {
        typing.lastTexts.set(`${writers[index]?.reportId} ${field.path}`, field)
      }
    })
    return typing
  }
}
