import { type Dict, Operator, Reader, Ref, Stream, unpack, type Value } from '@/tests/exports/pdf-structure/objects'

/** A PDF file with a plain cross-reference table, as the product writes it: its objects by number, and its catalogue. */
export class PdfFile {
  private readonly places = new Map<number, number>()
  private readonly known = new Map<number, Value>()
  private readonly bytes: Uint8Array
  readonly catalogue: Dict

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    const text = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN)
    const table = text.slice(start)
    if (!table.startsWith('xref')) throw new Error('no plain cross-reference table')
    const head = /^xref\s+(\d+)\s+(\d+)\s+/.exec(table)
    const first = Number(head?.[1] ?? 0)
    const rows = table.slice(head?.[0].length ?? 0).match(/^\d{10} \d{5} [nf]/gm) ?? []
    rows.forEach((row, index) => {
      if (row.endsWith('n')) this.places.set(first + index, Number(row.slice(0, 10)))
    })
    const trailer = new Reader(bytes, start + table.indexOf('trailer') + 'trailer'.length).value()
    if (!(trailer instanceof Map)) throw new Error('no trailer')
    this.catalogue = this.dict(trailer.get('Root'))
  }

  get objects(): number {
    return this.places.size
  }

  /** The value itself, however often it is referred to. */
  get(value: Value | undefined): Value {
    if (!(value instanceof Ref)) return value ?? null
    const known = this.known.get(value.id)
    if (known !== undefined) return known
    const made = this.read(value.id)
    this.known.set(value.id, made)
    return made
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value)
    if (found instanceof Map) return found
    return found instanceof Stream ? found.dict : new Map()
  }

  list(value: Value | undefined): Value[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }

  /** Contents of a stream, or of several in a row. */
  content(value: Value | undefined): Uint8Array {
    const parts = this.list(value).map((item) => this.get(item))
    return Buffer.concat(parts.filter((part) => part instanceof Stream).map((part) => unpack(part)))
  }

  /** Pages in order, each with the number of its object and its inherited entries. */
  pages(): { id: number; dict: Dict }[] {
    const walk = (ref: Value, inherited: Dict): { id: number; dict: Dict }[] => {
      const own = this.dict(ref)
      const kids = own.get('Kids')
      const passed: Dict = new Map([...inherited, ...own])
      if (kids === undefined) return [{ id: ref instanceof Ref ? ref.id : -1, dict: passed }]
      for (const key of ['Kids', 'Parent', 'Type', 'Count']) passed.delete(key)
      return this.list(kids).flatMap((kid) => walk(kid, passed))
    }
    return walk(this.catalogue.get('Pages') ?? null, new Map())
  }

  private read(id: number): Value {
    const place = this.places.get(id)
    if (place === undefined) return null
    const reader = new Reader(this.bytes, place)
    reader.value()
    reader.value()
    reader.value() // "12 0 obj"
    const value = reader.value() ?? null
    if (!(value instanceof Map)) return value
    const next = reader.value()
    if (!(next instanceof Operator) || next.word !== 'stream') return value
    const length = this.get(value.get('Length'))
    const from = reader.at + (this.bytes[reader.at] === 13 ? 2 : 1)
    return new Stream(value, this.bytes.subarray(from, from + Number(length)))
  }
}
