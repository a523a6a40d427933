import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, Autosave } from '@/components/status-reports/form/autosave'
import type { SentField } from '@/components/status-reports/form/field-states'
import type { FormField } from '@/components/status-reports/form/model'

const field = (path: string, text = '', more: Partial<FormField> = {}): FormField => ({
  path,
  kind: 'text',
  label: path,
  text,
  version: text === '' ? 0 : 1,
  confirmed: true,
  reading: null,
  previous: null,
  ...more,
})

/** A server that answers when told to. */
function server() {
  const calls: { fields: SentField[]; leaving: boolean; answer: (answer: Answer) => void; break: () => void }[] = []
  const send = (fields: SentField[], leaving: boolean) =>
    new Promise<Answer>((resolve, reject) => {
      calls.push({ fields, leaving, answer: resolve, break: () => reject(new Error('no network')) })
    })
  const saved = (index = calls.length - 1, time = 'klo 14.02') => {
    const call = calls[index]
    call?.answer({
      time,
      fields: call.fields.map(({ path, version }) => ({
        path,
        ok: true,
        version: version + 1,
        confirmed: true,
        reading: null,
      })),
    })
    return vi.advanceTimersByTimeAsync(0)
  }
  return { calls, send, saved }
}

function form(fields: FormField[] = [field('results/text', 'Ennen'), field('nextSteps/text')]) {
  const own = server()
  const autosave = new Autosave(fields, { typed: {}, time: null, send: own.send })
  return { ...own, autosave }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('saving while typing', () => {
  it('sends within a second of the last keystroke, once for all of them', async () => {
    const { autosave, calls, saved } = form()
    for (const text of ['E', 'Ed', 'Ede']) {
      autosave.change('results/text', text)
      await wait(300)
    }
    expect(calls).toHaveLength(0)
    expect(autosave.state()).toEqual({ is: 'unsaved' })
    await wait(700)
    expect(calls.map(({ fields }) => fields)).toEqual([
      [{ path: 'results/text', text: 'Ede', version: 1, confirm: false }],
    ])
    expect(autosave.state()).toEqual({ is: 'saving' })
    await saved()
    expect(autosave.state()).toEqual({ is: 'saved', time: 'klo 14.02' })
    expect(autosave.unsaved()).toBe(false)
  })

  it('also saves somebody who never pauses', async () => {
    const { autosave, calls } = form()
    for (let count = 0; count < 30; count += 1) {
      autosave.change('results/text', 'x'.repeat(count))
      await wait(200)
    }
    expect(calls.length).toBeGreaterThanOrEqual(1)
  })

  it('has one request under way at a time and sends what was typed meanwhile with the new version', async () => {
    const { autosave, calls, saved } = form()
    autosave.change('results/text', 'Eka')
    await wait(1000)
    autosave.change('results/text', 'Toka')
    await wait(5000)
    expect(calls).toHaveLength(1)
    await saved()
    await wait(1000)
    expect(calls[1]?.fields).toEqual([{ path: 'results/text', text: 'Toka', version: 2, confirm: false }])
    await saved()
    expect(autosave.state().is).toBe('saved')
  })

  it('sends nothing when the text is back where it was', async () => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'Muu')
    autosave.change('results/text', 'Ennen')
    await wait(2000)
    expect(calls).toHaveLength(0)
    expect(autosave.state()).toEqual({ is: 'quiet' })
  })
})

describe('when saving fails', () => {
  it('says so, keeps the text and tries again until it works', async () => {
    const { autosave, calls, saved } = form()
    autosave.change('results/text', 'Tärkeä')
    await wait(1000)
    calls[0]?.break()
    await wait(0)
    expect(autosave.state()).toEqual({ is: 'failed', why: 'NO_ANSWER' })
    expect(autosave.unsaved()).toBe(true)
    await wait(2000)
    expect(calls).toHaveLength(2)
    expect(autosave.state(), 'a try is not yet a save').toEqual({ is: 'failed', why: 'NO_ANSWER' })
    calls[1]?.break()
    await wait(4000)
    expect(calls).toHaveLength(3)
    await saved()
    expect(autosave.state().is).toBe('saved')
  })

  it('tries at once when the network is back', async () => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'Tärkeä')
    await wait(1000)
    calls[0]?.break()
    await wait(0)
    autosave.retry()
    await wait(0)
    expect(calls).toHaveLength(2)
  })

  it('keeps trying after the session has ended: it may begin anew on another tab', async () => {
    const { autosave, calls, saved } = form()
    autosave.change('results/text', 'Tärkeä')
    await wait(1000)
    calls[0]?.answer({ refused: 'SIGNED_OUT' })
    await wait(0)
    expect(autosave.state()).toEqual({ is: 'failed', why: 'SIGNED_OUT' })
    await wait(2000)
    await saved()
    expect(autosave.state().is).toBe('saved')
  })

  it.each(['LOCKED', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('does not pretend to hope after %s', async (why) => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'Tärkeä')
    await wait(1000)
    calls[0]?.answer({ refused: why })
    await wait(60_000)
    expect(calls).toHaveLength(1)
    expect(autosave.state()).toEqual({ is: 'failed', why })
    expect(autosave.field('results/text').text).toBe('Tärkeä')
    expect(await autosave.flush()).toBe(false)
  })
})

