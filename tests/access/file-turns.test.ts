// The line of files: one at a time, in turn among people. With works that end when the test says so, and no clock.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inLineOf, takeTurn } from '@/lib/exports/turns'

const [anna, bertta, cecilia] = [{ userId: 'a' }, { userId: 'b' }, { userId: 'c' }]
const nobody = { userId: null }

/** Works with names, each of which lasts until it is let go; what has begun is told in its order. */
function bench() {
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const order = (who: { userId: string | null }, name: string): Promise<string> =>
    inLineOf(who, () =>
      takeTurn(() => {
        begun.push(name)
        return new Promise((resolve, reject) => {
          ends.set(name, (error) => (error ? reject(error) : resolve(`${name} is made`)))
        })
      }),
    )
  /** Lets the one that is being made end, and everything that hangs on it happen. */
  const end = async (name: string, error?: Error) => {
    await settled()
    ends.get(name)?.(error)
    await settled()
  }
  const endAll = async () => {
    for (let at = 0; await settled().then(() => at < begun.length); at++) await end(begun[at] ?? '')
    return begun
  }
  return { begun, order, end, endAll }
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the line of files', () => {
  it('makes one at a time, and what one person orders in its order', async () => {
    const { begun, order, end } = bench()
    const made = [order(anna, 'a1'), order(anna, 'a2'), order(anna, 'a3')]
    await settled()
    expect(begun).toEqual(['a1'])
    await end('a1')
    expect(begun).toEqual(['a1', 'a2'])
    await end('a2')
    await end('a3')
    expect(await Promise.all(made)).toEqual(['a1 is made', 'a2 is made', 'a3 is made'])
  })

  it('lets nobody wait for all that another has ordered', async () => {
    const { order, endAll } = bench()
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void order(anna, name)
    void order(bertta, 'b1')
    void order(cecilia, 'c1')
    void order(bertta, 'b2')
    expect(await endAll()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4', 'a5'])
  })

  it('puts who comes again behind those who have not had their turn', async () => {
    const { begun, order, end, endAll } = bench()
    void order(anna, 'a1')
    void order(bertta, 'b1')
    void order(bertta, 'b2')
    await end('a1')
    expect(begun).toEqual(['a1', 'b1'])
    void order(anna, 'a2')
    void order(cecilia, 'c1')
    expect(await endAll()).toEqual(['a1', 'b1', 'a2', 'c1', 'b2'])
  })

  it('takes the product itself and whoever is not known as one', async () => {
    const { order, endAll } = bench()
    for (const name of ['n1', 'n2', 'n3']) void order(nobody, name)
    void order(anna, 'a1')
    void order(nobody, 'n4')
    expect(await endAll()).toEqual(['n1', 'a1', 'n2', 'n3', 'n4'])
  })

  it('goes on when a work fails, at once or later, and tells the one who ordered it', async () => {
    const { begun, order, end, endAll } = bench()
    const failing = order(anna, 'a1')
    const broken = inLineOf(bertta, () =>
      takeTurn((): Promise<string> => {
        throw new Error('not even begun')
      }),
    )
    const good = order(cecilia, 'c1')
    const told = Promise.allSettled([failing, broken])
    await end('a1', new Error('ended early'))
    expect(begun).toEqual(['a1', 'c1'])
    expect(await told).toMatchObject([
      { status: 'rejected', reason: { message: 'ended early' } },
      { status: 'rejected', reason: { message: 'not even begun' } },
    ])
    await endAll()
    expect(await good).toBe('c1 is made')
  })

  it('begins anew when it was empty', async () => {
    const { order, end } = bench()
    const first = order(anna, 'a1')
    await end('a1')
    expect(await first).toBe('a1 is made')
    await settled()
    const second = order(bertta, 'b1')
    await end('b1')
    expect(await second).toBe('b1 is made')
  })

  it('counts what a work orders in many steps to the person who asked', async () => {
    const { begun, order, endAll } = bench()
    void order(anna, 'a1')
    void order(anna, 'a2')
    const later = inLineOf(bertta, async () => {
      await settled()
      return takeTurn(async () => begun.push('b1'))
    })
    await settled()
    expect(await endAll()).toEqual(['a1', 'b1', 'a2'])
    await later
  })
})

/** Routes that draw a file and do not say for whom. */
function unnamed(files: readonly (readonly [string, string])[]): string[] {
  const draws = /from '@\/lib\/exports\/(typst|docx|pptx|pictures)\//
  return files.flatMap(([name, text]) => (draws.test(text) && !/\binLineOf\(viewer, /.test(text) ? [name] : []))
}

describe('routes that draw files', () => {
  const files = globSync('app/**/*.{ts,tsx}').map((file) => [file, readFileSync(file, 'utf8')] as const)

  it('all say for whom', () => {
    const drawing = files.filter(([, text]) => text.includes('inLineOf('))
    expect(drawing.length).toBeGreaterThanOrEqual(9)
    expect(unnamed(files)).toEqual([])
  })

  it('would be found when one does not (planted)', () => {
    const planted = files.map(([name, text]) => [name, text.replaceAll('inLineOf(viewer, ', 'now(')] as const)
    expect(unnamed(planted).length).toBeGreaterThanOrEqual(9)
  })
})
