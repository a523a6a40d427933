import { inflateSync } from 'node:zlib'

/** Values of the PDF language. Strings are bytes, because only their place tells how they are to be read. */
export class Name {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
export class Ref {
  readonly id: number
  constructor(id: number) {
    this.id = id
  }
}
export class Stream {
  readonly dict: Dict
  readonly raw: Uint8Array
  constructor(dict: Dict, raw: Uint8Array) {
    this.dict = dict
    this.raw = raw
  }
}
export class Operator {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}
export type Dict = Map<string, Value>
export type Value = null | boolean | number | Uint8Array | Name | Ref | Stream | Operator | Dict | Value[]

const space = new Set([0, 9, 10, 12, 13, 32])
const delimiter = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)))
const code = (character: string) => character.charCodeAt(0)

/** Reads values one after another, both of files and of page contents (where bare words are operators). */
export class Reader {
  at: number
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  skip(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) return
      if (byte === code('%')) while (this.at < this.bytes.length && this.bytes[this.at] !== 10) this.at += 1
      else if (space.has(byte)) this.at += 1
      else return
    }
  }

  /** The next value; undefined at the end. */
  value(): Value | undefined {
    this.skip()
    const byte = this.bytes[this.at]
    if (byte === undefined) return undefined
    if (byte === code('/')) return this.name()
    if (byte === code('(')) return this.literal()
    if (byte === code('[')) return this.array()
    if (byte === code('<')) return this.bytes[this.at + 1] === code('<') ? this.dict() : this.hex()
    return this.word()
  }

  private name(): Name {
    this.at += 1
    return new Name(
      this.run().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  private run(): string {
    const from = this.at
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined || space.has(byte) || delimiter.has(byte)) break
      this.at += 1
    }
    return Buffer.from(this.bytes.subarray(from, this.at)).toString('latin1')
  }

  private word(): Value {
    const word = this.run()
    if (word === '') throw new Error(`unexpected byte ${this.bytes[this.at]} at ${this.at}`)
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return new Operator(word)
    const after = this.at
    if (/^\d+$/.test(word)) {
      const [, length] = /^(\s+\d+\s+R)(?![A-Za-z])/.exec(this.ahead(24))
        ? ['', this.ahead(24).indexOf('R') + 1]
        : ['', 0]
      if (length) {
        this.at = after + length
        return new Ref(Number(word))
      }
    }
    return Number(word)
  }

  private ahead(count: number): string {
    return Buffer.from(this.bytes.subarray(this.at, this.at + count)).toString('latin1')
  }

  private array(): Value[] {
    this.at += 1
    const items: Value[] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === code(']')) break
      const item = this.value()
      if (item === undefined) throw new Error('unfinished array')
      items.push(item)
    }
    this.at += 1
    return items
  }

  private dict(): Dict {
    this.at += 2
    const entries: Dict = new Map()
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === code('>')) break
      const key = this.value()
      const item = this.value()
      if (!(key instanceof Name) || item === undefined) throw new Error(`unfinished dictionary at ${this.at}`)
      entries.set(key.name, item)
    }
    this.at += 2
    return entries
  }

  private hex(): Uint8Array {
    const end = this.bytes.indexOf(code('>'), this.at)
    const digits = Buffer.from(this.bytes.subarray(this.at + 1, end))
      .toString('latin1')
      .replace(/\s/g, '')
    this.at = end + 1
    return Uint8Array.from(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'))
  }

  private literal(): Uint8Array {
    this.at += 1
    const out: number[] = []
    for (let depth = 1; ; this.at += 1) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw new Error('unfinished string')
      if (byte === code('\\')) {
        this.at += 1
        out.push(...this.escape())
        continue
      }
      if (byte === code('(')) depth += 1
      if (byte === code(')') && --depth === 0) break
      out.push(byte)
    }
    this.at += 1
    return Uint8Array.from(out)
  }

  private escape(): number[] {
    const octal = /^[0-7]{1,3}/.exec(this.ahead(3))?.[0]
    if (octal) {
      this.at += octal.length - 1
      return [Number.parseInt(octal, 8) & 255]
    }
    const byte = this.bytes[this.at] ?? 0
    const plain: Record<string, number[]> = { n: [10], r: [13], t: [9], b: [8], f: [12], '\n': [], '\r': [] }
    return plain[String.fromCharCode(byte)] ?? [byte]
  }
}

/** A text string of a dictionary: UTF-16 with a mark, UTF-8 with a mark, or Latin-1. */
export function textOf(value: Value | undefined): string | null {
  if (!(value instanceof Uint8Array)) return null
  const bytes = Buffer.from(value)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1')
}

export function unpack(stream: Stream): Uint8Array {
  const filter = stream.dict.get('Filter')
  const names = (Array.isArray(filter) ? filter : [filter])
    .filter((item) => item instanceof Name)
    .map((item) => item.name)
  if (names.length === 0) return stream.raw
  if (names.length === 1 && names[0] === 'FlateDecode') return inflateSync(stream.raw)
  throw new Error(`filter ${names.join(' ')} is not read here`)
}
