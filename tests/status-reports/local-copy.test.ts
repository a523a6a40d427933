import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, Autosave } from '@/components/status-reports/form/autosave'
import { findCopies, LocalCopy } from '@/components/status-reports/form/copy/local-copy'
import { recover } from '@/components/status-reports/form/copy/recover'
import { type Seal, sealWith } from '@/components/status-reports/form/copy/seal'
import type { SentField } from '@/components/status-reports/form/field-states'
import type { FormField } from '@/components/status-reports/form/model'
import { memoryStore } from './memory-store'

const reportId = 'report-1'
const field = (path: string, text = '', version = 0): FormField => ({
  path,
  kind: 'text',
  label: path,
  text,
  version,
  confirmed: true,
  reading: null,
  previous: null,
})
const newKey = (id = randomBytes(4).toString('hex')) => ({ id, secret: randomBytes(32).toString('base64') })

let browser: ReturnType<typeof memoryStore>
let key: { id: string; secret: string }
let seal: Seal
const living = new Set<string>()
const isGone = (tab: string) => Promise.resolve(!living.has(tab))

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  living.clear()
  browser = memoryStore()
  key = newKey()
  seal = counted(await sealWith([key]))
})
afterEach(() => void vi.useRealTimers())

// The machine encrypts in its own time, whatever the clock of the test says.
let encrypting = 0
function counted(real: Seal): Seal {
  const close: Seal['close'] = (text, place) => {
    encrypting += 1
    return real.close(text, place).finally(() => {
      encrypting -= 1
    })
  }
  return { ...real, close }
}

/** Lets time go by, and what is being encrypted finish. */
async function wait(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 50) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 50))
    do await new Promise((resolve) => setImmediate(resolve))
    while (encrypting > 0)
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

type How = { tab?: string; answer?: (fields: SentField[]) => Answer | null; adopted?: string[]; seal?: Seal }

/** One open form; without an `answer` its network is gone. */
function open(fields: FormField[], { tab = 'tab-1', answer = () => null, adopted = [], seal: own = seal }: How = {}) {
  living.add(tab)
  const sent: SentField[][] = []
  const autosave = new Autosave(fields, {
    typed: {},
    time: null,
    send: async (waiting) => {
      sent.push(waiting)
      const given = answer(waiting)
      if (!given) throw new Error('no network')
      return given
    },
  })
  const place = () => ({ path: 'results/text', from: 2, to: 3 })
  const copy = new LocalCopy(autosave, { reportId, tab, store: browser.store, seal: own, place, isGone })
  copy.start(adopted)
  return { autosave, copy, sent, kill: () => living.delete(tab) }
}
const saves = (fields: SentField[]): Answer => ({
  time: 'klo 14.02',
  fields: fields.map(({ path, version }) => ({ path, ok: true, version: version + 1, confirmed: true, reading: null })),
})
const found = (own: Seal = seal) => findCopies({ reportId, store: browser.store, seal: own, isGone })
const textsIn = async () =>
  (await found()).map(({ texts }) => Object.fromEntries(Object.entries(texts).map(([path, { text }]) => [path, text])))

