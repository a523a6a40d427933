// How a text that somebody uploaded says to be read: only what its bytes tell, nothing guessed.
import { describe, expect, it } from 'vitest'
import { fileAnswer } from '@/app/api/file-answer'
import { charsetOf } from '@/lib/evidence/files/model'

const of = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [...part])))
const utf16 = (text: string, order: 'le' | 'be'): number[] => {
  const bytes = Buffer.from(text, 'utf16le')
  return [...(order === 'le' ? bytes : bytes.swap16())]
}
const marks = { utf8: [0xef, 0xbb, 0xbf], le: [0xff, 0xfe], be: [0xfe, 0xff] } as const
const latin = (text: string): number[] => [...Buffer.from(text, 'latin1')]

describe('nothing is told of', () => {
  it.each([
    ['a list in an old set of one byte (ä as E4)', of(latin('Määrä;35,5'))],
    ['a text in two sets', of('Määrä;', latin('älä'))],
    ['a mark of UTF-8 before another set', of(marks.utf8, latin('Määrä'))],
    ['a sign that is cut off', of('Määr', [0xc3])],
    ['signs that are written too long', of([0xc0, 0xaf])],
    ['halves of signs', of([0xed, 0xa0, 0x80])],
    ['UTF-16 without a mark', of(utf16('Maara;35', 'le'))],
    ['UTF-16 of an odd length', of(marks.le, utf16('Määrä', 'le'), [0x41])],
    ['UTF-16 with half a pair', of(marks.be, [0xd8, 0x00, 0x00, 0x41])],
    ['UTF-32', of([0xff, 0xfe, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00])],
    ['a set of seven bits that switches', of([0x1b, 0x24, 0x42, 0x24, 0x22])],
  ])('%s', async (_, bytes) => {
    expect(charsetOf(bytes)).toBeNull()
    const answer = fileAnswer({ name: 'a.csv', mediaType: 'text/csv', bytes })
    expect(answer.headers.get('content-type')).toBe('text/csv')
  })
})

describe('the charset is told of', () => {
  it.each([
    ['plain letters', of('Maara;35'), 'utf-8'],
    ['UTF-8', of('Määrä;35,5 €\nÅland 🌲'), 'utf-8'],
    ['UTF-8 with its mark, as Excel writes it', of(marks.utf8, 'Määrä;35,5'), 'utf-8'],
    ['nothing at all', of(), 'utf-8'],
    ['UTF-16, small end first', of(marks.le, utf16('Määrä;🌲', 'le')), 'utf-16'],
    ['UTF-16, big end first', of(marks.be, utf16('Määrä;🌲', 'be')), 'utf-16'],
  ] as const)('%s', async (_, bytes, charset) => {
    expect(charsetOf(bytes)).toBe(charset)
    for (const mediaType of ['text/csv', 'text/plain']) {
      const answer = fileAnswer({ name: 'määrä.csv', mediaType, bytes })
      expect(answer.headers.get('content-type')).toBe(`${mediaType}; charset=${charset}`)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    }
  })

  it('of texts only: other files go out as they are kept', () => {
    for (const mediaType of ['application/pdf', 'image/png'])
      expect(fileAnswer({ name: 'a', mediaType, bytes: of('%PDF') }).headers.get('content-type')).toBe(mediaType)
    expect(fileAnswer(null).status).toBe(404)
  })
})