describe('when somebody else wrote the field', () => {
  async function conflict() {
    const made = form()
    made.autosave.change('results/text', 'Minun')
    await wait(1000)
    const current = { text: 'Toisen', version: 7, by: 'Koordinaattori 2', at: 'klo 14.01' }
    made.calls[0]?.answer({
      time: 'klo 14.02',
      fields: [{ path: 'results/text', ok: false, reason: 'STALE', current }],
    })
    await wait(0)
    return made
  }

  it('keeps both texts and sends nothing over the other', async () => {
    const { autosave, calls } = await conflict()
    expect(autosave.state()).toEqual({ is: 'conflict' })
    expect(autosave.field('results/text')).toMatchObject({ text: 'Minun', other: { text: 'Toisen' } })
    autosave.change('results/text', 'Minun, jatkettuna')
    await wait(5000)
    expect(calls).toHaveLength(1)
    expect(autosave.unsaved()).toBe(true)
  })

  it("sends the writer's own with the other's version once chosen", async () => {
    const { autosave, calls, saved } = await conflict()
    autosave.keepMine('results/text')
    await wait(0)
    expect(calls[1]?.fields).toEqual([{ path: 'results/text', text: 'Minun', version: 7, confirm: false }])
    await saved()
    expect(autosave.state().is).toBe('saved')
  })

  it("takes the other's text once chosen, with nothing to send", async () => {
    const { autosave, calls } = await conflict()
    autosave.takeOther('results/text')
    await wait(5000)
    expect(calls).toHaveLength(1)
    expect(autosave.field('results/text')).toMatchObject({ text: 'Toisen', version: 7, other: null })
    expect(autosave.unsaved()).toBe(false)
  })
})

describe('confirming', () => {
  it('is sent at once and counted only when the server has it', async () => {
    const carried = { confirmed: false } as const
    const { autosave, calls, saved } = form([
      field('results/text', 'A', carried),
      field('nextSteps/text', 'B', carried),
    ])
    expect(autosave.unconfirmed()).toBe(2)
    autosave.confirm(['results/text', 'nextSteps/text'])
    await wait(0)
    expect(calls[0]?.fields.map(({ path, confirm }) => [path, confirm])).toEqual([
      ['results/text', true],
      ['nextSteps/text', true],
    ])
    await saved()
    expect(autosave.unconfirmed()).toBe(0)
    expect(autosave.field('results/text')).toMatchObject({ confirmed: true, version: 2 })
  })
})

describe('other ends', () => {
  it('a text that is too long is not sent and not lost', async () => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'x'.repeat(20_001))
    await wait(2000)
    expect(calls).toHaveLength(0)
    expect(autosave.state()).toEqual({ is: 'refused' })
    expect(autosave.unsaved()).toBe(true)
    autosave.change('results/text', 'Lyhyt')
    await wait(1000)
    expect(calls).toHaveLength(1)
  })

  it('leaving the page sends what is not saved', async () => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'Kesken')
    autosave.leave()
    expect(calls).toMatchObject([{ leaving: true, fields: [{ text: 'Kesken' }] }])
  })

  it('before sending the report everything is saved first', async () => {
    const { autosave, calls, saved } = form()
    autosave.change('results/text', 'Eka')
    const flushed = autosave.flush()
    await wait(0)
    expect(calls).toHaveLength(1)
    await saved()
    expect(await flushed).toBe(true)
  })

  it('text of a form that came back refused is saved like typed text', async () => {
    const own = server()
    const autosave = new Autosave([field('results/text', 'Ennen')], {
      typed: { 'results/text': 'Lomakkeelta\r\npalautunut' },
      time: null,
      send: own.send,
    })
    autosave.begin()
    await wait(0)
    expect(own.calls[0]?.fields[0]?.text).toBe('Lomakkeelta\npalautunut')
  })

  it('what was said of a field holds until it is changed', () => {
    const { autosave } = form()
    autosave.attempted()
    expect(autosave.field('results/text').touched).toBe(false)
    autosave.change('results/text', 'Uusi')
    expect(autosave.field('results/text').touched).toBe(true)
  })
})

