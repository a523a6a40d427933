import { describe, expect, it, vi } from 'vitest'
import { keeping } from '@/lib/exports/kept'

const content = (text: string) => ({ sections: [{ text }], picture: new Uint8Array([1, 2]) })

/** A maker that tells how often it was asked, and is ready when it is let. */
function maker() {
  let asked = 0
  const waiting: (() => void)[] = []
  const make = (given: ReturnType<typeof content>) => {
    asked += 1
    return new Promise<{ text: string }>((resolve) =>
      waiting.push(() => resolve({ text: JSON.stringify(given.sections) })),
    )
  }
  return { make, asked: () => asked, letThrough: () => waiting.splice(0).map((ready) => ready()) }
}

describe('files that are kept for those who left the page', () => {
  it('are made once, for who asks meanwhile and for who asks afterwards', async () => {
    const { make, asked, letThrough } = maker()
    const kept = keeping('once', make)
    const both = [kept(content('a')), kept(content('a'))]
    letThrough()
    const [first, second] = await Promise.all(both)
    expect(second).toBe(first)
    expect(await kept(content('a'))).toBe(first)
    expect(asked()).toBe(1)
  })

  it('are made anew of other content, in another format, and after ten minutes', async () => {
    vi.useFakeTimers()
    const { make, asked, letThrough } = maker()
    const made = async (format: string, text: string) => {
      const file = keeping(format, make)(content(text))
      letThrough()
      return (await file).text
    }
    expect(await made('anew', 'a')).toContain('a')
    expect(await made('anew', 'b')).toContain('b')
    await made('other', 'a')
    expect(asked()).toBe(3)
    await vi.advanceTimersByTimeAsync(9 * 60_000)
    await made('anew', 'a')
    expect(asked()).toBe(3)
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    await made('anew', 'a')
    expect(asked()).toBe(4)
    vi.useRealTimers()
  })

  it('are not many, and a failure is not kept', async () => {
    const { make, asked, letThrough } = maker()
    const kept = keeping('many', make)
    for (let index = 0; index < 9; index += 1) void kept(content(String(index)))
    letThrough()
    void kept(content('8'))
    expect(asked()).toBe(9)
    void kept(content('0'))
    expect(asked()).toBe(10)
    letThrough()

    let tries = 0
    const failing = keeping('failing', async () => {
      tries += 1
      throw new Error('not today')
    })
    await expect(failing()).rejects.toThrow('not today')
    await expect(failing()).rejects.toThrow('not today')
    expect(tries).toBe(2)
  })
})