describe('the copy on this device', () => {
  it('holds what was typed within 300 ms, also of somebody who never pauses', async () => {
    const page = open([field('results/text', 'Ennen', 3)])
    for (let count = 1; count <= 10; count += 1) {
      page.autosave.change('results/text', 'x'.repeat(count))
      await wait(100)
    }
    page.kill()
    const [copy] = await found()
    expect(copy?.texts['results/text']?.text.length).toBeGreaterThanOrEqual(7)
    expect(copy?.texts['results/text']?.version).toBe(3)
    expect(copy?.place).toEqual({ path: 'results/text', from: 2, to: 3 })
  })

  it('is told of only once it is written, and no more when something was typed since', async () => {
    const page = open([field('results/text')])
    page.autosave.change('results/text', 'Tärkeä')
    await wait(750)
    expect(page.sent).toHaveLength(1)
    expect(page.autosave.state()).toEqual({ is: 'local', why: 'NO_ANSWER' })
    page.autosave.change('results/text', 'Tärkeää')
    expect(page.autosave.state()).toEqual({ is: 'failed', why: 'NO_ANSWER' })
    await wait(300)
    expect(page.autosave.state()).toEqual({ is: 'local', why: 'NO_ANSWER' })
  })

  it('is not claimed where it cannot be written, and written once it can', async () => {
    browser.state.broken = true
    const page = open([field('results/text')])
    page.autosave.change('results/text', 'Tärkeä')
    await wait(1500)
    expect(page.autosave.state()).toEqual({ is: 'failed', why: 'NO_ANSWER' })
    browser.state.broken = false
    await wait(2500)
    expect(page.autosave.state()).toEqual({ is: 'local', why: 'NO_ANSWER' })
  })

  it('goes when the server has everything', async () => {
    const page = open([field('results/text')], { answer: saves })
    page.autosave.change('results/text', 'Tallentuva')
    await wait(300)
    expect(browser.copies.size).toBe(1)
    await wait(1500)
    expect(page.autosave.state().is).toBe('saved')
    expect(browser.copies.size).toBe(0)
  })

  it('holds a text of ordinary length but not one that no field takes, and then does not claim to', async () => {
    const page = open([field('results/text'), field('nextSteps/text')])
    page.autosave.change('nextSteps/text', 'Pieni')
    page.autosave.change('results/text', 'x'.repeat(10_000_000))
    await wait(1500)
    page.kill()
    expect(await textsIn()).toEqual([{ 'nextSteps/text': 'Pieni' }])
    expect(page.autosave.state().is).not.toBe('local')
  })

  it('is gone, and said to be, when somebody signs out', async () => {
    const page = open([field('results/text')])
    page.autosave.change('results/text', 'Tärkeä')
    await wait(1000)
    page.copy.end()
    expect(page.autosave.state()).toEqual({ is: 'failed', why: 'NO_ANSWER' })
  })
})

describe('what lies on the device', () => {
  it('shows nothing of the text without the key', async () => {
    open([field('results/text')]).autosave.change('results/text', 'Salainen lause')
    await wait(300)
    const [copy] = browser.copies.values()
    const lies = Buffer.concat([
      Buffer.from(new Uint8Array(copy?.data ?? new ArrayBuffer(0))),
      Buffer.from(JSON.stringify(copy)),
    ]).toString('latin1')
    expect(lies).not.toContain('Salainen')
    expect(lies).not.toContain(key.secret)
  })

  it("another person's key opens nothing", async () => {
    const page = open([field('results/text')])
    page.autosave.change('results/text', 'Salainen lause')
    await wait(300)
    page.kill()
    expect(await found(await sealWith([newKey()]))).toEqual([])
    expect(await found(await sealWith([{ ...newKey(), id: key.id }])), 'the same id with another secret').toEqual([])
    expect(await found()).toHaveLength(1)
  })

  it('a copy that was altered or moved is not trusted', async () => {
    const page = open([field('results/text')])
    page.autosave.change('results/text', 'Aito')
    await wait(300)
    page.kill()
    const [copy] = browser.copies.values()
    if (!copy) throw new Error('no copy')
    browser.copies.clear()
    browser.copies.set('report-1/tab-9', { ...copy, id: 'report-1/tab-9' })
    expect(await found()).toEqual([])
    const data = copy.data.slice(0)
    new Uint8Array(data).fill(7, 0, 1)
    browser.copies.set(copy.id, { ...copy, data })
    expect(await found()).toEqual([])
  })

  it('is cleared after 30 days', async () => {
    const page = open([field('results/text')])
    page.autosave.change('results/text', 'Vanha')
    await wait(300)
    page.kill()
    vi.setSystemTime(Date.now() + 31 * 86_400_000)
    expect(await found()).toEqual([])
    expect(browser.copies.size).toBe(0)
  })
})