describe('undoing the latest change of a field', () => {
  it('sends what stood there before with the mark of an undo, and can be done again', async () => {
    const { autosave, calls } = form([field('results/text', 'Nyt', { undo: 'Ennen' })])
    autosave.undo('results/text')
    await wait(0)
    expect(calls[0]?.fields).toEqual([{ path: 'results/text', text: 'Ennen', version: 1, confirm: false, undo: true }])
    calls[0]?.answer({
      time: 'klo 14.02',
      fields: [{ path: 'results/text', ok: true, version: 2, confirmed: true, undo: 'Nyt', reading: null }],
    })
    await wait(0)
    expect(autosave.field('results/text')).toMatchObject({ text: 'Ennen', kept: 'Ennen', undo: 'Nyt', undoing: false })
    autosave.undo('results/text')
    await wait(0)
    expect(calls[1]?.fields).toMatchObject([{ text: 'Nyt', version: 2, undo: true }])
  })

  it('does nothing where there is nothing to undo or something is not saved yet', async () => {
    const { autosave, calls } = form([field('results/text', 'Nyt'), field('nextSteps/text', 'A', { undo: 'B' })])
    autosave.undo('results/text')
    autosave.change('nextSteps/text', 'Kesken')
    autosave.undo('nextSteps/text')
    expect(autosave.field('nextSteps/text').text).toBe('Kesken')
    await wait(1000)
    expect(calls.flatMap((call) => call.fields)).toEqual([
      { path: 'nextSteps/text', text: 'Kesken', version: 1, confirm: false },
    ])
  })
})

describe('what others save meanwhile', () => {
  const newer = { path: 'results/text', text: 'Toisen', version: 4, confirmed: true, by: 'Koordinaattori 2', at: '' }

  it('is taken in where this writer has not touched the field, and marked for a minute', async () => {
    const { autosave } = form()
    autosave.refresh([newer], null)
    expect(autosave.field('results/text')).toMatchObject({ text: 'Toisen', version: 4, fresh: true })
    expect(autosave.unsaved()).toBe(false)
    await wait(60_000)
    expect(autosave.field('results/text').fresh).toBe(false)
  })

  it('never goes over a text that is not saved, nor into the field being written', () => {
    const { autosave } = form()
    autosave.refresh([newer], 'results/text')
    expect(autosave.field('results/text').text).toBe('Ennen')
    autosave.change('results/text', 'Oma')
    autosave.refresh([newer], null)
    expect(autosave.field('results/text')).toMatchObject({ text: 'Oma', version: 1 })
  })

  it('waits while a save is under way: it may be told of its own text', async () => {
    const { autosave, saved } = form()
    autosave.change('results/text', 'Oma')
    await wait(1000)
    autosave.change('results/text', 'Ennen')
    autosave.refresh([{ ...newer, text: 'Oma', version: 2 }], null)
    expect(autosave.field('results/text').text).toBe('Ennen')
    await saved()
  })

  it('older news change nothing', () => {
    const { autosave } = form()
    autosave.refresh([{ ...newer, version: 1 }], null)
    expect(autosave.field('results/text').text).toBe('Ennen')
  })
})

describe('both texts in one', () => {
  it("puts the other's text below and saves it on the other's version", async () => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'Minun')
    await wait(1000)
    const current = { text: 'Toisen', version: 7, by: null, at: '' }
    calls[0]?.answer({ time: '', fields: [{ path: 'results/text', ok: false, reason: 'STALE', current }] })
    await wait(0)
    autosave.combine('results/text')
    await wait(0)
    expect(calls[1]?.fields).toEqual([{ path: 'results/text', text: 'Minun\n\nToisen', version: 7, confirm: false }])
  })
})

describe('the session', () => {
  it('that has ended is told also when nothing waits to be saved, and saving goes on after signing in', async () => {
    const { autosave, calls, saved } = form()
    autosave.told('SIGNED_OUT')
    expect(autosave.signedOut()).toBe(true)
    expect(autosave.state()).toEqual({ is: 'quiet' })
    autosave.change('results/text', 'Kesken')
    await wait(1000)
    calls[0]?.answer({ refused: 'SIGNED_OUT' })
    await wait(0)
    autosave.told('SIGNED_IN')
    await wait(0)
    expect(calls).toHaveLength(2)
    await saved()
    expect(autosave.signedOut()).toBe(false)
    expect(autosave.state().is).toBe('saved')
  })

  it('is not blamed when the text has been typed back to what is saved', async () => {
    const { autosave, calls } = form()
    autosave.change('results/text', 'Kesken')
    await wait(1000)
    calls[0]?.break()
    await wait(0)
    autosave.change('results/text', 'Ennen')
    expect(autosave.state()).toEqual({ is: 'quiet' })
  })
})

describe('much text', () => {
  it('is sent in parts that the server takes, all of it', async () => {
    const long = Array.from({ length: 30 }, (_, index) => field(`results/${index}`))
    const { autosave, calls, saved } = form(long)
    for (const { path } of long) autosave.change(path, 'x'.repeat(20_000))
    await wait(1000)
    for (let round = 0; round < 3; round += 1) {
      await saved()
      await wait(1000)
    }
    expect(calls.map(({ fields }) => fields.length)).toEqual([20, 10])
    expect(autosave.state().is).toBe('saved')
  })
})
