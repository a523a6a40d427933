// Limits on what costs the server much: per person, exact, told with the time to wait; and every route that makes or takes
// files asks for it.
import { globSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { tooMany } from '@/app/api/too-many'
import { allowances, waitBefore } from '@/lib/access/allowance'
import { systemViewer } from '@/lib/access/viewer'
import { locales } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { type CountyOfTest, makeAccount, makeCounty, viewerWith } from '../support/builders/accounts'
import { empty, sql } from './behind'

let county: CountyOfTest
beforeEach(async () => {
  await empty('RateLimit')
  county = await makeCounty()
})
const person = async () => viewerWith([], { userId: (await makeAccount(county)).id })

describe('a person who has very many files made', () => {
  it('waits after the sixtieth in ten minutes, and nobody else does', async () => {
    const [busy, other] = [await person(), await person()]
    const waits = await Promise.all(Array.from({ length: 80 }, () => waitBefore(busy, 'file')))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(allowances.file.attempts)
    expect(waits.filter((seconds) => seconds > 590 && seconds <= 600)).toHaveLength(20)
    expect(await waitBefore(other, 'file')).toBe(0)
    expect(await waitBefore(busy, 'upload')).toBe(0)
  })

  it('goes on when the time is over', async () => {
    const busy = await person()
    for (let file = 0; file < 61; file++) await waitBefore(busy, 'file')
    await sql(`UPDATE "RateLimit" SET "resetsAt" = now() + interval '61 seconds'`)
    expect(await waitBefore(busy, 'file')).toBeLessThanOrEqual(61)
    await sql(`UPDATE "RateLimit" SET "resetsAt" = now() - interval '1 second'`)
    expect(await waitBefore(busy, 'file')).toBe(0)
  })

  it('is not the product itself', async () => {
    const waits = await Promise.all(Array.from({ length: 70 }, () => waitBefore(systemViewer('operator'), 'file')))
    expect(waits.every((seconds) => seconds === 0)).toBe(true)
  })
})

describe('the answer', () => {
  it.each(locales)('says in %s what happened and when to go on, for programs too', async (locale) => {
    for (const what of ['file', 'upload', 'page'] as const) {
      const answer = tooMany(words(locale), what, 90)
      expect(answer.status).toBe(429)
      expect(answer.headers.get('retry-after')).toBe('90')
      const text = await answer.text()
      expect(text).toContain(`<html lang="${locale}">`)
      expect(text).toMatch(/<h1>.+<\/h1><p>.*\b2\b.*<\/p>/)
    }
    expect(await tooMany(words(locale), 'file', 20).text()).not.toMatch(/\d+ min/)
  })
})

/** Routes that make or take files and do not ask how many there have been. */
function unlimited(files: readonly (readonly [string, string])[]): string[] {
  return files.flatMap(([name, text]) => {
    const makes = /\bmadeAnswer\(/.test(text) && !/\bfileMaker\(/.test(text)
    const takes = /\.formData\(/.test(text) && /\bFile\b/.test(text) && !/\bwaitBefore\(/.test(text)
    return makes || takes ? [name] : []
  })
}

describe('routes that make or take files', () => {
  const files = globSync('app/**/*.ts')
    .filter((file) => !file.endsWith('file-answer.ts'))
    .map((file) => [file, readFileSync(file, 'utf8')] as const)

  it('all ask first', () => {
    const concerned = files.filter(([, text]) => /\b(madeAnswer|takeFile)\(|\.formData\(/.test(text))
    console.log(`looked at ${concerned.length} routes that make or take files`)
    expect(concerned.length).toBeGreaterThanOrEqual(24)
    expect(unlimited(files)).toEqual([])
  })

  it('would be found when one does not (planted)', () => {
    expect(
      unlimited([
        ['makes', "return madeAnswer('pdf', made)"],
        ['takes', 'const sent = (await request.formData()).get("file"); sent instanceof File'],
        ['asks', "await fileMaker(); return madeAnswer('pdf', made)"],
      ]),
    ).toEqual(['makes', 'takes'])
  })
})