describe('opening the form again', () => {
  /** A page that was killed with this text in a field, typed on this version. */
  async function killed(path: string, text: string, version: number, tab = 'tab-1') {
    const page = open([field(path, 'Ennen', version)], { tab })
    page.autosave.change(path, text)
    await wait(300)
    page.kill()
    page.copy.end()
  }
  const given = () => ({ reportId, store: browser.store, seal, isGone })

  it('puts the text in and saves it on the version it was typed on', async () => {
    await killed('results/text', 'Kirjoitettu', 3)
    const page = open([field('results/text', 'Ennen', 3)], { tab: 'tab-2', answer: saves })
    const back = await recover(page.autosave, given())
    expect(back).toMatchObject({ back: [{ path: 'results/text', before: 'Ennen' }], left: [] })
    await wait(1000)
    expect(page.sent[0]).toEqual([{ path: 'results/text', text: 'Kirjoitettu', version: 3, confirm: false }])
    expect(page.autosave.state().is).toBe('saved')
  })

  it('sends the old version of a field that has changed since: the server then shows both', async () => {
    await killed('results/text', 'Minun', 3)
    const current = { text: 'Toisen', version: 5, by: 'Koordinaattori 2', at: 'klo 14.01' }
    const page = open([field('results/text', 'Toisen', 5)], {
      tab: 'tab-2',
      answer: () => ({ time: '', fields: [{ path: 'results/text', ok: false, reason: 'STALE', current }] }),
    })
    await recover(page.autosave, given())
    await wait(1000)
    expect(page.sent[0]?.[0]).toMatchObject({ text: 'Minun', version: 3 })
    expect(page.autosave.field('results/text')).toMatchObject({ text: 'Minun', other: { text: 'Toisen' } })
    expect(page.autosave.state().is).toBe('conflict')
  })

  it('says nothing when the server has the text: only the answer was lost', async () => {
    await killed('results/text', 'Tallentui', 3)
    const page = open([field('results/text', 'Tallentui', 4)], { tab: 'tab-2' })
    expect(await recover(page.autosave, given())).toMatchObject({ back: [], left: [], adopted: ['report-1/tab-1'] })
    await wait(2000)
    expect(page.sent).toEqual([])
  })

  it('keeps the old copy until the new one is written or the server has the text', async () => {
    await killed('results/text', 'Kirjoitettu', 3)
    living.add('tab-2')
    const autosave = new Autosave([field('results/text', 'Ennen', 3)], {
      typed: {},
      time: null,
      send: () => Promise.reject(new Error('no network')),
    })
    const back = await recover(autosave, given())
    expect([...browser.copies.keys()]).toEqual(['report-1/tab-1'])
    const own = { ...given(), tab: 'tab-2', place: () => null }
    new LocalCopy(autosave, own).start(back.adopted)
    await wait(300)
    expect([...browser.copies.keys()]).toEqual(['report-1/tab-2'])
  })

  it('leaves the text of a page that is still open alone', async () => {
    await killed('results/text', 'Toisessa välilehdessä', 3)
    living.add('tab-1')
    const page = open([field('results/text', 'Ennen', 3)], { tab: 'tab-2' })
    expect(await recover(page.autosave, given())).toMatchObject({ back: [], left: [] })
  })

  it('shows a text whose field is not open, and keeps it until it is removed', async () => {
    await killed('results/text', 'Ei mihinkään', 3)
    const page = open([field('nextSteps/text')], { tab: 'tab-2' })
    const back = await recover(page.autosave, given())
    expect(back.left).toEqual([{ copy: 'report-1/tab-1', path: 'results/text', text: 'Ei mihinkään' }])
    expect(back.adopted).toEqual([])
    expect(await textsIn()).toEqual([{ 'results/text': 'Ei mihinkään' }])
  })

  it('of two copies of one field the later goes in and the earlier is shown', async () => {
    await killed('results/text', 'Aiempi', 3, 'tab-1')
    await wait(1000)
    await killed('results/text', 'Myöhempi', 3, 'tab-2')
    const page = open([field('results/text', 'Ennen', 3)], { tab: 'tab-3' })
    const back = await recover(page.autosave, given())
    expect(back.back.map(({ path }) => path)).toEqual(['results/text'])
    expect(page.autosave.field('results/text').text).toBe('Myöhempi')
    expect(back.left.map(({ text }) => text)).toEqual(['Aiempi'])
    expect(back.adopted).toEqual(['report-1/tab-2'])
  })

  it('what is already typed on the new page goes before', async () => {
    await killed('results/text', 'Vanha teksti', 3)
    const page = open([field('results/text', 'Ennen', 3)], { tab: 'tab-2' })
    page.autosave.change('results/text', 'Uusi teksti')
    const back = await recover(page.autosave, given())
    expect(page.autosave.field('results/text').text).toBe('Uusi teksti')
    expect(back.left.map(({ text }) => text)).toEqual(['Vanha teksti'])
  })
})
